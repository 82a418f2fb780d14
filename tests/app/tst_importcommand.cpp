// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "tuskprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <sys/types.h>

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
        const QJsonObject sums = written.value("sums"_L1).toObject().value("new"_L1).toObject();
        QCOMPARE(sums.value("todos"_L1).toInt(), 20);
        QVERIFY(!sums.value("file"_L1).toString().isEmpty());
        QCOMPARE(sums.value("database"_L1), sums.value("file"_L1));
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

    void shouldUndoAnImportByItsIdAfterOtherActions()
    {
        const QStringList arguments{u"import"_s, path(), u"--owner"_s, u"ana@example.org"_s};
        const TuskRun run = tests::tusk(arguments);
        QVERIFY2(run.exitCode == 0, run.report().constData());
        static const QRegularExpression hint(u"“tusk undo ([0-9a-f-]{36})” takes all of it back"_s);
        const QString import = hint.match(QString::fromUtf8(run.output)).captured(1);
        const QString other = tests::addTodo(u"something else"_s);

        const TuskRun undone = tests::tusk({u"undo"_s, import});
        const TuskRun again = tests::tusk({u"undo"_s, import});

        QVERIFY2(undone.exitCode == 0, undone.report().constData());
        QCOMPARE(m_home->runSql(u"SELECT id FROM tusk.todo"_s), (QList<QStringList>{{other}}));
        QVERIFY2(again.exitCode == 1 && again.saysOneSentence(), again.report().constData());
        // and for programs
        const TuskRun json = tests::tusk(arguments + QStringList{u"--json"_s});
        QCOMPARE(tests::tusk({u"purge"_s, u"--force"_s, other}).exitCode, 0);
        QCOMPARE(tests::tusk({u"undo"_s, json.only().value("import"_L1).toString()}).exitCode, 0);
        QCOMPARE(count(), 0);
    }

    void shouldNameWhatWasEditedSince()
    {
        const QString file = m_folder.filePath(u"edited.db"_s);
        tests::SampleFile(file).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT "
            "INTO todos VALUES (1, 'call', 0), (2, 'write', 0)"_s);
        QCOMPARE(tests::tusk({u"import"_s, file}).exitCode, 0);
        m_home->runSql(u"UPDATE tusk.todo SET title = 'call back', list_id = NULL WHERE title = 'call' "
                       "RETURNING 1"_s);

        const TuskRun verified = tests::tusk({u"verify"_s});
        const TuskRun forPrograms = tests::tusk({u"verify"_s, u"--json"_s});

        QVERIFY2(verified.output.contains("1 todo was edited since.\n  “call back”: Title, List\n"),
                 verified.report().constData());
        QVERIFY2(forPrograms.exitCode == 0, forPrograms.report().constData());
        QCOMPARE(forPrograms.only().value("first_edited"_L1).toArray(),
                 QJsonArray{(QJsonObject{{u"title"_s, u"call back"_s},
                                         {u"fields"_s, QJsonArray{u"title"_s, u"list_id"_s}}})});
        m_home->runSql(u"DELETE FROM tusk.import; DELETE FROM tusk.todo RETURNING 1"_s);
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

    void shouldImportWhatIsNotCertainToBeTodosOnlyWithAMap()
    {
        const QString file = m_folder.filePath(u"shopping.db"_s);
        tests::SampleFile(file).run(
            u"CREATE TABLE shopping (id INTEGER PRIMARY KEY, what TEXT, bought INTEGER);"
            "INSERT INTO shopping VALUES (1, 'milk', 0), (2, 'bread', 1)"_s);

        const TuskRun refused = tests::tusk({u"import"_s, file});
        const TuskRun tried = tests::tusk({u"import"_s, file, u"--dry-run"_s});
        QCOMPARE(count(), 0);
        const QString map = m_folder.filePath(u"shopping.json"_s);
        tests::writeAll(map, R"({"columns": {"title": "what", "completed": "bought"}})");
        const TuskRun triedWithMap = tests::tusk({u"import"_s, file, u"--map"_s, map, u"--dry-run"_s});
        const TuskRun run = tests::tusk({u"import"_s, file, u"--map"_s, map});

        QVERIFY2(refused.exitCode == 1 && refused.errors.contains("the table “shopping”"),
                 refused.report().constData());
        // A trial shows it, and says what the import will do.
        QVERIFY2(tried.exitCode == 1 && tried.output.contains("2 todos would be new."),
                 tried.report().constData());
        QVERIFY2(tried.errors.contains("Without --dry-run this would be refused"),
                 tried.report().constData());
        QVERIFY2(triedWithMap.exitCode == 0, triedWithMap.report().constData());
        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(m_home->runSql(u"SELECT title, completed_at IS NOT NULL FROM tusk.todo ORDER BY title"_s),
                 (QList<QStringList>{{u"bread"_s, u"t"_s}, {u"milk"_s, u"f"_s}}));
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldNameOtherTablesWithTodosWhereNoneWasChosen()
    {
        const QString file = m_folder.filePath(u"two.db"_s);
        tests::SampleFile(file).run(
            u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY); CREATE TABLE todos_todo (id INTEGER "
            "PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos_todo VALUES (1, 'milk', 0), (2, "
            "'tea', "
            "0); CREATE TABLE work_task (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO "
            "work_task VALUES (1, 'report', 0)"_s);
        const QString map = m_folder.filePath(u"two.json"_s);
        const auto tried = [&](const QStringList &options) {
            return tests::tusk(QStringList{u"import"_s, file, u"--dry-run"_s} + options);
        };
        constexpr auto hint = "There may be todos in work_task as well";

        const TuskRun recognised = tried({});
        tests::writeAll(map, R"({"columns": {"title": "title"}})");
        const TuskRun mapped = tried({u"--map"_s, map});
        tests::writeAll(map, R"({"table": "todos_todo"})");
        const TuskRun chosen = tried({u"--map"_s, map});

        QVERIFY2(recognised.exitCode == 0 && recognised.output.contains(hint),
                 recognised.report().constData());
        QVERIFY2(mapped.exitCode == 0 && mapped.output.contains(hint), mapped.report().constData());
        QVERIFY2(chosen.exitCode == 0 && !chosen.output.contains(hint), chosen.report().constData());
    }

    void shouldReadTimesInTheZoneThatIsSaid()
    {
        const QString file = m_folder.filePath(u"zone.db"_s);
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, created_at TEXT, "
                 "due_date TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'ring', 0, '2026-07-12 10:00:00', '2026-07-20 09:30:00')"_s);

        const TuskRun run = tests::tusk(
            {u"import"_s, file, u"--timezone"_s, u"Europe/Berlin"_s, u"--into-list"_s, u"Calls"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        // Added at ten there; due when the clock says so.
        QCOMPARE(
            m_home->runSql(u"SELECT t.created_at AT TIME ZONE 'UTC', t.due_date, t.due_time, t.due_zone, "
                           "l.name FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id"_s),
            (QList<QStringList>{
                {u"2026-07-12 08:00:00"_s, u"2026-07-20"_s, u"09:30:00"_s, u"Europe/Berlin"_s, u"Calls"_s}}));
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldKnowAListInWhateverCase()
    {
        for (const QString &list : {u"Errands"_s, u"eRRANDS"_s}) {
            const QString file = m_folder.filePath(list + u".db"_s);
            tests::SampleFile(file).run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); "
                "INSERT INTO todos VALUES (1, 'of %1', 0)"_s.arg(list));

            const TuskRun run = tests::tusk({u"import"_s, file, u"--into-list"_s, list});

            QVERIFY2(run.exitCode == 0, run.report().constData());
        }
        QCOMPARE(
            m_home->runSql(u"SELECT l.name, count(*) FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id "
                           "GROUP BY 1"_s),
            (QList<QStringList>{{u"Errands"_s, u"2"_s}}));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
        QCOMPARE(count(), 0);
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
        m_home->runSql(u"DELETE FROM tusk.import; DELETE FROM tusk.todo; SELECT 1"_s);
    }

    void shouldAskWhoseTodosOfTheTableThatAMapNames()
    {
        const QString file = m_folder.filePath(u"tables.db"_s);
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT); "
                 "INSERT INTO todos VALUES (1, 'milk', 0, NULL), (2, 'bread', 0, '2026-01-01'), (3, "
                 "'tea', 1, NULL)"_s)
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

    void shouldKnowPeopleByTheirNamesAddressesAndIds_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QByteArray>("says"); // what would be new, or why nothing
        QTest::newRow("a name") << u"jonas"_s << QByteArray("4 todos would be new.");
        QTest::newRow("an address") << u"Ana@example.org"_s << QByteArray("2 todos would be new.");
        QTest::newRow("an id") << u"9"_s << QByteArray("3 todos would be new.");
        QTest::newRow("a name that several have")
            << u"ana"_s << QByteArray("one of them by e-mail address or id: 9, ana@example.org.");
    }
    void shouldKnowPeopleByTheirNamesAddressesAndIds()
    {
        QFETCH(const QString, owner);
        QFETCH(const QByteArray, says);
        const QString file = m_folder.filePath(u"people.db"_s);
        if (!QFile::exists(file)) {
            tests::SampleFile(file).run(
                u"CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT); INSERT INTO users "
                "VALUES (7, 'Ana', 'ana@example.org'), (8, 'Jonas', 'jonas@example.org'), (9, 'Ana', NULL); "
                "CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, user_id INTEGER "
                "REFERENCES users (id)); INSERT INTO todos VALUES (71, 'call', 0, 7), (72, 'write', 0, 7), "
                "(81, 'pay', 0, 8), (82, 'pack', 0, 8), (83, 'move', 0, 8), (84, 'rest', 0, 8), (91, 'dig', "
                "0, 9), "
                "(92, 'sow', 0, 9), (93, 'mow', 1, 9)"_s);
        }

        const TuskRun run = tests::tusk({u"import"_s, file, u"--owner"_s, owner, u"--dry-run"_s});

        QVERIFY2(QByteArray(run.output + run.errors).contains(says), run.report().constData());
    }

    void shouldTakeWhatBelongsToNobodyAlongWithOnePerson()
    {
        const QString file = m_folder.filePath(u"mine.db"_s);
        tests::SampleFile(file).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, username TEXT); INSERT "
            u"INTO "
            "todos VALUES (1, 'call', 0, 'ana'), (2, 'write', 0, NULL), (3, 'pay', 0, ''), (4, 'pack', 1, 'ana')"_s);

        const TuskRun run = tests::tusk({u"import"_s, file, u"--dry-run"_s, u"--json"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(run.only().value("created"_L1).toInt(), 4);
        QCOMPARE(run.only().value("todos_of_others"_L1).toInt(), 0);
        // One person becomes no list.
        QVERIFY(!run.only().value("names"_L1).toObject().value("list"_L1).toObject().contains("ana"_L1));
    }

    void shouldSayWhoseTodosAreNotTaken_data()
    {
        QTest::addColumn<QStringList>("choice");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("one person")
            << QStringList{u"--owner"_s, u"ana"_s}
            << QByteArray("2 todos would be new.\n4 todos of others are not taken: jonas (3), nobody (1).\n");
        QTest::newRow("nobody")
            << QStringList{u"--owner"_s, u"nobody"_s}
            << QByteArray("1 todo would be new.\n5 todos of others are not taken: jonas (3), ana (2).\n");
        QTest::newRow("one person and nobody")
            << QStringList{u"--owner"_s, u"jonas"_s, u"--owner"_s, u"Nobody"_s}
            << QByteArray("4 todos would be new.\n2 todos of others are not taken: ana (2).\n");
        QTest::newRow("nothing") << QStringList()
                                 << QByteArray("todos of several people: jonas (3), ana (2), nobody (1).");
    }
    void shouldSayWhoseTodosAreNotTaken()
    {
        QFETCH(const QStringList, choice);
        QFETCH(const QByteArray, says);
        const QString file = m_folder.filePath(u"several.db"_s);
        if (!QFile::exists(file)) {
            tests::SampleFile(file).run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, username TEXT); "
                u"INSERT "
                "INTO todos VALUES (1, 'call', 0, 'ana'), (2, 'write', 0, 'ana'), (3, 'pay', 0, 'jonas'), "
                "(4, "
                "'pack', 0, 'jonas'), (5, 'move', 0, 'jonas'), (6, 'rest', 0, NULL)"_s);
        }

        const TuskRun run = tests::tusk(QStringList{u"import"_s, file, u"--dry-run"_s} + choice);

        QVERIFY2(QByteArray(run.output + run.errors).contains(says), run.report().constData());
    }

    void shouldSayThatAFileKnowsNoPeople()
    {
        const QString file = m_folder.filePath(u"alone.db"_s);
        tests::SampleFile(file).run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); "
                                    u"INSERT INTO todos VALUES (1, "
                                    "'call', 0)"_s);

        const TuskRun run = tests::tusk({u"import"_s, file, u"--owner"_s, u"ana"_s});

        QVERIFY2(run.exitCode == 1 && run.saysOneSentence(), run.report().constData());
        QVERIFY2(run.errors.contains("That file does not say whose its todos are"), run.report().constData());
    }

    void shouldPutWhatBelongsToNobodyIntoTheListOneChooses()
    {
        const QString file = m_folder.filePath(u"ours.db"_s);
        tests::SampleFile(file).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, username TEXT); INSERT "
            u"INTO "
            "todos VALUES (1, 'call', 0, 'ana'), (2, 'write', 0, 'jonas'), (3, 'pay', 0, NULL)"_s);

        const TuskRun run = tests::tusk({u"import"_s, file, u"--all-owners"_s, u"--into-list"_s, u"Found"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(
            m_home->runSql(u"SELECT t.title, l.name FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id "
                           "ORDER BY 1"_s),
            (QList<QStringList>{{u"call"_s, u"ana"_s}, {u"pay"_s, u"Found"_s}, {u"write"_s, u"jonas"_s}}));
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
        // of an unchanged file, too
        const QString second = m_folder.filePath(u"dirty again.json"_s);
        const TuskRun again =
            tests::tusk({u"import"_s, dirty, u"--into-list"_s, u"Inbox"_s, u"--report"_s, second});
        QVERIFY2(again.exitCode == 0, again.report().constData());
        QCOMPARE(QJsonDocument::fromJson(tests::readAll(second)).object().value("all_repairs"_L1).toArray(),
                 repairs);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldFailWhereNotEverythingOfATodoCouldBeTaken()
    {
        const QString file = m_folder.filePath(u"long.db"_s);
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, notes TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'novel', 0, replace(hex(zeroblob(750000)), '00', "
                 "'xx')), (2, 'milk', 0, '')"_s);
        const QString report = m_folder.filePath(u"long.json"_s);

        const TuskRun tried = tests::tusk({u"import"_s, file, u"--dry-run"_s});
        const TuskRun run = tests::tusk({u"import"_s, file, u"--report"_s, report});

        QVERIFY2(tried.exitCode == 1 && tried.errors.contains("--report FILE writes down what"),
                 tried.report().constData());
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains("could be taken over; the report says what"), run.report().constData());
        QCOMPARE(count(), 2); // the rest is there all the same
        const QJsonObject written = QJsonDocument::fromJson(tests::readAll(report)).object();
        QVERIFY(!written.value("complete"_L1).toBool(true));
        const QJsonObject lost = written.value("all_repairs"_L1).toArray().first().toObject();
        QCOMPARE(lost.value("repair"_L1).toString(), u"long_notes"_s);
        QCOMPARE(lost.value("original"_L1).toString().size(), 1'500'000); // nowhere but here
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldTakeWhatIsLeftOfADamagedFileWhereThatIsWanted_data()
    {
        QTest::addColumn<bool>("isCut");
        QTest::addRow("cut off") << true;
        QTest::addRow("a page of noise") << false;
    }
    void shouldTakeWhatIsLeftOfADamagedFileWhereThatIsWanted()
    {
        QFETCH(const bool, isCut);
        const QString file = m_folder.filePath(u"damaged.db"_s);
        QFile::remove(file);
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                 "INSERT INTO todos SELECT i, 'todo ' || i, 0 FROM n"_s);
        QByteArray bytes = tests::readAll(file);
        if (isCut)
            bytes.truncate(bytes.size() / 2);
        else
            bytes.replace(4096 * 5, 200, QByteArray(200, '\xa5'));
        tests::writeAll(file, bytes);
        const QString report = m_folder.filePath(u"damaged.json"_s);

        const TuskRun refused = tests::tusk({u"import"_s, file});

        QVERIFY2(refused.exitCode == 1 && refused.saysOneSentence(), refused.report().constData());
        QVERIFY2(refused.errors.contains("is damaged") && refused.errors.contains("--damaged"),
                 refused.report().constData());
        QCOMPARE(count(), 0);

        const TuskRun run = tests::tusk({u"import"_s, file, u"--damaged"_s, u"--report"_s, report});

        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains("Of the table “todos” the rows "), run.report().constData());
        QVERIFY2(run.errors.contains("Not everything in the file could be taken over"),
                 run.report().constData());
        const int taken = count();
        QVERIFY2(taken > 1000 && taken < 5000, run.report().constData());
        const QJsonObject written = QJsonDocument::fromJson(tests::readAll(report)).object();
        QCOMPARE(written.value("created"_L1).toInt(), taken);
        QCOMPARE(written.value("verified"_L1).toInt(), taken);
        QVERIFY(!written.value("losses"_L1).toArray().isEmpty());
        QVERIFY(!written.value("complete"_L1).toBool(true));
        QCOMPARE(tests::readAll(file), bytes);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldSayThatNothingIsLeftOfAFile()
    {
        const QString file = m_folder.filePath(u"ruined.db"_s);
        tests::writeAll(file, tests::readAll(path()).first(50));

        const TuskRun run = tests::tusk({u"import"_s, file, u"--damaged"_s});

        QVERIFY2(run.exitCode == 1 && run.saysOneSentence(), run.report().constData());
        QVERIFY2(run.errors.contains("so badly damaged that no todos can be read"), run.report().constData());
        QCOMPARE(count(), 0);
    }

    void shouldChangeNothingWhenInterrupted_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addRow("Ctrl+C") << SIGINT;
        QTest::addRow("asked to end") << SIGTERM;
    }
    void shouldChangeNothingWhenInterrupted()
    {
        QFETCH(const int, signal);
        const QStringList import{u"import"_s, path(), u"--all-owners"_s};
        const auto lists = m_home->runSql(u"SELECT count(*) FROM tusk.list"_s);
        // In the midst of it: all is read, and the first todo waits for somebody who writes.
        const auto writer = m_home->connect();
        writer->rows(u"BEGIN; LOCK TABLE tusk.todo IN SHARE MODE; SELECT 1"_s);
        const auto waiting = tests::startTusk(import);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_home
                ->runSql(
                    u"SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'tusk.todo'::regclass"_s)
                .first()
                .first(),
            u"1"_s, 20'000);

        ::kill(pid_t(waiting->processId()), signal);
        const TuskRun run = tests::finish(*waiting);

        QCOMPARE(run.exitCode, 128 + signal);
        QCOMPARE(run.errors, QByteArray("The import was cancelled; nothing was changed.\n"));
        QCOMPARE(run.output, QByteArray());
        writer->rows(u"ROLLBACK; SELECT 1"_s);
        QCOMPARE(count(), 0);
        QCOMPARE(m_home->runSql(u"SELECT count(*) FROM tusk.list"_s), lists);
        // Nothing of it is in the way of another try.
        const TuskRun again = tests::tusk(import);
        QVERIFY2(again.exitCode == 0, again.report().constData());
        QCOMPARE(count(), 30);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldNotSayThatNothingWasChangedWhereItMayHaveBeen()
    {
        // Whoever saves does not heed that it is to stop; a server on a busy machine may say so twice.
        m_home->runSql(
            u"CREATE FUNCTION public.hesitate() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN "
            "PERFORM pg_sleep(60); RETURN NULL; EXCEPTION WHEN query_canceled THEN BEGIN PERFORM "
            "pg_sleep(3); EXCEPTION WHEN query_canceled THEN PERFORM pg_sleep(3); END; RETURN NULL; "
            "END $body$; CREATE CONSTRAINT TRIGGER hesitate AFTER INSERT ON tusk.import DEFERRABLE "
            "INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.hesitate(); SELECT 1"_s);
        const auto saving = tests::startTusk({u"import"_s, path(), u"--all-owners"_s});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_home
                ->runSql(u"SELECT count(*) FROM pg_stat_activity WHERE query = 'COMMIT' AND wait_event = "
                         "'PgSleep'"_s)
                .first()
                .first(),
            u"1"_s, 20'000);

        ::kill(pid_t(saving->processId()), SIGINT);
        const TuskRun run = tests::finish(*saving);

        QVERIFY2(run.errors.contains("it is not known whether it is there"), run.report().constData());
        QVERIFY(!run.errors.contains("nothing was changed"));
        QCOMPARE(run.exitCode, 3);
        QTRY_COMPARE_WITH_TIMEOUT(count(), 30, 20'000);
        m_home->runSql(u"DROP FUNCTION public.hesitate() CASCADE; SELECT 1"_s);
        const QString import =
            m_home->runSql(u"SELECT id FROM tusk.import ORDER BY started_at DESC LIMIT 1"_s).first().first();
        QVERIFY2(run.errors.contains(QByteArray("tusk verify " + import.toLatin1())),
                 run.report().constData());
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

    void shouldAskOnceForTheTablesAndTheImport()
    {
        // given a production environment without tables
        m_home->runSql(u"CREATE DATABASE fresh"_s);
        base::ConnectionSettings settings = m_home->settings();
        settings.database = u"fresh"_s;
        tests::SqlClient fresh(settings);
        const TuskRun added =
            tests::tusk({u"env"_s, u"add"_s, u"fresh"_s, u"--url-stdin"_s, u"--kind"_s, u"production"_s,
                         u"--secret"_s, u"none"_s},
                        {}, m_home->databaseUrl().replace("/tusk?"_L1, "/fresh?"_L1).toUtf8());
        QVERIFY2(added.exitCode == 0, added.report().constData());
        const QStringList import{u"import"_s,          path(),     u"--owner"_s,
                                 u"ana@example.org"_s, u"--env"_s, u"fresh"_s};

        // when, then: who can only refuse one of both hears of both
        const TuskRun refused = tests::tusk(import);
        QVERIFY2(refused.exitCode == 1 && refused.saysOneSentence(), refused.report().constData());
        QVERIFY2(refused.errors.contains("brought up to date before the import"),
                 refused.report().constData());
        QVERIFY2(refused.errors.contains("--yes"), refused.report().constData());
        QCOMPARE(fresh.rows(u"SELECT to_regnamespace('tusk') IS NULL"_s), (QList<QStringList>{{u"t"_s}}));

        const TuskRun told = tests::tusk(import + QStringList{u"--yes"_s});
        QVERIFY2(told.exitCode == 0, told.report().constData());
        QCOMPARE(fresh.rows(u"SELECT count(*) FROM tusk.todo"_s), (QList<QStringList>{{u"20"_s}}));
    }

    void shouldRefuseInOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no file") << QStringList{u"/nowhere/todo.db"_s} << 1;
        QTest::newRow("a folder") << QStringList{u"/"_s} << 1;
        QTest::newRow("nobody") << QStringList{path(), u"--owner"_s, u"nobody"_s} << 1;
        QTest::newRow("no such zone") << QStringList{path(), u"--timezone"_s, u"Mars/Olympus"_s} << 2;
        QTest::newRow("a region for a zone") << QStringList{path(), u"--timezone"_s, u"Europe"_s} << 2;
        QTest::newRow("an offset for a zone") << QStringList{path(), u"--timezone"_s, u"UTC+03:00"_s} << 2;
        QTest::newRow("both") << QStringList{path(), u"--owner"_s, u"a"_s, u"--all-owners"_s} << 2;
        QTest::newRow("a list of which there is no need")
            << QStringList{path(), u"--all-owners"_s, u"--into-list"_s, u"Work"_s} << 1;
        QTest::newRow("a report over the file") << QStringList{path(), u"--all-owners"_s, u"--report"_s,
                                                               m_folder.filePath(u"./todo_app_local.db"_s)}
                                                << 1;
        QTest::newRow("a report into no folder")
            << QStringList{path(), u"--all-owners"_s, u"--report"_s, m_folder.filePath(u"none/report.html"_s)}
            << 1;
        QTest::newRow("a report in place of a folder")
            << QStringList{path(), u"--all-owners"_s, u"--report"_s, m_folder.path()} << 1;
        // ".bak" is too much for its name, as if nobody might write beside it
        const QString longest = m_folder.filePath(QString(252, u'b') + u".db"_s);
        tests::writeAll(longest, tests::readAll(path()));
        QTest::newRow("no room for a backup") << QStringList{longest, u"--all-owners"_s, u"--backup"_s} << 1;
        const auto addMap = [this](const char *name, const QByteArray &map) {
            const QString file = m_folder.filePath(QLatin1StringView(name) + ".json"_L1);
            tests::writeAll(file, map);
            QTest::newRow(name) << QStringList{path(), u"--all-owners"_s, u"--map"_s, file} << 1;
        };
        addMap("a map of a column that is not there", R"({"columns": {"title": "caption"}})");
        addMap("a map to what no column becomes", R"({"columns": {"colour": "title"}})");
        addMap("a map of a table that is not there", R"({"table": "things"})");
        addMap("a map that is no JSON", "{");
        QTest::newRow("no map") << QStringList{path(), u"--map"_s, u"/nowhere.json"_s} << 1;
    }
    void shouldRefuseInOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);

        const int before = count();
        const QByteArray file = tests::readAll(path());

        const TuskRun run = tests::tusk(QStringList(u"import"_s) + arguments);
        const TuskRun forPrograms = tests::tusk(QStringList{u"import"_s, u"--json"_s} + arguments);

        QVERIFY2(run.exitCode == exitCode && run.saysOneSentence(), run.report().constData());
        QVERIFY2(forPrograms.exitCode == exitCode && forPrograms.saysOneSentence(),
                 forPrograms.report().constData());
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
