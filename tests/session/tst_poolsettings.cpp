// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"
#include "data/session/worker.h"
#include "session/asking.h"
#include "support/programhandle.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::DatabaseSession;
using session::Ordering;
using session::SessionState;
using session::Worker;
using tests::ask;
using tests::ReplyPointer;
using tests::sql;

// What an environment says of its pool is what the server sees.
class TestPoolSettings final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>();
        m_database = m_server->createDatabase();
        m_database.listen = false;
        m_database.password.clear(); // trusted, so one connection is one connection
        m_server->psql(u"CREATE TABLE t (id serial); GRANT ALL ON ALL TABLES IN SCHEMA public TO tusk;"
                       "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO tusk"_s,
                       m_database.database);
    }
    void cleanupTestCase() { m_server.reset(); }
    void prepare() override { m_settings = m_database; }
    void cleanup()
    {
        m_session.reset();
        QTRY_COMPARE(backends(), 0);
    }

    void shouldHaveNoMoreBackendsThanThePoolMayHave_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 3, 6})
            QTest::addRow("%d", size) << size;
    }
    void shouldHaveNoMoreBackendsThanThePoolMayHave()
    {
        QFETCH(const int, size);
        m_settings.poolSize = size;
        connectSession();
        const QList<ReplyPointer> replies = askMany(4 * size);
        QTRY_COMPARE(backends(), size);
        QTRY_VERIFY(haveArrived(replies));
        QCOMPARE(backends(), size);
    }

    // It only waits, so that a statement has to wait for nothing but statements.
    void shouldHearOfOthersByOneConnectionMore()
    {
        m_settings.listen = true;
        m_settings.poolSize = 2;
        connectSession();
        QTRY_COMPARE(backends(), 2); // one of the pool so far
        const QList<ReplyPointer> replies = askMany(8);
        QTRY_COMPARE(backends(), 3);
        QTRY_VERIFY(haveArrived(replies));
        QCOMPARE(backends(), 3);
    }

    void shouldKeepThePoolsOfTwoEnvironmentsApart()
    {
        base::ConnectionSettings other = m_server->createDatabase();
        other.listen = false;
        other.password.clear();
        other.poolSize = 1;
        other.minimumIdle = 1;
        m_settings.poolSize = 3;
        m_settings.minimumIdle = 3;
        connectSession();
        DatabaseSession second(other, tests::quickPace);
        second.open();
        QTRY_COMPARE(second.state(), SessionState::Connected);
        const QList<ReplyPointer> replies = askMany(12) + askMany(4, second);
        QTRY_VERIFY(haveArrived(replies));
        QCOMPARE(backends(m_settings.database), 3);
        QCOMPARE(backends(other.database), 1);
    }

    void shouldKeepNamesAndTimesOfTwoEnvironmentsApart()
    {
        base::ConnectionSettings other = m_server->createDatabase();
        other.listen = false;
        other.password.clear();
        other.poolSize = m_settings.poolSize = 1;
        other.applicationName = u"patient"_s;
        m_settings.applicationName = u"hasty"_s;
        m_settings.acquireTimeout = 100ms;
        m_settings.statementTimeout = 2s;
        m_settings.recycleAge = 1s;
        connectSession();
        DatabaseSession patient(other, tests::quickPace);
        patient.open();
        QTRY_COMPARE(patient.state(), SessionState::Connected);

        // One connection, which is busy
        const QList<ReplyPointer> running{ask(*m_session, m_inbox, "SELECT 'x' || pg_sleep(0.5)"),
                                          ask(patient, m_inbox, "SELECT 'x' || pg_sleep(0.5)")};
        const ReplyPointer waiting = ask(*m_session, m_inbox, "SELECT 1");
        const ReplyPointer waitingPatiently = ask(patient, m_inbox, "SELECT 1");
        QTRY_VERIFY(waiting->failedWith(ErrorKind::Transient));
        QCOMPARE(applicationsIn(m_settings.database), u"hasty"_s);
        QCOMPARE(applicationsIn(other.database), u"patient"_s);
        QTRY_VERIFY(haveArrived(running));
        QTRY_COMPARE(waitingPatiently->value(), "1"_ba);

        // A statement that takes long
        const ReplyPointer slow = ask(*m_session, m_inbox, "SELECT 'x' || pg_sleep(3)");
        const ReplyPointer slowForThePatient = ask(patient, m_inbox, "SELECT 'x' || pg_sleep(3)");
        QTRY_VERIFY(slow->failedWith(ErrorKind::Timeout));
        QTRY_COMPARE(slowForThePatient->value(), "x"_ba);

        // A connection that nobody needs
        QTRY_COMPARE(backends(m_settings.database), 0);
        QCOMPARE(backends(other.database), 1);
    }

    void shouldCloseIdleConnectionsAfterTheirAge_data()
    {
        QTest::addColumn<int>("minimum");
        QTest::addRow("all") << 0;
        QTest::addRow("but the least") << 2;
    }
    void shouldCloseIdleConnectionsAfterTheirAge()
    {
        QFETCH(const int, minimum);
        m_settings.poolSize = 4;
        m_settings.minimumIdle = minimum;
        m_settings.recycleAge = 1s;
        connectSession();
        auto gate = std::make_unique<tests::SqlClient>(m_server->superuser(m_settings.database));
        QVERIFY(gate->ask(u"SELECT pg_advisory_lock(1)"_s).ok);
        QList<ReplyPointer> replies;
        for (int i = 0; i < 8; ++i)
            replies.append(ask(*m_session, m_inbox, "SELECT 'x' || pg_advisory_xact_lock_shared(1)"));
        QTRY_COMPARE(backends(), 4);
        gate.reset();
        QTRY_VERIFY(haveArrived(replies));
        QTRY_COMPARE(backends(), minimum);

        QCOMPARE(m_session->state(), SessionState::Connected);
        const ReplyPointer reply = ask(*m_session, m_inbox, "SELECT 'still there'");
        QTRY_VERIFY(reply->arrived());
        QCOMPARE(reply->value(), "still there"_ba);
    }

    void shouldKeepAConnectionThatIsUsed()
    {
        m_settings.poolSize = 1;
        m_settings.recycleAge = 2s;
        connectSession();
        const QByteArray first = valueOf("SELECT pg_backend_pid()");
        // Longer than the age in all, and never idle for so long
        for (int i = 0; i < 6; ++i)
            QCOMPARE(valueOf("SELECT 'x' || pg_sleep(0.4)"), "x"_ba);
        QCOMPARE(valueOf("SELECT pg_backend_pid()"), first);
    }

    void shouldOpenTheLeastThatStay()
    {
        m_settings.poolSize = 4;
        m_settings.minimumIdle = 3;
        connectSession();
        QTRY_COMPARE(backends(), 3);
        m_server->terminateBackends(m_settings.database);
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
        QTRY_COMPARE(backends(), 3);
    }

    void shouldNotOpenMoreThanThePoolMayHaveToKeepTheLeast()
    {
        m_settings.poolSize = 2;
        m_settings.minimumIdle = 3;
        connectSession();
        QTRY_COMPARE(backends(), 2);
        QCOMPARE(valueOf("SELECT 1"), "1"_ba);
        QCOMPARE(backends(), 2);
    }

    void shouldSayThatAllConnectionsAreBusy()
    {
        m_settings.poolSize = 1;
        m_settings.acquireTimeout = 100ms;
        connectSession();
        DatabaseSession::RequestId slow = 0;
        const ReplyPointer running =
            ask(*m_session, m_inbox, {.statement = sql("SELECT 'x' || pg_sleep(60)"), .id = &slow});
        const ReplyPointer waiting = ask(*m_session, m_inbox, "SELECT 1");
        QTRY_VERIFY(waiting->arrived());
        QVERIFY(waiting->failedWith(ErrorKind::Transient));
        QCOMPARE(waiting->error().sentence, u"All connections to the database are busy; nothing was sent."_s);
        QVERIFY(waiting->error().connectionUsable);
        QVERIFY(!running->arrived());

        m_session->cancel(slow);
        QTRY_VERIFY(running->arrived());
        QCOMPARE(valueOf("SELECT 'again'"), "again"_ba);
    }

    void shouldNotTakeWaitingInOrderForWaitingForAConnection()
    {
        m_settings.poolSize = 2;
        m_settings.acquireTimeout = 100ms;
        connectSession();
        const QByteArray slow = "SELECT 'x' || pg_sleep(0.3)";
        const ReplyPointer first =
            ask(*m_session, m_inbox, {.statement = sql(slow.constData()), .ordering = Ordering::InOrder});
        const ReplyPointer second =
            ask(*m_session, m_inbox, {.statement = sql("SELECT 'second'"), .ordering = Ordering::InOrder});
        QTRY_VERIFY(second->arrived());
        QCOMPARE(first->value(), "x"_ba);
        QCOMPARE(second->value(), "second"_ba);
    }

    // The server ends the connection while the worker is not looking: between two jobs, of which the second
    // is there already when the first ends.
    void shouldLookAtTheConnectionBeforeAStatementIsSent_data()
    {
        QTest::addColumn<bool>("prePing");
        QTest::newRow("with pre-ping") << true;
        QTest::newRow("without") << false;
    }
    void shouldLookAtTheConnectionBeforeAStatementIsSent()
    {
        QFETCH(const bool, prePing);
        m_settings.prePing = prePing;
        std::optional<Worker::Event> end;
        std::unique_ptr<Worker> worker;
        std::optional<base::Error> refusal;
        const auto statement = std::make_shared<session::Job>();
        statement->statement = sql("SELECT 1");
        statement->done = [&refusal](const base::Result<session::Answer> &answer,
                                     const session::TicketPointer &) { refusal = answer.error(); };
        const auto first = std::make_shared<session::Job>();
        first->task = [&](const base::Result<session::Connection *> &, const session::TicketPointer &) {
            endBackends();
            worker->send(statement);
        };
        worker = std::make_unique<Worker>(1, m_settings, session::CertificateJudge(), m_inbox.address(),
                                          [&](Worker::Id, const Worker::Event &event) {
                                              if (event.kind == Worker::Event::Kind::Opened)
                                                  worker->send(first);
                                              if (event.kind == Worker::Event::Kind::Ended)
                                                  end = event;
                                          });
        QTRY_VERIFY(end);
        worker.reset();

        // What was not sent can be carried out by another connection, whatever it is.
        QCOMPARE(refusal.has_value(), !prePing);
        QVERIFY(end->answered == (prePing ? nullptr : statement));
        QVERIFY(end->reason.kind == ErrorKind::ConnectionLost);
    }

    void shouldChangeNothingWhereOnlyReadingIsAllowed()
    {
        m_settings.readOnly = true;
        connectSession();
        QCOMPARE(valueOf("SELECT count(*) FROM t"), "0"_ba);
        const ReplyPointer refused = ask(*m_session, m_inbox, "INSERT INTO t DEFAULT VALUES RETURNING id");
        QTRY_VERIFY(refused->arrived());
        QVERIFY(refused->failedWith(ErrorKind::ReadOnlyServer));
        QCOMPARE(valueOf("SELECT count(*) FROM t"), "0"_ba);
    }

