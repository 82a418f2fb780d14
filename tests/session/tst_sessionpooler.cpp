// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "data/session/databasesession.h"
#include "session/asking.h"
#include "support/noisyneighbours.h"
#include "support/pgbouncer.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QSignalSpy>

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

class TestSessionPooler final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.logStatements = true});
        m_direct = m_server->createDatabase();
        m_pooler = std::make_unique<tests::PgBouncer>(*m_server);
        m_pooled = m_pooler->pooled(m_direct);
        m_server->psql(u"CREATE TABLE t (id int PRIMARY KEY, on_off bool DEFAULT false);"
                       "GRANT ALL ON ALL TABLES IN SCHEMA public TO tusk"_s,
                       m_direct.database);
    }
    void cleanupTestCase()
    {
        m_pooler.reset();
        m_server.reset();
    }

    void prepare() override
    {
        m_server->psql(u"TRUNCATE t; INSERT INTO t SELECT generate_series(1, 100)"_s, m_direct.database);
    }
    void cleanup() { m_sessions.clear(); }

    void trap1_shouldWorkAmongNeighbours()
    {
        const tests::NoisyNeighbours neighbours(m_pooled);
        DatabaseSession &session = *connected();
        QList<ReplyPointer> replies;
        for (int i = 1; i <= 100; ++i) {
            replies.append(ask(session, m_inbox,
                               {.statement = sql("UPDATE t SET on_off = true WHERE id = $1 RETURNING id",
                                                 {QByteArray::number(i)}),
                                .ordering = i % 2 == 0 ? Ordering::InOrder : Ordering::Free}));
        }
        QTRY_VERIFY(allArrived(replies));
        for (int i = 1; i <= 100; ++i)
            QCOMPARE(replies.at(i - 1)->value(), QByteArray::number(i));
        QCOMPARE(count(u"on_off"_s), 100);
        QCOMPARE(neighbours.failures(), 0);
        QCOMPARE_GT(neighbours.statements(), 0);
    }

    void trap1_shouldRunTransactionsAmongNeighbours()
    {
        const tests::NoisyNeighbours neighbours(m_pooled);
        session::Connection connection(m_pooled);
        QVERIFY(connection.open());
        for (int i = 0; i < 100; ++i) {
            const auto answers = connection.executeInTransaction(
                {sql("SET LOCAL statement_timeout = 5000"), sql("SELECT pg_backend_pid(), txid_current()"),
                 sql("SELECT pg_backend_pid(), txid_current()")},
                5s);
            QVERIFY2(answers, answers ? "" : qPrintable(answers.error().detail));
            QCOMPARE(answers->at(1).rows, answers->at(2).rows);
            const auto failing = connection.executeInTransaction({sql("SELECT 1/0")}, 5s);
            QCOMPARE(failing.error().sqlState, "22012"_ba);
            QVERIFY(connection.isOpen());
        }
        QCOMPARE(neighbours.failures(), 0);
    }

    void trap3_shouldNotRunTheStatementsOfAnotherInstance()
    {
        const tests::NoisyNeighbours neighbours(m_pooled);
        DatabaseSession &toggles = *connected();
        DatabaseSession &deletes = *connected();
        const qint64 mark = m_server->logMark();
        QList<ReplyPointer> replies;
        for (int round = 0; round < 60; ++round) {
            replies.append(ask(toggles, m_inbox,
                               {.statement = sql("UPDATE t SET on_off = NOT on_off WHERE id = $1",
                                                 {QByteArray::number(1 + round % 30)})}));
            replies.append(ask(
                deletes, m_inbox,
                {.statement = sql("DELETE FROM t WHERE id = $1", {QByteArray::number(41 + round % 30)})}));
        }
        QTRY_VERIFY(allArrived(replies));
        for (const ReplyPointer &reply : replies)
            QVERIFY(reply->succeeded());
        QCOMPARE(count(u"id BETWEEN 1 AND 40 OR id > 70"_s), 70);
        QCOMPARE(count(u"id BETWEEN 41 AND 70"_s), 0);
        QCOMPARE(count(u"on_off"_s), 0); // each was toggled twice
        for (const QString &line : m_server->logLines(mark))
            QVERIFY2(!line.contains("PREPARE"_L1) && !line.contains("DEALLOCATE"_L1), qPrintable(line));
    }

    void trap6_shouldLeaveNoStateBehindButWhatTheDriverSets()
    {
        const qint64 mark = m_server->logMark();
        {
            DatabaseSession &session = *connected();
            QCOMPARE(valueOf(session, "SELECT 1"), "1"_ba);
            session::Connection connection(m_pooled);
            QVERIFY(connection.open());
            QVERIFY(
                connection.executeInTransaction({sql("SET LOCAL work_mem = '77MB'"), sql("SELECT 1")}, 5s));
        }
        m_sessions.clear();
        QStringList sets;
        for (const auto &statement : m_server->statements(mark)) {
            // With a semicolon: PgBouncer's, which gives each client its startup parameters back.
            const bool ofPooler = statement.text.endsWith(u';');
            if (!ofPooler && statement.text.contains("SET "_L1) && !statement.text.contains("SET LOCAL"_L1))
                sets.append(statement.text);
        }
        sets.removeDuplicates();
        sets.sort();
        // The driver's own, which a client finds anyway, or which changes how bytea is written only.
        QCOMPARE(sets, QStringList({u"SET CLIENT_ENCODING TO 'UNICODE'"_s, u"SET DATESTYLE TO 'ISO'"_s,
                                    u"SET bytea_output TO escape"_s}));
        for (int i = 0; i < 10; ++i) {
            tests::SqlClient client(m_pooled);
            QCOMPARE(client.rows(u"SHOW work_mem"_s).first().first(), u"4MB"_s);
            QCOMPARE(client.rows(u"SHOW search_path"_s).first().first(), u"\"$user\", public"_s);
            QCOMPARE(client.rows(u"SHOW TimeZone"_s), m_server->psql(u"SHOW TimeZone"_s));
        }
    }

    void trap7_shouldNotSendOptionsThatAPoolerRefuses()
    {
        qputenv("PGOPTIONS", "-c geqo=off");
        const auto restore = qScopeGuard([] { qunsetenv("PGOPTIONS"); });
        {
            // The pooler does refuse them.
            const tests::SqlClient client(m_pooled);
            QVERIFY(!client.isConnected());
            QVERIFY2(client.message().contains("unsupported startup parameter"_L1),
                     qPrintable(client.message()));
        }
        session::Connection connection(m_pooled);
        const auto opened = connection.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    }

    void shouldListenPastThePooler()
    {
        m_pooled.listen = true;
        DatabaseSession &session = *made();
        QSignalSpy listening(&session, &DatabaseSession::listening);
        QSignalSpy notified(&session, &DatabaseSession::notified);
        session.open();
        QTRY_COMPARE(listening.size(), 1);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(valueOf(session, "NOTIFY tusk, 'x'"), ""_ba);
        QTRY_COMPARE(notified.size(), 20);
    }

    void shouldRunTasksPastThePooler()
    {
        DatabaseSession &session = *connected();
        std::optional<base::Result<QByteArray>> name;
        session.run<QByteArray>(
            [](session::Connection &connection) -> base::Result<QByteArray> {
                // Nothing but the direct endpoint keeps the state of a session.
                for (const char *text : {"SET application_name = 'direct'", "SELECT 1", "SELECT 2"}) {
                    if (auto answer = connection.execute(sql(text), 5s); !answer)
                        return answer.error();
                }
                auto answer = connection.execute(sql("SHOW application_name"), 5s);
                return answer ? base::Result<QByteArray>(answer->scalar()) : answer.error();
            },
            true, m_inbox, [&name](base::Result<QByteArray> value) { name = std::move(value); });
        QTRY_VERIFY(name);
        QVERIFY2(*name, *name ? "" : qPrintable(name->error().detail));
        QCOMPARE(**name, "direct"_ba);
    }

    void trap16_shouldTellThatTheServerBehindThePoolerIsDown()
    {
        tests::PgBouncer pooler(*m_server, {{u"server_login_retry"_s, u"1"_s}});
        base::ConnectionSettings settings = pooler.pooled(m_direct);
        settings.connectTimeout = 2s;
        settings.statementTimeout = 300ms;
        DatabaseSession session(settings, tests::quickPace);
        session.open();
        QTRY_COMPARE(session.state(), SessionState::Connected);
        m_server->stop();
        const auto start = qScopeGuard([this] {
            if (!m_server->isRunning())
                m_server->start();
        });
        const ReplyPointer reply = ask(session, m_inbox, "SELECT 1");
        QTRY_VERIFY(reply->arrived()); // the pooler keeps it waiting, the watchdog does not
        QVERIFY2(!reply->error().connectionUsable, base::toString(reply->error().kind));
        QTRY_COMPARE(session.lastError().sentence,
                     u"The database server behind the connection pooler cannot be reached."_s);
        QCOMPARE(session.lastError().kind, ErrorKind::NoConnection);
        m_server->start();
        QTRY_COMPARE(session.state(), SessionState::Connected);
    }

    void shouldNotListenThroughAPoolerThatNoWayPastIsKnownOf()
    {
        // Given
        const qint64 mark = m_server->logMark();
        base::ConnectionSettings settings = m_pooled;
        settings.directHost.clear();
        settings.directPort = 0;
        DatabaseSession session(settings, tests::quickPace);
        const QSignalSpy found(&session, &DatabaseSession::foundPooler);
        const QSignalSpy listening(&session, &DatabaseSession::listening);
        // When
        session.open();
        // Then
        QTRY_COMPARE(found.size(), 1);
        session.retryNow();
        QCOMPARE(valueOf(session, "SELECT 1"), "1"_ba);
        QVERIFY(listening.isEmpty());
        QVERIFY(session.isDeaf());
        QCOMPARE(listened(mark), 0);
    }

    void shouldListenWhereTheAddressIsNamedAsDirect()
    {
        base::ConnectionSettings settings = m_pooled;
        settings.directHost = settings.host;
        settings.directPort = settings.port;
        DatabaseSession session(settings, tests::quickPace);
        const QSignalSpy listening(&session, &DatabaseSession::listening);
        session.open();
        QTRY_COMPARE(listening.size(), 1);
    }

