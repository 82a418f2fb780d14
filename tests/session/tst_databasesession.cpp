// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "data/session/databasesession.h"
#include "session/asking.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QThread>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::DatabaseSession;
using session::Ordering;
using session::SessionState;
using tests::ask;
using tests::Question;
using tests::ReplyPointer;
using tests::sql;

class TestDatabaseSession final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>();
        m_settings = m_server->createDatabase();
        m_settings.listen = false;
        m_settings.password.clear(); // trusted, so one connection is one connection
        m_server->psql(
            u"CREATE TABLE t (id serial, text text); GRANT ALL ON ALL TABLES IN SCHEMA public TO tusk;"
            "CREATE SEQUENCE tries; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO tusk;"
            "CREATE FUNCTION flaky(times int) RETURNS text LANGUAGE plpgsql AS $$BEGIN "
            "IF nextval('tries') <= times THEN RAISE 'again' USING ERRCODE = '40001'; END IF;"
            "RETURN 'done'; END$$"_s,
            m_settings.database);
    }
    void cleanupTestCase() { m_server.reset(); }

    void prepare() override
    {
        m_inbox = std::make_unique<base::Inbox>();
        m_session = std::make_unique<DatabaseSession>(m_settings, tests::quickPace);
    }
    void cleanup()
    {
        m_session.reset();
        m_inbox.reset();
        m_server->psql(u"TRUNCATE t RESTART IDENTITY; SELECT setval('tries', 1, false)"_s,
                       m_settings.database);
    }

    void shouldAnswerOnceConnected()
    {
        QSignalSpy states(m_session.get(), &DatabaseSession::stateChanged);
        QCOMPARE(m_session->state(), SessionState::Closed);
        m_session->open();
        QCOMPARE(m_session->state(), SessionState::Connecting);
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(states.size(), 2);

        const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT 6 * 7");
        QVERIFY(!reply->arrived());
        QTRY_VERIFY(reply->arrived());
        QCOMPARE(reply->value(), "42"_ba);
    }

    void shouldDecodeOnAWorkerAndDeliverOnTheThreadOfTheReceiver()
    {
        connectSession();
        QThread *decodedOn = nullptr;
        QThread *deliveredOn = nullptr;
        m_session->request<int>(
            {.statement = sql("SELECT 1"), .ordering = Ordering::Free, .waitForConnection = false},
            [&decodedOn](const session::Answer &answer) {
                decodedOn = QThread::currentThread();
                return base::Result<int>(answer.scalar().toInt());
            },
            *m_inbox, [&deliveredOn](const base::Result<int> &) { deliveredOn = QThread::currentThread(); });
        QTRY_VERIFY(deliveredOn);
        QCOMPARE(deliveredOn, QThread::currentThread());
        QVERIFY(decodedOn);
        QVERIFY(decodedOn != deliveredOn);
    }

    void shouldKeepOnlyRequestsThatAskForItUntilConnected()
    {
        const ReplyPointer whileClosed =
            ask(*m_session, *m_inbox, {.statement = sql("SELECT 1"), .waits = true});
        m_session->open();
        const ReplyPointer impatient = ask(*m_session, *m_inbox, "SELECT 2");
        const ReplyPointer patient = ask(*m_session, *m_inbox, {.statement = sql("SELECT 3"), .waits = true});
        QTRY_VERIFY(patient->arrived());
        QCOMPARE(patient->value(), "3"_ba);
        QVERIFY(whileClosed->failedWith(ErrorKind::NoConnection));
        QVERIFY(impatient->failedWith(ErrorKind::NoConnection));
    }

    void shouldSendOrderedRequestsOneAfterAnother()
    {
        connectSession();
        QList<ReplyPointer> replies;
        for (int i = 0; i < 20; ++i) {
            const QByteArray pause = i % 2 == 0 ? "0.01" : "0";
            replies.append(
                ask(*m_session, *m_inbox,
                    {.statement = sql("INSERT INTO t (text) SELECT $1 || pg_sleep($2::float) RETURNING id",
                                      {QByteArray::number(i), pause}),
                     .ordering = Ordering::InOrder}));
        }
        QTRY_VERIFY(replies.last()->arrived());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(replies.at(i)->value(), QByteArray::number(i + 1));
    }

    void shouldLetFreeRequestsOvertakeSlowOnes()
    {
        connectSession();
        QList<QByteArray> arrived;
        const auto note = [&arrived](const base::Result<QByteArray> &result) { arrived.append(*result); };
        const auto decode = [](const session::Answer &answer) {
            return base::Result<QByteArray>(answer.scalar());
        };
        m_session->request<QByteArray>({sql("SELECT 'slow' || pg_sleep(0.3)"), Ordering::InOrder, false},
                                       decode, *m_inbox, note);
        m_session->request<QByteArray>({sql("SELECT 'quick'"), Ordering::Free, false}, decode, *m_inbox,
                                       note);
        QTRY_COMPARE(arrived.size(), 2);
        QCOMPARE(arrived, QList<QByteArray>({"quick", "slow"}));
    }

    void shouldOpenAsManyConnectionsAsNeededAndAllowed()
    {
        connectSession();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(valueOf("SELECT 1"), "1"_ba);
        QCOMPARE(backends(), 1);

        QList<ReplyPointer> replies;
        for (int i = 0; i < 8; ++i)
            replies.append(ask(*m_session, *m_inbox, "SELECT pg_sleep(0.05)"));
        QTRY_VERIFY(std::all_of(replies.begin(), replies.end(),
                                [](const auto &reply) { return reply->succeeded(); }));
        QCOMPARE(backends(), m_settings.poolSize);
    }

    void shouldGoOnWithTheConnectionsItHasWhenMoreAreRefused()
    {
        connectSession();
        m_server->psql(u"ALTER ROLE tusk CONNECTION LIMIT 1"_s);
        const auto restore =
            qScopeGuard([this] { m_server->psql(u"ALTER ROLE tusk CONNECTION LIMIT -1"_s); });
        QList<ReplyPointer> replies;
        for (int i = 0; i < 4; ++i)
            replies.append(ask(*m_session, *m_inbox, "SELECT 'x' || pg_sleep(0.05)"));
        QTRY_VERIFY(replies.last()->arrived());
        for (const ReplyPointer &reply : replies)
            QCOMPARE(reply->value(), "x"_ba);
        QCOMPARE(m_session->state(), SessionState::Connected);
    }

    void shouldRepeatWhatFailedInPassing()
    {
        connectSession();
        QCOMPARE(valueOf("SELECT flaky(3)"), "done"_ba);
        QCOMPARE(valueOf("SELECT last_value FROM tries"), "4"_ba);
    }

    void shouldReportAPassingFailureThatDoesNotPass()
    {
        connectSession();
        const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT flaky(1000)");
        QTRY_VERIFY(reply->arrived());
        QVERIFY(reply->failedWith(ErrorKind::Transient));
        QVERIFY(reply->error().connectionUsable);
        QCOMPARE(valueOf("SELECT last_value FROM tries"), "4"_ba);
    }

    void shouldCancelWhatWaits()
    {
        m_settings.poolSize = 1;
        const auto restore = qScopeGuard([this] { m_settings.poolSize = 2; });
        m_session = std::make_unique<DatabaseSession>(m_settings, tests::quickPace);
        connectSession();
        const ReplyPointer running = ask(*m_session, *m_inbox, "SELECT 'x' || pg_sleep(0.1)");
        DatabaseSession::RequestId id = 0;
        const ReplyPointer waiting =
            ask(*m_session, *m_inbox, {.statement = sql("INSERT INTO t (text) VALUES ('no')"), .id = &id});
        m_session->cancel(id);
        QTRY_VERIFY(running->arrived());
        QCOMPARE(running->value(), "x"_ba);
        QVERIFY(waiting->failedWith(ErrorKind::Cancelled));
        QCOMPARE(valueOf("SELECT count(*) FROM t"), "0"_ba);
        QCOMPARE(waiting->count, 1);
    }

    void shouldCancelWhatRunsAndStopItOnTheServer()
    {
        connectSession();
        DatabaseSession::RequestId id = 0;
        const ReplyPointer running =
            ask(*m_session, *m_inbox, {.statement = sql("SELECT pg_sleep(30)"), .id = &id});
        QTRY_COMPARE(runningOnServer(), 1);
        m_session->cancel(id);
        QTRY_VERIFY(running->arrived());
        QVERIFY(running->failedWith(ErrorKind::Cancelled));
        QTRY_COMPARE(runningOnServer(), 0);
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
        QCOMPARE(running->count, 1);
        m_session->cancel(id); // and again, which means nothing
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
    }

    void shouldAnswerEveryOpenRequestWithCancelledWhenClosed()
    {
        connectSession();
        QList<ReplyPointer> replies;
        for (int i = 0; i < 10; ++i)
            replies.append(ask(*m_session, *m_inbox, "SELECT pg_sleep(30)"));
        QTRY_COMPARE(runningOnServer(), m_settings.poolSize);
        QElapsedTimer timer;
        timer.start();
        m_session->close();
        QCOMPARE_LT(timer.elapsed(), 100);
        QCOMPARE(m_session->state(), SessionState::Closed);
        QTRY_VERIFY(replies.last()->arrived());
        QTRY_COMPARE(runningOnServer(), 0); // also stopped on the server
        for (const ReplyPointer &reply : replies) {
            QVERIFY(reply->failedWith(ErrorKind::Cancelled));
            QCOMPARE(reply->count, 1);
        }
    }

    void trap60_shouldNotDeliverAnAnswerThatIsUnderWayWhenClosed()
    {
        connectSession();
        const ReplyPointer reply =
            ask(*m_session, *m_inbox, "INSERT INTO t (text) VALUES ('late') RETURNING id");
        // The worker has answered: the answer lies in our queue of events. Nobody has looked yet.
        while (m_server->psql(u"SELECT count(*) FROM t"_s, m_settings.database).first().first() == "0"_L1)
            QThread::msleep(1);
        QThread::msleep(50);
        m_session->close();
        QTRY_VERIFY(reply->arrived());
        QVERIFY(reply->failedWith(ErrorKind::Cancelled));
        QTest::qWait(20);
        QCOMPARE(reply->count, 1);
    }

    void trap60_shouldDropTheAnswersToAReceiverThatIsGone()
    {
        connectSession();
        const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT 1");
        m_inbox = std::make_unique<base::Inbox>();
        QCOMPARE(valueOf("SELECT 2"), "2"_ba);
        QVERIFY(!reply->arrived());
    }

    void shouldOpenAgainAfterClosing()
    {
        connectSession();
        m_session->close();
        m_session->open();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
    }

    void shouldGiveATaskTheConnectionToItself()
    {
        connectSession();
        std::optional<base::Result<int>> result;
        m_session->run<int>(
            [](session::Connection &connection) -> base::Result<int> {
                const auto first = connection.execute(sql("SELECT pg_backend_pid()"), 1s);
                const auto second = connection.execute(sql("SELECT pg_backend_pid()"), 1s);
                if (!first || !second)
                    return base::Error{};
                return first->scalar() == second->scalar() ? first->scalar().toInt() : 0;
            },
            false, *m_inbox, [&result](base::Result<int> value) { result = std::move(value); });
        QTRY_VERIFY(result);
        QVERIFY(*result);
        QCOMPARE_GT(**result, 0);
    }

    void shouldRunATaskOnTheDirectEndpointAndCloseThatConnection()
    {
        base::ConnectionSettings pooled = m_settings;
        tests::TestServer other;
        const base::ConnectionSettings elsewhere = other.createDatabase();
        pooled.directHost = elsewhere.host;
        pooled.directPort = elsewhere.port;
        // The same name in both: the first database of a new server.
        QCOMPARE(elsewhere.database, m_settings.database);
        other.psql(u"CREATE TABLE only_here ()"_s, elsewhere.database);
        m_session = std::make_unique<DatabaseSession>(pooled, tests::quickPace);
        connectSession();

        std::optional<base::Result<QByteArray>> result;
        m_session->run<QByteArray>(
            [](session::Connection &connection) -> base::Result<QByteArray> {
                auto answer = connection.execute(sql("SELECT 'public.only_here'::regclass"), 1s);
                return answer ? base::Result<QByteArray>(answer->scalar()) : answer.error();
            },
            true, *m_inbox, [&result](base::Result<QByteArray> value) { result = std::move(value); });
        QTRY_VERIFY(result);
        QVERIFY2(*result, *result ? "" : qPrintable(result->error().detail));
        QCOMPARE(**result, "only_here"_ba);
        QTRY_COMPARE(
            other.psql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'tusk'"_s).first().first(),
            u"0"_s);
        QCOMPARE(m_session->state(), SessionState::Connected);
    }

    void shouldCloseAConnectionOnWhichATransactionWasLeftOpen()
    {
        connectSession();
        QSignalSpy states(m_session.get(), &DatabaseSession::stateChanged);
        QTest::ignoreMessage(QtWarningMsg, "\"test\" left a transaction open");
        const ReplyPointer reply = ask(*m_session, *m_inbox, "BEGIN");
        QTRY_VERIFY(reply->arrived());
        QTRY_COMPARE(states.size(), 2); // Connecting, Connected
        QCOMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(m_server->psql(u"SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'"_s)
                     .first()
                     .first(),
                 u"0"_s);
    }

    void trap41_shouldKeepEveryDriverOnItsOwnThread()
    {
        m_settings.poolSize = 1;
        const auto restore = qScopeGuard([this] { m_settings.poolSize = 2; });
        m_session = std::make_unique<DatabaseSession>(m_settings, tests::quickPace);
        connectSession();
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
        std::optional<base::Result<bool>> result;
        m_session->run<bool>(
            [](session::Connection &) {
                // Qt warns and gives nothing out to a thread that does not own it.
                return base::Result<bool>(
                    QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst(), false).isValid());
            },
            false, *m_inbox, [&result](base::Result<bool> value) { result = std::move(value); });
        QTRY_VERIFY(result);
        QVERIFY(**result);
    }

    void shouldTalkThroughTheDriverOfQtForPostgresql()
    {
        m_settings.poolSize = 1;
        const auto restore = qScopeGuard([this] { m_settings.poolSize = 2; });
        m_session = std::make_unique<DatabaseSession>(m_settings, tests::quickPace);
        connectSession();
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
        std::optional<base::Result<QString>> driver;
        m_session->run<QString>(
            [](session::Connection &) {
                return base::Result<QString>(
                    QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst(), false).driverName());
            },
            false, *m_inbox, [&driver](base::Result<QString> name) { driver = std::move(name); });
        QTRY_VERIFY(driver);
        QCOMPARE(**driver, u"QPSQL"_s);
    }

    void trap42_shouldLeaveNoConnectionBehind()
    {
        for (int round = 0; round < 5; ++round) {
            connectSession();
            QCOMPARE(valueOf("SELECT 1"), "1"_ba);
            m_session = std::make_unique<DatabaseSession>(m_settings, tests::quickPace);
        }
        m_session.reset();
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        QTRY_COMPARE(backends(), 0);
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
    int count(const QString &condition)
    {
        return m_server
            ->psql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'tusk' AND "_s + condition)
            .first()
            .first()
            .toInt();
    }
    int backends() { return count(u"true"_s); }
    // Not what a connection does while it is opened.
    int runningOnServer() { return count(u"state = 'active' AND query LIKE '%pg_sleep%'"_s); }

    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<base::Inbox> m_inbox;
    std::unique_ptr<DatabaseSession> m_session;
};

QTEST_GUILESS_MAIN(TestDatabaseSession)
#include "tst_databasesession.moc"
