// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/exporting.h"
#include "exporter/randomtodos.h"
#include "importer/importtestcase.h"
#include "support/oldfiles/samplefile.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace tusk;
using namespace Qt::StringLiterals;
using exporter::ExportFormat;
using tests::complaintOf;
using tests::Texts;

namespace
{

// What the formats hold of a todo “t”, as docs/exporting.md says.
const QString allOfATodo =
    u"t.id, t.title, t.notes, (SELECT name FROM tusk.list l WHERE l.id = t.list_id), t.parent_id, "
    u"t.priority, "
    "t.due_date, t.due_time, t.due_zone, t.start_date, t.start_time, t.start_zone, t.repeat, t.\"position\", "
    "t.completed_at, t.deleted_at, t.created_at, t.updated_at, (SELECT string_agg(g.name, '|' ORDER BY "
    "g.name) "
    "FROM tusk.todo_tag x JOIN tusk.tag g ON g.id = x.tag_id WHERE x.todo_id = t.id)"_s;
// A name is a word there, and times are days.
const QString lineOfATodo =
    u"t.id, t.title, (SELECT name FROM tusk.list l WHERE l.id = t.list_id), t.parent_id, t.priority, "
    u"t.due_date, "
    "t.due_time, t.due_zone, t.start_date, t.start_time, t.start_zone, t.repeat, "
    "(t.completed_at AT TIME ZONE 'UTC')::date, (t.created_at AT TIME ZONE 'UTC')::date, "
    "(SELECT string_agg(g.name, '|' ORDER BY g.name) FROM tusk.todo_tag x JOIN tusk.tag g ON g.id = x.tag_id "
    "WHERE x.todo_id = t.id)"_s;

} // namespace

