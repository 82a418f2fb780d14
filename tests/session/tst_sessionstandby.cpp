// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"
#include "session/asking.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QSignalSpy>

#include <algorithm>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::DatabaseSession;
using session::SessionState;
using tests::ask;
using tests::ReplyPointer;

// A real standby: it follows another server, can be read, and refuses to write and to LISTEN.
class TestSessionStandby final : public tests::TestCase
{
    Q_OBJECT

protected:
    void prepare() override
    {
        m_standby = std::make_unique<tests::TestServer>(
            tests::TestServerOptions{.tcp = true, .logStatements = true, .standbyOf = m_primary.get()});
        m_settings = m_standby->onSocket(m_there);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_primary = std::make_unique<tests::TestServer>(tests::TestServerOptions{.logStatements = true});
        m_there = m_primary->createDatabase();
        m_primary->psql(u"CREATE TABLE t (id int); INSERT INTO t VALUES (7); GRANT ALL ON t TO tusk"_s,
                        m_there.database);
    }
    void cleanupTestCase() { m_primary.reset(); }
    void cleanup()
    {
        m_listening.reset();
        m_found.reset();
        m_session.reset();
        m_standby.reset();
    }

    void shouldReadAndTellOnceThatItIsAStandby()
    {
        open(tests::quickPace);
        QTRY_COMPARE(m_found->size(), 1);

        // It is tried again when the session is used, and not told again.
        QTRY_COMPARE_GE((use(), triesToListen()), 3);

        QCOMPARE(m_found->size(), 1);
        QVERIFY(m_listening->isEmpty());
        QVERIFY(m_session->isDeaf());
        QCOMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(valueOf("SELECT id FROM t"), "7"_ba);
    }

    void shouldRefuseToWriteAndGoOnReading()
    {
        open(tests::quickPace);
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        const ReplyPointer reply = ask(*m_session, *m_inbox, "INSERT INTO t VALUES (8)");
        QTRY_VERIFY(reply->arrived());
        QCOMPARE(reply->error().kind, ErrorKind::ReadOnlyServer);
        QVERIFY(reply->error().connectionUsable);
        QCOMPARE(valueOf("SELECT count(*) FROM t"), "1"_ba);
    }

    void shouldNotTryToListenAgainWithEachRequest()
    {
        session::SessionPace pace = tests::quickPace;
        pace.retry.ceiling = 60s;
        open(pace);
        QTRY_COMPARE(m_found->size(), 1);

        for (int i = 0; i < 20; ++i)
            use();

        QCOMPARE(triesToListen(), 1);
    }

    void trap19_shouldNotTryToListenAgainWhileNobodyUsesIt()
    {
        open(tests::quickPace); // which would try again after a tenth of a second
        QTRY_COMPARE(m_found->size(), 1);
        QTest::qWait(500);
        QCOMPARE(triesToListen(), 1);
    }

    void shouldTryToListenOnANewConnection()
    {
        session::SessionPace pace = tests::quickPace;
        pace.retry.ceiling = 60s;
        open(pace);
        QTRY_COMPARE(m_found->size(), 1);

        m_standby->terminateBackends(m_there.database);

        QTRY_COMPARE(triesToListen(), 2);
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QCOMPARE(m_found->size(), 1);
    }

    void shouldForgetWhatWasWrongOnceItCanBeAskedAgain()
    {
        base::ConnectionSettings there = m_settings;
        there.host = u"127.0.0.1"_s;
        tests::Proxy network(there);
        m_settings.directHost = network.settings().host;
        m_settings.directPort = network.settings().port;
        open(tests::quickPace);
        const QSignalSpy failed(m_session.get(), &DatabaseSession::listeningFailed);
        QTRY_COMPARE(m_found->size(), 1);
        network.refuse();
        QTRY_COMPARE((use(), failed.size()), 1);
        QVERIFY(m_session->listeningFailure());

        network.accept();

        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(!m_session->listeningFailure());
        QCOMPARE(m_found->size(), 1);
    }

    void shouldKnowFromTheLoginThatItIsAStandby()
    {
        if (version() < 140000)
            QSKIP("Before version 14 no server says it at the login.");
        m_settings.listen = false;
        open(tests::quickPace);
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QVERIFY(m_session->isStandby());

        m_standby->psql(u"SELECT pg_promote()"_s);
        m_standby->terminateBackends(m_there.database);

        QTRY_VERIFY(m_session->state() == SessionState::Connected && !m_session->isStandby());
        QVERIFY(m_found->isEmpty()); // it was never asked to listen
    }

    void shouldListenWhenItWasPromoted()
    {
        open(tests::quickPace);
        QSignalSpy notified(m_session.get(), &DatabaseSession::notified);
        QTRY_COMPARE(m_found->size(), 1);

        m_standby->psql(u"SELECT pg_promote()"_s);

        QTRY_COMPARE((use(), m_listening->size()), 1);
        QVERIFY(!m_session->isDeaf());
        m_standby->psql(u"NOTIFY tusk, 'heard'"_s, m_there.database);
        QTRY_COMPARE(notified.size(), 1);
        QCOMPARE(valueOf("INSERT INTO t VALUES (8) RETURNING id"), "8"_ba);
    }

private:
    int version()
    {
        return m_standby->psql(u"SELECT current_setting('server_version_num')"_s).first().first().toInt();
    }
    void open(const session::SessionPace &pace)
    {
        m_session = std::make_unique<DatabaseSession>(m_settings, pace);
        m_found = std::make_unique<QSignalSpy>(m_session.get(), &DatabaseSession::foundStandby);
        m_listening = std::make_unique<QSignalSpy>(m_session.get(), &DatabaseSession::listening);
        m_session->open();
    }
    QByteArray valueOf(const char *text)
    {
        const ReplyPointer reply = ask(*m_session, *m_inbox, text);
        [&reply] { QTRY_VERIFY(reply->arrived()); }();
        return reply->value();
    }
    void use() { QCOMPARE(valueOf("SELECT 'used'"), "used"_ba); }
    [[nodiscard]] int triesToListen() const
    {
        const auto statements = m_standby->statements();
        return static_cast<int>(std::ranges::count_if(
            statements, [](const auto &statement) { return statement.text.contains(u"LISTEN tusk"_s); }));
    }

    std::unique_ptr<tests::TestServer> m_primary;
    std::unique_ptr<tests::TestServer> m_standby;
    base::ConnectionSettings m_there;
    base::ConnectionSettings m_settings;
    std::unique_ptr<base::Inbox> m_inbox = std::make_unique<base::Inbox>();
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<QSignalSpy> m_found;
    std::unique_ptr<QSignalSpy> m_listening;
};

QTEST_GUILESS_MAIN(TestSessionStandby)
#include "tst_sessionstandby.moc"
