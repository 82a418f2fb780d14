// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importing.h"
#include "importer/importpreview.h"
#include "importer/importreport.h"
#include "importer/mapping/mapfile.h"
#include "importer/mapping/sourcecolumns.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::ImportPreview;
using importer::ImportSource;
using importer::Mapping;
using importer::SourceColumn;
using importer::Target;
using tests::complaintOf;
using tests::SampleFile;

// What is shown of a file before anything is imported, and what can be changed about it by hand.
class TestImportPreview final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldShowTheFirstTodosAsTheyWouldBe()
    {
        tests::writeOldApp(path(), 300);
        const auto source = open();

        const ImportPreview preview = previewOf(*source, source->recognition().best());

        QCOMPARE(preview.total, 300);
        QCOMPARE(preview.todos.size(), 40);
        const domain::Todo &first = preview.todos.constFirst().todo;
        QCOMPARE(first.title, u"Todo 1 – Grüße"_s);
        QCOMPARE(first.createdAt, QDateTime({2026, 1, 1}, {0, 0, 1}, Qt::UTC));
        QVERIFY(!first.completedAt);
        const domain::Todo &fifth = preview.todos.at(4).todo;
        QCOMPARE(fifth.completedAt, QDateTime({2026, 1, 1}, {0, 5}, Qt::UTC));
        QCOMPARE(preview.todos.at(2).todo.notes, u"Notes of 3\ntab\tback\\slash"_s);
        QCOMPARE(preview.owners.size(), 2);
        QVERIFY(preview.hasTimesWithoutZone);
    }

    void shouldCountOnlyTheTodosOfWhomOneChooses()
    {
        tests::writeOldApp(path(), 300);
        const auto source = open();
        const importer::PreviewRequest request{.mapping = source->recognition().best(),
                                               .owners = {QString::fromUtf8(source->owners().at(1).id)},
                                               .now = QDateTime::currentDateTimeUtc()};

        const auto preview = importer::previewImport(*source, request);

        QVERIFY2(preview, complaintOf(preview).constData());
        QCOMPARE(preview->total, 100);
    }

    void shouldCountTheTodosOfEverybodyHoweverTheirIdsAreStored_data()
    {
        QTest::addColumn<QString>("owners");
        QTest::addColumn<QStringList>("people"); // ids and how many todos each of them has
        QTest::newRow("bytes") << u"(X'0A1B'), (X'FF00'), (X'0A1B')"_s
                               << QStringList{u"0a1b 2"_s, u"ff00 1"_s};
        QTest::newRow("fractions") << u"(1.0), (1.0), (2.5)"_s << QStringList{u"1 2"_s, u"2.5 1"_s};
        QTest::newRow("numbers beside texts") << u"(1), ('1'), (2)"_s << QStringList{u"1 2"_s, u"2 1"_s};
        QTest::newRow("nobody") << u"(NULL), (''), (7)"_s << QStringList{u" 2"_s, u"7 1"_s};
        QTest::newRow("an old encoding") << u"(CAST(X'4AF67267' AS TEXT)), ('Ana'), ('Ana')"_s
                                         << QStringList{u"Ana 2"_s, u"J\uFFFDrg 1"_s};
        QTest::newRow("capitals") << u"('Ana'), ('ana'), ('ana')"_s << QStringList{u"ana 2"_s, u"Ana 1"_s};
    }
    void shouldCountTheTodosOfEverybodyHoweverTheirIdsAreStored()
    {
        QFETCH(const QString, owners);
        QFETCH(const QStringList, people);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
                 "user_id BLOB COLLATE NOCASE)"_s)
            .run(u"INSERT INTO todos (title, done, user_id) SELECT 'milk', 0, column1 FROM (VALUES %1)"_s.arg(
                owners));
        const auto source = open();

        QStringList found;
        for (const importer::SourceOwner &owner : source->owners()) {
            const QString id = QString::fromUtf8(owner.id);
            found.append(u"%1 %2"_s.arg(id).arg(owner.todos));
            const auto preview = importer::previewImport(*source, {.mapping = source->recognition().best(),
                                                                   .owners = {id},
                                                                   .now = QDateTime::currentDateTimeUtc()});
            QVERIFY2(preview, complaintOf(preview).constData());
            QCOMPARE(preview->total, owner.todos);
            QCOMPARE(preview->todos.size(), owner.todos);
        }
        QCOMPARE(found, people);
    }

    void shouldNotCountEventsAmongTheTodosOfPeople()
    {
        const auto object = [](const QString &kind) {
            return u"CAST('BEGIN:VCALENDAR\nBEGIN:%1\nSUMMARY:a\nEND:%1\nEND:VCALENDAR\n' AS BLOB)"_s.arg(
                kind);
        };
        SampleFile(path())
            .run(u"CREATE TABLE oc_calendars (id INTEGER PRIMARY KEY, principaluri TEXT, displayname TEXT); "
                 "INSERT INTO oc_calendars VALUES (1, 'principals/users/ana', 'Home'), (2, "
                 "'principals/users/jonas', 'Work'), (3, 'principals/users/mia', 'Trips'); CREATE TABLE "
                 "oc_calendarobjects (id INTEGER PRIMARY KEY, calendardata BLOB, uri TEXT, calendarid "
                 "INTEGER, "
                 "componenttype TEXT, uid TEXT, deleted_at INTEGER)"_s)
            .run(
                u"INSERT INTO oc_calendarobjects (calendardata, calendarid, componenttype) VALUES (%1, 1, "
                "'VTODO'), (%1, 1, 'VTODO'), (%1, 2, 'VTODO'), (%2, 2, 'VEVENT'), (%2, 2, 'VEVENT'), (%2, 3, "
                "'VEVENT')"_s.arg(object(u"VTODO"_s), object(u"VEVENT"_s)));

        const auto source = open();

        QStringList found;
        for (const importer::SourceOwner &owner : source->owners())
            found.append(u"%1 %2"_s.arg(owner.name).arg(owner.todos));
        QCOMPARE(found, (QStringList{u"ana 2"_s, u"jonas 1"_s}));
    }

    void shouldSayBesideATodoWhatWasRepaired()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT)"_s)
            .run(
                u"INSERT INTO todos VALUES (1, '', 0, NULL), (2, 'fine', 1, '2026-02-31'), (3, 'good', 0, '2026-03-01')"_s);
        const auto source = open();

        const ImportPreview preview = previewOf(*source, source->recognition().best());

        QCOMPARE(preview.todos.size(), 3);
        QCOMPARE(preview.todos.at(0).todo.title, u"(no title)"_s);
        QCOMPARE(preview.todos.at(0).repairs.constFirst().kind, importer::RepairKind::BlankTitle);
        QCOMPARE(preview.todos.at(1).repairs.constFirst().kind, importer::RepairKind::UnreadableTime);
        QCOMPARE(preview.todos.at(1).repairs.constFirst().todo, u"fine"_s);
        QVERIFY(!preview.todos.at(1).todo.due);
        QVERIFY(preview.todos.at(2).repairs.isEmpty());
        QCOMPARE(preview.todos.at(2).todo.due->date, QDate(2026, 3, 1));
    }

    void shouldKeepWhatAListWasLookedUpBy()
    {
        SampleFile(path()).run(u"CREATE TABLE category (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO "
                               u"category VALUES (7, 'Home'); "
                               "CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
                               "category_id INTEGER); INSERT "
                               "INTO todos VALUES (1, 'milk', 0, 99), (2, 'bread', 0, 7)"_s);
        const auto source = open();
        Mapping byHand = source->recognition().best();
        byHand.columns.remove(Target::List);
        const auto columns = importer::describeColumns(source->file(), byHand);
        QVERIFY2(columns, complaintOf(columns).constData());
        importer::assign(byHand, Mapping(byHand), columns->at(3), Target::List);

        for (const Mapping &mapping : {source->recognition().best(), byHand}) {
            const ImportPreview preview = previewOf(*source, mapping);

            QCOMPARE(preview.todos.at(0).repairs.size(), 1);
            QCOMPARE(preview.todos.at(0).repairs.constFirst().kind, importer::RepairKind::MissingList);
            QCOMPARE(preview.todos.at(0).repairs.constFirst().original, "99"_ba);
            QVERIFY(preview.todos.at(1).repairs.isEmpty());
        }
    }

    void shouldDescribeEveryColumnButSecrets()
    {
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, created_at INTEGER, "
                 "api_token TEXT, colour TEXT)"_s)
            .run(
                u"INSERT INTO tasks VALUES (1, 'a', 0, 1767225600, 'x', NULL), (2, 'b', 1, 1767225600, 'y', NULL)"_s);
        const auto source = open();

        const auto columns = importer::describeColumns(source->file(), source->recognition().best());

        QVERIFY2(columns, complaintOf(columns).constData());
        QStringList described;
        for (const SourceColumn &column : *columns)
            described.append(column.name + u": "_s + column.contents);
        QCOMPARE(described, (QStringList{u"id: 1 / 2"_s, u"title: a / b"_s, u"done: 0 / 1"_s,
                                         u"created_at: seconds since 1970"_s, u"colour: empty"_s}));
    }

    void shouldSayHowMostTimesOfAColumnAreWritten()
    {
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date)"_s)
            .run(u"INSERT INTO tasks VALUES (1, 'a', 0, '2026-01-12'), (2, 'b', 0, 'March 5, 2026'), "
                 "(3, 'c', 0, '2026-01-13'), (4, 'd', 0, NULL), (5, 'e', 0, '2026-01-14')"_s);
        const auto source = open();
        const Mapping mapping = source->recognition().best();

        const auto columns = importer::describeColumns(source->file(), mapping);
        importer::ImportReport report;
        report.mapping = mapping;

        QVERIFY2(columns, complaintOf(columns).constData());
        QCOMPARE(columnNamed(*columns, u"due_date"_s).contents, u"dates as text (75 %)"_s);
        const QJsonObject due = report.toJson().value("times"_L1).toObject().value("due"_L1).toObject();
        QCOMPARE(due.value("format"_L1).toString(), u"dates as text"_s);
        QCOMPARE(due.value("percent"_L1).toInt(), 75);
        QCOMPARE(previewOf(*source, mapping).todos.at(1).todo.due->date, QDate(2026, 3, 5));
    }

    void shouldGiveAColumnToAnotherTargetAndLeaveTheOldOneOut()
    {
        const auto source = openMemo();
        const Mapping recognised = source->recognition().best();
        const auto columns = importer::describeColumns(source->file(), recognised);
        QVERIFY(columns);
        const SourceColumn &memo = columnNamed(*columns, u"memo"_s);
        Mapping mapping = recognised;

        importer::assign(mapping, recognised, memo, Target::Title);

        QCOMPARE(importer::targetsOf(mapping, memo), QList{Target::Title});
        QVERIFY(mapping.leftOut.contains(u"title"_s));
        QVERIFY(!mapping.leftOut.contains(u"memo"_s));
        QCOMPARE(previewOf(*source, mapping).todos.constFirst().todo.title, u"take the big bag"_s);

        importer::assign(mapping, recognised, memo, std::nullopt);
        QVERIFY(!mapping.has(Target::Title));
        QVERIFY(mapping.leftOut.contains(u"memo"_s));

        importer::assign(mapping, recognised, columnNamed(*columns, u"title"_s), Target::Title);
        QCOMPARE(mapping.columns.value(Target::Title), recognised.columns.value(Target::Title));
    }

    void shouldLeaveOutBothColumnsOfWhatIsDueTogether()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date "
                 "TEXT, due_time TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Shop', 0, '2026-01-20', '09:30')"_s);
        const auto source = open();
        const Mapping recognised = source->recognition().best();
        const auto columns = importer::describeColumns(source->file(), recognised);
        QVERIFY(columns);
        for (const QString &name : {u"due_date"_s, u"due_time"_s}) {
            const SourceColumn &column = columnNamed(*columns, name);
            Mapping mapping = recognised;
            QCOMPARE(importer::targetsOf(mapping, column), QList{Target::Due});

            importer::assign(mapping, recognised, column, std::nullopt);

            QVERIFY(!mapping.has(Target::Due));
            QStringList leftOut = mapping.leftOut;
            leftOut.sort();
            QCOMPARE(leftOut, (QStringList{u"due_date"_s, u"due_time"_s}));

            importer::assign(mapping, recognised, column, Target::Due);

            QCOMPARE(mapping.columns.value(Target::Due), recognised.columns.value(Target::Due));
            QCOMPARE(mapping.leftOut, QStringList());
        }
        const auto byFile =
            importer::mappingFromFile(R"({"columns": {"due": null}})", source->file(), source->recognition());
        QVERIFY2(byFile, complaintOf(byFile).constData());
        QCOMPARE(byFile->leftOut, (QStringList{u"due_date"_s, u"due_time"_s}));
    }

    void shouldKnowByItsNameWhatAnotherColumnForTheStateMeans_data()
    {
        QTest::addColumn<QString>("recognised");
        QTest::addColumn<QString>("byHand");
        QTest::addColumn<bool>("meansOpen");
        QTest::newRow("a flag instead of words") << u"status"_s << u"is_active"_s << true;
        QTest::newRow("words instead of a flag") << u"is_active"_s << u"phase"_s << false;
    }
    void shouldKnowByItsNameWhatAnotherColumnForTheStateMeans()
    {
        QFETCH(const QString, recognised);
        QFETCH(const QString, byHand);
        QFETCH(const bool, meansOpen);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, %1, %2)"_s.arg(recognised, byHand))
            .run(u"INSERT INTO todos VALUES (1, 'milk', 0, 1)"_s);
        const auto source = open();
        const Mapping before = source->recognition().best();
        QCOMPARE(before.columns.value(Target::State).label, recognised);
        QCOMPARE(before.stateMeansOpen, !meansOpen);
        const auto columns = importer::describeColumns(source->file(), before);
        QVERIFY(columns);
        Mapping mapping = before;

        importer::assign(mapping, before, columnNamed(*columns, byHand), Target::State);

        QCOMPARE(mapping.stateMeansOpen, meansOpen);
        const auto byFile =
            importer::mappingFromFile(u"{\"columns\": {\"completed\": \"%1\"}}"_s.arg(byHand).toUtf8(),
                                      source->file(), source->recognition());
        QVERIFY2(byFile, complaintOf(byFile).constData());
        QCOMPARE(byFile->stateMeansOpen, meansOpen);

        importer::assign(mapping, before, columnNamed(*columns, recognised), Target::State);
        QCOMPARE(mapping.stateMeansOpen, !meansOpen);
    }

    void shouldSayWhatDoubtfulStatesAreTakenFor_data()
    {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QStringList>("states");
        const auto row = [](const char *name, const QString &values, const QStringList &states) {
            QTest::newRow(name) << values << states;
        };
        row("numbers", u"(0), (1), (2), (1)"_s, {u"0: open"_s, u"1: done"_s, u"2: done"_s});
        row("words", u"('Open'), ('parked'), ('Parked'), (' done '), (NULL), ('')"_s,
            {u"Open: open"_s, u"done: done"_s, u"parked: open"_s});
        row("capitals with accents", u"('GEPRÜFT'), ('Open'), ('geprüft'), ('done')"_s,
            {u"GEPRÜFT: open"_s, u"Open: open"_s, u"done: done"_s});
        row("plain numbers", u"(0), (1)"_s, {});
        row("plain words", u"('todo'), ('done'), ('cancelled')"_s, {});
        row("too many",
            u"('a'), ('b'), ('c'), ('d'), ('e'), ('f'), ('g'), ('h'), ('i'), ('done'), ('done'), "
            "('done'), ('done'), ('done'), ('done'), ('done'), ('done'), ('done'), ('done')"_s,
            {});
    }
    void shouldSayWhatDoubtfulStatesAreTakenFor()
    {
        QFETCH(const QString, values);
        QFETCH(const QStringList, states);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT DEFAULT 'milk', status)"_s)
            .run(u"INSERT INTO todos (status) VALUES %1"_s.arg(values));
        const auto source = open();
        const Mapping recognised = source->recognition().best();
        QCOMPARE(recognised.columns.value(Target::State).label, u"status"_s);

        const ImportPreview preview = previewOf(*source, recognised);

        QStringList said;
        for (const importer::StateMeaning &state : preview.states)
            said.append(QString::fromUtf8(state.value) +
                        (state.kind == importer::StateValue::Kind::Open ? u": open"_s : u": done"_s));
        QCOMPARE(said, states);
    }

    void shouldOfferLessLikelyTablesBehindTheOthers()
    {
        SampleFile(path()).run(
            u"CREATE TABLE reminders (id INTEGER PRIMARY KEY, text TEXT, remind_at TEXT); INSERT INTO "
            "reminders VALUES (1, 'water the plants', '2026-01-20'), (2, 'call grandma', '2026-01-21');"
            "CREATE TABLE unused (id INTEGER PRIMARY KEY, text TEXT);"
            "CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos VALUES "
            "(1, 'milk', 0)"_s);
        const auto source = open();
        const importer::Recognition &found = source->recognition();

        QVERIFY(!found.isGuess);
        QCOMPARE(found.mappings.size(), 2);
        QCOMPARE(found.best().table, u"todos"_s);
        QVERIFY(!found.mappings.at(0).isGuess);
        QCOMPARE(found.mappings.at(1).mapping.table, u"reminders"_s);
        QVERIFY(found.mappings.at(1).isGuess);
        QVERIFY(found.mappings.at(1).mapping.remarks.constFirst().startsWith(u"Nothing in this table"_s));
    }

    void shouldLookForParentsAndTagsByAnIndexThatTheFileLacks()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, code TEXT, parent TEXT); "
            "INSERT INTO todos VALUES (1, 'trip', 0, 'a', NULL), (2, 'pack', 0, 'b', 'a'), (3, 'own', 0, "
            "'c', "
            "'c'), (4, 'alone', 0, 'd', 'z');"
            "CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO tags VALUES (1, 'shop'), (2, "
            "'soon'); CREATE TABLE todo_tags (todo_id INTEGER REFERENCES todos (id), tag_id INTEGER "
            "REFERENCES tags (id)); INSERT INTO todo_tags VALUES (2, 1), (2, 2), (1, 2)"_s);
        const QByteArray before = tests::readAll(path());
        const auto source = open();
        const auto mapping = importer::mappingFromFile(R"({"columns": {"id": "code"}})", source->file(),
                                                       source->recognition());
        QVERIFY2(mapping, complaintOf(mapping).constData());

        const ImportPreview preview = previewOf(*source, *mapping);

        const auto todo = [&preview](qsizetype at) { return preview.todos.at(at).todo; };
        QCOMPARE(todo(1).parent, todo(0).id);
        QCOMPARE(todo(1).tags.size(), 2);
        QCOMPARE(todo(0).tags.size(), 1);
        QVERIFY(!todo(2).parent && !todo(3).parent);
        QVERIFY(todo(2).tags.isEmpty());
        QStringList plan;
        auto rows = source->file().query("EXPLAIN QUERY PLAN "_L1 + importer::selectOf(*mapping, {}));
        QVERIFY2(rows, complaintOf(rows).constData());
        QVERIFY(rows->forEach([&plan](const importer::RowCursor &row) {
            plan.append(QString::fromUtf8(row.value(3).toText()));
        }));
        QVERIFY2(plan.filter(u"SCAN"_s).size() == 1, qPrintable(plan.join(u'\n'))); // the todos themselves
        QCOMPARE(tests::readAll(source->snapshot().file()), before); // nor is the copy another one
    }

    void shouldKnowTheFrameworkOfATableThatAMappingNames()
    {
        SampleFile(path()).run(
            u"CREATE TABLE failed_jobs (id INTEGER PRIMARY KEY); CREATE TABLE jobs (id INTEGER PRIMARY KEY, "
            "title TEXT, done INTEGER, due_date TEXT); INSERT INTO jobs VALUES (1, 'paint the fence', 0, "
            "'2026-01-20 09:00:00'); CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); "
            "INSERT INTO todos VALUES (1, 'milk', 0)"_s);
        const auto source = open();

        const auto jobs =
            importer::mappingFromFile(R"({"table": "jobs"})", source->file(), source->recognition());

        QVERIFY2(jobs, complaintOf(jobs).constData());
        QCOMPARE(jobs->kind, u"laravel"_s);
        QVERIFY(jobs->plansAreMoments); // nine o'clock of UTC
    }

    void shouldTakeAnyTableThatAMappingNames()
    {
        SampleFile(path()).run(
            u"CREATE TABLE jobs (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO jobs VALUES "
            "(1, 'paint the fence', 0); CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done "
            "INTEGER); INSERT INTO todos VALUES (1, 'milk', 0)"_s);
        const auto source = open();
        QCOMPARE(source->recognition().mappings.size(), 1); // jobs are mostly those of a server

        const auto jobs =
            importer::mappingFromFile(R"({"table": "Jobs"})", source->file(), source->recognition());
        const auto none =
            importer::mappingFromFile(R"({"table": "job"})", source->file(), source->recognition());

        QVERIFY2(jobs, complaintOf(jobs).constData());
        QCOMPARE(previewOf(*source, *jobs).todos.constFirst().todo.title, u"paint the fence"_s);
        QVERIFY(!none);
        QCOMPARE(none.error().sentence, u"There is no table “job” in that file."_s);
    }

    void shouldRefuseAMappingThatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("mapping");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *mapping, const QString &complaint) {
            QTest::newRow(mapping) << QByteArray(mapping) << complaint;
        };
        row(R"({"column": {"title": "memo"}})",
            u"The mapping says “column”, which is nothing that can be said; there are table, columns, "
            "priorities, states, completed_means_open, month_first, midnights_are_days, due_times_in_zone, rest_to_notes."_s);
        row(R"({"columns": ["memo"]})", u"In the mapping “columns” has to be an object in braces."_s);
        row(R"({"month_first": "yes"})", u"In the mapping “month_first” has to be true or false."_s);
        row(R"({"table": 1})", u"In the mapping “table” has to be a text in quotation marks."_s);
        row(R"({"columns": {"notes": 3}})",
            u"What becomes “notes” has to be the name of a column in quotation marks, or null."_s);
        row(R"({"columns": {"headline": "memo"}})", u"“headline” is nothing that a column can become."_s);
        row(R"({"columns": {"title": "memoo"}})",
            u"The table “todos” has no column “memoo”; it has id, title, memo, done, colour."_s);
        for (const char *priority : {"7", "-1", "2.5", "\"purple\"", "true"})
            row(QByteArray(R"({"priorities": {"1": )" + QByteArray(priority) + "}}").constData(),
                u"“%1” is no priority; there are 0 (none), 1 (low), 2 (medium) and 3 (high)."_s.arg(
                    QString::fromUtf8(QByteArray(priority).replace('"', ""))));
    }
    void shouldRefuseAMappingThatItDoesNotUnderstand()
    {
        QFETCH(const QByteArray, mapping);
        QFETCH(const QString, complaint);
        const auto source = openMemo();

        const auto read = importer::mappingFromFile(mapping, source->file(), source->recognition());

        QVERIFY(!read);
        QCOMPARE(read.error().sentence, complaint);
    }

    void shouldTakePrioritiesForWhatAMappingSays()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, priority)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'a', 0, 1), (2, 'b', 0, 2), (3, 'c', 0, 3), (4, 'd', 0, "
                 "'Someday'), (5, 'e', 0, 'high'), (6, 'f', 0, 'SPÄTER')"_s);
        const auto source = open();

        const auto mapping = importer::mappingFromFile(
            R"({"priorities": {"1": 3, "3": "low", "someday": "medium", "Später": "low"}})", source->file(),
            source->recognition());

        QVERIFY2(mapping, complaintOf(mapping).constData());
        QList<domain::Priority> priorities;
        for (const importer::PreviewTodo &each : previewOf(*source, *mapping).todos)
            priorities.append(each.todo.priority);
        using enum domain::Priority;
        QCOMPARE(priorities, (QList{High, Medium, Low, Medium, High, Low}));
        importer::ImportReport report;
        report.mapping = *mapping;
        QCOMPARE(report.remarks(), QStringList()); // nothing was assumed
    }

    void shouldFollowAReferenceThatIsMappedByHand()
    {
        SampleFile(path())
            .run(
                u"CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO groups VALUES (7, "
                u"'Garden');"
                "CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, group_id INTEGER REFERENCES groups(id))"_s)
            .run(u"INSERT INTO tasks VALUES (1, 'Weed', 0, 7)"_s);
        const auto source = open();
        const Mapping recognised = source->recognition().best();
        const auto columns = importer::describeColumns(source->file(), recognised);
        QVERIFY(columns);
        Mapping mapping = recognised;
        mapping.columns.remove(Target::List);

        importer::assign(mapping, recognised, columnNamed(*columns, u"group_id"_s), Target::List);

        QCOMPARE(previewOf(*source, mapping).lists.constFirst().name, u"Garden"_s);
    }

    void shouldAppendWhatIsLeftOutToTheNotes()
    {
        const auto source = openMemo();
        Mapping mapping = source->recognition().best();
        QVERIFY2(mapping.leftOut.contains(u"colour"_s), qPrintable(mapping.leftOut.join(u',')));
        mapping.leftOutGoesToNotes = true;

        const ImportPreview preview = previewOf(*source, mapping);

        QVERIFY2(preview.todos.at(0).todo.notes.endsWith(u"colour: red"_s),
                 qPrintable(preview.todos.at(0).todo.notes));
        QVERIFY(!preview.todos.at(1).todo.notes.contains(u"colour"_s)); // it has none
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"old.db"_s); }
    std::unique_ptr<ImportSource> open()
    {
        auto source = ImportSource::open(path(), m_copies.path(), ImportSource::Damage::Refused, {});
        if (!source)
            qFatal("%s", complaintOf(source).constData());
        return std::move(*source);
    }
    std::unique_ptr<ImportSource> openMemo()
    {
        SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, memo TEXT, done INTEGER, colour TEXT)"_s)
            .run(
                u"INSERT INTO todos VALUES (1, 'Shop', 'take the big bag', 0, 'red'), (2, 'Cook', 'rice', 1, NULL)"_s);
        return open();
    }
    static ImportPreview previewOf(ImportSource &source, const Mapping &mapping)
    {
        const auto preview =
            importer::previewImport(source, {.mapping = mapping, .now = QDateTime::currentDateTimeUtc()});
        if (!preview)
            qFatal("%s", complaintOf(preview).constData());
        return *preview;
    }
    static const SourceColumn &columnNamed(const QList<SourceColumn> &columns, const QString &name)
    {
        return *std::ranges::find(columns, name, &SourceColumn::name);
    }

    void prepare() override { QFile::remove(path()); }

    QTemporaryDir m_folder;
    QTemporaryDir m_copies;
};

QTEST_GUILESS_MAIN(TestImportPreview)

#include "tst_importpreview.moc"
