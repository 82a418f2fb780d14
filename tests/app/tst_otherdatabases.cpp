// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationrunner.h"
#include "data/session/connection.h"
#include "support/failure.h"
#include "support/fakeserver.h"
#include "support/proxy.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"
#include "tuskprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QUrl>

using namespace tusk;
using namespace Qt::StringLiterals;
using base::ConnectionSettings;
using tests::addTodo;
using tests::at;
using tests::SqlClient;
using tests::TestDatabaseOptions;
using tests::TestRole;
using tests::TuskRun;
using tests::urlOf;
using tests::Variables;

namespace
{

Variables at(const ConnectionSettings &settings, const QString &parameters)
{
    return {{u"TUSK_DATABASE_URL"_s, urlOf(settings) + u'?' + parameters}};
}

} // namespace

// Databases that TUSK_DATABASE_URL names: all that can be wrong with them, and with the way there.
class TestOtherDatabases final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::TemporaryHome>();
        m_server = std::make_unique<tests::TestServer>(
            tests::TestServerOptions{.tcp = true, .scram = true, .logStatements = true});
        m_template = m_server->createDatabase();
        const TuskRun run = tests::tusk({u"migrate"_s}, at(m_template));
        QVERIFY2(run.exitCode == 0, run.report().constData());
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldMakeTheTablesOfAnEmptyDatabase()
    {
        const Variables empty = at(m_server->createDatabase());

        const TuskRun plan = tests::tusk({u"migrate"_s, u"--dry-run"_s, u"--json"_s}, empty);
        const TuskRun planAgain = tests::tusk({u"migrate"_s, u"--dry-run"_s, u"--json"_s}, empty);
        addTodo(u"first"_s, {}, empty);
        const TuskRun after = tests::tusk({u"migrate"_s}, empty);

        QCOMPARE(plan.only()["from"_L1], QJsonValue(0));
        QVERIFY(plan.only()["files"_L1].toArray().first().toString().startsWith(u"0001_"_s));
        QCOMPARE(planAgain.output, plan.output); // the dry run did nothing
        QCOMPARE(after.exitCode, 0);
        QVERIFY(after.output.contains("up to date"));
    }

    void shouldStartNoPrivateServerForADatabaseThatIsNamed()
    {
        addTodo(u"elsewhere"_s, {}, at(newDatabase()));

        QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME")).isEmpty());
    }

    void shouldRefuseAnEnvironmentBesideTheNamedDatabase_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("command") << QStringList{u"list"_s, u"--env"_s, u"local"_s};
        QTest::newRow("change") << QStringList{u"add"_s, u"named"_s, u"--env"_s, u"local"_s};
        QTest::newRow("window") << QStringList{u"--env"_s, u"local"_s};
    }
    void shouldRefuseAnEnvironmentBesideTheNamedDatabase()
    {
        QFETCH(const QStringList, arguments);
        const Variables database = at(newDatabase());

        const TuskRun run = tests::tusk(arguments, database);

        QVERIFY2(run.exitCode == 2, run.report().constData());
        QVERIFY2(run.saysOneSentence() && run.errors.contains("TUSK_DATABASE_URL is set"),
                 run.report().constData());
        QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME")).isEmpty());
        QVERIFY(tests::tusk({u"list"_s, u"--json"_s}, database).json().isEmpty());
    }

    void shouldNotTouchADatabaseOfANewerTusk()
    {
        const ConnectionSettings database = newDatabase();
        const QTemporaryDir folder;
        const QString file = fileWithTodos(folder);
        addTodo(u"before"_s, {}, at(database));
        sql(database, u"INSERT INTO tusk.migration (number, name, checksum, duration_ms, program) "
                      "VALUES (99, 'future', 'x', 1, '9.9')"_s);

        for (const QStringList &command : {QStringList{u"add"_s, u"x"_s},
                                           {u"list"_s},
                                           {u"migrate"_s},
                                           {u"migrate"_s, u"--dry-run"_s},
                                           {u"import"_s, file},
                                           {u"import"_s, file, u"--dry-run"_s},
                                           {u"undo"_s}}) {
            const TuskRun run = tests::tusk(command, at(database));
            QVERIFY2(run.exitCode == 4, run.report().constData());
            QVERIFY2(run.saysOneSentence(), run.report().constData());
        }
        QCOMPARE(tests::tusk({u"doctor"_s}, at(database)).exitCode, 4);
        QCOMPARE(sql(database, u"SELECT count(*) FROM tusk.action"_s), QList<QStringList>{{u"1"_s}});
    }

    void shouldBringTheTablesUpBeforeItImports_data()
    {
        QTest::addColumn<bool>("hasTables");
        QTest::newRow("none") << false;
        QTest::newRow("of an older Tusk") << true;
    }
    void shouldBringTheTablesUpBeforeItImports()
    {
        QFETCH(bool, hasTables);
        const ConnectionSettings database = m_server->createDatabase();
        if (hasTables)
            makeOlderTables(database);
        const QTemporaryDir folder;
        const QString file = fileWithTodos(folder);

        const TuskRun run = tests::tusk({u"import"_s, file}, at(database));

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(sql(database, u"SELECT title FROM tusk.todo"_s), QList<QStringList>{{u"milk"_s}});
        QCOMPARE(sql(database, u"SELECT max(number) FROM tusk.migration"_s),
                 QList<QStringList>{{QString::number(migration::MigrationCatalog::compiledIn()->newest())}});
    }

    void shouldStopAtAMigrationThatWasAnotherOne()
    {
        const ConnectionSettings database = newDatabase();
        sql(database, u"UPDATE tusk.migration SET checksum = 'other' WHERE number = 1"_s);

        const TuskRun run = tests::tusk({u"migrate"_s}, at(database));

        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.saysOneSentence() && run.errors.contains("0001_"), run.report().constData());
    }

    void shouldNotTouchADatabaseOfAnotherHistory_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("another file")
            << u"UPDATE tusk.migration SET checksum = repeat('a', 64) WHERE number = 3"_s
            << QByteArray("0003_");
        QTest::newRow("a gap") << u"DELETE FROM tusk.migration WHERE number = 4"_s << QByteArray("0004_");
    }
    void shouldNotTouchADatabaseOfAnotherHistory()
    {
        QFETCH(QString, damage);
        QFETCH(QByteArray, step);
        const ConnectionSettings database = newDatabase();
        addTodo(u"before"_s, {}, at(database));
        sql(database, damage);

        for (const QStringList &command : {QStringList{u"add"_s, u"x"_s},
                                           {u"list"_s},
                                           {u"migrate"_s},
                                           {u"migrate"_s, u"--dry-run"_s},
                                           {u"undo"_s}}) {
            const TuskRun run = tests::tusk(command, at(database));
            QVERIFY2(run.exitCode == 1 && run.output.isEmpty(), run.report().constData());
            QVERIFY2(run.saysOneSentence() && run.errors.contains(step), run.report().constData());
        }
        QCOMPARE(tests::tusk({u"doctor"_s}, at(database)).exitCode, 1);
        QCOMPARE(sql(database, u"SELECT count(*) FROM tusk.action"_s), QList<QStringList>{{u"1"_s}});
    }

    void shouldSayThatTheTablesMayNotBeMade()
    {
        const Variables database =
            at(m_server->createDatabase(TestDatabaseOptions{.role = TestRole::Powerless}));
        for (const QStringList &command :
             {QStringList{u"add"_s, u"x"_s}, {u"migrate"_s}, {u"migrate"_s, u"--dry-run"_s}}) {
            const TuskRun run = tests::tusk(command, database);
            QVERIFY2(run.exitCode == 1 && run.output.isEmpty(), run.report().constData());
            QVERIFY2(run.saysOneSentence() && run.errors.contains("CREATE"), run.report().constData());
        }
        const TuskRun doctor = tests::tusk({u"doctor"_s}, database);
        QVERIFY2(doctor.exitCode == 1 && doctor.output.contains("CREATE"), doctor.report().constData());
    }

    void shouldSayWhereOnlyBeginningsOfWordsAreFound()
    {
        const Variables database =
            at(m_server->createDatabase(TestDatabaseOptions{.role = TestRole::SchemaOnly}));
        addTodo(u"rhubarb"_s, {}, database);

        const TuskRun found = tests::tusk({u"search"_s, u"rhub"_s}, database);
        const TuskRun doctor = tests::tusk({u"doctor"_s}, database);

        QCOMPARE(found.exitCode, 0);
        QVERIFY(found.output.contains("rhubarb") && found.errors.contains("beginnings of words"));
        QCOMPARE(doctor.exitCode, 1);
        QVERIFY2(doctor.output.contains("problem  search"), doctor.report().constData());
    }

    void shouldSayThatADatabaseCanOnlyBeRead()
    {
        const ConnectionSettings database = newDatabase();
        addTodo(u"before"_s, {}, at(database));
        m_server->psql(u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(database.database));

        const TuskRun run = tests::tusk({u"add"_s, u"x"_s}, at(database));

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY2(run.saysOneSentence() && run.errors.contains("read"), run.report().constData());
        QCOMPARE(tests::tusk({u"list"_s}, at(database)).exitCode, 0);
    }

    void shouldGiveUpWhereThereIsNoConnection_data()
    {
        QTest::addColumn<QString>("url");
        const ConnectionSettings good = m_template;
        ConnectionSettings wrong = good;
        wrong.password = u"wrong"_s;
        QTest::newRow("wrong password") << urlOf(wrong);
        ConnectionSettings nobody = good;
        nobody.user = u"nobody_here"_s;
        QTest::newRow("unknown user") << urlOf(nobody);
        ConnectionSettings nowhere = good;
        nowhere.database = u"nowhere"_s;
        QTest::newRow("unknown database") << urlOf(nowhere);
        ConnectionSettings refused = good;
        refused.port = 1;
        QTest::newRow("nobody listens") << urlOf(refused);
        QTest::newRow("no such socket") << u"postgresql:///todos?host=/nonexistent"_s;
        QTest::newRow("no TLS there") << urlOf(good) + u"?sslmode=require"_s;
    }

    void shouldGiveUpWhereThereIsNoConnection()
    {
        QFETCH(QString, url);
        QElapsedTimer clock;
        clock.start();

        const TuskRun run = tests::tusk({u"list"_s}, {{u"TUSK_DATABASE_URL"_s, url}});

        QVERIFY2(run.exitCode == 3, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QCOMPARE_LT(clock.elapsed(), 8'000); // none of these gets better by waiting
        QCOMPARE(tests::tusk({u"doctor"_s}, {{u"TUSK_DATABASE_URL"_s, url}}).exitCode, 3);
    }

    void shouldNameWhatOnlyLooksLikePostgresql()
    {
        const tests::FakeServer cockroach({.message = "unknown function: pg_snapshot_xmin()",
                                           .when = tests::FakeServer::Failure::When::AtFirstStatement,
                                           .parameter = "crdb_version=CockroachDB CCL v23.1.11"});
        for (const QStringList &command : {QStringList{u"list"_s}, {u"add"_s, u"x"_s}, {u"migrate"_s}}) {
            const TuskRun run = tests::tusk(command, at(cockroach.settings(), u"sslmode=disable"_s));

            QVERIFY2(run.exitCode == 3, run.report().constData());
            QVERIFY2(run.saysOneSentence() && run.errors.startsWith("This is CockroachDB,"),
                     run.report().constData());
        }
        QCOMPARE(cockroach.statements(), 0);
    }

    void shouldGiveUpOnAServerThatNeverAnswers()
    {
        const tests::FakeServer blackHole;

        const TuskRun run = tests::tusk({u"list"_s}, at(blackHole.settings(), u"connect_timeout=2"_s));

        QVERIFY2(run.exitCode == 3, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
    }

    void shouldWaitForAServerThatWakesUpButNotForEver()
    {
        const tests::FakeServer starting(
            {.sqlState = "57P03", .message = "the database system is starting up"});

        const TuskRun run = tests::tusk({u"list"_s}, at(starting.settings(), u"connect_timeout=2"_s));

        QVERIFY2(run.exitCode == 3, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QCOMPARE_GE(starting.connections(), 3);
    }

    void shouldWorkOnceASlowServerAnswers()
    {
        tests::Proxy proxy(newDatabase());
        proxy.freeze();

        const auto process = tests::startTusk({u"add"_s, u"patience"_s}, at(proxy.settings()));
        QVERIFY(!process->waitForFinished(1'000)); // it waits
        proxy.thaw();

        const TuskRun run = tests::finish(*process);
        QVERIFY2(run.exitCode == 0, run.report().constData());
    }

    void shouldAddOnceWhereTheAnswerIsLost()
    {
        const ConnectionSettings database = newDatabase();
        tests::Proxy proxy(database);
        proxy.dropAnswerOfCommit("apply_action");

        const TuskRun run = tests::tusk({u"add"_s, u"exactly once"_s}, at(proxy.settings()));

        QVERIFY2(run.exitCode == 0 && run.errors.isEmpty(), run.report().constData());
        QCOMPARE(proxy.drops(), 1);
        QCOMPARE(sql(database, u"SELECT count(*) FROM tusk.todo"_s), QList<QStringList>{{u"1"_s}});
        QCOMPARE(sql(database, u"SELECT count(*) FROM tusk.action"_s), QList<QStringList>{{u"1"_s}});
    }

    void shouldAddOnceWhereTheRequestIsLost()
    {
        const ConnectionSettings database = newDatabase();
        tests::Proxy proxy(database);
        proxy.dropRequest("apply_action");

        const TuskRun run = tests::tusk({u"add"_s, u"exactly once"_s}, at(proxy.settings()));

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(sql(database, u"SELECT count(*) FROM tusk.todo"_s), QList<QStringList>{{u"1"_s}});
    }

    void shouldTellThatAnImportIsNotThereWhoseEndWasLost()
    {
        // given an import, and one behind it whose end does not reach the server
        const ConnectionSettings database = newDatabase();
        const QTemporaryDir folder;
        QCOMPARE(tests::tusk({u"import"_s, fileWithTodos(folder)}, at(database)).exitCode, 0);
        const QString file = fileWithTodos(folder, "2,bread,0\n");
        tests::Proxy proxy(database);
        SqlClient other(database);
        other.rows(u"BEGIN; LOCK TABLE tusk.todo IN SHARE MODE; SELECT 1"_s);
        const auto process = tests::startTusk({u"import"_s, file}, at(proxy.settings()));
        QTRY_VERIFY(someoneWaits(database));
        proxy.dropRequest("COMMIT");
        other.rows(u"COMMIT; SELECT 1"_s);

        // when
        const TuskRun run = tests::finish(*process);
        static const QRegularExpression hint(u"tusk verify ([0-9a-f-]{36})"_s);
        const QString import = hint.match(QString::fromUtf8(run.errors)).captured(1);
        const TuskRun verified = tests::tusk({u"verify"_s, import}, at(database));

        // then
        QVERIFY2(run.exitCode == 3 && !import.isEmpty(), run.report().constData());
        QVERIFY2(verified.exitCode == 1 && verified.saysOneSentence(), verified.report().constData());
        QVERIFY2(verified.errors.contains("There is no import with the id"), verified.report().constData());
    }

    void shouldSayThatTheOutcomeIsNotKnown()
    {
        const ConnectionSettings database = newDatabase();
        tests::Proxy proxy(database);
        SqlClient other(database);
        other.rows(u"BEGIN; LOCK TABLE tusk.action IN SHARE MODE"_s);
        const auto process =
            tests::startTusk({u"add"_s, u"perhaps"_s}, at(proxy.settings(), u"connect_timeout=2"_s));
        QTRY_VERIFY(someoneWaits(database));

        proxy.cut(tests::Proxy::NewConnections::Refused);
        const TuskRun run = tests::finish(*process);

        QVERIFY2(run.exitCode == 3, run.report().constData());
        QVERIFY2(run.saysOneSentence() && run.errors.contains("not known"), run.report().constData());
    }

    void shouldSayThatTheListWasDeletedAtTheSameMoment()
    {
        const ConnectionSettings database = newDatabase();
        addTodo(u"first"_s, {u"--list"_s, u"Doomed"_s, u"--create"_s}, at(database));
        SqlClient other(database);
        other.rows(u"BEGIN; DELETE FROM tusk.list"_s);
        const auto process =
            tests::startTusk({u"add"_s, u"second"_s, u"--list"_s, u"Doomed"_s}, at(database));
        QTRY_VERIFY(someoneWaits(database));

        other.rows(u"COMMIT"_s);
        const TuskRun run = tests::finish(*process);

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY2(run.errors.contains("Inbox") && run.output.contains("second"), run.report().constData());
    }

    void shouldKeepWhatSomeoneElseWroteAtTheSameMoment()
    {
        const ConnectionSettings database = newDatabase();
        const QString id = addTodo(u"ours"_s, {}, at(database));
        SqlClient other(database);
        other.rows(u"BEGIN; UPDATE tusk.todo SET title = 'theirs'"_s);
        const auto process = tests::startTusk(
            {u"edit"_s, id, u"--title"_s, u"mine"_s, u"--priority"_s, u"high"_s, u"--json"_s}, at(database));
        QTRY_VERIFY(someoneWaits(database));

        other.rows(u"COMMIT"_s);
        const TuskRun run = tests::finish(*process);

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY(run.errors.contains("“ours”") && run.errors.contains("someone else"));
        QCOMPARE(run.only()["title"_L1], QJsonValue(u"theirs"_s));
        QCOMPARE(run.only()["priority"_L1], QJsonValue(3)); // the other field is merged
    }

    void shouldSayThatATodoIsGone()
    {
        const ConnectionSettings database = newDatabase();
        const QString id = addTodo(u"doomed"_s, {}, at(database));
        SqlClient other(database);
        other.rows(u"BEGIN; DELETE FROM tusk.todo"_s);
        const auto process = tests::startTusk({u"done"_s, id}, at(database));
        QTRY_VERIFY(someoneWaits(database));

        other.rows(u"COMMIT"_s);
        const TuskRun run = tests::finish(*process);

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY2(run.saysOneSentence() && run.errors.contains("“doomed”"), run.report().constData());
    }

    void shouldNeverPrintAPassword()
    {
        const QString marker = u"mArKer s3cret"_s;
        ConnectionSettings settings = m_template;
        settings.password = marker;
        const QByteArray encoded = QUrl::toPercentEncoding(marker);
        const QStringList urls{urlOf(settings),
                               urlOf(settings) + u"?sslmode=require"_s,
                               urlOf(settings).replace(settings.host, u"no.such.host.invalid"_s),
                               u"postgresql://ann:%1@h:1:2/db"_s.arg(QString::fromLatin1(encoded)),
                               u"postgresql://ann:mArKer@s3cret@h/db"_s,
                               u"postgresql://ann:12/mArKer@h/db"_s,
                               u"host=h password='mArKer s3cret"_s,
                               u"mArKer s3cret"_s};
        for (const QString &url : urls) {
            for (const QString &command : {u"list"_s, u"doctor"_s, u"migrate"_s}) {
                const TuskRun run =
                    tests::tusk({command, u"--verbose"_s},
                                {{u"TUSK_DATABASE_URL"_s, url}, {u"QT_LOGGING_RULES"_s, u"*=true"_s}});
                QVERIFY2(run.exitCode == 2 || run.exitCode == 3, run.report().constData());
                for (const char *part : {"mArKer", "s3cret"})
                    QVERIFY2(!run.output.contains(part) && !run.errors.contains(part),
                             run.report().constData());
            }
        }
    }

    void shouldIgnoreWhatLibpqTakesFromTheEnvironment()
    {
        Variables database = at(newDatabase());
        for (const char *variable :
             {"PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGOPTIONS", "PGSERVICE", "PGSERVICEFILE",
              "PGSYSCONFDIR", "PGPASSFILE", "PGSSLMODE", "PGSSLROOTCERT", "PGSSLCERT"})
            database.insert(QString::fromLatin1(variable), u"nonsense"_s);

        QCOMPARE(tests::tusk({u"list"_s}, database).exitCode, 0);
    }

    void shouldListWithOneStatement()
    {
        const Variables database = at(newDatabase());
        addTodo(u"counted"_s, {}, database);
        const qint64 mark = m_server->logMark();

        QCOMPARE(tests::tusk({u"list"_s, u"--json"_s}, database).json().size(), 1);

        QTRY_COMPARE(m_server->countedStatements(mark).size(), 1);
    }

private:
    // With the newest schema, without todos.
    [[nodiscard]] ConnectionSettings newDatabase()
    {
        return m_server->createDatabase(TestDatabaseOptions{.copyOf = m_template.database});
    }
    static void makeOlderTables(const ConnectionSettings &database)
    {
        auto migrations = migration::MigrationCatalog::compiledIn()->migrations();
        migrations.removeLast();
        session::Connection connection(database);
        const auto older = migration::MigrationCatalog::of(migrations);
        if (!connection.open() || !older || !migration::MigrationRunner(connection, *older).apply())
            tests::giveUp(u"no older database could be made"_s);
    }
    static QString fileWithTodos(const QTemporaryDir &folder, const QByteArray &more = {})
    {
        QFile file(folder.filePath(u"todos.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write("id,title,done\n1,milk,0\n" + more) < 0)
            tests::giveUp(u"no file could be written"_s);
        return file.fileName();
    }
    static QList<QStringList> sql(const ConnectionSettings &database, const QString &text)
    {
        return SqlClient(database).rows(text);
    }
    [[nodiscard]] bool someoneWaits(const ConnectionSettings &database)
    {
        return m_server->psql(
                   u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = '%1'"_s
                       .arg(database.database)) != QList<QStringList>{{u"0"_s}};
    }

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::TestServer> m_server;
    ConnectionSettings m_template;
};

QTEST_GUILESS_MAIN(TestOtherDatabases)
#include "tst_otherdatabases.moc"
