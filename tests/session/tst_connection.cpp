// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "session/asking.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QSqlDatabase>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <random>
#include <sys/socket.h>
#include <thread>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::Connection;
using session::Statement;
using tests::sql;

namespace
{

constexpr auto limit = 10s;

} // namespace

class TestConnection final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
        m_settings = m_server->createDatabase();
        m_proxy = std::make_unique<tests::Proxy>(m_settings);
        m_server->psql(
            u"CREATE TABLE t (id int CONSTRAINT t_once PRIMARY KEY, text text); GRANT ALL ON t TO tusk"_s,
            m_settings.database);
    }
    void cleanupTestCase()
    {
        m_proxy.reset();
        m_server.reset();
    }
    void cleanup()
    {
        m_server->psql(u"TRUNCATE t"_s, m_settings.database);
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    }

    void shouldSpeakThroughTheDriverOfQt()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());

        const QStringList names = QSqlDatabase::connectionNames();
        QCOMPARE(names.size(), 1);
        const QSqlDatabase database = QSqlDatabase::database(names.constFirst(), false);
        QVERIFY(database.isOpen());
        QCOMPARE(database.driverName(), u"QPSQL"_s);
    }

    void shouldCopyRowsInAndOut()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        constexpr int portions = 200; // more than any buffer on the way takes
        int given = 0;
        const auto source = [&given]() -> base::Result<QByteArray> {
            QByteArray portion;
            for (int row = 0; given < portions && row < 100; ++row)
                portion +=
                    QByteArray::number(given * 100 + row) + "\tte\\\\xt " + QByteArray(100, 'x') + '\n';
            ++given;
            return portion;
        };

        const auto copied = connection.copyIn(sql("COPY t FROM STDIN"), source, limit);

        QVERIFY(copied);
        QCOMPARE(connection.execute(sql("SELECT count(*) FROM t"), limit)->scalar(), "20000");
        int rows = 0;
        QByteArray first;
        const auto sink = [&rows, &first](QByteArrayView row) -> base::Result<void> {
            if (++rows == 1)
                first = row.toByteArray();
            return {};
        };
        QVERIFY(connection.copyOut(sql("COPY (SELECT * FROM t ORDER BY id) TO STDOUT"), sink, limit));
        QCOMPARE(rows, 20000);
        QCOMPARE(first, "0\tte\\\\xt " + QByteArray(100, 'x') + '\n');
    }

    void shouldKeepNothingOfACopyWhoseSourceFails()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        int given = 0;
        const auto source = [&given]() -> base::Result<QByteArray> {
            if (++given == 1)
                return QByteArray("1\tone\n");
            base::Error error;
            error.kind = ErrorKind::LocalFile;
            return error;
        };

        const auto copied = connection.copyIn(sql("COPY t FROM STDIN"), source, limit);

        QVERIFY(!copied);
        QCOMPARE(copied.error().kind, ErrorKind::LocalFile);
        QVERIFY(copied.error().connectionUsable);
        QCOMPARE(connection.execute(sql("SELECT count(*) FROM t"), limit)->scalar(), "0");
    }

    void shouldSayWhyACopyIsRefused()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        int given = 0;
        const auto source = [&given]() -> base::Result<QByteArray> {
            return QByteArray(++given == 1 ? "none\tone\n" : "");
        };
        const auto sink = [](QByteArrayView) -> base::Result<void> { return {}; };

        QCOMPARE(connection.copyIn(sql("COPY t FROM STDIN"), source, limit).error().sqlState, "22P02");
        QCOMPARE(connection.copyIn(sql("COPY missing FROM STDIN"), source, limit).error().sqlState, "42P01");
        QCOMPARE(connection.copyOut(sql("COPY (SELECT 1 / 0) TO STDOUT"), sink, limit).error().sqlState,
                 "22012");
        QVERIFY(!connection.copyOut(sql("SELECT 1"), sink, limit));
        QCOMPARE(connection.execute(sql("SELECT 7"), limit)->scalar(), "7");
    }

    void shouldSayWhichRowIsRefused()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const QByteArray id = "0190a0a0-0000-7000-8000-000000000001";
        QVERIFY(
            connection.execute(sql("CREATE TEMPORARY TABLE x (id uuid, n integer CHECK (n < 9))"), limit));
        const auto source = [given = 0, &id]() mutable -> base::Result<QByteArray> {
            return ++given == 1 ? id + "\t1\n" + id + "\t9\n" : QByteArray();
        };

        const auto copied = connection.copyIn(sql("COPY x FROM STDIN"), source, limit);
        const auto inserted = connection.execute(sql("INSERT INTO x VALUES ($1, 9)", {id}), limit);

        QVERIFY(!copied);
        QCOMPARE(copied.error().copyLine, 2);
        QCOMPARE(copied.error().rowId, id);
        QVERIFY(!inserted);
        QCOMPARE(inserted.error().copyLine, 0);
        QCOMPARE(inserted.error().rowId, id);
    }

    void shouldEndACopyThatIsInterrupted()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto source = [&connection, given = 0]() mutable -> base::Result<QByteArray> {
            if (++given == 50)
                connection.interrupt();
            return QByteArray(QByteArray::number(given) + "\tone\n");
        };

        const auto copied = connection.copyIn(sql("COPY t FROM STDIN"), source, limit);

        QVERIFY(!copied);
        QCOMPARE(copied.error().kind, ErrorKind::Cancelled);
        connection.clearInterrupt();
        if (connection.isOpen())
            QCOMPARE(connection.execute(sql("SELECT count(*) FROM t"), limit)->scalar(), "0");
    }

    void shouldCarryValuesThereAndBack()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto answer = connection.execute(sql("SELECT $1::text, $2::int + 1, $3::text, ''",
                                                   {"Gr\xc3\xbc\xc3\x9f"_ba, "41"_ba, std::nullopt}),
                                               limit);
        QVERIFY(answer);
        QCOMPARE(answer->rows.size(), 1);
        QCOMPARE(answer->rows.first().at(0), "Gr\xc3\xbc\xc3\x9f"_ba);
        QCOMPARE(answer->rows.first().at(1), "42"_ba);
        QCOMPARE(answer->rows.first().at(2), std::nullopt);
        QCOMPARE(answer->rows.first().at(3), ""_ba);
    }

    void shouldCarryLargeValues()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const QByteArray large(8'000'000, 'x');
        const auto answer = connection.execute(sql("SELECT $1", {large}), limit);
        QVERIFY(answer);
        QCOMPARE(answer->scalar().size(), large.size());
    }

    void shouldRefuseTextThatLibpqWouldCut()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const QByteArray cut("a\0b", 3);
        QVERIFY(connection.execute(sql("SELECT $1", {cut}), limit).error().kind == ErrorKind::InvalidInput);
        QVERIFY(connection.executeInTransaction({sql("SELECT $1", {cut})}, limit).error().kind ==
                ErrorKind::InvalidInput);
        QCOMPARE(connection.execute(sql("SELECT 1"), limit)->scalar(), "1"_ba);
    }

    void shouldReportWhatTheServerRefusesWithoutTheValues()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const Statement insert{
            .name = "insert", .sql = "INSERT INTO t VALUES ($1, $2)", .values = {"1"_ba, "SECRET"_ba}};
        QVERIFY(connection.execute(insert, limit));

        const auto again = connection.execute(insert, limit);

        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::ServerError);
        QCOMPARE(again.error().sqlState, "23505"_ba);
        QCOMPARE(again.error().statement, "insert"_ba);
        QVERIFY(again.error().connectionUsable);
        QVERIFY(again.error().detail.contains(u"t_once"_s));
        QVERIFY(!again.error().detail.contains(u"SECRET"_s));
        QVERIFY(!again.error().detail.contains(u"INSERT"_s));
        QCOMPARE(connection.execute(sql("SELECT count(*) FROM t"), limit)->scalar(), "1"_ba);
    }

    void shouldRefuseCopyAndCloseTheConnection()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto answer = connection.execute(sql("COPY t FROM STDIN"), limit);
        QCOMPARE(answer.error().kind, ErrorKind::Internal);
        QVERIFY(!connection.isOpen());
    }

    void shouldNeedOneRoundTripForAStatementAndForATransaction()
    {
        Connection connection(m_proxy->settings());
        QVERIFY(connection.open());
        int before = m_proxy->roundTrips();
        QVERIFY(connection.execute(sql("INSERT INTO t VALUES (1)"), limit));
        QCOMPARE(m_proxy->roundTrips() - before, 1);

        before = m_proxy->roundTrips();
        const auto answers = connection.executeInTransaction(
            {sql("INSERT INTO t VALUES (2)"), sql("SELECT count(*) FROM t"), sql("SELECT 'last'")}, limit);
        QVERIFY(answers);
        QCOMPARE(m_proxy->roundTrips() - before, 1);
        QCOMPARE(answers->size(), 3);
        QCOMPARE(answers->at(1).scalar(), "2"_ba);
        QCOMPARE(answers->at(2).scalar(), "last"_ba);
    }

    void trap20_shouldLeaveNoTransactionOpenWhateverFails_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QByteArray>("sqlState");
        QTest::newRow("unique") << "INSERT INTO t VALUES (1)"_ba
                                << "23505"_ba;
        QTest::newRow("syntax") << "INSRT"_ba
                                << "42601"_ba;
        QTest::newRow("at commit") << "SELECT pg_temp.at_commit()"_ba
                                   << "P0001"_ba;
    }
    void trap20_shouldLeaveNoTransactionOpenWhateverFails()
    {
        QFETCH(QByteArray, bad);
        QFETCH(QByteArray, sqlState);
        Connection connection(m_settings);
        QVERIFY(connection.open());
        QVERIFY(
            connection.executeScript(sql("CREATE TEMP TABLE c (i int);"
                                         "CREATE FUNCTION pg_temp.fail() RETURNS trigger LANGUAGE plpgsql AS "
                                         "$$BEGIN RAISE EXCEPTION 'late'; END$$;"
                                         "CREATE CONSTRAINT TRIGGER x AFTER INSERT ON c INITIALLY DEFERRED "
                                         "FOR EACH ROW EXECUTE FUNCTION pg_temp.fail();"
                                         "CREATE FUNCTION pg_temp.at_commit() RETURNS void LANGUAGE sql AS "
                                         "$$INSERT INTO c VALUES (1)$$"),
                                     limit));
        const QByteArray backend = connection.execute(sql("SELECT pg_backend_pid()"), limit)->scalar();

        const auto answers = connection.executeInTransaction(
            {sql("INSERT INTO t VALUES (1)"), {.name = "bad", .sql = bad, .values = {}}, sql("SELECT 1")},
            limit);

        QVERIFY(!answers);
        QCOMPARE(answers.error().sqlState, sqlState);
        QVERIFY(answers.error().connectionUsable);
        QVERIFY(!connection.inTransaction());
        QCOMPARE(m_server->psql(
                     u"SELECT state FROM pg_stat_activity WHERE pid = %1"_s.arg(QLatin1StringView(backend))),
                 QList<QStringList>{{u"idle"_s}});
        QCOMPARE(connection.execute(sql("SELECT count(*) FROM t"), limit)->scalar(), "0"_ba);
    }

    void shouldNameTheStatementThatFailedInATransaction()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto answers = connection.executeInTransaction(
            {sql("SELECT 1"), {.name = "bad", .sql = "SELECT 1/0", .values = {}}}, limit);
        QCOMPARE(answers.error().statement, "bad"_ba);
        QCOMPARE(answers.error().sqlState, "22012"_ba);
    }

    // More than both sides' socket buffers hold, in both directions at once.
    void shouldNotBlockOnALargePipeline()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const QByteArray large(50'000, 'x');
        QList<Statement> statements;
        for (int i = 0; i < 400; ++i)
            statements.append(sql("SELECT $1", {large}));
        const auto answers = connection.executeInTransaction(statements, limit);
        QVERIFY(answers);
        QCOMPARE(answers->size(), 400);
        QCOMPARE(answers->last().scalar().size(), large.size());
    }

    void trap39_shouldRollBackAScriptWhoseSecondStatementFails()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto done = connection.executeScript(
            sql("INSERT INTO t VALUES (1); INSERT INTO nowhere VALUES (1); INSERT INTO t VALUES (2)"), limit);
        QVERIFY(!done);
        QCOMPARE(done.error().sqlState, "42P01"_ba);
        QVERIFY(connection.isOpen());
        QCOMPARE(connection.execute(sql("SELECT count(*) FROM t"), limit)->scalar(), "0"_ba);
    }

    void shouldRollBackAScriptThatLeavesATransactionOpen()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto done = connection.executeScript(sql("BEGIN; INSERT INTO t VALUES (1)"), limit);
        QCOMPARE(done.error().kind, ErrorKind::Internal);
        QVERIFY(!connection.inTransaction());
        QCOMPARE(connection.execute(sql("SELECT count(*) FROM t"), limit)->scalar(), "0"_ba);
    }

    void trap13_shouldReportAFrozenPeerWithinTheWatchdogTime()
    {
        tests::Proxy proxy(m_settings);
        Connection connection(proxy.settings());
        QVERIFY(connection.open());
        proxy.freeze();
        QElapsedTimer timer;
        timer.start();
        const auto answer = connection.execute(sql("SELECT 1"), 300ms);
        QCOMPARE(answer.error().kind, ErrorKind::Timeout);
        QVERIFY(!answer.error().connectionUsable);
        QVERIFY(!connection.isOpen());
        QCOMPARE_GE(timer.elapsed(), 300);
        QCOMPARE_LT(timer.elapsed(), 3000);
    }

    void shouldKeepWaitingAsLongAsThePeerTalks()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto done = connection.executeScript(sql("DO $$BEGIN FOR i IN 1..10 LOOP RAISE NOTICE 'still "
                                                       "here'; PERFORM pg_sleep(0.1); END LOOP; END$$"),
                                                   500ms);
        QVERIFY(done);
    }

    void shouldCancelARunningStatementAndKeepTheConnection()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        std::thread other([&connection] {
            std::this_thread::sleep_for(100ms);
            connection.interrupt();
        });
        QElapsedTimer timer;
        timer.start();
        const auto answer = connection.execute(sql("SELECT pg_sleep(20)"), limit);
        other.join();
        QCOMPARE_LT(timer.elapsed(), 5000); // of 20 s
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
        QVERIFY(answer.error().connectionUsable);
        // It stays interrupted until somebody says otherwise.
        QCOMPARE(connection.execute(sql("SELECT 1"), limit).error().kind, ErrorKind::Cancelled);
        connection.clearInterrupt();
        QCOMPARE(connection.execute(sql("SELECT 1"), limit)->scalar(), "1"_ba);
    }

    void shouldNotCancelTheStatementAfterTheOneThatWasMeant()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        std::minstd_rand random(1);
        std::uniform_int_distribution<int> microseconds(0, 2000);
        for (int round = 0; round < 100; ++round) {
            std::thread other([&connection, delay = std::chrono::microseconds(microseconds(random))] {
                std::this_thread::sleep_for(delay);
                connection.interrupt();
            });
            const auto first = connection.execute(sql("SELECT pg_sleep(0.001)"), limit);
            other.join();
            QVERIFY(first || first.error().kind == ErrorKind::Cancelled);
            connection.clearInterrupt();
            const auto second = connection.execute(sql("SELECT pg_sleep(0.001), 'second'"), limit);
            QVERIFY2(second, second ? "" : qPrintable(second.error().detail));
        }
    }

    void shouldGiveTheConnectionUpWhenTheServerDoesNotHearTheCancel()
    {
        tests::Proxy proxy(m_settings);
        Connection connection(proxy.settings());
        QVERIFY(connection.open());
        proxy.freeze();
        std::thread other([&connection] {
            std::this_thread::sleep_for(50ms);
            connection.interrupt();
        });
        const auto answer = connection.execute(sql("SELECT 1"), limit);
        other.join();
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
        QVERIFY(!answer.error().connectionUsable);
        QVERIFY(!connection.isOpen());
    }

    void trap13_shouldNotTrustAConnectionThatIsDead()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        // That of the test before may still be leaving.
        QVERIFY(m_server->terminateBackends(m_settings.database) > 0);
        const auto answer = connection.execute(sql("SELECT 1"), limit);
        QCOMPARE(answer.error().kind, ErrorKind::ConnectionLost);
        QVERIFY(!answer.error().connectionUsable);
        QVERIFY(!connection.isOpen());
        QCOMPARE(connection.socket(), -1);
        QCOMPARE(connection.execute(sql("SELECT 1"), limit).error().kind, ErrorKind::NoConnection);
        QVERIFY(connection.open());
        QCOMPARE(connection.execute(sql("SELECT 1"), limit)->scalar(), "1"_ba);
    }

    void shouldNoticeTheGoodbyeOfTheServerWhileIdle()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        QVERIFY(connection.consumeInput());
        m_server->terminateBackends(m_settings.database);
        QTRY_VERIFY(!connection.consumeInput());
        QVERIFY(!connection.isOpen());
        QVERIFY(connection.wasEndedByServer());
    }

    void shouldLookForADeadNetworkAsOftenAsItIsTold()
    {
        base::ConnectionSettings settings = m_settings;
        settings.keepAliveIdle = 11s;
        settings.keepAliveInterval = 4s;
        settings.keepAliveCount = 6;
        Connection connection(settings);
        QVERIFY(connection.open());
        const auto option = [&connection](int name) {
            int value = -1;
            socklen_t size = sizeof value;
            getsockopt(connection.socket(), IPPROTO_TCP, name, &value, &size);
            return value;
        };
        QCOMPARE(option(TCP_KEEPIDLE), 11);
        QCOMPARE(option(TCP_KEEPINTVL), 4);
        QCOMPARE(option(TCP_KEEPCNT), 6);
        QCOMPARE(option(TCP_USER_TIMEOUT), 35'000); // milliseconds: all of them in vain
    }

    void shouldTellAResetFromAGoodbye()
    {
        tests::Proxy proxy(m_settings);
        Connection connection(proxy.settings());
        QVERIFY(connection.open());
        proxy.cut();
        QTRY_VERIFY(!connection.consumeInput());
        QVERIFY(!connection.wasEndedByServer());
    }

    void shouldLoseTheConnectionInTheMiddleOfAPipeline()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        const auto answers = connection.executeInTransaction(
            {sql("INSERT INTO t VALUES (1)"), sql("SELECT pg_terminate_backend(pg_backend_pid())"),
             sql("SELECT 1")},
            limit);
        QVERIFY(!answers);
        QCOMPARE(answers.error().kind, ErrorKind::ConnectionLost);
        QVERIFY(!connection.isOpen());
        QCOMPARE(m_server->psql(u"SELECT count(*) FROM t"_s, m_settings.database).first().first(), u"0"_s);
    }

    void trap12_shouldSayThatTheOutcomeIsUnknownWhenTheAnswerOfCommitIsLost()
    {
        tests::Proxy proxy(m_settings);
        Connection connection(proxy.settings());
        QVERIFY(connection.open());
        proxy.dropAnswerOfCommit("INSERT");
        const auto answers = connection.executeInTransaction({sql("INSERT INTO t VALUES (1)")}, limit);
        QCOMPARE(answers.error().kind, ErrorKind::ConnectionLost);
        QVERIFY(base::isPassing(answers.error().kind));
        QCOMPARE(proxy.drops(), 1);
        QTRY_COMPARE(m_server->psql(u"SELECT count(*) FROM t"_s, m_settings.database).first().first(),
                     u"1"_s);
    }

private:
    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<tests::Proxy> m_proxy;
    base::ConnectionSettings m_settings;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
