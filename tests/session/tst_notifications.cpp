// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"
#include "session/asking.h"
#include "support/fakeserver.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QSignalSpy>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using session::DatabaseSession;
using session::SessionState;
using tests::ask;
using tests::ReplyPointer;

class TestNotifications final : public tests::TestCase
{
    Q_OBJECT

    static session::SessionPace sleepyPace()
    {
        session::SessionPace sleepy = tests::quickPace;
        sleepy.quietTime = 200ms;
        return sleepy;
    }
    // The server suspends once nobody has used its connections for the quiet time. Nothing tells of either.
    void fallAsleep(int connections)
    {
        QTest::qWait(300);
        QTRY_COMPARE(backends(), connections); // that of the test before has left
        QCOMPARE(m_server->terminateBackends(m_direct.database), connections);
        QTRY_COMPARE(backends(), 0);
        QTest::qWait(100);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server =
            std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true, .logStatements = true});
        m_direct = m_server->createDatabase();
        m_direct.sslMode = u"disable"_s; // one connection is one connection
        m_server->psql(u"CREATE TABLE t (id serial); GRANT ALL ON ALL TABLES IN SCHEMA public TO tusk"_s,
                       m_direct.database);
    }
    void cleanupTestCase() { m_server.reset(); }

    void prepare() override
    {
        // Statements go straight to the server; the listener has a way of its own, which can be cut.
        m_proxy = std::make_unique<tests::Proxy>(m_direct);
        m_settings = m_direct;
        m_settings.directHost = m_proxy->settings().host;
        m_settings.directPort = m_proxy->settings().port;
        m_inbox = std::make_unique<base::Inbox>();
        renewSession(tests::quickPace);
    }
    void cleanup()
    {
        m_listening.reset();
        m_notified.reset();
        m_session.reset();
        m_proxy.reset();
        m_server->psql(u"TRUNCATE t"_s, m_direct.database);
    }

    void shouldPassOnWhatIsAnnounced()
    {
        listen();
        m_server->psql(u"NOTIFY tusk, 'first'; NOTIFY other, 'no'; NOTIFY tusk, 'Grüße'; NOTIFY tusk"_s,
                       m_direct.database);
        QTRY_COMPARE(m_notified->size(), 3);
        QCOMPARE(m_notified->at(0).at(0).toByteArray(), "first"_ba);
        QCOMPARE(m_notified->at(1).at(0).toByteArray(), "Gr\xc3\xbc\xc3\x9f"
                                                        "e"_ba);
        QCOMPARE(m_notified->at(2).at(0).toByteArray(), ""_ba);
    }

    void shouldListenOnTheDirectEndpointAndSayNothingElseThere()
    {
        const qint64 mark = m_server->logMark();
        listen();
        QCOMPARE(m_proxy->connections(), 1);
        QStringList listened;
        for (const auto &statement : m_server->statements(mark)) {
            if (statement.text.contains(u"LISTEN"_s))
                listened.append(statement.text);
        }
        QCOMPARE(listened, QStringList({u"LISTEN tusk; SELECT pg_catalog.pg_backend_pid()"_s}));
    }

    void shouldNotListenWhenTheSettingsSaySo()
    {
        m_settings.listen = false;
        renewSession(tests::quickPace);
        m_session->open();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
        QCOMPARE(m_proxy->connections(), 0);
    }

    void trap22_shouldCatchUpOnWhatWasAnnouncedWhileItWasDeaf()
    {
        listen();
        m_proxy->cut(tests::Proxy::NewConnections::Refused);
        m_server->psql(u"INSERT INTO t DEFAULT VALUES; NOTIFY tusk, 'missed'"_s, m_direct.database);
        QCOMPARE(m_session->state(), SessionState::Connected); // deaf, not dumb
        m_proxy->accept();
        QTRY_COMPARE(m_listening->size(), 2);
        QCOMPARE(m_notified->size(), 0);
        // Who asks now sees it, and nothing that comes later is missed.
        QCOMPARE(valueOf("SELECT count(*) FROM t"), "1"_ba);
        m_server->psql(u"NOTIFY tusk, 'heard'"_s, m_direct.database);
        QTRY_COMPARE(m_notified->size(), 1);
    }

    void trap22_shouldListenAgainAfterTheServerRestarts()
    {
        listen();
        m_server->restart();
        QTRY_COMPARE(m_listening->size(), 2);
        m_server->psql(u"NOTIFY tusk, 'heard'"_s, m_direct.database);
        QTRY_COMPARE(m_notified->size(), 1);
    }

    void shouldSayWhyItDoesNotListenUntilItDoes()
    {
        m_proxy->refuse();
        const QSignalSpy failed(m_session.get(), &DatabaseSession::listeningFailed);
        m_session->open();
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(m_session->state(), SessionState::Connected);
        QVERIFY(m_session->isDeaf());
        QCOMPARE(m_session->listeningFailure()->kind, base::ErrorKind::NoConnection);

        m_proxy->accept();

        QTRY_COMPARE(m_listening->size(), 1);
        QVERIFY(!m_session->listeningFailure());
        QVERIFY(!m_session->isDeaf());
    }

    void shouldListenAtOnceWhenSomebodyWantsIt()
    {
        session::SessionPace slow = tests::quickPace;
        slow.retry.first = slow.retry.earlyCeiling = slow.retry.ceiling = 10min;
        renewSession(slow);
        listen();

        m_proxy->cut();

        QTRY_COMPARE((m_session->retryNow(), m_listening->size()), 2);
    }

    void shouldListenWhereItWasRefusedWhenSomebodySaysThatItIsMended()
    {
        const tests::FakeServer stranger(
            {.sqlState = "28000", .message = "no pg_hba.conf entry for host \"127.0.0.1\""});
        m_proxy->leadTo(stranger.settings());
        m_session->open();
        QTRY_VERIFY(m_session->listeningFailure());
        m_proxy->leadTo(m_direct);

        m_session->listenAgain();

        QTRY_COMPARE(m_listening->size(), 1);
        QVERIFY(!m_session->listeningFailure());
        QVERIFY(!m_session->isDeaf());
    }

    void shouldSayNothingOfWhatIsOverWithTheNextTry()
    {
        listen();
        const QSignalSpy failed(m_session.get(), &DatabaseSession::listeningFailed);
        m_proxy->cut();
        QTRY_COMPARE(m_listening->size(), 2);
        QVERIFY(failed.isEmpty());
    }

    // That it does not listen then is told in other words.
    void shouldForgetWhatWasWrongWhereItFindsAPooler()
    {
        // The number that it gives at the login is that of no backend.
        const tests::FakeServer pooler(
            {.message = "no", .when = tests::FakeServer::Failure::When::AtFirstStatement});
        m_settings = m_proxy->settings(); // no way past a pooler is named
        renewSession(tests::quickPace);
        const QSignalSpy found(m_session.get(), &DatabaseSession::foundPooler);
        listen();
        m_proxy->refuse();
        m_server->psql(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"_s);
        QTRY_VERIFY(m_session->listeningFailure());

        m_proxy->leadTo(pooler.settings());
        m_proxy->accept();

        QTRY_COMPARE(found.size(), 1);
        QVERIFY(!m_session->listeningFailure());
        QVERIFY(m_session->isDeaf());
    }

    void shouldStopListeningWhenClosed()
    {
        listen();
        m_session->close();
        QTRY_COMPARE(m_proxy->openConnections(), 0);
        m_server->psql(u"NOTIFY tusk, 'late'"_s, m_direct.database);
        QTest::qWait(50);
        QCOMPARE(m_notified->size(), 0);
    }

    void trap19_shouldSayNothingWhileIdle()
    {
        listen();
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
        const qint64 mark = m_server->logMark();
        QTest::qWait(2000);
        QVERIFY(m_server->statements(mark).isEmpty());
        QCOMPARE(m_session->state(), SessionState::Connected);
    }

    void trap19_shouldLetAServerSleepThatEndsAnIdleConnection()
    {
        if (number(u"SELECT current_setting('server_version_num')"_s) < 140000)
            QSKIP("Before version 14 no server counts its sessions.");
        renewSession(sleepyPace());
        listen();
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
        QTest::qWait(300);

        // A serverless database suspends: it ends every connection.
        const int before = sessions();
        QTRY_COMPARE(backends(), 2); // that of the test before has left
        QCOMPARE(m_server->terminateBackends(m_direct.database), 2);
        QTest::qWait(500);

        // Nobody wakes it.
        QCOMPARE(backends(), 0);
        QCOMPARE(sessions(), before);
        QCOMPARE(m_session->state(), SessionState::Connected);

        // Until somebody uses it: then it is there, and what was announced meanwhile can be caught up with.
        QCOMPARE(valueOf("SELECT 2"), "2"_ba);
        QTRY_COMPARE(m_listening->size(), 2);
    }

    void trap19_shouldWakeASleepingServerWhenTheWindowGetsTheFocus()
    {
        renewSession(sleepyPace());
        listen();
        fallAsleep(2);
        m_session->retryNow();
        QTRY_COMPARE(m_listening->size(), 2);
    }

    // Whoever comes back has to ask for what was changed, and reads why.
    void shouldKnowWhyItDidNotListenWhileTheServerSleeps()
    {
        renewSession(sleepyPace());
        m_proxy->refuse();
        m_session->open();
        QTRY_VERIFY(m_session->listeningFailure());
        fallAsleep(1);

        QCOMPARE(m_session->state(), SessionState::Connected);
        QVERIFY(m_session->listeningFailure());
        QVERIFY(m_session->isDeaf());

        m_proxy->accept();
        m_session->retryNow();

        QTRY_COMPARE(m_listening->size(), 1);
        QVERIFY(!m_session->listeningFailure());
    }

    void shouldTellWhenASleepingServerDoesNotWake()
    {
        renewSession(sleepyPace());
        listen();
        QTest::qWait(300);
        m_server->stop();
        const auto start = qScopeGuard([this] {
            if (!m_server->isRunning())
                m_server->start();
        });
        QTest::qWait(100);
        QCOMPARE(m_session->state(), SessionState::Connected);
        const ReplyPointer reply = ask(*m_session, *m_inbox, "SELECT 1");
        QTRY_VERIFY(reply->failedWith(base::ErrorKind::NoConnection));
        QTRY_COMPARE(m_session->state(), SessionState::Offline);
        m_server->start();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
    }

    void shouldReconnectAtOnceWhenSomebodyHasJustUsedIt()
    {
        session::SessionPace sleepy = tests::quickPace;
        sleepy.quietTime = 10s;
        renewSession(sleepy);
        listen();
        QTRY_COMPARE(backends(), 2); // that of the test before has left
        QCOMPARE(m_server->terminateBackends(m_direct.database), 2);
        QTRY_COMPARE(m_listening->size(), 2);
    }

private:
    void renewSession(const session::SessionPace &pace)
    {
        m_session = std::make_unique<DatabaseSession>(m_settings, pace);
        m_listening = std::make_unique<QSignalSpy>(m_session.get(), &DatabaseSession::listening);
        m_notified = std::make_unique<QSignalSpy>(m_session.get(), &DatabaseSession::notified);
    }
    void listen()
    {
        m_session->open();
        QTRY_COMPARE(m_listening->size(), 1);
    }
    QByteArray valueOf(const char *text)
    {
        const ReplyPointer reply = ask(*m_session, *m_inbox, text);
        [&reply] { QTRY_VERIFY(reply->arrived()); }();
        return reply->value();
    }
    int number(const QString &sql) { return m_server->psql(sql).first().first().toInt(); }
    int backends() { return number(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'tusk'"_s); }
    int sessions()
    {
        return number(u"SELECT sessions FROM pg_stat_database WHERE datname = '%1'"_s.arg(m_direct.database));
    }

    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_direct;
    base::ConnectionSettings m_settings;
    std::unique_ptr<tests::Proxy> m_proxy;
    std::unique_ptr<base::Inbox> m_inbox;
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<QSignalSpy> m_listening;
    std::unique_ptr<QSignalSpy> m_notified;
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
