// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schemaserver.h"
#include "support/pgbouncer.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <future>

using namespace tusk;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using migration::makeMigration;
using migration::Migration;
using migration::MigrationCatalog;
using migration::MigrationReport;
using migration::MigrationRunner;
using tests::migrate;
using tests::patience;
using tests::SqlClient;
using tests::TestRole;

namespace
{

MigrationCatalog catalogOf(const QList<Migration> &migrations)
{
    return MigrationCatalog::of(migrations).value();
}

const Migration first = makeMigration(1, u"first"_s, "CREATE TABLE tusk.one (id integer);");
const Migration second = makeMigration(2, u"second"_s, "CREATE TABLE tusk.two (id integer);");
const Migration third = makeMigration(3, u"third"_s, "CREATE TABLE tusk.three (id integer);");

// Long enough for another to arrive meanwhile.
const Migration slow =
    makeMigration(2, u"slow"_s, "CREATE TABLE tusk.two (id integer); SELECT pg_sleep(0.5);");
// The server notices only at its end that nobody waits for it any more.
const Migration lengthy =
    makeMigration(2, u"lengthy"_s, "CREATE TABLE tusk.two (id integer); SELECT pg_sleep(1.5);");
const Migration endless =
    makeMigration(2, u"endless"_s, "CREATE TABLE tusk.two (id integer); SELECT pg_sleep(60);");

} // namespace

