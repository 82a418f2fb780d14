// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"
#include "session/asking.h"
#include "support/fakeserver.h"
#include "support/guipausemeter.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QThread>

#include <csignal>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::DatabaseSession;
using session::Ordering;
using session::SessionState;
using tests::ask;
using tests::ReplyPointer;
using tests::sql;

// A beat of the window is 16 ms. This is a test's bound, with room for a busy machine; the bench measures.
constexpr auto longestPause = 100ms;

class TestSessionFailures final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server =
            std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true, .logStatements = true});
        m_direct = m_server->createDatabase();
        m_direct.listen = false;
        m_direct.sslMode = u"disable"_s;
        m_direct.statementTimeout = 400ms;
        m_direct.connectTimeout = 1s;
        m_server->psql(
            u"CREATE TABLE t (id serial, text text); GRANT ALL ON ALL TABLES IN SCHEMA public TO tusk;"
            "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO tusk"_s,
            m_direct.database);
    }
    void cleanupTestCase() { m_server.reset(); }

    void prepare() override
    {
        m_proxy = std::make_unique<tests::Proxy>(m_direct);
        m_inbox = std::make_unique<base::Inbox>();
        m_session = std::make_unique<DatabaseSession>(m_proxy->settings(), tests::quickPace);
    }
    void cleanup()
    {
        m_session.reset();
        m_proxy->thaw(); // an abandoned thread ends when its peer lets it go
        QTRY_VERIFY(QSqlDatabase::connectionNames().isEmpty());
        m_proxy.reset();
        m_server->psql(u"TRUNCATE t RESTART IDENTITY"_s, m_direct.database);
    }

    void trap21_shouldWaitForADatabaseThatSaysThatItIsWakingUp()
    {
        const tests::FakeServer asleep(
            {.sqlState = "XX000", .message = "Couldn't connect to compute node", .severity = "ERROR"});
        m_proxy->leadTo(asleep.settings());
        QList<SessionState> states;
        connect(m_session.get(), &DatabaseSession::stateChanged, this,
                [&states](SessionState state) { states.append(state); });
        m_session->open();
        QTRY_COMPARE_GE(asleep.connections(), 3); // it is asked again and again

        m_proxy->leadTo(m_direct);

        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(states, (QList<SessionState>{SessionState::Connecting, SessionState::Waking,
                                              SessionState::Connected}));
    }

    void shouldCallADatabaseUnreachableThatWakesUpForTooLong()
    {
        const tests::FakeServer asleep(
            {.sqlState = "XX000", .message = "Couldn't connect to compute node", .severity = "ERROR"});
        session::SessionPace pace = tests::quickPace;
        pace.waking = 300ms;
        m_session = std::make_unique<DatabaseSession>(asleep.settings(), pace);
        m_session->open();
        QTRY_COMPARE(m_session->state(), SessionState::Waking);
        QTRY_COMPARE(m_session->state(), SessionState::Offline);
        QCOMPARE(m_session->lastError().sentence, u"The database is waking up."_s);
    }

    // As the documentation says.
    void shouldGiveADatabaseHalfAMinuteToWakeUp() { QCOMPARE(session::SessionPace().waking, 30s); }

    void trap4_shouldNeverHoldTheGuiThreadOnASlowLink()
    {
        m_proxy->setRoundTrip(500ms);
        base::ConnectionSettings slow = m_proxy->settings();
        slow.connectTimeout = 10s;
        slow.statementTimeout = 10s;
        tests::GuiPauseMeter meter;
        meter.start();
        m_session = std::make_unique<DatabaseSession>(slow, tests::quickPace);
        m_session->open();
        QVERIFY(meter.runUntil([this] { return m_session->state() == SessionState::Connected; }, 15s));
        QList<ReplyPointer> replies;
        for (int i = 0; i < 10; ++i)
            replies.append(ask(*m_session, *m_inbox, "SELECT repeat('x', 100000)"));
        m_proxy->setRoundTrip(20ms);
        QVERIFY(meter.runUntil([&replies] { return replies.last()->arrived(); }, 10s));
        m_session.reset();
        QVERIFY(replies.last()->succeeded());
        QCOMPARE_LT(meter.longest(), longestPause);
    }

    void trap10_shouldReconnectByItselfAfterTheServerEndedTheConnection()
    {
        connectSession();
        QSignalSpy states(m_session.get(), &DatabaseSession::stateChanged);
        m_server->terminateBackends(m_direct.database);
        QTRY_COMPARE(states.size(), 2);
        QCOMPARE(states.at(0).at(0).value<SessionState>(), SessionState::Connecting);
        QCOMPARE(states.at(1).at(0).value<SessionState>(), SessionState::Connected);
        QCOMPARE(m_session->lastError().kind, ErrorKind::ConnectionLost);
        QCOMPARE(m_session->lastError().sqlState, "57P01"_ba);
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
    }

    void trap10_shouldReportWhatWasOutAndSendWhatHadToWait()
    {
        base::ConnectionSettings patient = m_proxy->settings();
        patient.statementTimeout = 20s;
        m_session = std::make_unique<DatabaseSession>(patient, tests::quickPace);
        connectSession();
        const ReplyPointer out = ask(
            *m_session, *m_inbox, {.statement = sql("SELECT pg_sleep(10)"), .ordering = Ordering::InOrder});
        const ReplyPointer behind = ask(*m_session, *m_inbox,
                                        {.statement = sql("INSERT INTO t (text) VALUES ('x') RETURNING id"),
                                         .ordering = Ordering::InOrder,
                                         .waits = true});
        const ReplyPointer impatient =
            ask(*m_session, *m_inbox, {.statement = sql("SELECT 1"), .ordering = Ordering::InOrder});
        QTRY_COMPARE(runningOnServer(), 1);
        m_server->terminateBackends(m_direct.database);
        QTRY_VERIFY(behind->arrived());
        QVERIFY(out->failedWith(ErrorKind::ConnectionLost));
        QVERIFY(impatient->failedWith(ErrorKind::NoConnection));
        QCOMPARE(behind->value(), "1"_ba);
        QCOMPARE(valueOf("SELECT count(*) FROM t"), "1"_ba);
    }

    void trap10_shouldSendWhatWasGivenToAWorkerThatHadJustEnded()
    {
        connectSession();
        // The worker has ended, and the session has not heard of it yet: no event is processed here.
        m_server->terminateBackends(m_direct.database);
        while (!QSqlDatabase::connectionNames().isEmpty())
            QThread::msleep(1);
        QCOMPARE(m_session->state(), SessionState::Connected);
        const ReplyPointer patient =
            ask(*m_session, *m_inbox, {.statement = sql("SELECT 'sent'"), .waits = true});
        QTRY_VERIFY(patient->arrived());
        QCOMPARE(patient->value(), "sent"_ba);

        m_server->terminateBackends(m_direct.database);
        while (!QSqlDatabase::connectionNames().isEmpty())
            QThread::msleep(1);
        const ReplyPointer impatient = ask(*m_session, *m_inbox, "SELECT 1");
        QTRY_VERIFY(impatient->arrived());
        QVERIFY(impatient->failedWith(ErrorKind::NoConnection)); // not ConnectionLost: it never left
    }

    void trap12_shouldNotSendAgainWhenTheAnswerIsLost()
    {
        connectSession();
        m_proxy->dropAnswerOfCommit("INSERT");
        const ReplyPointer reply = ask(*m_session, *m_inbox,
                                       {.statement = sql("INSERT INTO t (text) VALUES ('x')"),
                                        .ordering = Ordering::InOrder,
                                        .waits = true});
        QTRY_VERIFY(reply->arrived());
        QVERIFY(reply->failedWith(ErrorKind::ConnectionLost));
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(valueOf("SELECT count(*) FROM t"), "1"_ba);
        QCOMPARE(reply->count, 1);
    }

    void trap13_shouldReportAFrozenPeerAndComeBackWhenItThaws()
    {
        connectSession();
        m_proxy->freeze();
        tests::GuiPauseMeter meter;
        meter.start();
        QElapsedTimer timer;
        timer.start();
        const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT 1");
        QVERIFY(meter.runUntil([&reply] { return reply->arrived(); }, 5s));
        QVERIFY(reply->failedWith(ErrorKind::Timeout));
        QCOMPARE_GE(timer.elapsed(), 400);
        QCOMPARE_LT(timer.elapsed(), 2000);
        QVERIFY(meter.runUntil([this] { return m_session->state() == SessionState::Offline; }, 5s));
        QCOMPARE(m_session->lastError().kind, ErrorKind::Timeout);
        QCOMPARE_LT(meter.longest(), longestPause);
        m_proxy->thaw();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
    }

    void shouldNotLeaveAStatementRunningForWhichNobodyWaits()
    {
        connectSession();
        const QByteArray backend = valueOf("SELECT pg_backend_pid()");
        for (int time = 0; time < 3; ++time) {
            const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT pg_sleep(60)");
            QTRY_VERIFY(reply->arrived());
            QVERIFY(reply->failedWith(ErrorKind::Timeout));
            QCOMPARE(reply->error().sentence,
                     u"The database took too long and stopped; nothing was changed."_s);
            QTRY_COMPARE(runningOnServer(), 0);
        }
        QCOMPARE(valueOf("SELECT pg_backend_pid()"), backend); // others have not piled up beside it
    }

    void shouldAskAServerToStopAlsoWhereItHearsOfItTooLate()
    {
        connectSession();
        m_proxy->setRoundTrip(600ms);
        const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT pg_sleep(60)");
        QTRY_VERIFY(reply->arrived());
        QVERIFY(reply->failedWith(ErrorKind::Timeout));
        QTRY_COMPARE(runningOnServer(), 0);
        m_proxy->setRoundTrip(0ms);
    }

    void trap13_shouldAbandonADriverThatAFrozenPeerHolds()
    {
        m_proxy->freezeAfterAuthentication();
        tests::GuiPauseMeter meter;
        meter.start();
        QElapsedTimer timer;
        timer.start();
        m_session->open();
        QVERIFY(meter.runUntil([this] { return m_session->state() == SessionState::Offline; }, 5s));
        QCOMPARE(m_session->lastError().kind, ErrorKind::Timeout);
        QCOMPARE_LT(timer.elapsed(), 4000); // of 1.5 s
        QCOMPARE_LT(meter.longest(), longestPause);
        m_proxy->thaw();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
    }

    void trap13_shouldNoticeAServerThatIsStopped()
    {
        connectSession();
        const int backend = valueOf("SELECT pg_backend_pid()").toInt();
        QCOMPARE(kill(backend, SIGSTOP), 0);
        const auto resume = qScopeGuard([backend] { kill(backend, SIGCONT); });
        const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT 1");
        QTRY_VERIFY(reply->arrived());
        QVERIFY(reply->failedWith(ErrorKind::Timeout));
        QTRY_COMPARE(m_session->state(), SessionState::Connected); // the server gives another backend
        QVERIFY(valueOf("SELECT pg_backend_pid()").toInt() != backend);
    }

    void trap15_shouldKeepTheGuiThreadFreeWhileNobodyAnswers()
    {
        const tests::FakeServer blackHole;
        base::ConnectionSettings settings = blackHole.settings();
        settings.connectTimeout = 500ms;
        m_session = std::make_unique<DatabaseSession>(settings, tests::quickPace);
        tests::GuiPauseMeter meter;
        meter.start();
        QElapsedTimer timer;
        timer.start();
        m_session->open();
        QVERIFY(meter.runUntil([this] { return m_session->state() == SessionState::Offline; }, 5s));
        QCOMPARE_GE(timer.elapsed(), 500);
        QCOMPARE_LT(timer.elapsed(), 2000);
        QCOMPARE(m_session->lastError().kind, ErrorKind::Timeout);
        QCOMPARE_LT(meter.longest(), longestPause);
        // It goes on trying.
        QTRY_COMPARE_GE(blackHole.connections(), 2);
    }

    void shouldComeBackWhenTheServerDoes()
    {
        connectSession();
        m_server->stop();
        const auto start = qScopeGuard([this] {
            if (!m_server->isRunning())
                m_server->start();
        });
        QTRY_COMPARE(m_session->state(), SessionState::Offline);
        const ReplyPointer waiting =
            ask(*m_session, *m_inbox, {.statement = sql("SELECT 'waited'"), .waits = true});
        const ReplyPointer impatient = ask(*m_session, *m_inbox, "SELECT 1");
        QTRY_VERIFY(impatient->failedWith(ErrorKind::NoConnection));
        QVERIFY(!waiting->arrived());
        m_server->start();
        QTRY_VERIFY(waiting->arrived());
        QCOMPARE(waiting->value(), "waited"_ba);
    }

    void shouldNoticeTheEndOfTheServerWithoutAskingIt()
    {
        connectSession();
        m_server->kill9();
        const auto start = qScopeGuard([this] { m_server->start(); });
        QTRY_VERIFY_WITH_TIMEOUT(m_session->state() != SessionState::Connected, 1000);
    }

    void shouldTryAtOnceWhenAsked()
    {
        session::SessionPace slow = tests::quickPace;
        slow.retry = {.first = 60s, .ceiling = 60s, .earlyCeiling = 60s, .firstWhenOverloaded = 60s};
        m_session = std::make_unique<DatabaseSession>(m_proxy->settings(), slow);
        m_proxy->refuse();
        m_session->open();
        QTRY_COMPARE(m_session->state(), SessionState::Offline);
        m_proxy->accept();
        m_session->retryNow();
        QCOMPARE(m_session->state(), SessionState::Connecting);
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
    }

    void shouldTryAgainAtOnceWhenAskedWhileATryIsUnderWay()
    {
        session::SessionPace slow = tests::quickPace;
        slow.retry = {.first = 60s, .ceiling = 60s, .earlyCeiling = 60s, .firstWhenOverloaded = 60s};
        m_session = std::make_unique<DatabaseSession>(m_proxy->settings(), slow);
        m_proxy->setRoundTrip(60s);
        m_session->open();
        QTRY_COMPARE(m_proxy->openConnections(), 1);
        m_session->retryNow(); // the network is there, but this try will not live to see it
        m_proxy->setRoundTrip(0s);
        m_proxy->cut();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
    }

    void trap18_shouldNotTryAgainWithAWrongPassword()
    {
        tests::TestServer strict({.tcp = true, .scram = true});
        base::ConnectionSettings settings = strict.createDatabase();
        settings.password = u"wrong"_s;
        m_session = std::make_unique<DatabaseSession>(settings, tests::quickPace);
        m_session->open();
        const ReplyPointer waiting = ask(*m_session, *m_inbox, {.statement = sql("SELECT 1"), .waits = true});
        QTRY_COMPARE(m_session->state(), SessionState::Failed);
        m_session->retryNow(); // as the window does when it gets the focus
        QTest::qWait(500);
        QCOMPARE(m_session->state(), SessionState::Failed);
        QCOMPARE(m_session->lastError().kind, ErrorKind::Authentication);
        QCOMPARE(strict.logLines().filter(u"password authentication failed"_s).size(), 1);
        QVERIFY(!waiting->arrived());
        m_session->close();
        QTRY_VERIFY(waiting->failedWith(ErrorKind::Cancelled));
    }

    void trap18_shouldNotInsistWhenThePasswordIsChangedMeanwhile()
    {
        tests::TestServer strict({.tcp = true, .scram = true});
        base::ConnectionSettings settings = strict.createDatabase();
        m_session = std::make_unique<DatabaseSession>(settings, tests::quickPace);
        connectSession();
        strict.psql(u"ALTER ROLE tusk PASSWORD 'changed'"_s);
        const qint64 mark = strict.logMark();
        strict.terminateBackends();
        QTRY_COMPARE(m_session->state(), SessionState::Failed);
        QTest::qWait(300);
        QCOMPARE(strict.logLines(mark).filter(u"password authentication failed"_s).size(), 1);
    }

    void trap18_shouldNotInsistWhenTheListenerHasFoundThatThePasswordIsChanged()
    {
        // Given
        tests::TestServer strict({.tcp = true, .scram = true});
        m_session = std::make_unique<DatabaseSession>(strict.createDatabase(), tests::quickPace);
        const QSignalSpy listening(m_session.get(), &DatabaseSession::listening);
        connectSession();
        QTRY_COMPARE(listening.size(), 1);
        strict.psql(u"ALTER ROLE tusk PASSWORD 'changed'"_s);
        const qint64 mark = strict.logMark();
        const auto refusals = [&strict, mark] {
            return strict.logLines(mark).filter(u"password authentication failed"_s).size();
        };
        // When
        strict.psql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"_s);
        QTRY_COMPARE(refusals(), 1);
        QTest::qWait(100);
        QList<ReplyPointer> replies;
        for (int i = 0; i < 4; ++i)
            replies.append(ask(*m_session, *m_inbox, "SELECT pg_sleep(0.05)"));
        QTRY_VERIFY(std::all_of(replies.begin(), replies.end(),
                                [](const auto &reply) { return reply->succeeded(); }));
        strict.terminateBackends();
        // Then
        QTRY_COMPARE(m_session->state(), SessionState::Failed);
        QCOMPARE(m_session->lastError().kind, ErrorKind::Authentication);
        QTest::qWait(300);
        QCOMPARE(refusals(), 1);
    }

    void trap18_shouldGoOnWithWhatItHasWhenThePasswordIsChangedMeanwhile()
    {
        tests::TestServer strict({.tcp = true, .scram = true});
        base::ConnectionSettings settings = strict.createDatabase();
        settings.listen = false;
        m_session = std::make_unique<DatabaseSession>(settings, tests::quickPace);
        connectSession();
        strict.psql(u"ALTER ROLE tusk PASSWORD 'changed'"_s);
        const qint64 mark = strict.logMark();
        for (int round = 0; round < 3; ++round) {
            QList<ReplyPointer> replies;
            for (int i = 0; i < 4; ++i)
                replies.append(ask(*m_session, *m_inbox, "SELECT pg_sleep(0.05)"));
            QTRY_VERIFY(std::all_of(replies.begin(), replies.end(),
                                    [](const auto &reply) { return reply->arrived(); }));
            for (const ReplyPointer &reply : replies)
                QVERIFY(reply->succeeded());
        }
        const auto refusals = [&strict, mark] {
            return strict.logLines(mark).filter(u"password authentication failed"_s).size();
        };
        QTRY_COMPARE(refusals(), 1);
        QTest::qWait(100);
        QCOMPARE(refusals(), 1);
        // Nor when the connection ends that was opened before.
        strict.terminateBackends();
        QTRY_COMPARE(m_session->state(), SessionState::Failed);
        QCOMPARE(m_session->lastError().kind, ErrorKind::Authentication);
        QTest::qWait(300);
        QCOMPARE(refusals(), 1);
    }

    void shouldEndQuicklyWhateverHoldsItsThreads_data()
    {
        QTest::addColumn<bool>("connectedBefore");
        QTest::addColumn<bool>("behindTheLogin");
        QTest::newRow("statement is out") << true << false;
        QTest::newRow("connecting") << false << false;
        QTest::newRow("driver is connecting") << false << true;
    }
    void shouldEndQuicklyWhateverHoldsItsThreads()
    {
        QFETCH(bool, connectedBefore);
        QFETCH(bool, behindTheLogin);
        if (connectedBefore)
            connectSession();
        if (behindTheLogin)
            m_proxy->freezeAfterAuthentication();
        else
            m_proxy->freeze();
        m_session->open();
        const ReplyPointer reply = ask(*m_session, *m_inbox, {.statement = sql("SELECT 1"), .waits = true});
        QTest::qWait(100);
        QElapsedTimer timer;
        timer.start();
        m_session.reset();
        QCOMPARE_LT(timer.elapsed(), 350); // less than any time limit
        QTRY_VERIFY(reply->failedWith(ErrorKind::Cancelled));
        QCOMPARE(reply->count, 1);
    }

private:
    void connectSession()
    {
        m_session->open();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
    }
    QByteArray valueOf(const char *text)
    {
        const ReplyPointer reply = ask(*m_session, *m_inbox, text);
        [&reply] { QTRY_VERIFY(reply->arrived()); }();
        return reply->value();
    }
    int runningOnServer()
    {
        return m_server
            ->psql(u"SELECT count(*) FROM pg_stat_activity "
                   "WHERE usename = 'tusk' AND state = 'active' AND query LIKE '%pg_sleep%'"_s)
            .first()
            .first()
            .toInt();
    }

    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_direct;
    std::unique_ptr<tests::Proxy> m_proxy;
    std::unique_ptr<base::Inbox> m_inbox;
    std::unique_ptr<DatabaseSession> m_session;
};

QTEST_GUILESS_MAIN(TestSessionFailures)
#include "tst_sessionfailures.moc"
