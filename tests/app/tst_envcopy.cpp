// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"
#include "tuskprogram.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::TuskRun;
using tests::Variables;

// Copying between environments on the command line, with the real program and real databases.
class TestEnvCopy final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::TestServer> m_server;
    Variables m_session{{u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}};
    base::ConnectionSettings m_from;
    base::ConnectionSettings m_to;

    [[nodiscard]] TuskRun tusk(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return tests::tusk(arguments, m_session, input);
    }
    [[nodiscard]] base::ConnectionSettings addEnvironment(const QString &name)
    {
        const base::ConnectionSettings settings = m_server->createDatabase();
        const QString url = u"postgresql://%1@%2:%3/%4?sslmode=disable"_s.arg(settings.user, settings.host)
                                .arg(settings.port)
                                .arg(settings.database);
        const TuskRun added = tusk({u"env"_s, u"add"_s, name, u"--url-stdin"_s}, url.toUtf8());
        if (added.exitCode != 0)
            qFatal("%s", added.report().constData());
        return settings;
    }
    [[nodiscard]] QJsonObject copy(const QStringList &options = {}) const
    {
        const TuskRun run = tusk(QStringList{u"env"_s, u"copy"_s, u"one"_s, u"two"_s, u"--json"_s} + options);
        if (run.exitCode != 0)
            qWarning("%s", run.report().constData());
        return run.only();
    }
    // Columns joined by a bar, a string for each row.
    [[nodiscard]] QStringList rows(const base::ConnectionSettings &database, const QString &sql)
    {
        QStringList result;
        for (const QStringList &row : m_server->psql(sql, database.database))
            result.append(row.join(u'|'));
        return result;
    }
    [[nodiscard]] QStringList todos(const base::ConnectionSettings &database)
    {
        return rows(database,
                    u"SELECT t.id, t.title, t.notes, l.name, t.priority, t.due_date, "
                    "t.completed_at, t.created_at, (SELECT string_agg(g.name, ',' ORDER BY g.name) "
                    "FROM tusk.todo_tag x JOIN tusk.tag g ON g.id = x.tag_id WHERE x.todo_id = t.id) "
                    "FROM tusk.todo t LEFT JOIN tusk.list l ON l.id = t.list_id ORDER BY t.title"_s);
    }

