// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "data/session/connection.h"
#include "importer/importhistory.h"
#include "importer/importtestcase.h"
#include "importer/write/importtransaction.h"
#include "importer/write/spacecheck.h"
#include "support/oldfiles/dirtyfile.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/oldfiles/textsamples.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <future>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::ImportReport;
using tests::complaintOf;
using tests::SampleFile;

class TestImport final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldBringEveryTodoOfTheEarlierApp()
    {
        tests::writeOldApp(path(), 3000);
        const auto before = tests::readAll(path());

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->mapping.kind, u"todo-app"_s);
        QCOMPARE(report->rows, 3000);
        QCOMPARE(report->created, 3000);
        QCOMPARE(report->verified, 3000);
        QCOMPARE(report->repairedRows, 0);
        QVERIFY(report->isComplete());
        QCOMPARE(
            rows(
                u"SELECT title, notes, completed_at AT TIME ZONE 'UTC', created_at AT TIME ZONE 'UTC', "
                "updated_at AT TIME ZONE 'UTC', list_id, priority FROM tusk.todo WHERE title LIKE 'Todo 30 %'"_s),
            (QList<QStringList>{{u"Todo 30 – Grüße"_s, u"Notes of 30\ntab\tback\\slash"_s,
                                 u"2026-01-01 00:30:00"_s, u"2026-01-01 00:00:30.123"_s,
                                 u"2026-01-01 00:01:00"_s, QString(), u"0"_s}}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE completed_at IS NOT NULL"_s), u"600"_s);
        QCOMPARE(
            value(
                u"SELECT string_agg(title, ',' ORDER BY \"position\") FROM (SELECT * FROM tusk.todo ORDER BY "
                "\"position\" LIMIT 3) AS first"_s),
            u"Todo 1 – Grüße,Todo 2 – Grüße,Todo 3 – Grüße"_s);
        QCOMPARE(tests::readAll(path()), before);
    }

    void shouldTakeTheTodosOfWhomOneChooses()
    {
        tests::writeOldApp(path(), 300);

        const auto report = importing().run(path(), {.owners = {u"jonas@example.org"_s}});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 100);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"100"_s);
    }

    void shouldKnowTheFileAgainWhoeverWasChosenBefore_data()
    {
        QTest::addColumn<int>("todos");
        QTest::addRow("few todos") << 30;
        QTest::addRow("more than a sample") << 900;
    }
    void shouldKnowTheFileAgainWhoeverWasChosenBefore()
    {
        QFETCH(const int, todos);
        tests::writeOldApp(path(), todos);
        // One after the other, so that the first rows are of one owner only.
        SampleFile(path()).run(
            u"CREATE TABLE sorted AS SELECT * FROM tasks ORDER BY user_id, created_at; "
            "DELETE FROM tasks; INSERT INTO tasks SELECT * FROM sorted; DROP TABLE sorted"_s);

        const auto jonas = importing().run(path(), {.owners = {u"jonas@example.org"_s}});
        const auto ana = importing().run(path(), {.owners = {u"ana@example.org"_s}});
        const auto all = importing().run(path());

        QVERIFY2(jonas && ana && all, complaintOf(all).constData());
        QCOMPARE(jonas->created, todos / 3);
        QCOMPARE(ana->created, todos / 3 * 2);
        QCOMPARE(all->created, 0);
        QCOMPARE(all->same, todos);
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import"_s), u"1"_s);
    }

    void shouldKnowAllTodosAgainWhereOneOwnersWereFirst()
    {
        tests::writeOldApp(path(), 30);
        SampleFile(path()).run(
            u"UPDATE tasks SET user_id = '00000000000000000000000000000001'; UPDATE tasks "
            "SET user_id = '00000000000000000000000000000002' WHERE title LIKE 'Todo 30 %'"_s);
        QCOMPARE(importing().run(path(), {.owners = {u"jonas@example.org"_s}})->created, 1);

        const auto all = importing().run(path());

        QVERIFY2(all, complaintOf(all).constData());
        QCOMPARE(all->created, 29);
        QCOMPARE(all->same, 1);
    }

    void shouldMakeOneOfTwoSourcesThatAreOneFile()
    {
        tests::writeOldApp(path(), 30);
        importPartsAsTwoFiles();

        const auto all = importing().run(path());

        QVERIFY2(all, complaintOf(all).constData());
        QCOMPARE(all->created, 0);
        QCOMPARE(all->same, 30);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"30"_s);
        QVERIFY(all->remarks().join(u' ').contains("known as one file now"_L1));
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import"_s), u"1"_s);
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import_row"_s), u"1"_s);
        SampleFile(path()).run(u"UPDATE tasks SET title = 'New' WHERE title LIKE 'Todo 1 %'"_s);
        const auto changed = importing().run(path());
        QVERIFY2(changed, complaintOf(changed).constData());
        QCOMPARE(changed->changed, 1);
        QCOMPARE(changed->same, 29);
    }

    void shouldNotMakeOneOfTwoSourcesWhoseSubtasksItWouldLose()
    {
        tests::writeOldApp(path(), 30);
        SampleFile(path()).run(
            u"ALTER TABLE tasks ADD COLUMN parent_id TEXT; UPDATE tasks SET parent_id = (SELECT p.id FROM "
            u"tasks p "
            "WHERE p.user_id = tasks.user_id AND p.id < tasks.id ORDER BY p.id LIMIT 1)"_s);
        importPartsAsTwoFiles();
        const QString before = everything();

        const auto all = importing().run(path());

        QVERIFY(!all);
        QVERIFY2(all.error().sentence.contains("undo that import first"_L1), complaintOf(all).constData());
        QCOMPARE(everything(), before);
    }

    void shouldLeaveTwoSourcesApartThatHaveTheSameTodos()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        makeForeign();
        QVERIFY(importing().run(path()));
        reveal();

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 0);
        QCOMPARE(again->same, 30);
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import"_s), u"2"_s);
        QVERIFY(again->remarks().join(u' ').contains("imported twice"_L1));
    }

    void shouldKeepInTheTrashWhatWasDeletedLongAgo()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, deleted_at TEXT);"
            "INSERT INTO todos VALUES (1, 'milk', 0, NULL), (2, 'bread', 0, '2019-01-02 10:00:00'), "
            "(3, 'eggs', 1, '2020-03-04 10:00:00'), (4, 'tea', 0, NULL)"_s);
        const auto emptyTrash = [this] {
            rows(u"UPDATE tusk.database SET trash_emptied_on = NULL"_s);
            rows(u"SELECT tusk.empty_trash(jsonb_build_object('id', gen_random_uuid(), 'label', 'Empty'))"_s);
            return value(u"SELECT count(*) FROM tusk.todo"_s);
        };

        const auto trial = importing().run(path(), {.dryRun = true});
        const auto report = importing().run(path());

        QVERIFY2(trial && report, complaintOf(report).constData());
        QCOMPARE(trial->inTrash, 2);
        QCOMPARE(report->inTrash, 2);
        QCOMPARE(report->toJson().value(u"in_trash"_s).toInt(), 2);
        QVERIFY(report->sentences().join(u' ').contains("2 todos were deleted before"_L1));
        QCOMPARE(value(u"SELECT deleted_at AT TIME ZONE 'UTC' FROM tusk.todo WHERE title = 'bread'"_s),
                 u"2019-01-02 10:00:00"_s); // as the file has it
        QCOMPARE(emptyTrash(), u"4"_s);
        // What was deleted in the file since, and long ago, has its days from then on.
        rows(u"UPDATE tusk.import SET finished_at = finished_at - interval '40 days'"_s);
        SampleFile(path()).run(u"UPDATE todos SET deleted_at = '2021-05-06 10:00:00' WHERE id = 4"_s);
        const auto again = importing().run(path());
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 3);
        QCOMPARE(emptyTrash(), u"4"_s);
        rows(u"UPDATE tusk.import SET finished_at = finished_at - interval '40 days'"_s);
        QCOMPARE(emptyTrash(), u"1"_s);
    }

    void shouldMakeListsOfSeveralOwners()
    {
        tests::writeOldApp(path(), 300);
        importer::ConversionOptions conversion;
        conversion.ownersAreLists = true;
        conversion.ownerNames = {{"00000000000000000000000000000001", u"ana"_s},
                                 {"00000000000000000000000000000002", u"jonas"_s}};

        const auto report = importing().run(path(), {.conversion = conversion});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(
            rows(
                u"SELECT l.name, count(*) FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id GROUP BY 1 ORDER BY 1"_s),
            (QList<QStringList>{{u"ana"_s, u"200"_s}, {u"jonas"_s, u"100"_s}}));
    }

    void shouldSayWhichListsAreArchivedInTusk()
    {
        rows(
            u"INSERT INTO tusk.list (name, archived_at) VALUES ('work', now()), ('Attic', now()) RETURNING 1"_s);
        SampleFile(path()).run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list "
                               u"TEXT); INSERT INTO todos "
                               "VALUES (1, 'milk', 0, 'Work'), (2, 'tea', 0, 'Home')"_s);
        const QString remark = u"archived in Tusk: work. "_s;

        const auto trial = importing().run(path(), {.dryRun = true});
        const auto report = importing().run(path());
        const auto again = importing().run(path());

        QVERIFY2(trial && report && again, complaintOf(report).constData());
        QVERIFY2(trial->remarks().join(u'|').contains(remark), qPrintable(trial->remarks().join(u'|')));
        QVERIFY2(report->remarks().join(u'|').contains(remark), qPrintable(report->remarks().join(u'|')));
        QVERIFY(!again->remarks().join(u'|').contains(remark)); // nothing went there
        QCOMPARE(
            rows(
                u"SELECT t.title, l.name FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id ORDER BY 1"_s),
            (QList<QStringList>{{u"milk"_s, u"work"_s}, {u"tea"_s, u"Home"_s}}));
    }

    void shouldArchiveListsThatTheirProgramHadPutAside()
    {
        SampleFile(path()).run(
            u"CREATE TABLE lists (id INTEGER PRIMARY KEY, name TEXT, archived INTEGER, deleted_at TEXT); "
            u"INSERT "
            "INTO lists VALUES (1, 'Home', 0, NULL), (2, 'Attic', 1, NULL), (3, 'Former', 0, '2026-01-05'), "
            "(4, "
            "'Empty', 1, NULL); CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
            "list_id "
            "INTEGER); INSERT INTO todos VALUES (1, 'milk', 0, 1), (2, 'tea', 0, 2), (3, 'soap', 0, 3)"_s);

        const auto report = importing().run(path());
        const auto again = importing().run(path());

        QVERIFY2(report && again, complaintOf(report).constData());
        QCOMPARE(rows(u"SELECT name, archived_at IS NOT NULL FROM tusk.list ORDER BY 1"_s),
                 (QList<QStringList>{{u"Attic"_s, u"t"_s}, {u"Former"_s, u"t"_s}, {u"Home"_s, u"f"_s}}));
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo WHERE deleted_at IS NOT NULL"_s),
                 u"soap"_s);
        QCOMPARE(again->created + again->changed, 0);
    }

    void shouldNeverReadSecrets()
    {
        tests::writeOldApp(path(), 30);

        const auto report = importing().run(path());

        QVERIFY(report);
        QVERIFY(!QJsonDocument(report->toJson()).toJson().contains("secret-"));
        QCOMPARE(
            value(
                u"SELECT count(*) FROM tusk.import WHERE report::text LIKE '%secret%' OR report::text LIKE '%password%'"_s),
            u"0"_s);
    }

    void shouldAppendToTheNotesWhatAKnownProgramHasBeside()
    {
        SampleFile(path()).run(
            u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE Items (id TEXT PRIMARY "
            u"KEY, "
            "content TEXT, checked INTEGER, due TEXT, child_order INTEGER, section_id TEXT, access_token "
            "TEXT);"
            "INSERT INTO Items VALUES ('a', 'milk', 0, '', 1, 'Fridge', 'secret-1'), ('b', 'tea', 0, '', 2, "
            "'', '')"_s);

        const auto report = importing().run(path(), {.restToNotes = true});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(rows(u"SELECT title, notes FROM tusk.todo ORDER BY title"_s),
                 (QList<QStringList>{{u"milk"_s, u"section_id: Fridge"_s}, {u"tea"_s, u""_s}}));
        QVERIFY(!QJsonDocument(report->toJson()).toJson().contains("secret-"));
    }

    void shouldAppendToTheNotesWhatCalendarTextsHaveBeside()
    {
        SampleFile(path())
            .run(u"CREATE TABLE ECacheObjects (ECacheUID TEXT PRIMARY KEY, ECacheOBJ TEXT, ECacheState "
                 u"INTEGER, "
                 "summary TEXT)"_s)
            .insert(u"INSERT INTO ECacheObjects VALUES ('a', ?, 0, 'meet')"_s,
                    {"BEGIN:VTODO\r\nUID:a\r\nSUMMARY:Meet\r\nDESCRIPTION:Bring cake\r\nLOCATION:Berlin\\, "
                     "Mitte\r\nURL:https://example.org\r\nEND:VTODO\r\n"});

        const auto report = importing().run(path(), {.restToNotes = true});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(value(u"SELECT notes FROM tusk.todo"_s),
                 u"Bring cake\n\nLOCATION: Berlin, Mitte\nURL: https://example.org"_s);
    }

    void shouldAppendToTheNotesWhatIsGenerated()
    {
        SampleFile(path()).run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, cents "
                               u"INTEGER, shout TEXT AS "
                               "(upper(title)), twice INTEGER AS (cents * 2) STORED); INSERT INTO tasks (id, "
                               "title, done, cents) "
                               "VALUES (1, 'milk', 0, 150), (2, 'tea', 1, NULL)"_s);

        const auto report = importing().run(path(), {.restToNotes = true});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->verified, 2);
        QCOMPARE(rows(u"SELECT title, notes FROM tusk.todo ORDER BY title"_s),
                 (QList<QStringList>{{u"milk"_s, u"cents: 150\nshout: MILK\ntwice: 300"_s},
                                     {u"tea"_s, u"shout: TEA"_s}}));
    }

    void shouldAppendToTheNotesWhatACalendarHasBeside()
    {
        const QString file = path(u"tasks.ics"_s);
        tests::writeAll(file, tests::calendarFile(
                                  {"UID:1\nSUMMARY:Meet\nDESCRIPTION:Bring cake\nURL:https://example.org\n"
                                   "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\n",
                                   "UID:2\nSUMMARY:Eat\nLOCATION:Berlin\\, Mitte\nCOMMENT:one\n"
                                   "COMMENT:two\n",
                                   "UID:3\nSUMMARY:Sleep\n"}));

        const auto report = importing().run(file, {.restToNotes = true});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(rows(u"SELECT title, notes FROM tusk.todo ORDER BY title"_s),
                 (QList<QStringList>{{u"Eat"_s, u"LOCATION: Berlin, Mitte\nCOMMENT: one\ntwo"_s},
                                     {u"Meet"_s, u"Bring cake\n\nURL: https://example.org"_s},
                                     {u"Sleep"_s, u""_s}}));
        QCOMPARE(report->mapping.leftOut, (QStringList{u"URL"_s, u"LOCATION"_s, u"COMMENT"_s}));
        QVERIFY2(report->mapping.remarks.contains(u"Not taken over: ATTACH."_s),
                 qPrintable(report->mapping.remarks.join(u'|')));
    }

    void shouldSayHowFarEachStageIs()
    {
        tests::writeOldApp(path(), 300);
        QMap<importer::ImportProgress::Stage, importer::ImportProgress> last;
        const auto listen = [&last](const importer::ImportProgress &progress) {
            QVERIFY2(progress.done >= last.value(progress.stage).done, "it goes back");
            last.insert(progress.stage, progress);
        };

        const auto report = importing().run(path(), {.portion = 40, .progress = listen});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 300);
        QCOMPARE(last.size(), 3);
        using Stage = importer::ImportProgress::Stage;
        for (const Stage stage : {Stage::Writing, Stage::Comparing}) { // it reads while it writes
            QCOMPARE(last.value(stage).total, 300);
            QCOMPARE(last.value(stage).done, 300);
        }
        // of a second import what is new and what has changed
        SampleFile(path()).run(u"UPDATE tasks SET title = 'New' WHERE title LIKE 'Todo 1%'"_s);
        last.clear();
        const auto again = importing().run(path(), {.portion = 40, .progress = listen});
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE_GT(again->changed, 100);
        QCOMPARE(last.value(Stage::Reading).done, 300);
        QCOMPARE(last.value(Stage::Writing).done, again->changed);
        QCOMPARE(last.value(Stage::Writing).total, again->changed);
    }

    void shouldWriteInPortionsWhatItWritesAtOnce_data()
    {
        QTest::addColumn<QString>("parent");
        QTest::newRow("no subtasks") << u"NULL"_s;
        QTest::newRow("subtasks behind their parents") << u"nullif(i / 2, 0)"_s;
        QTest::newRow("subtasks before their parents") << u"CASE WHEN i < 600 THEN i + 1 END"_s;
    }
    void shouldWriteInPortionsWhatItWritesAtOnce()
    {
        QFETCH(const QString, parent);
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, parent_id INTEGER, tags "
            "TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) INSERT "
            "INTO "
            "todos SELECT i, 'Todo ' || i, 0, %1, 'a,b' FROM n"_s.arg(parent));
        const auto told = [this] {
            return rows(
                u"SELECT t.title, p.title, (SELECT count(*) FROM tusk.todo_tag g WHERE g.todo_id = "
                "t.id) FROM tusk.todo t LEFT JOIN tusk.todo p ON p.id = t.parent_id ORDER BY t.title"_s);
        };
        QVERIFY(importing().run(path()));
        const auto atOnce = told();
        QCOMPARE(atOnce.size(), 600);

        useEmptyDatabase();
        const auto report = importing().run(path(), {.portion = 50});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->verified, 600);
        QCOMPARE(told(), atOnce);
    }

    void shouldOnlySayWhatItWouldDo()
    {
        tests::writeOldApp(path(), 30);
        const QString before = everything();

        const auto report = importing().run(path(), {.dryRun = true});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 30);
        QCOMPARE(everything(), before);
    }

    void shouldAddNothingTheSecondTime()
    {
        tests::writeOldApp(path(), 300);
        QVERIFY(importing().run(path()));
        const QString before = everything();
        // Elsewhere, under another name: it is the same file.
        tests::writeAll(path(u"copy of todo.db.bak"_s), tests::readAll(path()));

        const auto again = importing().run(path(u"copy of todo.db.bak"_s));

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->same, 300);
        QCOMPARE(again->created + again->changed + again->conflictCount, 0);
        QCOMPARE(everything(), before);
    }

    void shouldNoticeWhatItsProgramHasNotYetWrittenIntoTheFile()
    {
        tests::writeOldApp(path(), 30);
        SampleFile(path()).run(u"PRAGMA journal_mode = wal"_s).close();
        QVERIFY(importing().run(path()));
        QCOMPARE(importing().run(path())->same, 30);
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 1 %'"_s).abandon();

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'Changed'"_s), u"1"_s);
    }

    void shouldNoticeDeletedTodosThoughOthersHaveLeftTheFile()
    {
        // given two todos that are in the file no more, so that as many are here as before without two others
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        SampleFile(path())
            .run(u"DELETE FROM tasks WHERE title LIKE 'Todo 1 %' OR title LIKE 'Todo 2 %'"_s)
            .run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 3 %'"_s);
        QCOMPARE(importing().run(path())->same, 27);
        QCOMPARE(importing().run(path())->same, 28);

        // when
        rows(u"DELETE FROM tusk.todo WHERE title LIKE 'Todo 4 %' OR title LIKE 'Todo 5 %'; SELECT 1"_s);
        const auto again = importing().run(path());

        // then
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->same, 26);
        QCOMPARE(again->deletedInTusk, 2);
    }

    void shouldNotReadAnUnchangedFileAgain()
    {
        tests::writeOldApp(path(), 300);
        QVERIFY(importing().run(path()));
        bool hasRead = false;
        const auto told = [&hasRead](const importer::ImportProgress &progress) {
            hasRead = hasRead || progress.stage == importer::ImportProgress::Stage::Reading;
        };

        QCOMPARE(importing().run(path(), {.progress = told})->same, 300);
        QVERIFY(!hasRead);

        // Its last byte counts.
        QByteArray bytes = tests::readAll(path());
        bytes.back() = char(bytes.back() ^ 1);
        tests::writeAll(path(), bytes);
        QVERIFY(importing().run(path(), {.progress = told}));
        QVERIFY(hasRead);
    }

    void shouldTellWhatWasRepairedInAnUnchangedFile()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, '  ', 0), (2, 'milk', 2), (3, 'tea', 0)"_s);
        const auto first = importing().run(path());
        QVERIFY2(first, complaintOf(first).constData());
        QCOMPARE(first->repairedRows, 2);
        QVERIFY(!first->unchangedSince);

        for (const bool dryRun : {true, false}) {
            const auto again = importing().run(path(), {.dryRun = dryRun});

            QVERIFY2(again, complaintOf(again).constData());
            QCOMPARE(again->same, 3);
            QCOMPARE(again->repairs, first->repairs);
            QCOMPARE(again->repairedRows, 2);
            QCOMPARE(again->firstRepairs, first->firstRepairs);
            QVERIFY(again->unchangedSince && *again->unchangedSince >= first->started);
            const QString said = again->sentences().join(u' ');
            QVERIFY2(said.contains("was not read again. What had to be repaired then: 1 title"_L1),
                     qPrintable(said));
        }
    }

    void shouldReadAnUnchangedFileAgainWhereEveryRepairIsWanted()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, '  ', 0), (2, 'milk', 0), (3, 'tea', 0), (4, 'rice', 0)"_s);
        QVERIFY(importing().run(path()));
        const QString everyRepair = path(u"repairs"_s);

        const auto again = importing().run(path(), {.repairsFile = everyRepair});

        QVERIFY2(again, complaintOf(again).constData());
        QVERIFY(!again->unchangedSince);
        QCOMPARE(again->same, 4);
        QCOMPARE(again->created + again->changed, 0);
        QVERIFY(tests::readAll(everyRepair).contains("blank_title"));

        // Where there is none, nothing has to be read.
        SampleFile(path()).run(u"UPDATE todos SET title = 'bread' WHERE id = 1"_s);
        QCOMPARE(importing().run(path())->changed, 1);
        const auto clean = importing().run(path(), {.repairsFile = everyRepair});
        QVERIFY2(clean, complaintOf(clean).constData());
        QVERIFY(clean->unchangedSince);
        QVERIFY2(clean->sentences().join(u' ').contains("so it was not read again."_L1),
                 qPrintable(clean->sentences().join(u' ')));
    }

    void shouldSayEachTimeThatNotEverythingCouldBeTaken()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, notes TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'novel', 0, replace(hex(zeroblob(750000)), '00', 'xx')), "
                 "(2, 'milk', 0, '')"_s);

        const auto first = importing().run(path());
        const auto again = importing().run(path()); // the file has not changed

        QVERIFY2(first, complaintOf(first).constData());
        QVERIFY2(again, complaintOf(again).constData());
        QVERIFY(!first->isComplete());
        QVERIFY(!again->isComplete());
        QCOMPARE(again->repairs, first->repairs);
        QCOMPARE(again->same, 2);
        QCOMPARE(again->created + again->changed, 0);
    }

    void shouldBringWhatChangedInTheFile()
    {
        tests::writeOldApp(path(), 300);
        QVERIFY(importing().run(path()));
        SampleFile(path())
            .run(u"UPDATE tasks SET title = 'Changed', completed = 1, completed_at = '2026-02-02 10:00:00' "
                 "WHERE title LIKE 'Todo 1 %'"_s)
            .run(u"UPDATE tasks SET description = NULL WHERE title LIKE 'Todo 3 %'"_s)
            .run(u"INSERT INTO tasks VALUES ('New', '', 0, printf('%032x', 1), "
                 u"'00000000000000000000000000000001', NULL, "
                 "'2026-02-01 00:00:00', '2026-02-01 00:00:00')"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 1);
        QCOMPARE(again->changed, 2);
        QCOMPARE(again->same, 298);
        QCOMPARE(again->verified, 3);
        QCOMPARE(value(u"SELECT completed_at AT TIME ZONE 'UTC' FROM tusk.todo WHERE title = 'Changed'"_s),
                 u"2026-02-02 10:00:00"_s);
        QCOMPARE(value(u"SELECT notes FROM tusk.todo WHERE title LIKE 'Todo 3 %'"_s), QString(u""_s));
        const auto third = importing().run(path());
        QCOMPARE(third->same, 301);
    }

    void shouldMoveNoWorkToAnotherTodoWhenALineIsAddedToAFileWithoutIds()
    {
        const QString file = path(u"shop.csv"_s);
        const QByteArray above = "title,done,notes\nMilk,no,m\nBread,no,b\nJam,no,j\n";
        const QByteArray below = "Eggs,no,e\nTea,no,t\nSalt,no,s\n";
        tests::writeAll(file, above + below);
        QCOMPARE(importing().run(file)->created, 6);
        rows(
            u"UPDATE tusk.todo SET notes = 'brown ones', completed_at = now() WHERE title = 'Eggs'; SELECT 1"_s);

        tests::writeAll(file, above + "NEW,no,n\n" + below);
        const auto again = importing().run(file);

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 1);
        QCOMPARE(again->changed, 0);
        QCOMPARE(rows(u"SELECT title, notes FROM tusk.todo WHERE completed_at IS NOT NULL"_s),
                 (QList<QStringList>{{u"Eggs"_s, u"brown ones"_s}}));
        QCOMPARE(value(u"SELECT notes FROM tusk.todo WHERE title = 'NEW'"_s), u"n"_s);
    }

    void shouldKeepWhatWasEditedInTuskAndSaySo()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        rows(u"UPDATE tusk.todo SET title = 'Mine' WHERE title LIKE 'Todo 1 %'; "
             "UPDATE tusk.todo SET notes = 'Mine' WHERE title LIKE 'Todo 2 %'; SELECT 1"_s);
        SampleFile(path()).run(
            u"UPDATE tasks SET title = 'Theirs' WHERE title LIKE 'Todo 1 %' OR title LIKE 'Todo 2 %'"_s);

        const auto trial = importing().run(path(), {.dryRun = true});
        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QVERIFY2(trial, complaintOf(trial).constData());
        QCOMPARE(trial->conflictCount, 1); // the trial knew
        QCOMPARE(trial->changed, again->changed);
        QCOMPARE(again->conflictCount, 1);
        QCOMPARE(again->conflicts.first().field, u"title"_s);
        QCOMPARE(again->conflicts.first().inFile, u"Theirs"_s);
        QCOMPARE(again->conflicts.first().inTusk, u"Mine"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'Mine'"_s), u"1"_s);
        // Another field of the other one: both edits stay.
        QCOMPARE(value(u"SELECT notes FROM tusk.todo WHERE title = 'Theirs'"_s), u"Mine"_s);
        // It is said again until it is settled.
        QCOMPARE(importing().run(path())->conflictCount, 1);
    }

    void shouldMakeNoStepOfUndoWhereAllThatChangedIsInConflict()
    {
        SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT, tags TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Milk', 0, 'A', 'shop'), (2, 'Bread', 0, 'A', 'shop')"_s);
        QVERIFY(importing().run(path()));
        rows(u"INSERT INTO tusk.list (name) VALUES ('B'); UPDATE tusk.todo SET list_id = (SELECT id FROM "
             "tusk.list WHERE name = 'B') WHERE title = 'Milk'; SELECT 1"_s);
        SampleFile(path()).run(u"UPDATE todos SET list = 'C' WHERE id = 1"_s);
        const QString before = everything();

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->conflictCount, 1);
        QVERIFY(!report->bringsAnything());
        QCOMPARE(everything(), before); // nor a list that nobody is in
        QCOMPARE(importing().run(path())->conflictCount, 1);
    }

    void shouldKeepWhatIsEditedInTheMomentOfMerging()
    {
        // given an edit of a todo that is not committed yet, while the file brings the same field
        SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, notes TEXT, done INTEGER, tags TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 'two', 0, 'shop'), (2, 'tea', '', 0, 'shop')"_s);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(
            u"UPDATE todos SET title = 'oat milk', notes = 'three', tags = '' WHERE id = 1"_s);
        tests::SqlClient other(settings());
        other.rows(
            u"BEGIN; UPDATE tusk.todo SET title = 'Edited' WHERE title = 'milk'; INSERT INTO tusk.tag (id, "
            "name) VALUES ('01900000-0000-7000-8000-000000000001', 'soon'); INSERT INTO tusk.todo_tag "
            "SELECT id, '01900000-0000-7000-8000-000000000001' FROM tusk.todo WHERE title = 'Edited'; "
            "SELECT 1"_s);

        // when
        auto running = std::async(std::launch::async, [this] { return importing().run(path()); });
        QTRY_COMPARE(value(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                           "wait_event_type = 'Lock'"_s),
                     u"1"_s);
        other.rows(u"COMMIT; SELECT 1"_s);
        const auto report = running.get();

        // then
        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->conflictCount, 2);
        QCOMPARE(
            rows(u"SELECT title, notes, (SELECT count(*) FROM tusk.todo_tag g WHERE g.todo_id = t.id) FROM "
                 "tusk.todo t WHERE title <> 'tea'"_s),
            (QList<QStringList>{{u"Edited"_s, u"three"_s, u"2"_s}}));
    }

    void shouldSayHowManyTodosAreNotInTheFileAnyMore()
    {
        // given three of which one is in the Trash
        tests::writeOldApp(path(), 30);
        QCOMPARE(importing().run(path())->missing, 0);
        SampleFile(path()).run(
            u"DELETE FROM tasks WHERE title LIKE 'Todo 1 %' OR title LIKE 'Todo 2 %' OR title LIKE 'Todo 3 %'"_s);
        rows(u"UPDATE tusk.todo SET deleted_at = now() WHERE title LIKE 'Todo 3 %'; SELECT 1"_s);

        // when
        const auto trial = importing().run(path(), {.dryRun = true});
        const auto again = importing().run(path());
        const auto ofOne = importing().run(path(), {.owners = {u"ana@example.org"_s}});

        // then
        QVERIFY2(trial, complaintOf(trial).constData());
        QVERIFY2(again, complaintOf(again).constData());
        QVERIFY2(ofOne, complaintOf(ofOne).constData());
        QCOMPARE(trial->missing, 2);
        QCOMPARE(again->missing, 2);
        QCOMPARE(again->toJson().value("missing_in_file"_L1).toInt(), 2);
        const QString said = again->sentences().join(u'\n');
        QVERIFY2(
            said.contains("2 todos that came from this file are not in it any more; they stay in Tusk."_L1),
            qPrintable(said));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"30"_s);
        QCOMPARE(ofOne->missing, 0); // those of others were not asked for
    }

    void shouldLeaveDeletedWhatWasDeletedInTusk()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        rows(u"DELETE FROM tusk.todo WHERE title LIKE 'Todo 1 %'; SELECT 1"_s);

        QCOMPARE(importing().run(path())->deletedInTusk, 1);
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Back?' WHERE title LIKE 'Todo 1 %'"_s);
        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->deletedInTusk, 1);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"29"_s);
    }

    void shouldKnowAFileAgainToWhichMuchWasAdded()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) INSERT INTO "
                 "todos SELECT i, 'todo ' || i, 0 FROM n"_s);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"WITH RECURSIVE n(i) AS (SELECT 11 UNION ALL SELECT i + 1 FROM n WHERE i < "
                               "300) INSERT INTO todos SELECT i, 'todo ' || i, 0 FROM n; UPDATE todos SET "
                               "title = 'changed' WHERE id = 3"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 290);
        QCOMPARE(again->same, 9);
        QCOMPARE(again->changed, 1);
    }

    void shouldTakeIdsThatAreNoTextOrLong()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id BLOB PRIMARY KEY, title TEXT, done INTEGER, parent_id BLOB)"_s)
            .run(u"INSERT INTO todos VALUES (x'ff00', 'bytes', 0, NULL), (x'01', 'of bytes', 0, x'ff00'), "
                 "(hex(zeroblob(9000)), 'long', 0, NULL), ('x', 'of long', 0, hex(zeroblob(9000))), "
                 "(x'', 'of an empty id', 0, NULL), ('y', 'of nobody', 0, x'')"_s);

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 6);
        QCOMPARE(report->repairs.value(importer::RepairKind::MissingParent), 0);
        QCOMPARE(value(u"SELECT string_agg(c.title, ',' ORDER BY c.title) FROM tusk.todo c JOIN tusk.todo p "
                       "ON p.id = c.parent_id WHERE c.title = 'of ' || p.title"_s),
                 u"of bytes,of long"_s);
        QCOMPARE(importing().run(path())->same, 6);
    }

    void shouldBringTheOthersWhereATodoIsRefused_data()
    {
        QTest::addColumn<QString>("parents");
        QTest::addColumn<QString>("parent");
        QTest::newRow("alone") << QString() << QString();
        QTest::newRow("with a subtask") << u", parent_id INTEGER REFERENCES todos (id)"_s << u", %1"_s;
    }
    void shouldBringTheOthersWhereATodoIsRefused()
    {
        QFETCH(const QString, parents);
        QFETCH(const QString, parent);
        const auto ofParent = [&parent](const QString &id) {
            return parent.isEmpty() ? QString() : parent.arg(id);
        };
        SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, priority INTEGER%1)"_s
                    .arg(parents))
            .run(
                u"INSERT INTO todos VALUES (1, 'Bread', 0, 1%1), (2, 'Milk', 0, 2%1), (3, 'Oat milk', 0, 3%2)"_s
                    .arg(ofParent(u"NULL"_s), ofParent(u"2"_s)));
        const auto bent = [](importer::Mapping &mapping) { mapping.priorities.insert(2, 7); };

        const auto trial = importing().run(path(), {.dryRun = true, .change = bent});
        const auto report = importing().run(path(), {.change = bent});
        const auto again = importing().run(path(), {.change = bent});

        for (const auto &told : {trial, report, again}) {
            QVERIFY2(told, complaintOf(told).constData());
            QCOMPARE(told->refused(), 1);
            QCOMPARE(told->repairedRows, parents.isEmpty() ? 0 : 1);
            QVERIFY(!told->isComplete());
            const importer::Repair &refusal = told->firstRepairs.first();
            QCOMPARE(refusal.kind, importer::RepairKind::Refused);
            QCOMPARE(refusal.todo, u"Milk"_s);
            QCOMPARE(refusal.sourceId, "2");
            QCOMPARE(refusal.original, "7");
            QCOMPARE(told->repairs.value(importer::RepairKind::MissingParent), parents.isEmpty() ? 0 : 1);
        }
        QCOMPARE(trial->created, 2);
        QCOMPARE(report->created, 2);
        QCOMPARE(report->verified, 2);
        QCOMPARE(again->same, 2);
        QCOMPARE(again->missing, 0);
        QCOMPARE(value(u"SELECT string_agg(title, ', ' ORDER BY title) FROM tusk.todo"_s),
                 u"Bread, Oat milk"_s);

        const auto mended = importing().run(path());

        QVERIFY2(mended, complaintOf(mended).constData());
        QVERIFY(mended->isComplete());
        QCOMPARE(mended->created, 1);
        if (!parents.isEmpty())
            QCOMPARE(value(u"SELECT p.title FROM tusk.todo c JOIN tusk.todo p ON p.id = c.parent_id"_s),
                     u"Milk"_s);
    }

    void shouldTakeNothingOfATodoThatIsRefused()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, priority INTEGER, list "
            "TEXT, tags TEXT); INSERT INTO todos VALUES (1, 'Bread', 0, 1, 'Home', 'soon'), (2, 'Oat' || "
            "char(10) || 'milk', 0, 2, 'Nowhere', 'lost'), (3, 'Tea' || char(10) || 'bags', 0, 1, 'home', "
            "'soon')"_s);

        const auto report = importing().run(
            path(), {.change = [](importer::Mapping &mapping) { mapping.priorities.insert(2, 7); }});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 2);
        QCOMPARE(report->refused(), 1);
        QCOMPARE(report->repairs.value(importer::RepairKind::TitleOfLines), 1); // of the tea
        QCOMPARE(report->repairedRows, 1);
        QCOMPARE(value(u"SELECT string_agg(name, ',') FROM tusk.list"_s), u"Home"_s);
        QCOMPARE(value(u"SELECT string_agg(name, ',') FROM tusk.tag"_s), u"soon"_s);
    }

    void shouldTakeNamesWithWhatNoTextMayHold_data()
    {
        QTest::addColumn<bool>("isExact");
        QTest::newRow("of another program") << false;
        QTest::newRow("of Tusk") << true;
    }
    void shouldTakeNamesWithWhatNoTextMayHold()
    {
        QFETCH(const bool, isExact);
        const QString longName = u"c\\u0000"_s + QString(300, u'c');
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, tags TEXT)"_s)
            .run(
                u"INSERT INTO todos VALUES (1, 'milk', 0, '[\"half \\ud83d\", \"a\\u0000b\", \"%1\"]')"_s.arg(
                    longName));

        const auto report = importing().run(
            path(), {.change = [isExact](importer::Mapping &mapping) { mapping.isExact = isExact; }});

        QVERIFY2(report, complaintOf(report).constData());
        QVERIFY(report->isComplete());
        QCOMPARE(report->verified, 1);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.tag WHERE name IN ('half ?', 'half \ufffd', 'ab')"_s),
                 u"2"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_tag"_s), u"3"_s);
    }

    void shouldLetSubtasksStandAloneWhoseParentWasDeletedInTusk()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, parent_id INTEGER "
                 "REFERENCES todos (id))"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Parent', 0, NULL), (2, 'Child', 0, 1), (3, 'Other', 0, "
                 "NULL), (4, 'Fourth', 0, NULL)"_s);
        QVERIFY(importing().run(path()));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE parent_id IS NOT NULL"_s), u"1"_s);
        rows(u"DELETE FROM tusk.todo WHERE title = 'Parent'; SELECT 1"_s);
        SampleFile(path())
            .run(u"INSERT INTO todos VALUES (5, 'New child', 0, 1), (6, 'New parent', 0, NULL), (7, 'Its "
                 "child', 0, 6)"_s)
            .run(u"UPDATE todos SET parent_id = 1 WHERE id = 3"_s)
            .run(u"UPDATE todos SET parent_id = 6 WHERE id = 4"_s);

        const auto trial = importing().run(path(), {.dryRun = true});
        const auto again = importing().run(path());

        QVERIFY2(trial, complaintOf(trial).constData());
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 3);
        QCOMPARE(again->deletedInTusk, 1);
        QCOMPARE(again->repairs,
                 (QMap<importer::RepairKind, qint64>{{importer::RepairKind::DeletedParent, 2}}));
        QCOMPARE(trial->repairs, again->repairs);
        QCOMPARE(again->firstRepairs.first().original, "1");
        QCOMPARE(again->firstRepairs.first().column, u"parent_id"_s);
        QCOMPARE(value(u"SELECT string_agg(title, ', ' ORDER BY title) FROM tusk.todo WHERE parent_id IS "
                       "NOT NULL"_s),
                 u"Fourth, Its child"_s);
        const auto third = importing().run(path());
        QVERIFY2(third, complaintOf(third).constData());
        QCOMPARE(third->created + third->changed + third->conflictCount, 0);
        QCOMPARE(third->same, 6);
    }

    void shouldChangeOnlyWhatChangedInAFileThatHasNoTimes()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Stays', 0), (2, 'Changes', 0)"_s);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE todos SET done = 1 WHERE id = 2"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 1);
    }

    void shouldTakeStatesForWhatAMappingSaysTheyMean()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, status)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'to do', 0), (2, 'doing', 1), (3, 'done', 2), (4, 'no more', "
                 "3), (5, 'parked', 'Parked'), (6, 'read', 'GEPRÜFT')"_s);
        const tests::Importing::Options wrong{.mapping = R"({"states": {"1": "perhaps"}})"};
        const tests::Importing::Options right{
            .mapping = R"({"columns": {"completed": "status"}, "states": {"0": "open", "1": "open", )"
                       R"("2": "done", "3": "cancelled", "parked": "open", "Geprüft": "done"}})"};

        const auto refused = importing().run(path(), wrong);
        const auto report = importing().run(path(), right);

        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence,
                 u"“perhaps” is no state; there are open, done, cancelled, archived and deleted."_s);
        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->repairs, (QMap<importer::RepairKind, qint64>{{importer::RepairKind::Cancelled, 1}}));
        QCOMPARE(value(u"SELECT string_agg(title, ', ' ORDER BY title) FROM tusk.todo WHERE completed_at IS "
                       "NOT NULL"_s),
                 u"done, no more, read"_s);
    }

    void shouldTakeMidnightsForWhatAMappingSaysTheyMean()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, '2026-01-20T00:00:00Z')"_s);
        const importer::ConversionOptions inNewYork{.displayZone = QTimeZone("America/New_York")};
        const auto due = [this] {
            return value(u"SELECT due_date || coalesce(' ' || due_time, '') FROM tusk.todo"_s);
        };

        const auto days = importing().run(path(), {.conversion = inNewYork});
        QVERIFY2(days, complaintOf(days).constData());
        QCOMPARE(due(), u"2026-01-20"_s);

        const auto times =
            importing().run(path(), {.conversion = inNewYork, .mapping = R"({"midnights_are_days": false})"});
        QVERIFY2(times, complaintOf(times).constData());
        QCOMPARE(times->changed, 1); // the bytes are the same, what they mean is not
        QCOMPARE(due(), u"2026-01-19 19:00:00"_s);
    }

    void shouldTakeDueTimesForWhatAMappingSaysTheyAre()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, '2026-01-20 09:00:00')"_s);
        const importer::ConversionOptions inBerlin{.displayZone = QTimeZone("Europe/Berlin")};

        const auto asWritten = importing().run(path(), {.conversion = inBerlin});
        QVERIFY2(asWritten, complaintOf(asWritten).constData());
        QCOMPARE(value(u"SELECT due_time FROM tusk.todo"_s), u"09:00:00"_s);
        QCOMPARE(asWritten->remarks(), QStringList());

        const auto inZone =
            importing().run(path(), {.conversion = inBerlin, .mapping = R"({"due_times_in_zone": true})"});
        QVERIFY2(inZone, complaintOf(inZone).constData());
        QCOMPARE(inZone->changed, 1);
        QCOMPARE(value(u"SELECT due_time FROM tusk.todo"_s), u"10:00:00"_s);
        QVERIFY(inZone->remarks().join(u' ').contains("without a zone"_L1));
    }

    void shouldSayWhichDueTimesTheClocksLeftOut()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, '2026-03-29 02:30:00'), (2, 'tea', 0, "
                 "'2026-03-29 03:30:00')"_s);
        const importer::ConversionOptions toNewYork{.zone = QTimeZone("Europe/Berlin"),
                                                    .displayZone = QTimeZone("America/New_York")};

        const auto report =
            importing().run(path(), {.conversion = toNewYork, .mapping = R"({"due_times_in_zone": true})"});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->repairs,
                 (QMap<importer::RepairKind, qint64>{{importer::RepairKind::SkippedHour, 1}}));
        QCOMPARE(rows(u"SELECT title, due_time FROM tusk.todo ORDER BY title"_s),
                 (QList<QStringList>{{u"milk"_s, u"21:30:00"_s}, {u"tea"_s, u"21:30:00"_s}}));
    }

    void shouldTakeTheLastAndTheFirstDayOfTheCalendar_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("day");
        QTest::addRow("east") << QByteArray("Europe/Berlin") << u"9999-12-31T23:59:59Z"_s << u"9999-12-31"_s;
        QTest::addRow("far east") << QByteArray("Pacific/Kiritimati") << u"9999-12-31T23:59:59.999Z"_s
                                  << u"9999-12-31"_s;
        QTest::addRow("noon there") << QByteArray("Pacific/Auckland") << u"9999-12-31T12:00:00Z"_s
                                    << u"9999-12-31"_s;
        QTest::addRow("west") << QByteArray("America/New_York") << u"0001-01-02T00:30:00Z"_s
                              << u"0001-01-01"_s;
        QTest::addRow("day before the first")
            << QByteArray("America/New_York") << u"0001-1-1T00:30:00Z"_s << u"0001-01-01"_s;
    }
    void shouldTakeTheLastAndTheFirstDayOfTheCalendar()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, due);
        QFETCH(const QString, day);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'never', 0, '%1'), (2, 'milk', 0, '2026-01-20T09:30:00Z')"_s
                     .arg(due));
        importer::ConversionOptions there;
        there.displayZone = QTimeZone(zone);

        const auto report = importing().run(path(), {.conversion = there});

        QVERIFY2(report, complaintOf(report).constData());
        QVERIFY(report->isComplete());
        QCOMPARE(report->created, 2);
        QCOMPARE(report->repairs, (QMap<importer::RepairKind, qint64>()));
        QCOMPARE(value(u"SELECT due_date FROM tusk.todo WHERE title = 'never'"_s), day);
    }

    void shouldTakeEveryTodoWhereIdsOfAChosenColumnRepeat()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, code TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'first', 0, 'a'), (2, 'other', 0, 'b'), (3, 'second', 0, "
                 u"'a'), "
                 "(4, 'third', 0, 'a-2'), (5, 'fourth', 0, 'a')"_s);
        const tests::Importing::Options byCode{.mapping = R"({"columns": {"id": "code"}})"};

        const auto report = importing().run(path(), byCode);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 5);
        QCOMPARE(report->repairs.value(importer::RepairKind::RepeatedId), 3);
        QCOMPARE(report->firstRepairs.at(0).original, "a"); // as it was
        QCOMPARE(report->firstRepairs.at(0).sourceId, "a-2");
        QCOMPARE(report->firstRepairs.at(1).original, "a-2");
        QCOMPARE(report->firstRepairs.at(2).sourceId, "a-3");
        // They are known again.
        SampleFile(path()).run(u"UPDATE todos SET title = 'changed' WHERE id = 5"_s);
        const auto again = importing().run(path(), byCode);
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->same, 4);
        QCOMPARE(again->changed, 1);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'changed'"_s), u"1"_s);
    }

    void shouldBringADirtyFileWholeAndSayEveryRepair_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("a short one") << 40;
        QTest::newRow("behind very many that are fine") << 100'000;
    }
    void shouldBringADirtyFileWholeAndSayEveryRepair()
    {
        QFETCH(const int, count);
        tests::writeDirtyTasks(path(), count);

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, count);
        QCOMPARE(report->verified, count);
        QCOMPARE(report->repairedRows, tests::dirtyRows);
        QCOMPARE(
            rows(u"SELECT title, coalesce(due_date || ' ' || due_time, '') FROM tusk.todo WHERE title LIKE "
                 "'due %' ORDER BY \"position\""_s),
            (QList<QStringList>{{u"due in seconds"_s, u"2026-01-12 10:00:00"_s},
                                {u"due in milliseconds"_s, u"2026-01-12 10:00:00"_s},
                                {u"due on a Julian day"_s, u"2026-01-12 06:00:00"_s},
                                {u"due in India"_s, u"2026-01-12 04:30:00"_s},
                                {u"due never"_s, QString()}}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.import_row WHERE source_id = 'twenty-three'"_s), u"1"_s);
        QCOMPARE(value(u"SELECT title FROM tusk.todo WHERE title LIKE 'a%' AND title NOT LIKE 'a b%'"_s),
                 u"ab"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.import WHERE report->>'first_repairs' LIKE '%x00b%'"_s),
                 u"1"_s);
    }

    void shouldNotOverwriteTodosOfAnotherFileWithTheSameNumbers_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addRow("the same day")
            << u"todos"_s << u"(1, 'milk', '2025-01-01'), (2, 'bread', '2025-01-01')"_s
            << u"(1, 'call', '2025-01-01'), (2, 'write', '2025-01-01')"_s;
        QTest::addRow("one time in common") << u"todos"_s << u"(1, 'milk', '2025-01-01 10:00:00')"_s
                                            << u"(1, 'call', '2025-01-01 10:00:00'), (2, 'a', '2025-01-02'), "
                                               u"(3, 'b', '2025-01-03'), (4, 'c', "
                                               "'2025-01-04'), (5, 'd', '2025-01-05')"_s;
        QTest::addRow("one title in common of few rows that were imported")
            << u"todos"_s << u"(1, 'milk', '2025-01-01'), (2, 'bread', '2025-01-01')"_s
            << u"(1, 'milk', '2025-02-01'), (2, 'other', '2025-02-01'), (3, 'a', '2025-02-01'), (4, 'b', "
               "'2025-02-01'), (5, 'c', '2025-02-01'), (6, 'd', '2025-02-01'), (7, 'e', '2025-02-01')"_s;
        QTest::addRow("another table")
            << u"tasks"_s << u"(1, 'milk', '2025-01-01'), (2, 'bread', '2025-01-02')"_s
            << u"(1, 'milk', '2025-01-01'), (2, 'other', '2025-01-02')"_s;
    }
    void shouldNotOverwriteTodosOfAnotherFileWithTheSameNumbers()
    {
        QFETCH(QString, table);
        QFETCH(QString, first);
        QFETCH(QString, second);
        const auto fill = [](const QString &file, const QString &name, const QString &values) {
            SampleFile(file)
                .run(u"CREATE TABLE %1 (id INTEGER PRIMARY KEY, title TEXT, created_at TEXT)"_s.arg(name))
                .run(u"INSERT INTO %1 VALUES %2"_s.arg(name, values));
        };
        fill(path(u"a.db"_s), u"todos"_s, first);
        fill(path(u"b.db"_s), table, second);
        QVERIFY(importing().run(path(u"a.db"_s)));
        const QString before = value(u"SELECT string_agg(title, ',' ORDER BY title) FROM tusk.todo"_s);

        const auto report = importing().run(path(u"b.db"_s));

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 0);
        QCOMPARE(
            value(
                u"SELECT string_agg(title, ',' ORDER BY title) FROM tusk.todo WHERE import_id <> '%1'"_s.arg(
                    report->import.toString(QUuid::WithoutBraces))),
            before);
    }

    void shouldTakeTwoFilesWithTheSameNumbersForTwoSources()
    {
        const auto table =
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, created_at TEXT)"_s;
        SampleFile(path(u"a.db"_s))
            .run(table)
            .run(
                u"INSERT INTO todos VALUES (1, 'milk', 0, '2026-01-01 10:00:00'), (2, 'bread', 1, '2026-01-02 10:00:00')"_s);
        SampleFile(path(u"b.db"_s))
            .run(table)
            .run(
                u"INSERT INTO todos VALUES (1, 'call', 0, '2026-01-03 10:00:00'), (2, 'write', 1, '2026-01-04 10:00:00')"_s);

        QVERIFY(importing().run(path(u"a.db"_s)));
        const auto second = importing().run(path(u"b.db"_s));

        QVERIFY2(second, complaintOf(second).constData());
        QCOMPARE(second->created, 2);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"4"_s);
    }

    void shouldKeepNothingThatTheDatabaseBends_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<bool>("isSecond");
        const QString bend = u"NEW.title := NEW.title || '!'; RETURN NEW;"_s;
        const QString rename = u"NEW.name := NEW.name || '!'; RETURN NEW;"_s;
        QTest::addRow("titles of new todos") << u"todo"_s << bend << false;
        QTest::addRow("titles of changed todos") << u"todo"_s << bend << true;
        QTest::addRow("todos left out")
            << u"todo"_s << u"IF NEW.title LIKE 'a%' THEN RETURN NULL; END IF; RETURN NEW;"_s << false;
        QTest::addRow("names of lists") << u"list"_s << rename << false;
        QTest::addRow("names of tags") << u"tag"_s << rename << false;
        QTest::addRow("names of new lists of a known file") << u"list"_s << rename << true;
        QTest::addRow("what is known of changed todos")
            << u"import_row"_s << u"IF TG_OP = 'UPDATE' THEN RETURN OLD; END IF; RETURN NEW;"_s << true;
    }
    void shouldKeepNothingThatTheDatabaseBends()
    {
        QFETCH(const QString, table);
        QFETCH(const QString, trigger);
        QFETCH(const bool, isSecond);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT, tags "
                 "TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'a', 0, 'Home', 'x'), (2, 'b', 0, 'Home', 'y')"_s);
        if (isSecond) {
            QVERIFY(importing().run(path()));
            SampleFile(path()).run(u"UPDATE todos SET title = 'c', list = 'Work' WHERE id = 1"_s);
        }
        rows(u"CREATE FUNCTION public.bend() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN %2 END $body$; "
             "CREATE TRIGGER a_bend BEFORE INSERT OR UPDATE ON tusk.%1 FOR EACH ROW EXECUTE FUNCTION "
             "public.bend(); SELECT 1"_s.arg(table, trigger));
        const QString before = everything();

        const auto report = importing().run(path());

        QVERIFY(!report);
        QVERIFY2(report.error().sentence.contains("did not keep every todo"_L1),
                 complaintOf(report).constData());
        QCOMPARE(everything(), before);
        // and with nobody bending
        rows(u"DROP FUNCTION public.bend() CASCADE; SELECT 1"_s);
        const auto again = importing().run(path());
        QVERIFY2(again, complaintOf(again).constData());
    }

    void shouldCountTodosThatWereChangedAlikeOnBothSidesAsTheSame()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        rows(u"UPDATE tusk.todo SET title = 'Alike' WHERE title LIKE 'Todo 1 %'; SELECT 1"_s);
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Alike' WHERE title LIKE 'Todo 1 %'"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->same, 30);
        QCOMPARE(again->changed + again->created + again->conflictCount, 0);
    }

    void shouldLogOneActionThatIsUndoneAsOne()
    {
        tests::writeOldApp(path(), 300);
        const auto report = importing().run(path());
        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(rows(u"SELECT kind, label FROM tusk.action"_s),
                 (QList<QStringList>{{u"import"_s, u"Import of todo.db"_s}}));
        rows(u"UPDATE tusk.todo SET title = 'Touched' WHERE title LIKE 'Todo 7 %'; SELECT 1"_s);

        undo();

        QCOMPARE(rows(u"SELECT title FROM tusk.todo"_s), (QList<QStringList>{{u"Touched"_s}}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_search"_s), u"1"_s);
        // What was taken back can be imported anew; what stayed is still known.
        const auto again = importing().run(path());
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 299);
        QCOMPARE(again->same, 1);
    }

    void shouldTakeBackTheChangesOfASecondImport()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 1 %'"_s);
        QVERIFY(importing().run(path()));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'Changed'"_s), u"1"_s);

        undo();

        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'Changed'"_s), u"0"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"30"_s);
    }

    void shouldTakeBackAllThatTwoImportsBroughtAndNobodyTouched()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo _ %'"_s);
        const auto second = importing().run(path());
        QVERIFY2(second, complaintOf(second).constData());
        QCOMPARE(second->changed, 9);

        undo();
        undo();

        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.list"_s), u"0"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.import_row"_s), u"0"_s);
    }

    void shouldTakeBackListsAndTagsThatOnlyChangedTodosFilled()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT, tags TEXT);"
            "INSERT INTO todos VALUES (1, 'milk', 0, 'Shop', 'food'), (2, 'bread', 0, 'Shop', 'food')"_s);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE todos SET list = 'Baker', tags = 'early' WHERE id = 2"_s);
        QCOMPARE(importing().run(path())->changed, 1);

        undo();

        QCOMPARE(value(u"SELECT string_agg(name, ',') FROM tusk.list"_s), u"Shop"_s);
        QCOMPARE(value(u"SELECT string_agg(name, ',') FROM tusk.tag"_s), u"food"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_tag"_s), u"2"_s);

        // where somebody has put another todo there since, they stay
        QCOMPARE(importing().run(path())->changed, 1);
        rows(u"UPDATE tusk.todo SET list_id = (SELECT id FROM tusk.list WHERE name = 'Baker') WHERE title = "
             "'milk'; SELECT 1"_s);
        undo(value(
            u"SELECT action_id FROM tusk.import WHERE undone_at IS NULL ORDER BY finished_at DESC LIMIT 1"_s));
        QCOMPARE(value(u"SELECT string_agg(name, ',' ORDER BY name) FROM tusk.list"_s), u"Baker,Shop"_s);
        QCOMPARE(value(u"SELECT string_agg(name, ',') FROM tusk.tag"_s), u"food"_s);
    }

    void shouldKeepOnlyTodosOnWhichWorkStands()
    {
        // given an edit that stands, one that was taken back, one that was done again, and a later import
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        const QString import = value(u"SELECT action_id FROM tusk.import"_s);
        const auto edit = [this](int todo) {
            rows(
                u"UPDATE tusk.todo SET title = 'Edit %1' WHERE title LIKE 'Todo %1 %'; SELECT 1"_s.arg(todo));
            return newestAction();
        };
        edit(1);
        undo(edit(2));
        undo(edit(3));
        undo(newestAction());
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 4 %'"_s);
        QVERIFY(importing().run(path()));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title IN ('Edit 1', 'Edit 3', 'Changed')"_s),
                 u"3"_s);

        undo(import);

        QCOMPARE(rows(u"SELECT title FROM tusk.todo ORDER BY title"_s),
                 (QList<QStringList>{{u"Edit 1"_s}, {u"Edit 3"_s}}));
    }

    void shouldKeepTodosOfWhoseChangesTheLogHasForgotten_data()
    {
        QTest::addColumn<QString>("forget");
        QTest::addColumn<qsizetype>("kept");
        QTest::addRow("nothing of a change")
            << u"DELETE FROM tusk.action WHERE kind = 'external'"_s << qsizetype(1);
        QTest::addRow("all until after the import") << u"DELETE FROM tusk.action WHERE kind = 'external'; "
                                                       u"UPDATE tusk.database SET pruned_transaction = "
                                                       "pg_current_xact_id()"_s
                                                    << qsizetype(2);
    }
    void shouldKeepTodosOfWhoseChangesTheLogHasForgotten()
    {
        QFETCH(const QString, forget);
        QFETCH(const qsizetype, kept);
        // given an edit, and a todo that a later import has changed too
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        const QString import = value(u"SELECT action_id FROM tusk.import"_s);
        rows(u"UPDATE tusk.todo SET notes = 'Edited' WHERE title LIKE 'Todo 1 %' OR title LIKE 'Todo 2 %'; "
             "SELECT 1"_s);
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 2 %'"_s);
        QVERIFY(importing().run(path()));
        rows(forget + "; SELECT 1"_L1);

        undo(import);

        QCOMPARE(rows(u"SELECT title FROM tusk.todo"_s).size(), kept);
    }

    void shouldBringTheChangesOfAnUndoneImportAgain()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 1 %'"_s);
        QVERIFY(importing().run(path()));
        undo();

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 29);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'Changed'"_s), u"1"_s);
        QCOMPARE(importing().run(path())->same, 30);
    }

    void shouldKeepWhatLaterImportsBroughtWhenAnEarlierOneIsUndone()
    {
        // given two imports, each of which changed another field of the same todo
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 1 %'"_s);
        const auto second = importing().run(path());
        QVERIFY2(second, complaintOf(second).constData());
        SampleFile(path()).run(u"UPDATE tasks SET description = 'New' WHERE title = 'Changed'"_s);
        QVERIFY(importing().run(path()));

        // when
        undo(value(u"SELECT action_id FROM tusk.import WHERE id = '%1'"_s.arg(
            second->import.toString(QUuid::WithoutBraces))));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'Changed'"_s), u"0"_s);
        const auto again = importing().run(path());

        // then
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->conflictCount, 0);
        QCOMPARE(value(u"SELECT notes FROM tusk.todo WHERE title = 'Changed'"_s), u"New"_s);
    }

    void shouldNotTakeAnUndoneImportForTheStateOfTheFile()
    {
        // given an undone import of which the log tells nothing any more
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 1 %'"_s);
        QVERIFY(importing().run(path()));
        undo();
        rows(u"DELETE FROM tusk.action; SELECT 1"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
    }

    void shouldTellOthersToReadAnew()
    {
        const QString snapshot = value(u"SELECT pg_snapshot_xmin(pg_current_snapshot())"_s);
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));

        QCOMPARE(value(u"SELECT tusk.changes_since('%1')->>'complete'"_s.arg(snapshot)), u"false"_s);
    }

    void shouldRefuseBeforehandWhatWillNotFit()
    {
        tests::writeOldApp(path(), 3'000);
        server().server().psql(
            u"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET neon.max_cluster_size = %L', "
            "current_database(), pg_size_pretty(pg_database_size(current_database()) + "
            "1000000)); END $$; SELECT 1"_s,
            settings().database);

        const auto report = importing().run(path());

        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::DiskFull);
        QVERIFY2(report.error().sentence.contains(u"may only grow by"_s), complaintOf(report).constData());
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
    }

    void shouldCountLongNotesBeforehand()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, notes TEXT)"_s)
            .run(u"CREATE TABLE pictures (bytes BLOB); INSERT INTO pictures VALUES (zeroblob(5000000))"_s)
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, 'short')"_s);
        server().server().psql(
            u"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET neon.max_cluster_size = %L', "
            "current_database(), pg_size_pretty(pg_database_size(current_database()) + "
            "1000000)); END $$; SELECT 1"_s,
            settings().database);

        const auto trial = importing().run(path(), {.dryRun = true});
        SampleFile(path()).run(
            u"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 6) INSERT INTO todos "
            "SELECT i, 'novel', 0, replace(hex(zeroblob(450000)), '00', 'x ') FROM n"_s);
        const auto report = importing().run(path());

        QVERIFY2(trial, complaintOf(trial).constData()); // nobody wants the pictures
        QVERIFY(!report);
        QVERIFY2(report.error().sentence.contains(u"may only grow by"_s), complaintOf(report).constData());
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
    }

    void shouldRefuseBeforehandAFileThatHasGrownTooLarge()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        server().server().psql(
            u"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET neon.max_cluster_size = %L', "
            "current_database(), pg_size_pretty(pg_database_size(current_database()) + "
            "1000000)); END $$; SELECT 1"_s,
            settings().database);
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Changed' WHERE title LIKE 'Todo 1 %'"_s);
        QVERIFY(importing().run(path())); // needs next to nothing

        SampleFile(path()).run(
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
            "INSERT INTO tasks SELECT 'More ' || n.i, NULL, 0, printf('%032x', 900000 + n.i), t.user_id, "
            "NULL, "
            "t.created_at, t.updated_at FROM n, (SELECT * FROM tasks LIMIT 1) AS t"_s);
        const auto report = importing().run(path());

        QVERIFY(!report);
        QVERIFY2(report.error().sentence.contains(u"may only grow by"_s), complaintOf(report).constData());
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"30"_s);
    }

    void shouldAskForTheDiskOfAServerOnThisComputerBeforehand()
    {
        constexpr qint64 moreThanAnyDiskHolds = 1'000'000'000'000; // todos
        session::Connection connection(server().server().onSocket(settings()));
        QVERIFY(connection.open());
        importer::ImportTransaction transaction(connection);
        QVERIFY(transaction.begin());
        // Who may not know where the data are finds out by writing.
        QVERIFY(importer::checkSpace(transaction, moreThanAnyDiskHolds));

        server().server().psql(u"GRANT pg_read_all_settings TO tusk; SELECT 1"_s);
        const auto fits = importer::checkSpace(transaction, 1);
        const auto tooMuch = importer::checkSpace(transaction, moreThanAnyDiskHolds);
        server().server().psql(u"REVOKE pg_read_all_settings FROM tusk; SELECT 1"_s);

        QVERIFY2(fits, complaintOf(fits).constData());
        QVERIFY(!tooMuch);
        QCOMPARE(tooMuch.error().kind, base::ErrorKind::DiskFull);
        QVERIFY2(tooMuch.error().sentence.contains(u"the disk of the database has only"_s),
                 complaintOf(tooMuch).constData());
    }

    void shouldCompareWithAllOfTheSourceAfterItChanged()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE tasks SET title = 'Theirs' WHERE title LIKE 'Todo 1 %'"_s);
        QVERIFY(importing().run(path()));
        session::Connection connection(settings());
        QVERIFY(connection.open());

        const auto state = importer::verifyImport(connection, {});

        QVERIFY(state);
        QCOMPARE(state->verification.equal, 30);
        QCOMPARE(state->verification.compared, 30);
    }

    void shouldSayLaterWhatWasEditedSince()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path()));
        rows(u"UPDATE tusk.todo SET title = 'Mine', \"position\" = 'V' WHERE title LIKE 'Todo 1 %'; "
             "UPDATE tusk.todo SET \"position\" = 'V' WHERE title LIKE 'Todo 2 %'; "
             "DELETE FROM tusk.todo WHERE title LIKE 'Todo 3 %'; SELECT 1"_s);
        session::Connection connection(settings());
        QVERIFY(connection.open());

        const auto state = importer::verifyImport(connection, {});

        QVERIFY2(state, complaintOf(state).constData());
        QCOMPARE(state->verification.compared, 30);
        QCOMPARE(state->verification.equal, 28);
        QCOMPARE(state->verification.missing, 1);
        QCOMPARE(state->verification.differing, (QMap<QString, qint64>{{u"title"_s, 1}}));
        QCOMPARE(state->verification.examples.size(), 1);
        QCOMPARE(state->verification.examples.constFirst().title, u"Mine"_s);
        QCOMPARE(state->verification.examples.constFirst().fields, QStringList{u"title"_s});
    }

    void shouldSayThatAnotherImportIsRunning()
    {
        tests::writeOldApp(path(), 30);
        const QString before = everything();
        tests::SqlClient running(settings());
        running.rows(u"BEGIN; SELECT pg_advisory_xact_lock(6085897374859788290)"_s);

        const auto second = importing().run(path());

        QVERIFY(!second);
        QVERIFY2(second.error().sentence.contains("running already"_L1), complaintOf(second).constData());
        QVERIFY2(second.error().sentence.contains("try again"_L1), complaintOf(second).constData());
        QCOMPARE(everything(), before);
        running.rows(u"COMMIT; SELECT 1"_s);
        QCOMPARE(importing().run(path())->created, 30);
    }

    void shouldChangeNothingWhenCancelled()
    {
        tests::writeOldApp(path(), 20'000);
        const QString before = everything();
        std::stop_source stop;
        const auto progress = [&stop](const importer::ImportProgress &told) {
            if (told.done > 3000)
                stop.request_stop();
        };

        const auto report = importing().run(path(), {.progress = progress, .stop = stop.get_token()});

        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::Cancelled);
        QCOMPARE(everything(), before);
    }

    void shouldChangeNothingWhenKilledAtAnyMoment_data()
    {
        QTest::addColumn<int>("moments");
        QTest::addRow("of a new file, written as it is read") << 50;
        QTest::addRow("of a new file with subtasks") << 20;
        QTest::addRow("of a file that has changed") << 20;
    }
    void shouldChangeNothingWhenKilledAtAnyMoment()
    {
        QFETCH(const int, moments);
        const QByteArray kind = QTest::currentDataTag();
        const tests::Importing::Options inPortions{.portion = 100};
        const auto prepare = [&] {
            useEmptyDatabase();
            QFile::remove(path());
            if (kind.contains("subtasks"))
                SampleFile(path())
                    .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, parent_id "
                         u"INTEGER "
                         "REFERENCES todos)"_s)
                    .run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                         u"INSERT "
                         "INTO todos SELECT i, 'Todo ' || i, 0, CASE WHEN i > 500 THEN i - 500 END FROM n"_s);
            else
                tests::writeOldApp(path(), 1000);
            if (!kind.contains("changed"))
                return true;
            const bool imported = bool(importing().run(path()));
            SampleFile(path()).run(u"UPDATE tasks SET title = title || '!' WHERE rowid % 2 = 0"_s);
            return imported;
        };
        const QString state = u"SELECT count(*), count(*) FILTER (WHERE title LIKE '%!') FROM tusk.todo"_s;
        const QString imports = u"SELECT count(*) FROM tusk.import"_s;
        QVERIFY(prepare());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(importing().run(path(), inPortions));
        const qint64 whole = clock.nsecsElapsed() / 1000;
        const QList<QStringList> after = rows(state);
        QVERIFY(prepare());
        QString before = everything();
        QString importsBefore = value(imports);
        std::mt19937_64 random(47);
        int killed = 0;
        for (int moment = 0; moment < moments; ++moment) {
            const auto pause = std::chrono::microseconds(qint64(random() % quint64(whole)));
            const pid_t child = ::fork();
            if (child == 0) {
                const auto ignored = tests::Importing(settings()).run(path(), inPortions);
                ::_exit(ignored ? 0 : 1);
            }
            std::this_thread::sleep_for(pause); // which moment it is does not matter
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            // The server notices the end of the connection.
            QTRY_COMPARE_WITH_TIMEOUT(
                value(u"SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND pid <> "
                      "pg_backend_pid() AND datname = current_database()"_s),
                u"0"_s, 30'000);
            if (value(imports) != importsBefore) { // after COMMIT: all of it
                QCOMPARE(rows(state), after);
                QVERIFY(prepare());
                before = everything();
                importsBefore = value(imports);
                continue;
            }
            QVERIFY(!WIFEXITED(status));
            ++killed;
            QCOMPARE(everything(), before);
        }
        QVERIFY2(killed >= moments / 2, qPrintable(QString::number(killed)));
    }