// What is exported and imported into an empty database is what it was.
class TestExportRoundTrip final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldComeBackAsItWas_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<Texts>("texts");
        for (const int seed : {1, 2, 3}) {
            QTest::addRow("json %d", seed)
                << ExportFormat::Json << allOfATodo << u"true"_s << Texts::Anything;
            QTest::addRow("csv %d", seed) << ExportFormat::Csv << allOfATodo << u"true"_s << Texts::Anything;
            QTest::addRow("icalendar %d", seed)
                << ExportFormat::ICalendar << allOfATodo << u"true"_s << Texts::Anything;
            QTest::addRow("todotxt %d", seed)
                << ExportFormat::TodoTxt << lineOfATodo << u"t.deleted_at IS NULL"_s << Texts::Words;
        }
    }
    void shouldComeBackAsItWas()
    {
        QFETCH(ExportFormat, format);
        QFETCH(QString, fields);
        QFETCH(QString, condition);
        QFETCH(Texts, texts);
        const unsigned seed = qHash(QByteArrayView(QTest::currentDataTag()));
        rows(tests::randomTodosSql(seed, 400, texts));
        // A parent in the Trash is no part of a file that has no Trash.
        if (format == ExportFormat::TodoTxt)
            rows(u"DELETE FROM tusk.todo WHERE deleted_at IS NOT NULL"_s);
        const auto before = todos(fields, condition);
        const auto namesBefore = names();
        const QString file = path(u"todos."_s + exporter::suffixOf(format));
        const auto written = tests::runExport(settings(), tests::exportOfAll(file, format));
        QVERIFY2(written, complaintOf(written).constData());
        QCOMPARE(written->todos, before.size());
        QCOMPARE(written->bytes, QFileInfo(file).size());

        useEmptyDatabase();
        const auto read = importing().run(file);

        QVERIFY2(read, complaintOf(read).constData());
        QCOMPARE(read->created, before.size());
        QCOMPARE(read->verified, before.size());
        QCOMPARE(read->repairedRows, 0);
        const auto after = todos(fields, condition);
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after.value(i), before.at(i));
        if (format == ExportFormat::Json)
            QCOMPARE(names(), namesBefore);
        // And a second time nothing is new.
        const auto again = importing().run(file);
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->same, before.size());
        QCOMPARE(again->created + again->changed + again->conflictCount, 0);
    }

    void shouldBringBackWhatMarkdownSays()
    {
        rows(u"INSERT INTO tusk.list (name) VALUES ('Home_garden'), ('Work'); "
             "INSERT INTO tusk.tag (name) VALUES ('to_buy'), ('at home'); "
             "INSERT INTO tusk.todo (title, notes, list_id, priority, due_date, start_date, completed_at) "
             "SELECT v.title, v.notes, l.id, v.priority, v.due, v.start, v.completed FROM (VALUES "
             "('Dig [deep]', E'# Where\\n\\n- by the *wall*\\n    - left', 'Home_garden', 3, "
             "'2026-01-12'::date, '2026-01-10'::date, NULL::timestamptz), "
             "('Write (soon)', '', 'Work', 1, NULL, NULL, NULL), "
             "('Call', '', NULL, 0, NULL, NULL, '2026-01-05 10:00:00Z')) "
             "AS v (title, notes, list, priority, due, start, completed) "
             "LEFT JOIN tusk.list l ON l.name = v.list; "
             "INSERT INTO tusk.todo (title, notes, list_id, parent_id) SELECT 'Borrow a spade', 'of iron', "
             "list_id, id FROM tusk.todo WHERE title = 'Dig [deep]'; "
             "INSERT INTO tusk.todo_tag SELECT t.id, g.id FROM tusk.todo t, tusk.tag g WHERE t.title = 'Dig "
             "[deep]' OR (t.title = 'Write (soon)' AND g.name = 'at home'); SELECT 1"_s);
        const QString said =
            u"SELECT t.title, t.notes, l.name, p.title, t.priority, t.due_date, t.start_date, t.completed_at "
            "IS NOT NULL, (SELECT string_agg(g.name, '|' ORDER BY g.name) FROM tusk.todo_tag x JOIN tusk.tag "
            "g ON g.id = x.tag_id WHERE x.todo_id = t.id) FROM tusk.todo t LEFT JOIN tusk.list l ON l.id = "
            "t.list_id LEFT JOIN tusk.todo p ON p.id = t.parent_id ORDER BY t.title"_s;
        const auto before = rows(said);
        QCOMPARE(before.size(), 4);
        const QString file = path(u"todos.md"_s);
        QVERIFY(tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::Markdown)));

        useEmptyDatabase();
        const auto read = importing().run(file);

        QVERIFY2(read, complaintOf(read).constData());
        QCOMPARE(read->created, 4);
        QCOMPARE(read->repairedRows, 0);
        QCOMPARE(rows(said), before);
        const auto again = importing().run(file);
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->same, 4);
    }

    void shouldBringBackFromMarkdownWhatLooksLikeMarkup()
    {
        rows(u"INSERT INTO tusk.list (name) VALUES ('Notes #'); "
             "INSERT INTO tusk.tag (name) VALUES ('2026'), ('a, b'), ('x (y)'), ('end\\'); "
             "INSERT INTO tusk.todo (title, list_id, priority) SELECT v.title, l.id, v.priority FROM (VALUES "
             "('Tagged', NULL, 2), ('Call (#home)', NULL, 0), ('Pay (high priority)', NULL, 0), "
             "('Go (due 2026-01-12)', 'Notes #', 1), ('Fix (#12)', 'Notes #', 0), ('# no heading', NULL, 0), "
             "('- [x] no box', NULL, 0), ('[ ] no box', 'Notes #', 0), ('1. [ ] first', NULL, 0), "
             "('[link](there)', NULL, 0), ('two  blanks', NULL, 0), ('C:\\folder\\', NULL, 0), "
             "('`code` *and* <b>', NULL, 0), ('end \\)', NULL, 0), ('```', NULL, 0), ('---', NULL, 0), "
             "('> quoted', NULL, 0)) AS v (title, list, priority) LEFT JOIN tusk.list l ON l.name = v.list; "
             "INSERT INTO tusk.todo_tag SELECT t.id, g.id FROM tusk.todo t, tusk.tag g WHERE t.title = "
             "'Tagged'; SELECT 1"_s);
        const QString said =
            u"SELECT t.title, t.notes, l.name, t.priority, t.due_date, (SELECT string_agg(g.name, '|' ORDER "
            "BY g.name) FROM tusk.todo_tag x JOIN tusk.tag g ON g.id = x.tag_id WHERE x.todo_id = t.id) "
            "FROM tusk.todo t LEFT JOIN tusk.list l ON l.id = t.list_id ORDER BY t.title"_s;
        const auto before = rows(said);
        QCOMPARE(before.size(), 17);
        const QString file = path(u"todos.md"_s);
        QVERIFY(tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::Markdown)));

        useEmptyDatabase();
        const auto read = importing().run(file);

        QVERIFY2(read, complaintOf(read).constData());
        QCOMPARE(read->created, before.size());
        const auto after = rows(said);
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after.value(i), before.at(i));
    }

    void shouldChangeNothingWhereItCameFrom_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("json") << ExportFormat::Json;
        QTest::newRow("csv") << ExportFormat::Csv;
        QTest::newRow("icalendar") << ExportFormat::ICalendar;
        QTest::newRow("todotxt") << ExportFormat::TodoTxt;
    }
    void shouldChangeNothingWhereItCameFrom()
    {
        QFETCH(ExportFormat, format);
        rows(tests::randomTodosSql(7, 300, Texts::Anything));
        const QString before = everything();
        const QString file = path(u"todos."_s + exporter::suffixOf(format));
        const auto written = tests::runExport(settings(), tests::exportOfAll(file, format));
        QVERIFY2(written, complaintOf(written).constData());

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->conflictCount, 0);
        QCOMPARE(report->same, written->todos);
        QCOMPARE(report->created + report->changed, 0);
        QCOMPARE(everything(), before);
    }

    void shouldTakeFromALineNoMoreThanWasEditedThere()
    {
        const QString file = exportAsLines();
        replaceInFile(file, "Water +all plants", "Water the roses");
        const QString before =
            value(u"SELECT string_agg(concat_ws(' ', t.id, t.notes, t.list_id, t.created_at, "
                  "t.completed_at), ',' ORDER BY t.id) FROM tusk.todo t"_s);

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->conflictCount, 0);
        QCOMPARE(report->changed, 1);
        QCOMPARE(report->same, 1);
        QCOMPARE(value(u"SELECT title FROM tusk.todo WHERE completed_at IS NULL"_s), u"Water the roses"_s);
        QCOMPARE(value(u"SELECT string_agg(concat_ws(' ', t.id, t.notes, t.list_id, t.created_at, "
                       "t.completed_at), ',' ORDER BY t.id) FROM tusk.todo t"_s),
                 before);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.list"_s), u"1"_s);
        // And when Tusk has gone on since, too.
        rows(u"UPDATE tusk.todo SET title = 'Water both', completed_at = '2026-02-02 10:11:12Z' WHERE "
             "completed_at IS NULL"_s);
        QVERIFY(tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::TodoTxt)));
        replaceInFile(file, "Water both", "Water all three");
        const auto again = importing().run(file);
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->conflictCount, 0);
        QCOMPARE(again->changed, 1);
        QCOMPARE(
            value(u"SELECT title || (completed_at = '2026-02-02 10:11:12Z') FROM tusk.todo WHERE title LIKE "
                  "'Water%'"_s),
            u"Water all threetrue"_s);
    }

    void shouldListWhatWasEditedInALineAndInTuskSince()
    {
        const QString file = exportAsLines();
        replaceInFile(file, "Water +all plants", "Water the roses");
        rows(u"UPDATE tusk.todo SET title = 'Water the herbs' WHERE completed_at IS NULL"_s);

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 0);
        QCOMPARE(report->conflicts.size(), 1);
        QCOMPARE(report->conflicts.first().inFile, u"Water the roses"_s);
        QCOMPARE(value(u"SELECT title FROM tusk.todo WHERE completed_at IS NULL"_s), u"Water the herbs"_s);
    }

    void shouldNotGuessWhichSideIsNewerWhereALineDoesNotSay()
    {
        const QString file = exportAsLines();
        QString lines = QString::fromUtf8(tests::readAll(file));
        lines.replace(u"Water +all plants"_s, u"Water the roses"_s);
        lines.remove(QRegularExpression(u" updated:\\S+"_s));
        tests::writeAll(file, lines.toUtf8());

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 0);
        QCOMPARE(report->conflicts.size(), 1);
        QCOMPARE(report->conflicts.first().field, u"title"_s);
    }

    void shouldMoveNoTodosBecauseTheirListWasRenamed()
    {
        const QString file = exportAsLines();
        rows(u"UPDATE tusk.list SET name = 'House' WHERE name = 'At home'"_s);

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 0);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id WHERE l.name "
                       "= 'House'"_s),
                 u"2"_s);
    }

    void shouldKeepSubtasksOfWhatWasNotExported_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("json") << ExportFormat::Json;
        QTest::newRow("csv") << ExportFormat::Csv;
        QTest::newRow("icalendar") << ExportFormat::ICalendar;
        QTest::newRow("todotxt") << ExportFormat::TodoTxt;
    }
    void shouldKeepSubtasksOfWhatWasNotExported()
    {
        QFETCH(ExportFormat, format);
        rows(u"INSERT INTO tusk.todo (id, title, completed_at) VALUES "
             "('0190a0a0-0000-7000-8000-000000000001', 'parent', '2026-01-01Z'); "
             "INSERT INTO tusk.todo (title, parent_id) VALUES "
             "('child', '0190a0a0-0000-7000-8000-000000000001'); SELECT 1"_s);
        const QString before = everything();
        const QString file = path(u"todos."_s + exporter::suffixOf(format));
        exporter::ExportRequest open = tests::exportOfAll(file, format);
        open.selection.withClosed = false;
        QVERIFY(tests::runExport(settings(), open));

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->same, 1);
        QCOMPARE(report->conflictCount, 0);
        QCOMPARE(report->repairedRows, 0);
        QCOMPARE(everything(), before);
        // Where the parent is not there either, that is said.
        useEmptyDatabase();
        const auto alone = importing().run(file);
        QVERIFY2(alone, complaintOf(alone).constData());
        QCOMPARE(alone->created, 1);
        QCOMPARE(alone->verified, 1);
        QCOMPARE(alone->repairs,
                 (QMap<importer::RepairKind, qint64>{{importer::RepairKind::MissingParent, 1}}));
        QCOMPARE(value(u"SELECT parent_id IS NULL FROM tusk.todo"_s), u"t"_s);
    }

    void shouldSayHowManyWereChangedInTuskSinceTheirBackup()
    {
        rows(tests::randomTodosSql(5, 50, Texts::Anything));
        const QString file = path(u"backup.json"_s);
        QVERIFY(tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::Json)));
        useEmptyDatabase();
        const auto first = importing().run(file);
        QVERIFY2(first, complaintOf(first).constData());
        QCOMPARE(first->editedInTusk, 0);
        QCOMPARE(importing().run(file)->editedInTusk, 0);

        rows(u"UPDATE tusk.todo SET title = 'spoilt' WHERE id IN (SELECT id FROM tusk.todo ORDER BY id LIMIT "
             "3)"_s);
        rows(u"UPDATE tusk.todo SET deleted_at = now() WHERE id IN (SELECT id FROM tusk.todo WHERE "
             "deleted_at IS NULL AND title <> 'spoilt' ORDER BY id LIMIT 2)"_s);
        rows(u"UPDATE tusk.todo SET \"position\" = 'XV' WHERE title <> 'spoilt'"_s); // is no edit

        const auto again = importing().run(file);

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->same, 50);
        QCOMPARE(again->editedInTusk, 5);
        QVERIFY(again->sentences().contains(
            u"5 of them were changed or put into the Trash in Tusk since; they stay as they are there."_s));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE title = 'spoilt'"_s), u"3"_s);
    }

    void shouldTakeTheNewerSide()
    {
        rows(u"INSERT INTO tusk.todo (id, title, notes, updated_at) VALUES "
             "('0190a0a0-0000-7000-8000-000000000001', 'here older', 'n', '2026-01-01Z'), "
             "('0190a0a0-0000-7000-8000-000000000002', 'here newer', 'n', '2026-01-01Z'), "
             "('0190a0a0-0000-7000-8000-000000000003', 'gone here', 'n', '2026-01-01Z')"_s);
        const QString file = path(u"todos.json"_s);
        QVERIFY(tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::Json)));
        QByteArray json = tests::readAll(file);
        json.replace("\"here older\"", "\"file newer\"").replace("\"here newer\"", "\"file older\"");
        const qsizetype first = json.indexOf("file newer");
        json.replace(json.indexOf("\"updated_at\":\"2026-01-01", first), 24, "\"updated_at\":\"2026-02-01");
        tests::writeAll(file, json);
        changeAt(settings(), u"here newer"_s, u"here newest"_s, u"2026-01-02Z"_s);
        rows(u"DELETE FROM tusk.todo WHERE title = 'gone here'"_s);

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 1);
        QCOMPARE(report->created, 1);
        QCOMPARE(report->conflictCount, 0);
        QCOMPARE(report->editedInTusk, 1);
        QCOMPARE(rows(u"SELECT title FROM tusk.todo ORDER BY id"_s),
                 (QList<QStringList>{{u"file newer"_s}, {u"here newest"_s}, {u"gone here"_s}}));
    }

    void shouldKeepWhatIsNewerHereHoweverOftenAnOlderFileComes()
    {
        addAlphaAndBeta();
        const QString monday = exportTo(settings(), u"monday.json"_s);
        changeAt(settings(), u"Alpha"_s, u"Alpha of Tuesday"_s, u"2024-01-02Z"_s);
        const QString tuesday = exportTo(settings(), u"tuesday.json"_s);
        useEmptyDatabase();
        QCOMPARE(importing().run(monday)->created, 2);
        const auto later = importing().run(tuesday);
        QVERIFY2(later, complaintOf(later).constData());
        QCOMPARE(later->changed, 1);
        const QString before = everything();

        for (const QString &file : {monday, tuesday, monday}) {
            const auto report = importing().run(file);
            QVERIFY2(report, complaintOf(report).constData());
            QCOMPARE(report->changed, 0);
            QCOMPARE(report->conflictCount, 0);
            QCOMPARE(report->same, 2);
            QCOMPARE(report->editedInTusk, file == monday ? 1 : 0);
        }

        QCOMPARE(titles(), u"Alpha of Tuesday, Beta"_s);
        QCOMPARE(everything(), before);
    }

    void shouldBringEachOfTwoDatabasesWhatTheOtherChangedLater()
    {
        // given a laptop and a desk that both changed Alpha, the laptop later
        addAlphaAndBeta();
        const base::ConnectionSettings laptop = settings();
        const QString first = exportTo(laptop, u"first.json"_s);
        useEmptyDatabase();
        const base::ConnectionSettings desk = settings();
        QCOMPARE(importing().run(first)->created, 2);
        changeAt(desk, u"Alpha"_s, u"Alpha desk"_s, u"2024-01-02Z"_s);
        changeAt(laptop, u"Alpha"_s, u"Alpha laptop"_s, u"2024-01-03Z"_s);
        changeAt(laptop, u"Beta"_s, u"Beta laptop"_s, u"2024-01-03Z"_s);

        // when
        const auto onDesk = importing().run(exportTo(laptop, u"second.json"_s));

        // then what was taken is as old as it was
        QVERIFY2(onDesk, complaintOf(onDesk).constData());
        QCOMPARE(onDesk->changed, 2);
        QCOMPARE(onDesk->verified, 2);
        QCOMPARE(onDesk->conflictCount, 0);
        QCOMPARE(titles(), u"Alpha laptop, Beta laptop"_s);
        QCOMPARE(value(u"SELECT DISTINCT updated_at AT TIME ZONE 'UTC' FROM tusk.todo"_s),
                 u"2024-01-03 00:00:00"_s);

        // and so it does not hide what the laptop has changed meanwhile
        changeAt(laptop, u"Beta laptop"_s, u"Beta latest"_s, u"2024-01-04Z"_s);
        changeAt(desk, u"Alpha laptop"_s, u"Alpha latest"_s, u"2024-01-05Z"_s);
        tests::Importing importingOnLaptop(laptop);
        const auto onLaptop = importingOnLaptop.run(exportTo(desk, u"third.json"_s));
        QVERIFY2(onLaptop, complaintOf(onLaptop).constData());
        QCOMPARE(onLaptop->changed, 1);
        QCOMPARE(onLaptop->editedInTusk, 1);
        const auto again = importing().run(exportTo(laptop, u"fourth.json"_s));
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(titles(), u"Alpha latest, Beta latest"_s);
        // An old file says nothing new to anybody.
        QCOMPARE(importing().run(first)->changed, 0);
        QCOMPARE(titles(), u"Alpha latest, Beta latest"_s);
    }

    void shouldTakeEditsOfAFileThatKeepItsTimes()
    {
        addAlphaAndBeta();
        const QString file = exportTo(settings(), u"todos.csv"_s);
        const QByteArray original = tests::readAll(file);
        const auto importEdited = [&](const QByteArray &title) {
            const QByteArray cell = ',' + title + ',';
            tests::writeAll(file, QByteArray(original).replace(",Beta,", cell));
            return importing().run(file);
        };

        const auto once = importEdited("Beta edited");
        const auto twice = importEdited("Beta edited twice");

        QVERIFY2(once, complaintOf(once).constData());
        QCOMPARE(once->changed, 1);
        QCOMPARE(once->conflictCount, 0);
        QVERIFY2(twice, complaintOf(twice).constData());
        QCOMPARE(twice->changed, 1);
        QCOMPARE(twice->conflictCount, 0);
        QCOMPARE(titles(), u"Alpha, Beta edited twice"_s);
        // What it said before is older.
        for (const QByteArray &title : {QByteArray("Beta"), QByteArray("Beta edited")}) {
            const auto report = importEdited(title);
            QVERIFY2(report, complaintOf(report).constData());
            QCOMPARE(report->changed, 0);
            QCOMPARE(report->editedInTusk, 1);
        }
        QCOMPARE(titles(), u"Alpha, Beta edited twice"_s);
    }

    void shouldListWhatWasChangedOnBothSidesInTheSameMoment()
    {
        addAlphaAndBeta();
        const QString file = exportTo(settings(), u"todos.json"_s);
        useEmptyDatabase();
        QCOMPARE(importing().run(file)->created, 2);
        changeAt(settings(), u"Alpha"_s, u"Alpha here"_s, u"2024-01-01Z"_s); // when it was exported
        replaceInFile(file, "\"Alpha\"", "\"Alpha there\"");

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 0);
        QCOMPARE(report->conflictCount, 1);
        QCOMPARE(report->conflicts.first().inFile, u"Alpha there"_s);
        QVERIFY(report->conflictsSentence().contains("nothing tells which is newer"_L1));
        QCOMPARE(titles(), u"Alpha here, Beta"_s);
    }

    void shouldMakeNoListThatMayBeTheFormerNameOfOne()
    {
        addAlphaAndBeta();
        rows(u"INSERT INTO tusk.list (name) VALUES ('Work'); UPDATE tusk.todo SET list_id = (SELECT id FROM "
             "tusk.list); SELECT 1"_s);
        const QString file = exportTo(settings(), u"todos.csv"_s);
        rows(u"UPDATE tusk.list SET name = 'Office'; SELECT 1"_s);
        const QString before = everything();

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 0);
        QCOMPARE(report->conflictCount, 2);
        QCOMPARE(report->conflicts.first().inFile, u"Work"_s);
        QVERIFY(!report->bringsAnything());
        QCOMPARE(everything(), before);
        // Where something else comes with it, neither.
        replaceInFile(file, ",Beta,", ",Beta edited,");
        const auto again = importing().run(file);
        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(value(u"SELECT string_agg(name, ',') FROM tusk.list"_s), u"Office"_s);
    }

    void shouldBringAgainWhatAnImportThatWasUndoneHadChanged()
    {
        addAlphaAndBeta();
        const QString file = exportTo(settings(), u"todos.json"_s);
        replaceInFile(file, "\"Alpha\"", "\"Alpha there\"");
        replaceInFile(file, "\"updated_at\":\"2024-01-01", "\"updated_at\":\"2024-02-01");
        const auto report = importing().run(file);
        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->changed, 1);
        undoImport();
        QCOMPARE(titles(), u"Alpha, Beta"_s);

        const auto again = importing().run(file);

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(titles(), u"Alpha there, Beta"_s);
        // But what somebody has done since is newer.
        undoImport();
        rows(u"UPDATE tusk.todo SET title = 'Alpha here' WHERE title = 'Alpha'; SELECT 1"_s);
        QCOMPARE(importing().run(file)->changed, 0);
        QCOMPARE(titles(), u"Alpha here, Beta"_s);
    }

    void shouldFollowWhatChangedInTheFileSince()
    {
        tests::writeAll(path(u"todo.txt"_s), "Call Ana\nBuy milk\n");
        QVERIFY(importing().run(path(u"todo.txt"_s)));
        tests::writeAll(path(u"todo.txt"_s), "x 2026-01-05 Buy milk\nCall Ana\nNew one\n");

        const auto report = importing().run(path(u"todo.txt"_s));

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 1);
        QCOMPARE(report->changed, 1);
        QCOMPARE(report->same, 1);
        QCOMPARE(value(u"SELECT string_agg(title, ',') FROM tusk.todo WHERE completed_at IS NOT NULL"_s),
                 u"Buy milk"_s);
    }

    void shouldKnowAListAgainThatWasRenamedSince()
    {
        rows(u"INSERT INTO tusk.list (name, color) VALUES ('Work', '#aabbcc');"
             "INSERT INTO tusk.todo (title, list_id) SELECT 'a', id FROM tusk.list; SELECT 1"_s);
        const QString file = path(u"todos.json"_s);
        QVERIFY(tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::Json)));
        rows(u"UPDATE tusk.list SET name = 'Office'; DELETE FROM tusk.todo; SELECT 1"_s);

        const auto report = importing().run(file);

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(rows(u"SELECT l.name, t.title FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id"_s),
                 (QList<QStringList>{{u"Office"_s, u"a"_s}}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.list"_s), u"1"_s);
    }

    void shouldBeUndoneAsAWhole()
    {
        rows(tests::randomTodosSql(9, 100, Texts::Anything));
        const QString file = path(u"todos.json"_s);
        QVERIFY(tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::Json)));
        useEmptyDatabase();
        const auto report = importing().run(file);
        QVERIFY2(report, complaintOf(report).constData());

        undoImport();

        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.list"_s), u"0"_s);
    }