protected:
    void prepare() override
    {
        m_home.reset();
        m_home = std::make_unique<tests::TemporaryHome>();
        m_from = addEnvironment(u"one"_s);
        m_to = addEnvironment(u"two"_s);
        const Variables none = m_session;
        const QStringList env{u"--env"_s, u"one"_s};
        tests::addTodo(u"dig the beds"_s,
                       QStringList{u"--list"_s, u"Garden"_s, u"--tag"_s, u"errand"_s, u"--due"_s,
                                   u"2026-12-24"_s, u"--notes"_s, u"deep"_s, u"--create"_s} +
                           env,
                       none);
        tests::addTodo(u"call Ana"_s, env, none);
        const QString done = tests::addTodo(u"finished"_s, env, none);
        if (tusk(QStringList{u"done"_s, done} + env).exitCode != 0)
            qFatal("no todo can be completed");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true});
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldCopyEverythingAsOneActionWithItsIds()
    {
        const QJsonObject copied = copy();

        QCOMPARE(copied["added"_L1].toInt(), 3);
        QCOMPARE(copied["changed"_L1].toInt(), 0);
        QCOMPARE(todos(m_to), todos(m_from));
        QCOMPARE(rows(m_to, u"SELECT count(*) FROM tusk.action"_s), QStringList{u"1"_s});
        QVERIFY(tusk({u"history"_s, u"--env"_s, u"two"_s}).output.contains("Copy from “one”"));
    }

    void shouldBringTheCopyUpToDateTheNextTime()
    {
        QCOMPARE(copy()["added"_L1].toInt(), 3);
        m_server->psql(u"UPDATE tusk.todo SET title = 'call Bob' WHERE title = 'call Ana'"_s,
                       m_from.database);
        tests::addTodo(u"only here"_s, {u"--env"_s, u"two"_s}, m_session);

        const QJsonObject again = copy();

        QCOMPARE(again["added"_L1].toInt(), 0);
        QCOMPARE(again["changed"_L1].toInt(), 1);
        QCOMPARE(again["same"_L1].toInt(), 2);
        QCOMPARE(rows(m_to, u"SELECT title FROM tusk.todo ORDER BY title"_s),
                 (QStringList{u"call Bob"_s, u"dig the beds"_s, u"finished"_s, u"only here"_s}));
        QCOMPARE(copy()["same"_L1].toInt(), 3);
    }

    void shouldOnlyLookWhenAskedTo()
    {
        const TuskRun run = tusk({u"env"_s, u"copy"_s, u"one"_s, u"two"_s, u"--dry-run"_s});
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY(run.output.contains("+ call Ana") && run.output.contains("new: 3, changed: 0, the same: 0"));
        // Nothing was written, not even tables.
        QCOMPARE(rows(m_to, u"SELECT to_regnamespace('tusk') IS NULL"_s), QStringList{u"t"_s});
    }

    void shouldCopyOneListOrSomeTodos()
    {
        QCOMPARE(copy({u"--list"_s, u"garden"_s})["added"_L1].toInt(), 1);
        QCOMPARE(rows(m_to, u"SELECT title FROM tusk.todo"_s), QStringList{u"dig the beds"_s});
        const QString id = rows(m_from, u"SELECT id FROM tusk.todo WHERE title = 'call Ana'"_s).first();
        QCOMPARE(copy({u"--todo"_s, id})["added"_L1].toInt(), 1);
        QCOMPARE(rows(m_to, u"SELECT title FROM tusk.todo ORDER BY title"_s),
                 (QStringList{u"call Ana"_s, u"dig the beds"_s}));
    }

    void shouldCopyTheInboxAlone()
    {
        QCOMPARE(copy({u"--list"_s, u"inbox"_s})["added"_L1].toInt(), 2);
        QCOMPARE(rows(m_to, u"SELECT title FROM tusk.todo ORDER BY title"_s),
                 (QStringList{u"call Ana"_s, u"finished"_s}));
    }

    void shouldTakeTheSubtasksOfATodoAlong()
    {
        m_server->psql(
            u"WITH child AS (INSERT INTO tusk.todo (title, parent_id) SELECT 'find the number', id FROM "
            "tusk.todo WHERE title = 'call Ana' RETURNING id), gone AS (INSERT INTO tusk.todo (title, "
            "parent_id, deleted_at) SELECT 'thrown away', id, now() FROM child) "
            "INSERT INTO tusk.todo (title, parent_id) SELECT 'look in the drawer', id FROM child"_s,
            m_from.database);
        const QString id = rows(m_from, u"SELECT id FROM tusk.todo WHERE title = 'call Ana'"_s).first();

        QCOMPARE(copy({u"--todo"_s, id})["added"_L1].toInt(), 3);
        QCOMPARE(rows(m_to, u"SELECT t.title, p.title FROM tusk.todo t LEFT JOIN tusk.todo p ON p.id = "
                            "t.parent_id ORDER BY t.title"_s),
                 (QStringList{u"call Ana|"_s, u"find the number|call Ana"_s,
                              u"look in the drawer|find the number"_s}));
    }

    void shouldBeTakenBackAsOne()
    {
        QCOMPARE(copy()["added"_L1].toInt(), 3);
        QCOMPARE(tusk({u"undo"_s, u"--env"_s, u"two"_s}).exitCode, 0);
        QCOMPARE(rows(m_to, u"SELECT count(*) FROM tusk.todo WHERE deleted_at IS NULL"_s),
                 QStringList{u"0"_s});
    }

    void shouldKeepSubtasksThatAreCopiedWithoutTheirParent()
    {
        m_server->psql(
            u"UPDATE tusk.todo SET parent_id = (SELECT id FROM tusk.todo WHERE title = 'call Ana') "
            "WHERE title = 'dig the beds'"_s,
            m_from.database);
        QCOMPARE(copy()["added"_L1].toInt(), 3);

        QCOMPARE(copy({u"--list"_s, u"Garden"_s})["same"_L1].toInt(), 1);
        QCOMPARE(rows(m_to, u"SELECT p.title FROM tusk.todo t JOIN tusk.todo p ON p.id = t.parent_id"_s),
                 QStringList{u"call Ana"_s});
    }

    void shouldLookAboveTheParentsForACircle()
    {
        QCOMPARE(copy()["added"_L1].toInt(), 3);
        // There: finished below dig, dig below call; here: call below finished.
        m_server->psql(
            u"UPDATE tusk.todo SET parent_id = (SELECT id FROM tusk.todo WHERE title = 'finished') "
            "WHERE title = 'call Ana'"_s,
            m_from.database);
        m_server->psql(
            u"UPDATE tusk.todo SET parent_id = (SELECT id FROM tusk.todo WHERE title = 'call Ana') "
            "WHERE title = 'dig the beds';"
            "UPDATE tusk.todo SET parent_id = (SELECT id FROM tusk.todo WHERE title = "
            "'dig the beds') WHERE title = 'finished'"_s,
            m_to.database);
        const QString id = rows(m_from, u"SELECT id FROM tusk.todo WHERE title = 'call Ana'"_s).first();

        QCOMPARE(copy({u"--todo"_s, id})["same"_L1].toInt(), 1);
        QCOMPARE(rows(m_to, u"SELECT title FROM tusk.todo WHERE parent_id IS NULL"_s),
                 QStringList{u"call Ana"_s});
    }

    void shouldCopyBetweenBranchesOfOneDatabase()
    {
        const base::ConnectionSettings branch = m_server->createDatabase();
        m_server->psql(u"DROP DATABASE \"%1\""_s.arg(branch.database), u"postgres"_s);
        m_server->psql(u"CREATE DATABASE \"%1\" TEMPLATE \"%2\""_s.arg(branch.database, m_from.database),
                       u"postgres"_s);
        QCOMPARE(tusk({u"env"_s, u"edit"_s, u"two"_s, u"--database"_s, branch.database}).exitCode, 0);
        tests::addTodo(u"on the trunk"_s, {u"--env"_s, u"one"_s}, m_session);

        const QJsonObject copied = copy();
        QCOMPARE(copied["added"_L1].toInt(), 1);
        QCOMPARE(copied["same"_L1].toInt(), 3);
    }

    void shouldAskBeforeItCopiesIntoProduction()
    {
        QCOMPARE(tusk({u"env"_s, u"edit"_s, u"two"_s, u"--kind"_s, u"production"_s}).exitCode, 0);
        const TuskRun run = tusk({u"env"_s, u"copy"_s, u"one"_s, u"two"_s});
        QVERIFY2(run.exitCode == 1 && run.saysOneSentence() && run.errors.contains("--yes"),
                 run.report().constData());
        QCOMPARE(rows(m_to, u"SELECT to_regnamespace('tusk') IS NULL"_s), QStringList{u"t"_s});
        QCOMPARE(copy({u"--dry-run"_s})["added"_L1].toInt(), 3);
        QCOMPARE(copy({u"--yes"_s})["added"_L1].toInt(), 3);
        QCOMPARE(todos(m_to), todos(m_from));
    }

    void shouldRefuseTwoNamesOfOneDatabase()
    {
        QCOMPARE(tusk({u"env"_s, u"edit"_s, u"two"_s, u"--database"_s, m_from.database}).exitCode, 0);
        const TuskRun run = tusk({u"env"_s, u"copy"_s, u"one"_s, u"two"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains("Both are the same database"), run.report().constData());
    }

    void shouldLeaveInTheTrashWhatWasThrownAwayThere()
    {
        QCOMPARE(copy()["added"_L1].toInt(), 3);
        m_server->psql(u"UPDATE tusk.todo SET deleted_at = now() WHERE title = 'call Ana'"_s, m_to.database);
        QCOMPARE(copy()["in_trash"_L1].toInt(), 1);
        m_server->psql(u"UPDATE tusk.todo SET notes = 'really', updated_at = now() + interval '1 minute' "
                       "WHERE title = 'call Ana'"_s,
                       m_from.database);

        const TuskRun look = tusk({u"env"_s, u"copy"_s, u"one"_s, u"two"_s, u"--dry-run"_s});
        QVERIFY2(look.output.contains("~ call Ana (notes, was in the Trash)"), look.report().constData());
        QCOMPARE(copy()["changed"_L1].toInt(), 1);
        QCOMPARE(rows(m_to, u"SELECT count(*) FROM tusk.todo WHERE deleted_at IS NULL"_s),
                 QStringList{u"3"_s});
    }

    void shouldCopyAgainWhatWasTakenBack()
    {
        QCOMPARE(copy()["added"_L1].toInt(), 3);
        QCOMPARE(tusk({u"undo"_s, u"--env"_s, u"two"_s}).exitCode, 0);
        QCOMPARE(copy()["added"_L1].toInt(), 3);
    }

    void shouldSayOnWhichSideItFailed()
    {
        QCOMPARE(tusk({u"env"_s, u"edit"_s, u"two"_s, u"--database"_s, u"nowhere"_s}).exitCode, 0);
        const TuskRun run = tusk({u"env"_s, u"copy"_s, u"one"_s, u"two"_s});
        QVERIFY2(run.errors.contains("“two”: The server has no database of this name."),
                 run.report().constData());
    }

    void shouldSayWhatToDoAboutAnotherDatabaseThanBefore()
    {
        QCOMPARE(copy()["added"_L1].toInt(), 3);
        m_server->psql(u"UPDATE tusk.database SET id = gen_random_uuid()"_s, m_to.database);
        const TuskRun run = tusk({u"env"_s, u"copy"_s, u"one"_s, u"two"_s});
        QVERIFY2(run.errors.contains("“two”: ") && run.errors.contains("--accept-database"),
                 run.report().constData());
    }

    void shouldRefuseWhatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("one name") << QStringList{u"one"_s} << 2;
        QTest::newRow("the same") << QStringList{u"one"_s, u"ONE"_s} << 2;
        QTest::newRow("unknown") << QStringList{u"one"_s, u"three"_s} << 2;
        QTest::newRow("no such list") << QStringList{u"one"_s, u"two"_s, u"--list"_s, u"Cellar"_s} << 1;
    }
    void shouldRefuseWhatMakesNoSense()
    {
        QFETCH(const QStringList, words);
        QFETCH(const int, exitCode);
        const TuskRun run = tusk(QStringList{u"env"_s, u"copy"_s} + words);
        QVERIFY2(run.exitCode == exitCode, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
    }
};

QTEST_GUILESS_MAIN(TestEnvCopy)
#include "tst_envcopy.moc"
