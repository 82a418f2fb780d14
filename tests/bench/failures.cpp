// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "data/session/partingthread.h"
#include "domain/actions.h"
#include "environments/testcertificates.h"
#include "models/opendatabase.h"
#include "models/workspace.h"
#include "openwindow.h"
#include "pauses.h"
#include "scenarios.h"
#include "support/fakeresolver.h"
#include "support/fakeserver.h"
#include "support/freeport.h"
#include "support/proxy.h"
#include "support/sqlclient.h"

namespace tusk::bench
{

namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::FakeServer;
using tests::GuiPauseMeter;

constexpr double frame = 16; // milliseconds
constexpr int edits = 20;

void addPauses(BenchTable &table, const QString &failure, const Pauses &pauses)
{
    table.add({u"GUI pause, 99.9 %: "_s + failure, u"ms"_s, pauses.quantile(), {}, frame, pauses.longest()});
}

// As a user who goes on adding todos while it happens.
void goOn(OpenWindow &window, GuiPauseMeter &meter)
{
    for (int i = 0; i < edits; ++i) {
        window.workspace().perform(
            domain::createTodos({window.model().newTodo(u"meanwhile %1"_s.arg(i))}, window.now()));
        meter.runFor(20ms);
    }
}

// A database that cannot be opened, and is tried again.
void measureOpening(BenchTable &table, const QString &failure, const base::ConnectionSettings &settings)
{
    Pauses pauses;
    OpenWindow window(settings);
    pauses.measure(u"opening"_s, [&](GuiPauseMeter &meter) {
        window.open();
        meter.runFor(2'000ms);
    });
    pauses.measure(u"adding todos"_s, [&](GuiPauseMeter &meter) {
        goOn(window, meter);
        meter.runFor(2'000ms);
    });
    addPauses(table, failure, pauses);
}

// A database in use that fails, and is there again.
void measureUse(BenchTable &table, const QString &failure, const base::ConnectionSettings &settings,
                const std::function<void()> &fail, const std::function<void()> &mend)
{
    Pauses pauses;
    OpenWindow window(settings);
    window.open();
    waitFor([&] { return window.hasRows(); }, "rows");
    pauses.measure(u"failing"_s, [&](GuiPauseMeter &meter) {
        fail();
        goOn(window, meter);
        meter.runFor(2'000ms);
    });
    mend();
    pauses.measure(u"until all is saved"_s, [&](GuiPauseMeter &meter) {
        if (!meter.runUntil([&] { return window.workspace().pending().isEmpty(); }, 60s))
            qFatal("%s: not everything was saved", qPrintable(failure));
    });
    addPauses(table, failure, pauses);
}

void measureNameServer(BenchTable &table, base::ConnectionSettings settings)
{
    settings.host = QString::fromLatin1(tests::silentNameHost);
    measureOpening(table, u"a name server that never answers"_s, settings);
    tests::setNameServerSilent(false); // lets go of the threads that it holds
    waitFor([] { return !session::PartingThread::anyRunning(); }, "the end of the look-ups");
}

void measureOpenings(BenchTable &table, tests::TestServer &server)
{
    measureNameServer(table, server.createDatabase());
    base::ConnectionSettings settings = server.createDatabase();
    settings.port = tests::freePort();
    measureOpening(table, u"refused"_s, settings);
    settings.host = u"nowhere.invalid"_s;
    measureOpening(table, u"no such host"_s, settings);
    settings = server.createDatabase();
    settings.database = u"missing"_s;
    measureOpening(table, u"no such database"_s, settings);
    settings = server.createDatabase();
    settings.sslMode = u"require"_s;
    measureOpening(table, u"no TLS where it is asked for"_s, settings);
    const FakeServer silent;
    measureOpening(table, u"a server that never answers"_s, silent.settings());
    const FakeServer full(
        {.sqlState = "53300", .message = "sorry, too many clients already", .delay = 100ms});
    measureOpening(table, u"too many connections"_s, full.settings());
    const FakeServer wrong({.sqlState = "28P01", .message = "password authentication failed for user"});
    measureOpening(table, u"wrong password"_s, wrong.settings());
    const FakeServer waking({.message = "Couldn't connect to compute node", .delay = 1'000ms});
    measureOpening(table, u"a suspended compute"_s, waking.settings());
    measureOpening(table, u"no rights"_s, server.createDatabase({.role = tests::TestRole::Powerless}));
}

void measureCertificates(BenchTable &table)
{
    using Kind = tests::TestCertificates::Kind;
    tests::TestCertificates certificates;
    const auto measure = [&](const QString &failure, Kind kind, const QString &authority) {
        tests::TestServer server(certificates.serverWith(kind));
        base::ConnectionSettings settings = server.createDatabase();
        settings.sslMode = u"verify-full"_s;
        settings.sslRootCert = authority;
        measureOpening(table, failure, settings);
    };
    measure(u"an expired certificate"_s, Kind::Expired, certificates.authority());
    measure(u"a certificate of another server"_s, Kind::OtherName, certificates.authority());
    measure(u"a certificate of somebody unknown"_s, Kind::Right, certificates.strangeAuthority());
}

// A database that answers each new todo with an error for a while.
void measureRefusals(BenchTable &table, tests::TestServer &server, const base::ConnectionSettings &settings)
{
    const auto refuse = [&](const QString &sqlState) {
        server.psql(u"CREATE OR REPLACE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS "
                    "'BEGIN RAISE EXCEPTION ''no'' USING ERRCODE = ''%1''; END';"
                    "CREATE TRIGGER a_fails BEFORE INSERT ON tusk.todo EXECUTE FUNCTION public.fail()"_s.arg(
                        sqlState),
                    settings.database);
    };
    const auto mend = [&] { server.psql(u"DROP TRIGGER a_fails ON tusk.todo"_s, settings.database); };
    const auto measure = [&](const QString &failure, const QString &sqlState) {
        measureUse(
            table, failure, settings, [&] { refuse(sqlState); }, mend);
    };
    measure(u"the disk of the server is full"_s, u"53100"_s);
    measure(u"a statement takes too long"_s, u"57014"_s);
    measure(u"serialisation failures"_s, u"40001"_s);
    measure(u"deadlocks"_s, u"40P01"_s);
}

void measureUses(BenchTable &table, tests::TestServer &server, const base::ConnectionSettings &settings)
{
    tests::Proxy proxy(settings);
    const auto accept = [&proxy] { proxy.accept(); };
    measureUse(
        table, u"cut"_s, proxy.settings(), [&] { proxy.cut(tests::Proxy::NewConnections::Refused); }, accept);
    measureUse(
        table, u"the answer of a COMMIT is lost"_s, proxy.settings(), [&] { proxy.dropAnswerOfCommit(); },
        [] {});
    measureUse(
        table, u"frozen"_s, proxy.settings(), [&] { proxy.freeze(); }, [&] { proxy.thaw(); });
    measureUse(
        table, u"the server is stopped"_s, settings, [&] { server.stop(); }, [&] { server.start(); });
    tests::SqlClient other(settings);
    measureUse(
        table, u"another client holds a lock"_s, settings,
        [&] { other.rows(u"BEGIN; LOCK TABLE tusk.todo IN EXCLUSIVE MODE"_s); },
        [&] { other.rows(u"ROLLBACK"_s); });
    const auto setReadOnly = [&](const QString &value) {
        server.psql(
            u"ALTER DATABASE %1 SET default_transaction_read_only = %2"_s.arg(settings.database, value));
        server.terminateBackends(settings.database);
    };
    measureUse(
        table, u"read-only for a while"_s, settings, [&] { setReadOnly(u"on"_s); },
        [&] { setReadOnly(u"off"_s); });
}

} // namespace

void measureFailures(BenchTable &table, const Setting &)
{
    tests::TestServerOptions options;
    options.tcp = true;
    tests::TestServer server(options);
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, 3'000);
    measureOpenings(table, server);
    measureCertificates(table);
    measureRefusals(table, server, settings);
    measureUses(table, server, settings);
}

} // namespace tusk::bench