private:
    // What was imported so far is of a file that no other is taken for.
    void makeForeign()
    {
        rows(u"UPDATE tusk.import SET source_kind = 'hidden', report = report - 'digest'; SELECT 1"_s);
    }
    void reveal() { rows(u"UPDATE tusk.import SET source_kind = 'todo-app'; SELECT 1"_s); }
    // As databases of earlier versions have it.
    void importPartsAsTwoFiles()
    {
        QVERIFY(importing().run(path(), {.owners = {u"jonas@example.org"_s}}));
        makeForeign();
        QVERIFY(importing().run(path(), {.owners = {u"ana@example.org"_s}}));
        reveal();
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import"_s), u"2"_s);
    }

    QString newestAction() { return value(u"SELECT id FROM tusk.action ORDER BY sequence DESC LIMIT 1"_s); }

    void undo(const QString &target = {})
    {
        const QString installation = QUuid::createUuidV5({}, u"test"_s).toString(QUuid::WithoutBraces);
        const QString answer = value(
            u"SELECT tusk.apply_action('{\"id\": \"%1\", \"kind\": \"undo\", \"installation\": \"%2\"%3}')"_s
                .arg(base::makeUuidV7().toString(QUuid::WithoutBraces), installation,
                     target.isEmpty() ? QString() : u", \"target\": \"%1\""_s.arg(target)));
        QVERIFY2(!answer.contains("refused"_L1), qPrintable(answer));
    }
};

QTEST_GUILESS_MAIN(TestImport)

#include "tst_import.moc"
