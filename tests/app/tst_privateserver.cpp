// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "data/migration/migrationrunner.h"
#include "data/repository/journalrecords.h"
#include "data/session/connection.h"
#include "domain/actions.h"
#include "localserver/clusterlocation.h"
#include "privatehome.h"
#include "support/failure.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "tuskprogram.h"
#include "windowrun.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>

#include <csignal>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::addTodo;
using tests::isServerRunning;
using tests::PrivateHome;
using tests::serverStatus;
using tests::TuskRun;

// The private server as commands start, share and stop it.
class TestPrivateServer final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<PrivateHome>();
        addTodo(u"made the database"_s);
    }
    void cleanupTestCase() { m_home.reset(); }

    void shouldKeepTheServerThatWasAskedFor()
    {
        const TuskRun started = tests::tusk({u"server"_s, u"start"_s, u"--json"_s});
        QVERIFY2(started.exitCode == 0, started.report().constData());
        QCOMPARE(started.only()["running"_L1], QJsonValue(true));
        QCOMPARE(started.only()["keep_running"_L1], QJsonValue(true));
        const QJsonValue pid = started.only()["pid"_L1];

        addTodo(u"something"_s);
        QCOMPARE(serverStatus()["pid"_L1], pid);
        QCOMPARE(serverStatus()["users"_L1], QJsonValue(0));
        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        QCOMPARE(serverStatus()["pid"_L1], pid);

        QCOMPARE(tests::tusk({u"server"_s, u"stop"_s}).exitCode, 0);
        QVERIFY(!isServerRunning());
        QCOMPARE(tests::tusk({u"server"_s, u"stop"_s}).exitCode, 0); // already so
        addTodo(u"something else"_s);
        QVERIFY(!isServerRunning()); // the wish is taken back
    }

    void shouldSayHowTheServerIs()
    {
        QCOMPARE(serverStatus().keys(), QStringList({u"cluster"_s, u"keep_running"_s, u"pid"_s, u"running"_s,
                                                     u"socket"_s, u"users"_s, u"version"_s}));
        QVERIFY(serverStatus()["pid"_L1].isNull() && serverStatus()["socket"_L1].isNull());
        QVERIFY(tests::tusk({u"server"_s, u"status"_s}).output.contains("not running"));

        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        const TuskRun running = tests::tusk({u"server"_s, u"status"_s});
        QVERIFY(running.output.contains("is running") && running.output.contains("until “tusk server stop”"));
        QVERIFY(!serverStatus()["socket"_L1].isNull());
    }

    void shouldKeepTheDatabasesOfTwoClustersApart()
    {
        const tests::Variables other{{u"TUSK_CLUSTER_DIR"_s, m_home->path() + u"/other"_s}};
        const auto clear = qScopeGuard([&other] {
            localserver::Environment environment = localserver::Environment::current();
            environment.clusterFolder = other.first();
            const auto place = localserver::locateCluster(environment);
            for (const QString &folder : {place->cluster, place->side, place->dumps, place->sockets})
                QDir(folder).removeRecursively();
        });
        const QString here = addTodo(u"here"_s);

        const QString there = addTodo(u"there"_s, {}, other);

        QCOMPARE(tests::idsIn(tests::tusk({u"list"_s, u"--json"_s}, other).json()), QStringList(there));
        QVERIFY(tests::idsIn(tests::tusk({u"list"_s, u"--json"_s}).json()).contains(here));
    }

    void shouldCountTheChangesThatWait()
    {
        const QString folder = qEnvironmentVariable("XDG_DATA_HOME") + u"/tusk/unsent/local"_s;
        QVERIFY(QDir().mkpath(folder));
        domain::Todo todo;
        todo.id = domain::TodoId(base::makeUuidV7());
        todo.title = u"waits"_s;
        todo.position = "V";
        QFile file(folder + u"/new.jsonl"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(repository::headerLine() +
                   repository::actionLine(domain::createTodos({todo}, QDateTime::currentDateTimeUtc())));
        file.close();

        const TuskRun run = tests::tusk({u"doctor"_s});

        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains("changes that wait: 1"), run.report().constData());
        QVERIFY(file.remove()); // it is still there: the doctor only looks
    }

    void shouldDumpAnOlderDatabaseBeforeBringingItUp()
    {
        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        const int before = makeOlder();
        m_home->runSql(u"INSERT INTO tusk.todo (title) VALUES ('precious')"_s);
        QCOMPARE(tests::tusk({u"migrate"_s, u"--dry-run"_s, u"--json"_s}).only()["from"_L1],
                 QJsonValue(before));
        QVERIFY(m_home->dumps().isEmpty());

        const TuskRun run = tests::tusk({u"search"_s, u"precious"_s, u"--json"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(tests::titlesIn(run.json()), QStringList(u"precious"_s));
        QCOMPARE(m_home->dumps().size(), 1);
    }

    void shouldDumpAnOlderDatabaseBeforeTheWindowShowsIt()
    {
        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        const qsizetype dumps = m_home->dumps().size();
        QVERIFY(makeOlder() > 0);
        m_home->runSql(u"INSERT INTO tusk.todo (title) VALUES ('precious too')"_s);

        const tests::WindowRun window({});
        QVERIFY(window.showsRows());

        QCOMPARE(m_home->dumps().size(), dumps + 1);
        tests::TuskRun run;
        (void)window.terminate(run);
        QVERIFY2(run.exitCode == 0 || run.exitCode == 128 + SIGTERM, run.report().constData());
    }

    void shouldEndInOrderWhenInterrupted()
    {
        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        addTodo(u"before"_s);
        const auto other = m_home->connect();
        other->rows(u"BEGIN; LOCK TABLE tusk.action IN SHARE MODE"_s);
        const auto process = tests::startTusk({u"add"_s, u"interrupted"_s});
        QTRY_COMPARE(
            m_home->runSql(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"_s),
            QList<QStringList>{{u"1"_s}});
        QCOMPARE(serverStatus()["users"_L1], QJsonValue(1));

        kill(static_cast<pid_t>(process->processId()), SIGTERM);
        const TuskRun run = tests::finish(*process);

        QCOMPARE(run.exitCode, 128 + SIGTERM);
        QCOMPARE(serverStatus()["users"_L1], QJsonValue(0));
        QVERIFY(isServerRunning()); // it was asked to keep running
        other->rows(u"ROLLBACK"_s);
    }

    void shouldStopItsServerWhenNobodyReadsTheOutput()
    {
        addTodo(u"x"_s);
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"\"$0\" list | true"_s, tests::tuskProgram()});

        QCOMPARE(tests::finish(shell).errors, "");
        QTRY_VERIFY(!isServerRunning());
    }

    void shouldSayThatTheOutputCannotBeWritten()
    {
        addTodo(u"x"_s);
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" list > /dev/full"_s, tests::tuskProgram()});

        const TuskRun run = tests::finish(shell);

        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.saysOneSentence(), run.report().constData());
    }

protected:
    void prepare() override { QCOMPARE(tests::tusk({u"server"_s, u"stop"_s}).exitCode, 0); }

private:
    // In the place of the database one that lacks the last migration; its version.
    [[nodiscard]] int makeOlder() const
    {
        const QString identity = m_home->runSql(u"SELECT id FROM tusk.database"_s).constFirst().constFirst();
        m_home->runSql(u"DROP SCHEMA tusk CASCADE"_s);
        auto migrations = migration::MigrationCatalog::compiledIn()->migrations();
        migrations.removeLast();
        session::Connection connection(m_home->settings());
        const auto older = migration::MigrationCatalog::of(migrations);
        if (!connection.open() || !older || !migration::MigrationRunner(connection, *older).apply())
            tests::giveUp(u"no older database could be made"_s);
        m_home->runSql(u"UPDATE tusk.database SET id = '%1' RETURNING 1"_s.arg(identity));
        return older->newest();
    }

    std::unique_ptr<PrivateHome> m_home;
};

QTEST_GUILESS_MAIN(TestPrivateServer)
#include "tst_privateserver.moc"