private:
    void connectSession()
    {
        m_session = std::make_unique<DatabaseSession>(m_settings, tests::quickPace);
        m_session->open();
        QTRY_COMPARE(m_session->state(), SessionState::Connected);
    }
    QByteArray valueOf(const char *text)
    {
        const ReplyPointer reply = ask(*m_session, m_inbox, text);
        [&] { QTRY_VERIFY(reply->arrived()); }();
        return reply->value();
    }
    QList<ReplyPointer> askMany(int count) { return askMany(count, *m_session); }
    QList<ReplyPointer> askMany(int count, DatabaseSession &session)
    {
        QList<ReplyPointer> replies;
        for (int i = 0; i < count; ++i)
            replies.append(ask(session, m_inbox, "SELECT 'x' || pg_sleep(0.1)"));
        return replies;
    }
    static bool haveArrived(const QList<ReplyPointer> &replies)
    {
        return std::ranges::all_of(replies, [](const ReplyPointer &reply) { return reply->succeeded(); });
    }
    int backends()
    {
        return m_server->psql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'tusk'"_s)
            .first()
            .first()
            .toInt();
    }
    // On any thread; they are gone when it returns.
    void endBackends()
    {
        tests::SqlClient other(m_server->superuser(m_settings.database));
        std::vector<tests::ProgramHandle> ended;
        for (const QStringList &row :
             other.rows(u"SELECT pid FROM pg_stat_activity WHERE usename = 'tusk'"_s)) {
            ended.emplace_back(row.first().toInt());
            other.rows(u"SELECT pg_terminate_backend(%1)"_s.arg(row.first()));
        }
        for (const tests::ProgramHandle &backend : ended) {
            if (!backend.waitForEnd(20s))
                qFatal("backend %d does not end", backend.pid());
        }
    }
    QString applicationsIn(const QString &database)
    {
        return m_server
            ->psql(u"SELECT string_agg(DISTINCT application_name, ',') FROM pg_stat_activity "
                   "WHERE usename = 'tusk' AND datname = '%1'"_s.arg(database))
            .first()
            .first();
    }
    int backends(const QString &database)
    {
        return m_server
            ->psql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'tusk' AND datname = '%1'"_s.arg(
                database))
            .first()
            .first()
            .toInt();
    }

    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_database;
    base::ConnectionSettings m_settings;
    base::Inbox m_inbox;
    std::unique_ptr<DatabaseSession> m_session;
};

QTEST_GUILESS_MAIN(TestPoolSettings)
#include "tst_poolsettings.moc"
