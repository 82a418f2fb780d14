// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "domain/actions.h"
#include "gui/environmentpage.h"
#include "models/opendatabase.h"
#include "models/workspace.h"
#include "openwindow.h"
#include "scenarios.h"
#include "support/ownnetwork.h"
#include "support/proxy.h"

#include <QCoreApplication>
#include <QTest>

namespace tusk::bench
{

namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::DatabaseLink;
using State = models::DatabaseLink::State;

constexpr int shownTodos = 3'000;

// A window on a database, behind a network that can be spoilt.
class Window final
{
public:
    explicit Window(const base::ConnectionSettings &settings)
        : m_network(settings)
        , m_open(m_network.settings())
    {
        m_open.open();
        waitFor([this] { return isLive(); }, "the database");
    }

    [[nodiscard]] tests::Proxy &network() { return m_network; }
    [[nodiscard]] OpenWindow &open() { return m_open; }
    [[nodiscard]] DatabaseLink &link() { return m_open.window().environment()->link(); }
    [[nodiscard]] bool isLive() { return link().state() == State::Ready && !link().workspace().isStale(); }
    void add(const QString &title)
    {
        link().workspace().perform(
            domain::createTodos({m_open.model().newTodo(title)}, link().workspace().now()));
    }

private:
    tests::Proxy m_network;
    OpenWindow m_open;
};

// From one that was shown before to another that was, until its rows are painted.
double timeToSwitch(OpenWindow &open, DatabaseLink &to)
{
    return milliseconds([&] {
        open.window().showEnvironment(to);
        QCoreApplication::sendPostedEvents();
        QEvent paint(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&open.window(), &paint);
    });
}

void measureSwitching(BenchTable &table, tests::TestServer &server)
{
    const base::ConnectionSettings one = tests::createTuskDatabase(server);
    const base::ConnectionSettings two = tests::createTuskDatabase(server);
    fill(server, one, shownTodos);
    fill(server, two, shownTodos);
    Window window(one);
    DatabaseLink &first = window.link();
    tests::Device second(two, {}, false); // its rows come when the window shows it
    window.open().window().showEnvironment(second.link());
    waitFor([&] { return window.open().hasRows(); }, "the rows of the other one");
    QList<double> times;
    for (int round = 0; round < 10; ++round) {
        times.append(timeToSwitch(window.open(), first));
        times.append(timeToSwitch(window.open(), second.link()));
    }
    table.add({u"switch between two connected environments"_s, u"ms"_s, median(times), {}, 100, {}});
    window.open().window().forgetEnvironment(second.link());
}

// Refused for that long, then there again: until the window is live.
void measureOutage(BenchTable &table, const base::ConnectionSettings &settings, int seconds)
{
    Window window(settings);
    window.network().cut(tests::Proxy::NewConnections::Refused);
    waitFor([&] { return window.link().state() == State::Offline; }, "the outage to be noticed");
    QTest::qWait(seconds * 1'000);
    window.network().accept();
    const double time =
        milliseconds([&] { waitFor([&] { return window.isLive(); }, "the end of an outage"); });
    table.add({u"live after an outage of %1 s"_s.arg(seconds), u"ms"_s, time, {}, 2'000, {}});
}

void measureFrozenPeer(BenchTable &table, const base::ConnectionSettings &settings)
{
    Window window(settings);
    window.network().freeze();
    window.add(u"into the ice"_s);
    const double time = milliseconds(
        [&] { waitFor([&] { return window.link().state() != State::Ready; }, "a frozen peer"); });
    table.add({u"frozen peer noticed after sending"_s, u"ms"_s, time, {}, 15'000, {}});
    window.network().thaw();
}

// No reset: whatever is sent into it gets lost.
void measureDeadLink(BenchTable &table, const base::ConnectionSettings &settings, bool sends)
{
    const auto device = std::make_unique<tests::Device>(settings);
    if (!tests::setLoopback(false))
        return;
    if (sends)
        device->add(u"into the dark"_s);
    const double time =
        milliseconds([&] { waitFor([&] { return device->link().state() != State::Ready; }, "a dead link"); });
    const QString when = sends ? u"dead link noticed after sending"_s : u"dead link noticed when idle"_s;
    table.add({when, u"ms"_s, time, {}, 10'000, {}});
    if (!tests::setLoopback(true))
        qFatal("the network cannot be mended");
    device->link().close();
}

void countFailedLogins(BenchTable &table)
{
    tests::TestServerOptions options;
    options.tcp = true;
    options.scram = true;
    tests::TestServer server(options);
    base::ConnectionSettings settings = server.createDatabase();
    settings.password = u"not the one"_s;
    settings.sslMode = u"prefer"_s; // with which libpq alone would try twice
    const qint64 mark = server.logMark();
    OpenWindow open(settings);
    open.open();
    const auto hasFailed = [&] { return open.window().environment()->link().state() == State::Failed; };
    waitFor(hasFailed, "a wrong password");
    QTest::qWait(2'000); // somebody might try again
    const auto failed = server.logLines(mark).filter(u"password authentication failed"_s).size();
    table.add({u"failed logins of a wrong password"_s, u"logins"_s, static_cast<double>(failed), {}, 1, {}});
}

// Of two environments that are connected, both with a listener.
void countIdleStatements(BenchTable &table, int seconds)
{
    tests::TestServerOptions options;
    options.logStatements = true;
    tests::TestServer server(options);
    tests::Device one(tests::createTuskDatabase(server));
    tests::Device two(tests::createTuskDatabase(server));
    QTest::qWait(1'000); // what they still say
    const auto before = server.countedStatements(0).size();
    QTest::qWait(seconds * 1'000);
    const auto said = server.countedStatements(0).size() - before;
    table.add({u"statements of two environments in %1 idle s"_s.arg(seconds),
               u"statements"_s,
               static_cast<double>(said),
               {},
               0,
               {}});
}

} // namespace

void measureEnvironments(BenchTable &table, const Setting &setting)
{
    tests::TestServerOptions options;
    options.tcp = true;
    tests::TestServer server(options);
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, shownTodos);
    measureSwitching(table, server);
    for (const int seconds : setting.quick ? QList<int>{3} : QList<int>{1, 3, 10})
        measureOutage(table, settings, seconds);
    measureFrozenPeer(table, settings);
    if (setting.hasOwnNetwork) {
        measureDeadLink(table, settings, true);
        measureDeadLink(table, settings, false);
    }
    countFailedLogins(table);
    countIdleStatements(table, setting.quick ? 10 : 300);
}

} // namespace tusk::bench
