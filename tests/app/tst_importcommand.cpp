// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/oldapp.h"
#include "importer/samplefile.h"
#include "privatehome.h"
#include "support/testcase.h"
#include "tuskprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::TuskRun;

// tusk import and tusk verify, as one types them.
class TestImportCommand final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::PrivateHome>();
        // One server for all commands, which would start one each otherwise.
        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        tests::writeOldApp(path(), 30);
    }
    void cleanupTestCase() { m_home.reset(); }

    void shouldAskWhoseTodos()
    {
        const TuskRun run = tests::tusk({u"import"_s, path()});

        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains("ana@example.org (20), jonas@example.org (10)"),
                 run.report().constData());
        QCOMPARE(count(), 0);
    }

    void shouldSayWhatItWouldDo()
    {
        const TuskRun run =
            tests::tusk({u"import"_s, path(), u"--owner"_s, u"Ana@example.org"_s, u"--dry-run"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY2(run.output.contains("20 todos would be new."), run.report().constData());
        QCOMPARE(count(), 0);
    }

    void shouldImportVerifyAndUndo()
    {
        const QString report = m_folder.filePath(u"report.json"_s);
        const TuskRun run = tests::tusk({u"import"_s, path(), u"--owner"_s, u"ana@example.org"_s,
                                         u"--report"_s, report, u"--backup"_s, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(run.only().value("created"_L1).toInt(), 20);
        QCOMPARE(run.only().value("verified"_L1).toInt(), 20);
        QCOMPARE(count(), 20);
        QVERIFY(QFile::exists(path() + ".bak"_L1));
        const QJsonObject written = QJsonDocument::fromJson(tests::readAll(report)).object();
        QCOMPARE(written.value("rows"_L1).toInt(), 20);
        QCOMPARE(written.value("all_repairs"_L1).toArray().size(), 0);
        const TuskRun listed = tests::tusk({u"list"_s, u"--list"_s, u"Imported"_s, u"--json"_s});
        QVERIFY2(listed.exitCode == 0 && listed.json().size() == 16, listed.report().constData());

        const TuskRun again = tests::tusk({u"import"_s, path(), u"--owner"_s, u"ana@example.org"_s});
        QVERIFY2(again.output.contains("20 todos were there already"), again.report().constData());

        const TuskRun verified = tests::tusk({u"verify"_s});
        QVERIFY2(verified.exitCode == 0 && verified.output.contains("20 todos are as they were imported."),
                 verified.report().constData());

        const TuskRun undone = tests::tusk({u"undo"_s});
        QVERIFY2(undone.exitCode == 0, undone.report().constData());
        QCOMPARE(count(), 0);
        QCOMPARE(m_home->runSql(u"SELECT count(*) FROM tusk.list"_s).first().first(), u"0"_s);
    }

    void shouldNameWhatWasEditedSince()
    {
        const QString file = m_folder.filePath(u"edited.db"_s);
        tests::SampleFile(file).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT "
            "INTO todos VALUES (1, 'call', 0), (2, 'write', 0)"_s);
        QCOMPARE(tests::tusk({u"import"_s, file}).exitCode, 0);
        m_home->runSql(u"UPDATE tusk.todo SET title = 'call back' WHERE title = 'call' RETURNING 1"_s);

        const TuskRun verified = tests::tusk({u"verify"_s});

        QVERIFY2(verified.output.contains("1 todo was edited since.\n  “call back”: title\n"),
                 verified.report().constData());
        m_home->runSql(u"DELETE FROM tusk.todo RETURNING 1"_s);
        m_home->runSql(u"DELETE FROM tusk.list RETURNING 1"_s);
    }

    void shouldLearnFromTheValuesOfColumnsThatAMapNames()
    {
        const QString file = m_folder.filePath(u"mapped.db"_s);
        tests::SampleFile(file)
            .run(
                u"CREATE TABLE category (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO category VALUES (7, "
                "'Home'); CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, weight "
                "INTEGER, whenever TEXT, category_id INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, 3, '03/04/2025', 7), (2, 'bread', 0, 1, "
                 "'03/20/2025', 7)"_s);
        const QString map = m_folder.filePath(u"map.json"_s);
        tests::writeAll(map,
                        R"({"columns": {"priority": "weight", "due": "whenever", "list": "category_id"}})");

        const TuskRun run = tests::tusk({u"import"_s, file, u"--map"_s, map});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(m_home->runSql(u"SELECT t.title, t.priority, t.due_date, l.name FROM tusk.todo t LEFT JOIN "
                                "tusk.list l ON l.id = t.list_id ORDER BY t.title"_s),
                 (QList<QStringList>{{u"bread"_s, u"1"_s, u"2025-03-20"_s, u"Home"_s},
                                     {u"milk"_s, u"3"_s, u"2025-03-04"_s, u"Home"_s}}));
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldReadMonthsFirstWhereAMapSaysSo()
    {
        const QString file = m_folder.filePath(u"months.db"_s);
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, '03/04/2025')"_s);
        const QString map = m_folder.filePath(u"months.json"_s);
        tests::writeAll(map, R"({"month_first": true})");

        const TuskRun plain = tests::tusk({u"import"_s, file});
        QCOMPARE(m_home->runSql(u"SELECT due_date FROM tusk.todo"_s).first().first(), u"2025-04-03"_s);
        const TuskRun run = tests::tusk({u"import"_s, file, u"--map"_s, map}); // the file has not changed

        QVERIFY2(plain.output.contains("Dates such as 03/04/2025 in “due” were read as day/month/year"),
                 plain.report().constData());
        QVERIFY2(run.exitCode == 0 && !run.output.contains("03/04/2025"), run.report().constData());
        QCOMPARE(m_home->runSql(u"SELECT due_date FROM tusk.todo"_s).first().first(), u"2025-03-04"_s);
        m_home->runSql(u"DELETE FROM tusk.todo; SELECT 1"_s);
    }

    void shouldAskWhoseTodosOfTheTableThatAMapNames()
    {
        const QString file = m_folder.filePath(u"tables.db"_s);
        tests::SampleFile(file)
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT); "
                "INSERT INTO todos VALUES (1, 'milk', 0, NULL), (2, 'bread', 0, '2026-01-01'), (3, 'tea', 1, NULL)"_s)
            .run(u"CREATE TABLE old_tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, username TEXT); "
                 "INSERT INTO old_tasks VALUES (1, 'soap', 0, 'ana'), (2, 'rice', 0, 'jonas')"_s);
        const QString map = m_folder.filePath(u"table.json"_s);
        tests::writeAll(map, R"({"table": "old_tasks"})");

        const TuskRun asked = tests::tusk({u"import"_s, file, u"--map"_s, map});
        const TuskRun run = tests::tusk({u"import"_s, file, u"--map"_s, map, u"--owner"_s, u"jonas"_s});

        QVERIFY2(asked.exitCode == 1 && asked.errors.contains("ana (1), jonas (1)"),
                 asked.report().constData());
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(m_home->runSql(u"SELECT title FROM tusk.todo"_s), (QList<QStringList>{{u"rice"_s}}));
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldReportRepairsAndLoseNothing()
    {
        const QString dirty = m_folder.filePath(u"dirty.db"_s);
        tests::SampleFile(dirty)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, '  ', 0), (2, 'fine', 2)"_s);
        const QString report = m_folder.filePath(u"dirty.json"_s);

        const TuskRun run =
            tests::tusk({u"import"_s, dirty, u"--into-list"_s, u"Inbox"_s, u"--report"_s, report});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        const QJsonArray repairs =
            QJsonDocument::fromJson(tests::readAll(report)).object().value("all_repairs"_L1).toArray();
        QCOMPARE(repairs.size(), 2);
        QCOMPARE(repairs.first().toObject().value("repair"_L1).toString(), u"blank_title"_s);
        QCOMPARE(repairs.first().toObject().value("original"_L1).toString(), u"  "_s);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldWriteAPageToReadAndKeepWhatNoFieldIsFor()
    {
        const QString file = m_folder.filePath(u"rest.db"_s);
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, colour TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Paint', 0, 'dark blue')"_s);
        const QString report = m_folder.filePath(u"report.html"_s);

        const TuskRun run = tests::tusk({u"import"_s, file, u"--rest-to-notes"_s, u"--report"_s, report});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY(tests::readAll(report).contains("at the end of the notes"));
        QCOMPARE(m_home->runSql(u"SELECT notes FROM tusk.todo"_s).first().first(), u"colour: dark blue"_s);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldNotWriteToProductionWithoutBeingTold()
    {
        const TuskRun added = tests::tusk({u"env"_s, u"add"_s, u"live"_s, u"--url-stdin"_s, u"--kind"_s,
                                           u"production"_s, u"--secret"_s, u"none"_s},
                                          {}, m_home->databaseUrl().toUtf8());
        QVERIFY2(added.exitCode == 0, added.report().constData());
        const QStringList import{u"import"_s,          path(),     u"--owner"_s,
                                 u"ana@example.org"_s, u"--env"_s, u"live"_s};

        const TuskRun refused = tests::tusk(import); // nobody is there to be asked
        QVERIFY2(refused.exitCode == 1 && refused.saysOneSentence(), refused.report().constData());
        QVERIFY2(refused.errors.contains("“live” is an environment that asks before much is changed"),
                 refused.report().constData());
        QCOMPARE(count(), 0);

        const TuskRun tried = tests::tusk(import + QStringList{u"--dry-run"_s});
        QVERIFY2(tried.exitCode == 0, tried.report().constData());
        QCOMPARE(count(), 0);

        const TuskRun told = tests::tusk(import + QStringList{u"--yes"_s});
        QVERIFY2(told.exitCode == 0, told.report().constData());
        QCOMPARE(count(), 20);
        // Only the file would bring them again.
        const QStringList undo{u"undo"_s, u"--env"_s, u"live"_s};
        const TuskRun kept = tests::tusk(undo);
        QVERIFY2(kept.exitCode == 1 && kept.saysOneSentence() && kept.errors.contains("--yes"),
                 kept.report().constData());
        QCOMPARE(count(), 20);
        QCOMPARE(tests::tusk(undo + QStringList{u"--yes"_s}).exitCode, 0);
        QCOMPARE(count(), 0);
    }

    void shouldRefuseInOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no file") << QStringList{u"/nowhere/todo.db"_s} << 1;
        QTest::newRow("a folder") << QStringList{u"/"_s} << 1;
        QTest::newRow("nobody") << QStringList{path(), u"--owner"_s, u"nobody"_s} << 1;
        QTest::newRow("no such zone") << QStringList{path(), u"--timezone"_s, u"Mars/Olympus"_s} << 2;
        QTest::newRow("both") << QStringList{path(), u"--owner"_s, u"a"_s, u"--all-owners"_s} << 2;
        QTest::newRow("a report over the file") << QStringList{path(), u"--all-owners"_s, u"--report"_s,
                                                               m_folder.filePath(u"./todo_app_local.db"_s)}
                                                << 1;
        QTest::newRow("no map") << QStringList{path(), u"--map"_s, u"/nowhere.json"_s} << 1;
    }
    void shouldRefuseInOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);

        const int before = count();
        const QByteArray file = tests::readAll(path());

        const TuskRun run = tests::tusk(QStringList(u"import"_s) + arguments);

        QVERIFY2(run.exitCode == exitCode && run.saysOneSentence(), run.report().constData());
        QCOMPARE(count(), before);
        QCOMPARE(tests::readAll(path()), file);
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"todo_app_local.db"_s); }
    [[nodiscard]] int count() const
    {
        const auto tables = m_home->runSql(u"SELECT to_regclass('tusk.todo') IS NULL"_s);
        if (tables.first().first() == "t"_L1)
            return 0;
        return m_home->runSql(u"SELECT count(*) FROM tusk.todo"_s).first().first().toInt();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<tests::PrivateHome> m_home;
};

QTEST_GUILESS_MAIN(TestImportCommand)

#include "tst_importcommand.moc"