private:
    // An open todo of which a line cannot say all, and a completed one.
    QString exportAsLines()
    {
        rows(u"INSERT INTO tusk.list (name) VALUES ('At home'); "
             "INSERT INTO tusk.tag (name) VALUES ('to buy'); "
             "INSERT INTO tusk.todo (title, notes, list_id, completed_at, created_at, updated_at) SELECT "
             "v.title, 'with notes', l.id, v.completed, '2026-01-01 08:09:10.5Z', '2026-01-02 03:04:05.678Z' "
             "FROM tusk.list l, (VALUES ('Water +all plants', NULL::timestamptz), ('Two  blanks', "
             "'2026-01-02 03:04:05.678Z')) AS v (title, completed); "
             "INSERT INTO tusk.todo_tag SELECT t.id, g.id FROM tusk.todo t, tusk.tag g; SELECT 1"_s);
        const QString file = path(u"todos.txt"_s);
        const auto written = tests::runExport(settings(), tests::exportOfAll(file, ExportFormat::TodoTxt));
        return written && written->todos == 2 ? file : QString();
    }

    void addAlphaAndBeta()
    {
        rows(u"INSERT INTO tusk.todo (title, created_at, updated_at, \"position\") VALUES ('Alpha', "
             "'2024-01-01 08:00Z', '2024-01-01Z', 'V'), ('Beta', '2024-01-01 09:00Z', '2024-01-01Z', "
             "'W')"_s);
    }

    QString titles() { return value(u"SELECT string_agg(title, ', ' ORDER BY title) FROM tusk.todo"_s); }

    [[nodiscard]] QString exportTo(const base::ConnectionSettings &from, const QString &name)
    {
        const QString file = path(name);
        const auto format = name.endsWith(".csv"_L1) ? ExportFormat::Csv : ExportFormat::Json;
        return tests::runExport(from, tests::exportOfAll(file, format)) ? file : QString();
    }

    // As if it had been done at that time.
    static void changeAt(const base::ConnectionSettings &where, const QString &title, const QString &newTitle,
                         const QString &time)
    {
        tests::SqlClient(where).rows(
            u"SET tusk.times = 'kept'; UPDATE tusk.todo SET title = '%2', updated_at = '%3' "
            "WHERE title = '%1'; SELECT 1"_s.arg(title, newTitle, time));
    }

    // The newest one.
    void undoImport()
    {
        rows(u"SELECT tusk.apply_action(jsonb_build_object('id', gen_random_uuid(), 'kind', 'undo', "
             "'installation', installation, 'target', id)) FROM (SELECT id, installation FROM tusk.action "
             "WHERE kind = 'import' ORDER BY sequence DESC LIMIT 1) AS newest"_s);
    }

    static void replaceInFile(const QString &file, const QByteArray &before, const QByteArray &after)
    {
        tests::writeAll(file, tests::readAll(file).replace(before, after));
    }

    QList<QStringList> todos(const QString &fields, const QString &condition)
    {
        return rows(u"SELECT %1 FROM tusk.todo t WHERE %2 ORDER BY t.id"_s.arg(fields, condition));
    }

    QList<QStringList> names()
    {
        return rows(
            u"SELECT id, name, color, \"position\", archived_at, created_at, updated_at FROM tusk.list "
            "UNION ALL SELECT id, name, color, \"position\", NULL, created_at, updated_at FROM tusk.tag "
            "ORDER BY 1"_s);
    }
};

QTEST_GUILESS_MAIN(TestExportRoundTrip)

#include "tst_exportroundtrip.moc"