class TestMigrationRunner final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldMakeTheSchemaInAnEmptyDatabase()
    {
        const auto settings = m_server->createDatabase();
        const auto catalog = MigrationCatalog::compiledIn();
        QVERIFY(catalog);
        const auto report = migrate(settings);
        QVERIFY2(report, qPrintable(failureText(report)));
        QCOMPARE(report->before, 0);
        QCOMPARE(report->after, catalog->newest());
        QCOMPARE(report->applied.size(), catalog->newest());

        SqlClient client(settings);
        const auto rows = client.rows(
            u"SELECT number, name, checksum, program, duration_ms >= 0 AND now() - applied_at < '1 minute' "
            "FROM tusk.migration ORDER BY number"_s);
        QCOMPARE(rows.size(), catalog->newest());
        for (const Migration &known : catalog->migrations())
            QCOMPARE(rows.at(known.number - 1), QStringList({QString::number(known.number), known.name,
                                                             QString::fromLatin1(known.checksum),
                                                             QStringLiteral(TUSK_VERSION), u"t"_s}));
        QVERIFY(client.ask(u"INSERT INTO tusk.todo (title) VALUES ('Water the tomatoes')"_s).ok);
    }

    void shouldFindNothingToDoTheSecondTime()
    {
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first, second})));
        const auto before = contentsOf(settings);
        const auto report = migrate(settings, catalogOf({first, second}));
        QVERIFY(report);
        QCOMPARE(report->before, 2);
        QCOMPARE(report->after, 2);
        QVERIFY(report->applied.isEmpty());
        QCOMPARE(contentsOf(settings), before);
    }

    void shouldApplyOnlyWhatIsMissing()
    {
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first})));
        const auto report = migrate(settings, catalogOf({first, second, third}));
        QVERIFY(report);
        QCOMPARE(report->before, 1);
        QCOMPARE(report->applied, QStringList({u"0002_second.sql"_s, u"0003_third.sql"_s}));
        QCOMPARE(tablesOf(settings), QStringList({u"migration"_s, u"one"_s, u"three"_s, u"two"_s}));
    }

    void shouldOnlyTellThePlanInADryRun()
    {
        const auto settings = m_server->createDatabase();
        session::Connection connection(settings);
        QVERIFY(connection.open());
        const auto plan = MigrationRunner(connection, catalogOf({first, second})).plan();
        QVERIFY(plan);
        QCOMPARE(*plan, (migration::MigrationPlan{0, 2, {u"0001_first.sql"_s, u"0002_second.sql"_s}}));
        QVERIFY(!connection.inTransaction());
        QVERIFY(!hasSchema(settings));
    }

    void shouldTellTheVersionOfADatabase()
    {
        const auto settings = m_server->createDatabase();
        session::Connection connection(settings);
        QVERIFY(connection.open());
        QCOMPARE(migration::schemaVersion(connection).value(), 0);
        QVERIFY(migrate(settings, catalogOf({first, second})));
        QCOMPARE(migration::schemaVersion(connection).value(), 2);
    }

    void shouldTellTheProgress()
    {
        QStringList told;
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first})));
        QVERIFY(migrate(
            settings, catalogOf({first, second, third}),
            {.progress = [&told](const migration::MigrationProgress &progress) {
                told.append(u"%1 %2/%3"_s.arg(progress.fileName).arg(progress.number).arg(progress.total));
            }}));
        QCOMPARE(told, QStringList({u"0002_second.sql 2/3"_s, u"0003_third.sql 3/3"_s}));
    }

    void shouldLetTodosBeSavedBeforeTheyAreTouched()
    {
        const auto settings = m_server->createDatabase();
        QStringList calls;
        const migration::MigrationHooks hooks{
            .progress = [&calls](const auto &progress) { calls.append(progress.fileName); },
            .beforeFirst =
                [&calls] {
                    calls.append(u"dump"_s);
                    return base::Result<void>();
                }};
        // Given a database without todos, then one with an empty table of them: nothing to save
        const Migration todos = makeMigration(1, u"todos"_s, "CREATE TABLE tusk.todo (title text);");
        QVERIFY(migrate(settings, catalogOf({todos}), hooks));
        QVERIFY(migrate(settings, catalogOf({todos, second}), hooks));
        QCOMPARE(calls, QStringList({u"0001_todos.sql"_s, u"0002_second.sql"_s}));
        // When there is a todo, and nothing to do
        SqlClient(settings).rows(u"INSERT INTO tusk.todo VALUES ('Water')"_s);
        calls.clear();
        QVERIFY(migrate(settings, catalogOf({todos, second}), hooks));
        QVERIFY(calls.isEmpty());
        // Then it is saved before the first migration
        QVERIFY(migrate(settings, catalogOf({todos, second, third}), hooks));
        QCOMPARE(calls, QStringList({u"dump"_s, u"0003_third.sql"_s}));
    }

    void shouldNotTouchTodosThatCouldNotBeSaved()
    {
        const auto settings = m_server->createDatabase();
        const Migration todos = makeMigration(1, u"todos"_s, "CREATE TABLE tusk.todo AS SELECT 1 AS title;");
        QVERIFY(migrate(settings, catalogOf({todos})));
        const auto before = contentsOf(settings);
        base::Error full;
        full.kind = ErrorKind::DiskFull;
        full.sentence = u"The disk is full."_s;
        const auto report = migrate(settings, catalogOf({todos, second}),
                                    {.beforeFirst = [&full] { return base::Result<void>(full); }});
        QVERIFY(!report);
        QCOMPARE(report.error(), full);
        QCOMPARE(contentsOf(settings), before);
    }

    void trap57_shouldStopAtADatabaseThatIsNewerThanTheProgram()
    {
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first, second, third})));
        const auto before = contentsOf(settings);
        const auto report = migrate(settings, catalogOf({first, second}));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::SchemaNewer);
        QVERIFY(report.error().sentence.contains(u"newer Tusk"_s));
        QCOMPARE(contentsOf(settings), before);
    }

    void trap58_shouldNameTheMigrationThatWasAnotherOne()
    {
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first, second})));
        const auto before = contentsOf(settings);
        const Migration changed = makeMigration(2, u"second"_s, second.sql + "-- better");
        const auto report = migrate(settings, catalogOf({first, changed, third}));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::SchemaDrift);
        QVERIFY(report.error().sentence.contains(u"0002_second.sql"_s));
        QCOMPARE(contentsOf(settings), before);
    }

    void trap58_shouldNotSeeADifferenceInLineEnds()
    {
        const auto settings = m_server->createDatabase();
        const QByteArray sql = "CREATE TABLE tusk.one (\n    id integer\n);\n";
        QVERIFY(migrate(settings, catalogOf({makeMigration(1, u"one"_s, sql)})));
        QByteArray windows = sql;
        windows.replace("\n", "\r\n");
        QVERIFY(migrate(settings, catalogOf({makeMigration(1, u"one"_s, windows)})));
    }

    void shouldStopAtAGapInTheHistory()
    {
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first, second, third})));
        SqlClient(settings).rows(u"DELETE FROM tusk.migration WHERE number = 2"_s);
        const auto before = contentsOf(settings);
        const auto report = migrate(settings, catalogOf({first, second, third}));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::SchemaDrift);
        QVERIFY(report.error().sentence.contains(u"missing"_s));
        QVERIFY(report.error().sentence.contains(u"0002_second.sql"_s));
        QCOMPARE(contentsOf(settings), before);
    }

    void trap39_shouldRollBackAMigrationWhoseSecondStatementFails()
    {
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first})));
        const auto before = contentsOf(settings);
        const Migration broken = makeMigration(
            2, u"broken"_s, "CREATE TABLE tusk.two (id integer); SELECT 1 / 0; CREATE TABLE tusk.three ();");
        const auto report = migrate(settings, catalogOf({first, broken}));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::ServerError);
        QVERIFY(report.error().sentence.contains(u"0002_broken.sql"_s));
        QVERIFY2(report.error().detail.contains(u"division by zero"_s), qPrintable(report.error().detail));
        QVERIFY(report.error().connectionUsable);
        QCOMPARE(contentsOf(settings), before);
    }

    void shouldKeepTheStepsBeforeTheOneThatFails()
    {
        const auto settings = m_server->createDatabase();
        const Migration broken = makeMigration(3, u"broken"_s, "CREATE TABLE nonsense (id nothing);");
        QVERIFY(!migrate(settings, catalogOf({first, second, broken})));
        QCOMPARE(tablesOf(settings), QStringList({u"migration"_s, u"one"_s, u"two"_s}));
        QVERIFY(migrate(settings, catalogOf({first, second, third})));
    }

    void shouldNotLeaveAnEmptySchemaBehind()
    {
        const auto settings = m_server->createDatabase();
        const auto report = migrate(settings, catalogOf({makeMigration(1, u"broken"_s, "SELECT 1 / 0")}));
        QVERIFY(!report);
        QVERIFY(!hasSchema(settings));
    }

    void shouldRefuseAFileThatEndsItsTransaction()
    {
        const auto settings = m_server->createDatabase();
        const auto report = migrate(
            settings,
            catalogOf({first, makeMigration(2, u"ends"_s, "CREATE TABLE tusk.two (id integer); ROLLBACK;")}));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Internal);
        QCOMPARE(tablesOf(settings), QStringList({u"migration"_s, u"one"_s}));
    }

    void shouldNoticeACommitThatFails()
    {
        const auto settings = m_server->createDatabase();
        const Migration orphan =
            makeMigration(1, u"orphan"_s,
                          "CREATE TABLE tusk.parent (id integer PRIMARY KEY); CREATE TABLE tusk.child (id "
                          "integer REFERENCES "
                          "tusk.parent DEFERRABLE INITIALLY DEFERRED); INSERT INTO tusk.child VALUES (1);");
        const auto report = migrate(settings, catalogOf({orphan}));
        QVERIFY(!report);
        QCOMPARE(report.error().sqlState, "23503");
        QVERIFY(report.error().sentence.contains(u"0001_orphan.sql"_s));
        QVERIFY(!hasSchema(settings));
    }

    void shouldNotBelieveACommitThatLeftNothing()
    {
        const auto settings = m_server->createDatabase();
        const Migration vanishing = makeMigration(
            1, u"vanishing"_s,
            "CREATE FUNCTION tusk.vanish() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM "
            "tusk.migration; RETURN NULL; END $$; CREATE CONSTRAINT TRIGGER vanish AFTER INSERT ON "
            "tusk.migration "
            "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tusk.vanish();");
        const auto report = migrate(settings, catalogOf({vanishing}));
        QVERIFY(!report);
        QVERIFY(report.error().sentence.contains(u"did not keep"_s));
    }

    void trap12_shouldApplyOnceWhenTheAnswerOfCommitIsLost()
    {
        const auto settings = m_server->createDatabase();
        tests::Proxy proxy(settings);
        proxy.dropAnswerOfCommit("COMMIT");
        const auto lost = migrate(proxy.settings(), catalogOf({first, second}));
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(proxy.drops(), 1);
        const auto report = migrate(proxy.settings(), catalogOf({first, second}));
        QVERIFY(report);
        QCOMPARE(report->applied, QStringList(u"0002_second.sql"_s));
        QCOMPARE(tablesOf(settings), QStringList({u"migration"_s, u"one"_s, u"two"_s}));
    }

    void trap9_shouldApplyOnceWhenTwoStartTogether_data()
    {
        QTest::addColumn<QString>("isolation");
        QTest::addRow("as usual") << u"read committed"_s;
        QTest::addRow("where transactions do not see what others committed meanwhile") << u"serializable"_s;
    }
    void trap9_shouldApplyOnceWhenTwoStartTogether()
    {
        QFETCH(const QString, isolation);
        const auto settings = m_server->createDatabase();
        m_server->psql(u"ALTER DATABASE %1 SET default_transaction_isolation = '%2'"_s.arg(settings.database,
                                                                                           isolation));
        const auto catalog = catalogOf({first, slow, third});
        const auto run = [&settings, &catalog] { return migrate(settings, catalog); };
        auto one = std::async(std::launch::async, run);
        auto other = std::async(std::launch::async, run);
        const auto results = {one.get(), other.get()};

        QStringList applied;
        for (const auto &result : results) {
            QVERIFY2(result, qPrintable(failureText(result)));
            QCOMPARE(result->after, 3);
            applied += result->applied;
        }
        applied.sort();
        QCOMPARE(applied, QStringList({u"0001_first.sql"_s, u"0002_slow.sql"_s, u"0003_third.sql"_s}));
        QCOMPARE(SqlClient(settings).rows(u"SELECT count(*) FROM tusk.migration"_s).constFirst().constFirst(),
                 u"3"_s);
    }

    void shouldLeaveNothingHalfAppliedWhenItsBackendIsKilled()
    {
        const auto settings = m_server->createDatabase();
        QVERIFY(migrate(settings, catalogOf({first})));
        const auto before = contentsOf(settings);
        auto running = std::async(std::launch::async, [&settings] {
            return migrate(settings, catalogOf({first, endless}));
        });
        QTRY_VERIFY_WITH_TIMEOUT(isSleeping(settings), patience);
        m_server->terminateBackends(settings.database);
        const auto report = running.get();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::ConnectionLost);
        QVERIFY(!report.error().connectionUsable);
        QCOMPARE(contentsOf(settings), before);
        QVERIFY(migrate(settings, catalogOf({first, second})));
    }

    void shouldStopAndChangeNothingWhenInterrupted()
    {
        const auto settings = m_server->createDatabase();
        session::Connection connection(settings);
        QVERIFY(connection.open());
        auto running = std::async(std::launch::async, [this, &settings, &connection] {
            while (!isSleeping(settings))
                QThread::msleep(5);
            connection.interrupt();
        });
        const auto report = MigrationRunner(connection, catalogOf({first, endless})).apply();
        running.get();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(tablesOf(settings), QStringList({u"migration"_s, u"one"_s}), patience);
    }

    void trap8_shouldLeaveNoLockInThePoolWhenItDies()
    {
        // Given a migration that runs through a pooler, though it should not
        const auto settings = m_server->createDatabase();
        tests::PgBouncer pooler(*m_server);
        tests::Proxy cable(pooler.pooled(settings));
        auto running = std::async(std::launch::async, [&cable] {
            return migrate(cable.settings(), catalogOf({first, lengthy}));
        });
        QTRY_VERIFY_WITH_TIMEOUT(isSleeping(settings), patience);
        QVERIFY(!advisoryLocks(settings).isEmpty());
        // When its program dies
        cable.cut();
        QVERIFY(!running.get());
        // Then nothing of it stays, and the next one is not kept waiting
        QTRY_VERIFY_WITH_TIMEOUT(advisoryLocks(settings).isEmpty(), patience);
        QVERIFY(migrate(pooler.pooled(settings), catalogOf({first, second})));
        QVERIFY(advisoryLocks(settings).isEmpty());
    }

    void shouldSayWhomToAskForTheRightToMakeTheSchema()
    {
        const auto settings = m_server->createDatabase({.role = TestRole::Powerless});
        const auto report = migrate(settings);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::PermissionDenied);
        QVERIFY(report.error().sentence.contains(settings.database));
        QVERIFY(report.error().sentence.contains(settings.user));
        QVERIFY(report.error().sentence.contains(u"owner"_s));
        QVERIFY(!hasSchema(settings));
    }

    void shouldSayWhomToAskForTheRightToUseTheSchema()
    {
        const auto settings = m_server->createDatabase({.role = TestRole::Powerless});
        m_server->psql(u"CREATE SCHEMA tusk; GRANT USAGE ON SCHEMA tusk TO "_s + settings.user,
                       settings.database);
        const auto report = migrate(settings);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::PermissionDenied);
        QVERIFY(report.error().sentence.contains(u"schema “tusk”"_s));
        QVERIFY(tablesOf(settings).isEmpty());
    }

    void shouldSayThatTheTodosBelongToSomebodyElse()
    {
        const auto owned = m_server->createDatabase();
        QVERIFY(migrate(owned, catalogOf({first})));
        const auto settings =
            m_server->createDatabase({.role = TestRole::Powerless, .copyOf = owned.database});
        const auto report = migrate(settings, catalogOf({first, second}));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::PermissionDenied);
        QVERIFY(report.error().sentence.contains(u"somebody else"_s));
    }

    void shouldUseASchemaThatWasMadeForIt()
    {
        const auto settings = m_server->createDatabase({.role = TestRole::SchemaOnly});
        const auto report = migrate(settings);
        QVERIFY2(report, qPrintable(failureText(report)));
    }

    void shouldRefuseADatabaseThatCannotHoldAllLetters()
    {
        auto settings = m_server->createDatabase();
        settings.database = u"narrow"_s;
        m_server->psql(u"CREATE DATABASE narrow OWNER tusk ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' "
                       "TEMPLATE template0"_s);
        const auto report = migrate(settings);
        QVERIFY(!report);
        QVERIFY(report.error().sentence.contains(u"UTF8"_s));
        QVERIFY(report.error().detail.contains(u"LATIN1"_s));
        QVERIFY(!hasSchema(settings));
    }

    void shouldNotChangeAnythingOfTheSession()
    {
        const auto settings = m_server->createDatabase();
        session::Connection connection(settings);
        QVERIFY(connection.open());
        const session::Statement look{
            .name = "settings",
            .sql = "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings "
                   "WHERE name NOT LIKE '%.%'", // those of plpgsql come with its first use
            .values = {}};
        const auto before = connection.execute(look, std::chrono::seconds(10));
        QVERIFY(MigrationRunner(connection, MigrationCatalog::compiledIn().value()).apply());
        QCOMPARE(connection.execute(look, std::chrono::seconds(10))->scalar(), before->scalar());
    }