private:
    qsizetype listened(qint64 mark)
    {
        const auto statements = m_server->statements(mark);
        return std::count_if(statements.begin(), statements.end(),
                             [](const auto &statement) { return statement.text.contains(u"LISTEN tusk"_s); });
    }
    DatabaseSession *made()
    {
        m_sessions.push_back(std::make_unique<DatabaseSession>(m_pooled, tests::quickPace));
        return m_sessions.back().get();
    }
    DatabaseSession *connected()
    {
        DatabaseSession *session = made();
        session->open();
        [session] { QTRY_COMPARE(session->state(), SessionState::Connected); }();
        return session;
    }
    QByteArray valueOf(DatabaseSession &session, const char *text)
    {
        const ReplyPointer reply = ask(session, m_inbox, text);
        [&reply] { QTRY_VERIFY(reply->arrived()); }();
        return reply->value();
    }
    static bool allArrived(const QList<ReplyPointer> &replies)
    {
        return std::all_of(replies.begin(), replies.end(),
                           [](const auto &reply) { return reply->arrived(); });
    }
    int count(const QString &condition)
    {
        return m_server->psql(u"SELECT count(*) FROM t WHERE "_s + condition, m_direct.database)
            .first()
            .first()
            .toInt();
    }

    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<tests::PgBouncer> m_pooler;
    base::ConnectionSettings m_direct;
    base::ConnectionSettings m_pooled;
    base::Inbox m_inbox;
    std::vector<std::unique_ptr<DatabaseSession>> m_sessions;
};

QTEST_GUILESS_MAIN(TestSessionPooler)
#include "tst_sessionpooler.moc"
