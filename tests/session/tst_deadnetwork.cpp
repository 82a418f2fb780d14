// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "data/session/databasesession.h"
#include "session/asking.h"
#include "support/ownnetwork.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::Connection;
using session::DatabaseSession;
using session::SessionState;
using tests::ask;
using tests::enterOwnNetwork;
using tests::setLoopback;
using tests::sql;

namespace
{

// A connection on a thread of its own, and what happens to its one statement.
class Attempt final
{
public:
    // Ready when open; sends when told.
    Attempt(const base::ConnectionSettings &settings, const char *text)
        : m_thread([this, settings, text] {
            Connection connection(settings);
            m_opened = connection.open().hasValue();
            m_ready = true;
            m_send.wait(false);
            m_answer = connection.execute(sql(text), 60s);
            m_open = connection.isOpen();
            m_finished = true;
        })
    {
    }
    ~Attempt()
    {
        send();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Attempt)

    void send()
    {
        m_send = true;
        m_send.notify_one();
    }
    [[nodiscard]] bool isReady() const { return m_ready && m_opened; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    // Once finished.
    [[nodiscard]] const base::Result<session::Answer> &answer() const { return m_answer; }

private:
    std::atomic<bool> m_opened = false;
    std::atomic<bool> m_ready = false;
    std::atomic<bool> m_send = false;
    std::atomic<bool> m_open = true;
    std::atomic<bool> m_finished = false;
    base::Result<session::Answer> m_answer = session::Answer();
    std::thread m_thread;
};

} // namespace

// The cable is cut: no reset, no end, only silence. The watchdog is told to be patient, so that what is seen
// is TCP's.
class TestDeadNetwork final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_hasOwnNetwork)
            QSKIP("this account may not make a network namespace");
        QVERIFY(setLoopback(true));
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
        m_settings = m_server->createDatabase();
        m_settings.keepAliveIdle = 1s;
        m_settings.keepAliveInterval = 1s;
        m_settings.keepAliveCount = 2;
    }
    void cleanupTestCase() { m_server.reset(); }

    void trap14_shouldNoticeADeadNetworkBeforeSendingWhileWaitingAndWhileIdle()
    {
        Attempt before(m_settings, "SELECT 1");
        Attempt waiting(m_settings, "SELECT pg_sleep(60)");
        m_settings.listen = false;
        DatabaseSession idle(m_settings, tests::quickPace);
        idle.open();
        QTRY_COMPARE(idle.state(), SessionState::Connected);
        QTRY_VERIFY(before.isReady() && waiting.isReady());
        waiting.send();
        QTRY_COMPARE(
            m_server->psql(u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)'"_s)
                .first()
                .first(),
            u"1"_s);

        QVERIFY(setLoopback(false));
        const auto restore = qScopeGuard([] { QVERIFY(setLoopback(true)); });
        QElapsedTimer timer;
        timer.start();
        before.send();

        QTRY_VERIFY_WITH_TIMEOUT(idle.state() != SessionState::Connected, 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(waiting.isFinished() && before.isFinished(), 15'000);
        QCOMPARE_LT(timer.elapsed(), 15'000);
        for (const Attempt *attempt : {&waiting, &before}) {
            QVERIFY(!attempt->answer());
            QCOMPARE(attempt->answer().error().kind, ErrorKind::ConnectionLost);
            QVERIFY(!attempt->answer().error().connectionUsable);
            QVERIFY(!attempt->isOpen());
        }

        // The cable is back.
        QVERIFY(setLoopback(true));
        QTRY_COMPARE_WITH_TIMEOUT(idle.state(), SessionState::Connected, 15'000);
    }

    void shouldNoticeACutLinkWithinTenSecondsAsItComes()
    {
        const base::ConnectionSettings usual;
        m_settings.keepAliveIdle = usual.keepAliveIdle;
        m_settings.keepAliveInterval = usual.keepAliveInterval;
        m_settings.keepAliveCount = usual.keepAliveCount;
        m_settings.listen = false;
        Attempt sending(m_settings, "SELECT 1");
        DatabaseSession idle(m_settings, tests::quickPace);
        idle.open();
        QTRY_COMPARE(idle.state(), SessionState::Connected);
        QTRY_VERIFY(sending.isReady());

        QVERIFY(setLoopback(false));
        const auto restore = qScopeGuard([] { QVERIFY(setLoopback(true)); });
        QElapsedTimer timer;
        timer.start();
        sending.send();

        QTRY_VERIFY_WITH_TIMEOUT(idle.state() != SessionState::Connected && sending.isFinished(), 15'000);
        QCOMPARE_LT(timer.elapsed(), 10'000);
    }

private:
    const bool m_hasOwnNetwork = enterOwnNetwork();
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_settings;
};

QTEST_GUILESS_MAIN(TestDeadNetwork)
#include "tst_deadnetwork.moc"