private:
    static QString failureText(const base::Result<MigrationReport> &result)
    {
        return result ? QString() : result.error().sentence + u'\n' + result.error().detail;
    }

    QStringList tablesOf(const base::ConnectionSettings &settings)
    {
        QStringList names;
        for (const QStringList &row :
             m_server->psql(u"SELECT tablename FROM pg_tables WHERE schemaname = 'tusk' ORDER BY 1"_s,
                            settings.database))
            names.append(row.constFirst());
        return names;
    }

    // The tables and what the history says.
    QList<QStringList> contentsOf(const base::ConnectionSettings &settings)
    {
        return m_server->psql(
            u"SELECT number, checksum, xmin, (SELECT string_agg(relname, ' ' ORDER BY relname) FROM "
            "pg_class WHERE relnamespace = 'tusk'::regnamespace) FROM tusk.migration ORDER BY 1"_s,
            settings.database);
    }

    bool hasSchema(const base::ConnectionSettings &settings)
    {
        return !m_server->psql(u"SELECT FROM pg_namespace WHERE nspname = 'tusk'"_s, settings.database)
                    .isEmpty();
    }

    bool isSleeping(const base::ConnectionSettings &settings)
    {
        return !m_server
                    ->psql(
                        u"SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = '%1'"_s.arg(
                            settings.database))
                    .isEmpty();
    }

    QList<QStringList> advisoryLocks(const base::ConnectionSettings &settings)
    {
        return m_server->psql(u"SELECT pid FROM pg_locks WHERE locktype = 'advisory'"_s, settings.database);
    }

    std::unique_ptr<tests::TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestMigrationRunner)
#include "tst_migrationrunner.moc"
