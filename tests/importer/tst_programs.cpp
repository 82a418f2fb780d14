// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reading.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"

#include <QTemporaryDir>
#include <QTimeZone>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::Target;
using tests::Reading;
using tests::SampleFile;

using Repairs = QMap<QString, qint64>;

// What is peculiar to the files of single programs.
class TestPrograms final : public tests::TestCase
{
    Q_OBJECT

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldKeepTheOrderOfTheListInVikunja()
    {
        vikunja(u"project_id INTEGER"_s)
            .run(u"CREATE TABLE project_views (id INTEGER PRIMARY KEY, title TEXT, project_id INTEGER, "
                 "view_kind INTEGER, position REAL); CREATE TABLE task_positions (task_id INTEGER, "
                 "project_view_id INTEGER, position REAL); CREATE TABLE projects (id INTEGER PRIMARY "
                 "KEY, title TEXT); INSERT INTO projects VALUES (7, 'Home'); INSERT INTO "
                 "project_views VALUES (1, 'List', 7, 0, 100), (2, 'Kanban', 7, 3, 50), (3, 'Other', "
                 "8, 0, 10)"_s)
            .run(u"INSERT INTO tasks (id, title, done, project_id) VALUES (1, 'third', 0, 7), (2, "
                 "'first', 0, 7), (3, 'second', 0, 7), (4, 'never moved', 0, 7);INSERT INTO "
                 "task_positions VALUES (1, 1, 300.5), (2, 1, 1), (3, 1, 20), (1, 2, 1), (3, 2, 2), "
                 "(2, 2, 3), (1, 3, 0)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, (QStringList{u"first | list_id: Home"_s, u"second | list_id: Home"_s,
                                             u"third | list_id: Home"_s, u"never moved | list_id: Home"_s}));
        QVERIFY(!reading.mapping.leftOut.contains(u"project_id"_s));
    }

    void shouldKnowTheListsAndTheOrderOfOlderVikunjas()
    {
        vikunja(u"list_id INTEGER, position REAL"_s)
            .run(u"CREATE TABLE lists (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO lists VALUES "
                 "(7, 'Home'); INSERT INTO tasks (id, title, done, list_id, position) VALUES (1, "
                 "'second', 0, 7, 2), (2, 'first', 0, 7, 1)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"first | list_id: Home"_s, u"second | list_id: Home"_s}));
    }

    void shouldTakeWhatIsDueInVikunjaForMoments_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("due");
        QTest::addRow("of a server that knows UTC only")
            << QByteArray("UTC") << u"due: 2026-01-20 10:30:00 Europe/Berlin | start: 2026-01-12"_s;
        QTest::addRow("of a server in the same zone")
            << QByteArray("Europe/Berlin")
            << u"due: 2026-01-20 09:30:00 Europe/Berlin | start: 2026-01-11 23:00:00 Europe/Berlin"_s;
    }
    void shouldTakeWhatIsDueInVikunjaForMoments()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, due);
        vikunja(u"due_date DATETIME, start_date DATETIME"_s)
            .run(u"INSERT INTO tasks (id, title, done, due_date, start_date) VALUES (1, 'milk', 0, "
                 "'2026-01-20 09:30:00', '2026-01-11 23:00:00')"_s);

        const Reading reading =
            tests::readFile(path(), importer::SqliteFile::Damage::Refused,
                            {.zone = QTimeZone(zone), .displayZone = QTimeZone("Europe/Berlin")});

        QCOMPARE(reading.todos, QStringList{u"milk | "_s + due});
    }

    void shouldReadHowOftenTodosOfVikunjaRepeat_data()
    {
        QTest::addColumn<QString>("values"); // repeat_after, repeat_mode
        QTest::addColumn<QString>("repeat");
        QTest::addRow("never") << u"0, 0"_s << QString();
        QTest::addRow("daily") << u"86400, 0"_s << u" | repeat: FREQ=DAILY"_s;
        QTest::addRow("every three days") << u"259200, 0"_s << u" | repeat: FREQ=DAILY;INTERVAL=3"_s;
        QTest::addRow("every two weeks") << u"1209600, 0"_s << u" | repeat: FREQ=WEEKLY;INTERVAL=2"_s;
        QTest::addRow("every five hours") << u"18000, 0"_s << u" | repeat: FREQ=HOURLY;INTERVAL=5"_s;
        QTest::addRow("every ten minutes") << u"600, 0"_s << u" | repeat: FREQ=SECONDLY;INTERVAL=600"_s;
        QTest::addRow("monthly") << u"0, 1"_s << u" | repeat: FREQ=MONTHLY"_s;
    }
    void shouldReadHowOftenTodosOfVikunjaRepeat()
    {
        QFETCH(const QString, values);
        QFETCH(const QString, repeat);
        vikunja(u"repeat_after INTEGER, repeat_mode INTEGER"_s)
            .run(u"INSERT INTO tasks (id, title, done, repeat_after, repeat_mode) VALUES (1, 'milk', 0, %1)"_s
                     .arg(values));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"milk"_s + repeat});
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldPutASubtaskOfSeveralTasksOfVikunjaBelowTheOldest()
    {
        vikunja(u"project_id INTEGER"_s)
            .run(
                u"INSERT INTO tasks (id, title, done) VALUES (1, 'trip', 0), (2, 'shopping', 0), (3, 'milk', "
                "0); INSERT INTO task_relations (task_id, other_task_id, relation_kind) VALUES (2, 3, "
                "'subtask'), (3, 2, 'parenttask'), (1, 3, 'subtask'), (3, 1, 'parenttask')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"trip"_s, u"shopping"_s, u"milk | parent_id: trip"_s}));
        QVERIFY(reading.mapping.remarks.join(u' ').contains("subtask of several tasks"_L1));
    }

    void shouldKeepWhatIsTickedOffInNotesOfVikunja()
    {
        vikunja(u"description TEXT"_s)
            .run(u"INSERT INTO tasks (id, title, done, description) VALUES (1, 'shopping', 0, '<ul "
                 "data-type=\"taskList\"><li data-checked=\"true\" data-type=\"taskItem\">milk</li><li "
                 "data-checked=\"false\" data-type=\"taskItem\">bread</li></ul>')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"shopping | notes: - [x] milk\n- [ ] bread"_s});
    }

    void shouldSayThatAPictureInNotesOfVikunjaIsNotTaken()
    {
        vikunja(u"description TEXT"_s)
            .run(u"INSERT INTO tasks (id, title, done, description) VALUES (1, 'milk', 0, '<p>this one: <img "
                 "src=\"data:image/png;base64,iVBORw0KGgo=\"></p>'), (2, 'bread', 0, '<p><img "
                 "src=\"/a.png\"></p>')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk | notes: this one:"_s, u"bread | notes: ![](/a.png)"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"bytes_left_out"_s, 1}}));
    }

    void shouldKeepTheOrderOfTasksOrg()
    {
        // Seconds since 2001; a task that was never moved has those of its creation.
        tasksOrg(u"\"order\" INTEGER, created INTEGER"_s)
            .run(u"INSERT INTO tasks (_id, title, importance, hideUntil, \"order\", created) VALUES "
                 "(1, 'third', 3, 0, 800000300, 1768212000000), (2, 'second', 3, 0, NULL, "
                 "978307200000 + 800000200000), (3, 'first', 3, 0, 5, 1768212000000)"_s);

        const Reading reading = tests::readFile(path());

        QStringList titles;
        for (const QString &todo : reading.todos)
            titles.append(todo.section(u" | "_s, 0, 0));
        QCOMPARE(titles, (QStringList{u"first"_s, u"second"_s, u"third"_s}));
        QVERIFY(!reading.mapping.leftOut.contains(u"order"_s));
    }

    void shouldTakeTheListToWhichATaskOfTasksOrgWasMoved()
    {
        tasksOrg({}).run(
            u"INSERT INTO caldav_lists VALUES ('a', 'Former'), ('b', 'Home'); INSERT INTO "
            "caldav_tasks VALUES (1, 'a', 1768212000000), (1, 'b', 0), (2, 'a', 1768212000000); "
            "INSERT INTO tasks (_id, title, importance, hideUntil) VALUES (1, 'milk', 3, 0), (2, "
            "'bread', 3, 0)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk | list_id: Home"_s, u"bread | list_id: Former"_s}));
    }

    void shouldReadDaysAndTimesOfTasksOrg_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addRow("west") << QByteArray("America/New_York");
        QTest::addRow("here") << QByteArray("UTC");
        QTest::addRow("east") << QByteArray("Europe/Berlin");
        QTest::addRow("far east") << QByteArray("Pacific/Auckland");
    }
    void shouldReadDaysAndTimesOfTasksOrg()
    {
        // A day is noon where something is due, and midnight where it starts; a second says that there is a
        // time.
        QFETCH(const QByteArray, zone);
        const auto at = [&zone](const QTime &time) {
            return QString::number(QDateTime(QDate(2026, 1, 20), time, QTimeZone(zone)).toMSecsSinceEpoch());
        };
        tasksOrg(u"dueDate INTEGER"_s)
            .run(u"INSERT INTO tasks (_id, title, importance, dueDate, hideUntil) VALUES (1, 'days', "
                 "3, %1, %2), (2, 'times', 3, %3, %4)"_s.arg(at({12, 0}), at({0, 0}), at({9, 30, 1}),
                                                             at({0, 0, 1})));

        const Reading reading =
            tests::readFile(path(), importer::SqliteFile::Damage::Refused, {.displayZone = QTimeZone(zone)});

        const QString name = QString::fromLatin1(zone);
        QCOMPARE(reading.todos,
                 (QStringList{
                     u"days | due: 2026-01-20 | start: 2026-01-20"_s,
                     u"times | due: 2026-01-20 09:30:00 %1 | start: 2026-01-20 00:00:00 %1"_s.arg(name)}));
    }

    void shouldReadDatesAndTagsOfQOwnNotes_data()
    {
        QTest::addColumn<QByteArray>("calendar");
        QTest::addColumn<QString>("columns"); // has_dirty_data, alarm_date, tags
        QTest::addColumn<QString>("todo");
        const auto row = [](const char *name, const QByteArray &lines, const QString &columns,
                            const QString &todo) {
            const QByteArray calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTODO\nUID:a\nSUMMARY:milk\n" +
                                        lines +
                                        "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Reminder\nTRIGGER;VALUE="
                                        "DATE-TIME:20260101T000000Z\nEND:VALARM\nEND:VTODO\nEND:VCALENDAR\n";
            QTest::newRow(name) << calendar << columns << todo;
        };
        row("a day, which is no alarm", "DUE;VALUE=DATE:20260120\nCATEGORIES:home,one\\, two\n",
            u"0, NULL, NULL"_s, u"milk | due: 2026-01-20 | tags: home,one, two"_s);
        row("a time", "DUE:20260120T093000\nDTSTART;VALUE=DATE:20260112\nRRULE:FREQ=WEEKLY\n",
            u"0, '2026-01-20T09:30:00.000', 'home'"_s,
            u"milk | due: 2026-01-20 09:30:00 UTC | start: 2026-01-12 | repeat: FREQ=WEEKLY | tags: home"_s);
        row("a time in a zone", "DUE;TZID=Europe/Berlin:20260120T093000\n", u"0, NULL, ''"_s,
            u"milk | due: 2026-01-20 09:30:00 Europe/Berlin"_s);
        row("changed and not sent yet", "DUE:20260120T093000\nCATEGORIES:old\n",
            u"1, '2026-02-01T08:00:00.000', 'new,soon'"_s,
            u"milk | due: 2026-02-01 08:00:00 UTC | tags: new,soon"_s);
        row("one category with a comma", "CATEGORIES:Home\\, garden\n", u"0, NULL, ''"_s,
            u"milk | tags: Home, garden"_s);
        row("nothing", "", u"0, NULL, ''"_s, u"milk"_s);
    }
    void shouldReadDatesAndTagsOfQOwnNotes()
    {
        QFETCH(const QByteArray, calendar);
        QFETCH(const QString, columns);
        QFETCH(const QString, todo);
        SampleFile(path())
            .run(u"CREATE TABLE calendarItem (id INTEGER PRIMARY KEY, summary VARCHAR(255), url "
                 "VARCHAR(255), description TEXT, has_dirty_data INTEGER DEFAULT 0, completed INTEGER "
                 "DEFAULT 0, priority INTEGER, calendar VARCHAR(255), uid VARCHAR(255), ics_data "
                 "TEXT, alarm_date DATETIME, tags VARCHAR(512))"_s)
            .insert(u"INSERT INTO calendarItem (summary, uid, has_dirty_data, alarm_date, tags, ics_data) "
                    "VALUES ('milk', 'a', %1, ?)"_s.arg(columns),
                    {calendar});

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"qownnotes"_s);
        QCOMPARE(reading.todos, QStringList{todo});
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldKeepATagWithACommaWholeAlsoAlone()
    {
        vikunja(u"project_id INTEGER"_s)
            .run(u"INSERT INTO labels VALUES (1, 'Home, garden'), (2, 'a;b'); INSERT INTO label_tasks VALUES "
                 "(1, 1, 1), (2, 2, 1), (3, 2, 2); INSERT INTO tasks (id, title, done) VALUES (1, 'seeds', "
                 "0), (2, 'bread', 0), (3, 'milk', 0)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"seeds | tags: Home, garden"_s,
                                             u"bread | tags: Home, garden,a;b"_s, u"milk"_s}));
    }

    void shouldReadThings()
    {
        // 132464128 is 2021-03-28.
        things(u"startDate INTEGER, deadline INTEGER, heading TEXT, rt1_recurrenceRule BLOB, "
               "rt1_repeatingTemplate TEXT"_s)
            .run(u"INSERT INTO TMArea VALUES ('a', 'Garden'); INSERT INTO TMTag VALUES ('t', 'soon'); "
                 "INSERT INTO TMTaskTag VALUES ('1', 't'); INSERT INTO TMChecklistItem VALUES ('c2', "
                 "'bags', 0, '1', 2), ('c1', 'money', 3, '1', 1);INSERT INTO TMTask (uuid, type, "
                 "status, trashed, title, notes, \"index\", project, area, heading, startDate, "
                 "deadline, creationDate, stopDate) VALUES ('p', 1, 0, 0, 'Home', '', 0, NULL, NULL, "
                 "NULL, NULL, NULL, 1768212000.5, NULL), ('h', 2, 0, 0, 'A heading', '', 0, 'p', "
                 "NULL, NULL, NULL, NULL, 1768212000.5, NULL), ('1', 0, 0, 0, 'milk', 'two', 2, NULL, "
                 "NULL, 'h', 132464128, 132464128 + 128, 1768212000.5, NULL), ('2', 0, 3, 0, 'bread', "
                 "'', 1, 'p', NULL, NULL, NULL, NULL, 1768212000.5, 1768298400.25), ('3', 0, 0, 1, "
                 "'gone', '', 4, NULL, 'a', NULL, NULL, NULL, 1768212000.5, NULL), ('4', 0, 2, 0, "
                 "'given up', '', 3, NULL, 'a', NULL, NULL, NULL, 1768212000.5, 1768298400.25)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"things"_s);
        QCOMPARE(reading.todos,
                 (QStringList{
                     u"bread | list_id: Home | completed_at: 2026-01-13 10:00:00.25+00 | created_at: "
                     "2026-01-12 10:00:00.5+00"_s,
                     u"milk | notes: two\n- [x] money\n- [ ] bags | list_id: Home | due: 2021-03-29 | "
                     "start: 2021-03-28 | created_at: 2026-01-12 10:00:00.5+00 | tags: soon"_s,
                     u"given up | list_id: Garden | completed_at: 2026-01-13 10:00:00.25+00 | created_at: "
                     "2026-01-12 10:00:00.5+00"_s,
                     u"gone | list_id: Garden | deleted_at: 2026-01-12 10:00:00.5+00 | created_at: "
                     "2026-01-12 10:00:00.5+00"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"cancelled"_s, 1}}));
    }

    void shouldReadOlderThings()
    {
        things(u"startDate REAL, dueDate REAL, actionGroup TEXT"_s)
            .run(u"INSERT INTO TMTask (uuid, type, status, trashed, title, startDate, dueDate) VALUES "
                 "('1', 0, 0, 0, 'milk', 1768176000.0, 1768867200.0), ('2', 0, 0, 0, 'bread', NULL, "
                 "NULL)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk | due: 2026-01-20 | start: 2026-01-12"_s, u"bread"_s}));
    }

    void shouldTakeWhatRepeatsInThingsOnce()
    {
        // For none templates have a day in 1953.
        things(u"startDate INTEGER, deadline INTEGER, heading TEXT, rt1_recurrenceRule BLOB, "
               "rt1_repeatingTemplate TEXT"_s)
            .run(u"INSERT INTO TMTask (uuid, type, status, trashed, title, deadline, "
                 "rt1_recurrenceRule, rt1_repeatingTemplate) VALUES ('1', 0, 0, 0, 'rent', (1953 << "
                 "16) | (5 << 12) | (1 << 7), x'00', NULL), ('2', 0, 3, 0, 'rent', NULL, NULL, '1'), "
                 "('3', 0, 0, 0, 'rent', 132464128, NULL, '1'), ('4', 0, 0, 0, 'tax', (1953 << 16) | "
                 "(5 << 12) | (1 << 7), x'00', NULL)"_s);

        const Reading reading = tests::readFile(path());

        QStringList ids;
        for (const importer::TodoRow &row : reading.rows)
            ids.append(QString::fromLatin1(row.sourceId));
        QCOMPARE(ids, (QStringList{u"2"_s, u"3"_s, u"4"_s}));
        QCOMPARE(reading.todos.constLast(), u"tax"_s);
    }

    void shouldReadTheCacheOfEvolution()
    {
        const auto object = [](const QByteArray &lines) {
            return QByteArray("BEGIN:VTODO\r\n" + lines + "END:VTODO\r\n");
        };
        SampleFile file(path());
        file.run(u"CREATE TABLE ECacheObjects (ECacheUID TEXT PRIMARY KEY, ECacheREV TEXT, ECacheOBJ TEXT, "
                 "ECacheState INTEGER, occur_start TEXT, due TEXT, completed TEXT, summary TEXT, comment "
                 "TEXT, description TEXT, priority INTEGER, percent_complete INTEGER, categories TEXT, "
                 "has_recurrences INTEGER); CREATE TABLE ECacheKeys (key TEXT PRIMARY KEY, value TEXT)"_s);
        const QString insert =
            u"INSERT INTO ECacheObjects (ECacheUID, ECacheOBJ, ECacheState, summary, due) VALUES (?, "
            "?, CAST(? AS INTEGER), ?, '20260120000000')"_s;
        file.insert(insert,
                    {"a",
                     object("UID:a\r\nSUMMARY:Größer, Émile\\nzwei\r\nDESCRIPTION:two\\, "
                            "three\r\nDUE;VALUE=DATE:20260120\r\nPRIORITY:1\r\nCATEGORIES:home,"
                            "soon\r\nCATEGORIES:far\r\nCREATED:20260112T100000Z\r\nRRULE:FREQ=DAILY\r\n"),
                     "0", "grosser, emile"});
        file.insert(insert, {"b",
                             object("UID:b\r\nSUMMARY:bread\r\nSTATUS:COMPLETED\r\nCOMPLETED:"
                                    "20260113T100000Z\r\nRELATED-TO:a\r\n"),
                             "0", "bread"});
        file.insert(insert,
                    {"c", object("UID:c\r\nSUMMARY:Gone\r\nCREATED:20260112T100000Z\r\n"), "4", "gone"});
        file.insert(insert, {"d", "BEGIN:VEVENT\r\nUID:d\r\nSUMMARY:Party\r\nEND:VEVENT\r\n", "0", "party"});

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"evolution"_s);
        QCOMPARE(reading.todos,
                 (QStringList{
                     u"Größer, Émile zwei | notes: two, three | priority: 3 | due: 2026-01-20 | repeat: "
                     "FREQ=DAILY | created_at: 2026-01-12 10:00:00+00 | tags: far,home,soon"_s,
                     u"bread | parent_id: Größer, Émile zwei | completed_at: 2026-01-13 10:00:00+00"_s,
                     u"Gone | deleted_at: 2026-01-12 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s}));
        // The columns say the same once more.
        QCOMPARE(reading.mapping.leftOut, (QStringList{u"LOCATION"_s, u"URL"_s, u"COMMENT"_s, u"CONTACT"_s}));
    }

    void shouldReadTodosOfNextcloud()
    {
        SampleFile file(path());
        file.run(u"CREATE TABLE oc_calendars (id INTEGER PRIMARY KEY, principaluri TEXT, displayname "
                 "TEXT); INSERT INTO oc_calendars VALUES (1, 'principals/users/ana', 'Home'), (2, "
                 "'principals/users/jonas', 'Work'); "
                 "CREATE TABLE oc_calendarobjects (id INTEGER PRIMARY KEY, calendardata BLOB, uri "
                 "TEXT, calendarid "
                 "INTEGER, componenttype TEXT, uid TEXT, deleted_at INTEGER)"_s);
        const QString insert = u"INSERT INTO oc_calendarobjects (calendardata, calendarid, "
                               "componenttype, uid, "
                               "deleted_at) VALUES (CAST(? AS BLOB), CAST(? AS INTEGER), ?, ?, "
                               "nullif(CAST(? AS "
                               "INTEGER), 0))"_s;
        const auto object = [](const QByteArray &lines) {
            return QByteArray("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\n" + lines +
                              "END:VTODO\r\nEND:VCALENDAR\r\n");
        };
        file.insert(insert,
                    {object("UID:a\r\nSUMMARY:milk\r\nDUE:20260120T093000Z\r\n"), "1", "VTODO", "a", "0"});
        file.insert(insert, {object("UID:b\r\nSUMMARY:bread\r\nRELATED-TO:a\r\nPERCENT-COMPLETE:100\r\n"),
                             "1", "VTODO", "b", "1768212000"});
        file.insert(insert, {object("UID:a\r\nSUMMARY:same uid\r\n"), "2", "VTODO", "a", "0"});
        file.insert(insert, {"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "1", "VEVENT", "c", "0"});

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"nextcloud"_s);
        QCOMPARE(reading.todos,
                 (QStringList{u"milk | list_id: Home | due: 2026-01-20 09:30:00 UTC"_s,
                              u"bread | list_id: Home | parent_id: milk | deleted_at: 2026-01-12 "
                              "10:00:00+00"_s,
                              u"same uid | list_id: Work"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldKeepTheOrderOfNextcloud()
    {
        SampleFile file(path());
        file.run(u"CREATE TABLE oc_calendarobjects (id INTEGER PRIMARY KEY, calendardata BLOB, "
                 "componenttype TEXT)"_s);
        // A todo that was never moved is where it was made: 788918400 seconds after the first day of 2001.
        for (const QByteArray &lines : {"SUMMARY:third\r\nX-APPLE-SORT-ORDER:788918401\r\n"_ba,
                                        "SUMMARY:second\r\nCREATED:20260101T000000Z\r\n"_ba,
                                        "SUMMARY:first\r\nX-APPLE-SORT-ORDER:9\r\n"_ba})
            file.insert(u"INSERT INTO oc_calendarobjects (calendardata, componenttype) VALUES (CAST(? AS "
                        "BLOB), 'VTODO')"_s,
                        {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\n" + lines +
                         "END:VTODO\r\nEND:VCALENDAR\r\n"});

        const Reading reading = tests::readFile(path());

        QStringList titles;
        for (const QString &todo : reading.todos)
            titles.append(todo.section(u" | "_s, 0, 0));
        QCOMPARE(titles, (QStringList{u"first"_s, u"second"_s, u"third"_s}));
    }

    void shouldReadTodosOfJoplinAndLeaveItsNotes()
    {
        SampleFile(path()).run(
            u"CREATE TABLE folders (id TEXT PRIMARY KEY, title TEXT); INSERT INTO folders VALUES "
            "('f', 'Home'); CREATE "
            "TABLE tags (id TEXT PRIMARY KEY, title TEXT); INSERT INTO tags VALUES ('t', 'soon'); "
            "CREATE TABLE note_tags "
            "(id TEXT, note_id TEXT, tag_id TEXT); INSERT INTO note_tags VALUES ('x', 'b', 't'); "
            "CREATE TABLE notes (id "
            "TEXT PRIMARY KEY, parent_id TEXT, title TEXT, body TEXT, created_time INT, updated_time "
            "INT, is_todo INT, "
            "todo_due INT, todo_completed INT, \"order\" NUMERIC, encryption_applied INT, deleted_time INT);"
            "INSERT INTO notes VALUES ('a', 'f', 'bread', '', 1768212000000, 1768212000000, 1, 0, "
            "1768298400000, 5, 0, "
            "0), ('b', 'f', 'milk', 'two', 1768212000000, 1768212000000, 1, 1768901400000, 0, 9, 0, "
            "0), ('c', 'f', 'A "
            "note', '', 1768212000000, 1768212000000, 0, 0, 0, 7, 0, 0), ('d', 'f', '', '', "
            "1768212000000, 1768212000000, "
            "1, 0, 0, 0, 1, 0), ('e', 'f', 'gone', '', 1768212000000, 1768212000000, 1, 0, 0, 1, 0, "
            "1768298400000)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"joplin"_s);
        QCOMPARE(reading.todos,
                 (QStringList{u"milk | notes: two | list_id: Home | due: 2026-01-20 09:30:00 UTC | "
                              "created_at: 2026-01-12 "
                              "10:00:00+00 | tags: soon"_s,
                              u"bread | list_id: Home | completed_at: 2026-01-13 10:00:00+00 | "
                              "created_at: 2026-01-12 "
                              "10:00:00+00"_s,
                              u"gone | list_id: Home | deleted_at: 2026-01-13 10:00:00+00 | "
                              "created_at: 2026-01-12 "
                              "10:00:00+00"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldReadTodosOfKanboard()
    {
        SampleFile(path()).run(
            u"CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT, password TEXT); INSERT INTO "
            "users VALUES (1, "
            "'admin', 'x'); CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT NOCASE NOT "
            "NULL, is_active INTEGER); "
            "INSERT INTO projects VALUES (3, 'Home', 1); CREATE TABLE tasks (id INTEGER PRIMARY KEY, "
            "title TEXT NOCASE NOT "
            "NULL, description TEXT, date_creation INTEGER, color_id TEXT, project_id INTEGER, "
            "column_id INTEGER, owner_id "
            "INTEGER DEFAULT 0, position INTEGER DEFAULT 0, is_active INTEGER DEFAULT 1, "
            "date_completed INTEGER, score "
            "INTEGER, date_due INTEGER, category_id INTEGER DEFAULT 0, creator_id INTEGER DEFAULT 0, "
            "date_modification "
            "INTEGER DEFAULT 0, date_started INTEGER, priority INTEGER DEFAULT 0);"
            "INSERT INTO tasks VALUES (1, 'milk', 'two', 1768212000, 'blue', 3, 1, 0, 2, 1, NULL, 0, "
            "1768901400, 0, 1, "
            "1768212000, 0, 0), (2, 'bread', '', 1768212000, 'red', 3, 1, 1, 1, 0, 1768298400, 0, 0, "
            "0, 1, 1768298400, "
            "1768694400, 3)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos,
                 (QStringList{u"bread | list_id: Home | priority: 3 | start: 2026-01-18 | "
                              "completed_at: 2026-01-13 10:00:00+00 | created_at: 2026-01-12 10:00:00+00"_s,
                              u"milk | notes: two | list_id: Home | due: 2026-01-20 09:30:00 UTC | "
                              "created_at: 2026-01-12 10:00:00+00"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldFindTheNamesOfListsByOtherNamesToo()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todo_list (id INTEGER PRIMARY KEY, title_text TEXT, created_on TEXT); "
            "INSERT INTO todo_list "
            "VALUES (7, 'Home', ''); CREATE TABLE todo_listitem (id INTEGER PRIMARY KEY, item_name "
            "TEXT, is_done INTEGER, "
            "list_id INTEGER REFERENCES todo_list (id)); INSERT INTO todo_listitem VALUES (1, 'milk', 0, 7)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"milk | list_id: Home"_s});
    }

    void shouldReadTagsListsAndStatesOfChiri()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tags (id TEXT PRIMARY KEY, name TEXT, color TEXT); INSERT INTO tags VALUES "
            "('t1', 'shop', ''), ('t2', 'soon', ''); CREATE TABLE calendars (id TEXT PRIMARY KEY, "
            "account_id TEXT, display_name TEXT); INSERT INTO calendars VALUES ('c', 'x', "
            "'Home');CREATE TABLE tasks (id TEXT PRIMARY KEY, uid TEXT UNIQUE, title TEXT, "
            "description TEXT, completed INTEGER, tags TEXT, due_date TEXT, due_date_all_day "
            "INTEGER, parent_uid TEXT, sort_order INTEGER, calendar_id TEXT, status TEXT, rrule "
            "TEXT);INSERT INTO tasks VALUES ('1', 'a', 'milk', '', 0, '[\"t1\",\"t2\"]', "
            "'2026-01-19T23:00:00.000Z', 1, NULL, 1, 'c', 'in-process', NULL), ('2', 'b', 'bread', "
            "'', 1, NULL, NULL, NULL, NULL, 2, 'c', 'completed', NULL), ('3', 'c', 'tea', '', 0, "
            "'[\"lost\"]', NULL, NULL, NULL, 3, NULL, 'cancelled', NULL)"_s);

        const Reading reading = tests::readFile(path(), importer::SqliteFile::Damage::Refused,
                                                {.displayZone = QTimeZone("Europe/Berlin")});

        QCOMPARE(reading.mapping.kind, u"chiri"_s);
        QCOMPARE(reading.todos, (QStringList{u"milk | list_id: Home | due: 2026-01-20 | tags: shop,soon"_s,
                                             u"bread | list_id: Home"_s, u"tea | tags: lost"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"cancelled"_s, 1}}));
    }

    void shouldSayWhatChiriRepeatedFromItsCompletion()
    {
        chiri().run(u"INSERT INTO tasks (uid, title, completed, rrule, repeat_from) VALUES ('a', 'milk', 0, "
                    "'FREQ=DAILY', 1), ('b', 'bread', 0, 'FREQ=DAILY', 0)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"chiri"_s);
        QCOMPARE(reading.todos,
                 (QStringList{u"milk | repeat: FREQ=DAILY"_s, u"bread | repeat: FREQ=DAILY"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"repeat_from_done"_s, 1}}));
    }

    void shouldTakeTheDayThatWasDueWhereverChiriWasUsed_data()
    {
        QTest::addColumn<QByteArray>("here");
        QTest::addColumn<QString>("stored"); // due_date, due_date_all_day
        QTest::addColumn<QString>("due");
        const auto row = [](const char *name, const char *here, const QString &stored, const QString &due) {
            QTest::newRow(name) << QByteArray(here) << stored << due;
        };
        const QString berlin = u"'2026-01-19T23:00:00.000Z', 1"_s;
        const QString newYork = u"'2026-01-20T05:00:00.000Z', 1"_s;
        const QString auckland = u"'2026-01-19T11:00:00.000Z', 1"_s;
        row("here", "Europe/Berlin", berlin, u"2026-01-20"_s);
        row("west of here", "Europe/Berlin", newYork, u"2026-01-20"_s);
        row("east of here", "America/New_York", berlin, u"2026-01-20"_s);
        row("far east", "Pacific/Auckland", auckland, u"2026-01-20"_s);
        row("a date alone", "America/New_York", u"'2026-01-20', 1"_s, u"2026-01-20"_s);
        row("a time", "Europe/Berlin", u"'2026-01-19T23:30:00.000Z', 0"_s,
            u"2026-01-20 00:30:00 Europe/Berlin"_s);
    }
    void shouldTakeTheDayThatWasDueWhereverChiriWasUsed()
    {
        QFETCH(const QByteArray, here);
        QFETCH(const QString, stored);
        QFETCH(const QString, due);
        chiri().run(u"INSERT INTO tasks (uid, title, completed, due_date, due_date_all_day, start_date, "
                    "start_date_all_day) VALUES ('a', 'milk', 0, %1, %1)"_s.arg(stored));

        const Reading reading =
            tests::readFile(path(), importer::SqliteFile::Damage::Refused, {.displayZone = QTimeZone(here)});

        QCOMPARE(reading.todos, QStringList{u"milk | due: %1 | start: %1"_s.arg(due)});
        QCOMPARE(reading.repairs, Repairs());
        QCOMPARE(reading.mapping.leftOut, QStringList());
    }

    void shouldSayWhatWasArchivedInMindwtr()
    {
        SampleFile(path()).run(
            u"CREATE TABLE projects (id TEXT PRIMARY KEY, title TEXT); CREATE TABLE tasks (id TEXT PRIMARY "
            "KEY, title TEXT, status TEXT, projectId TEXT, isFocusedToday INTEGER, completedAt TEXT); INSERT "
            "INTO tasks VALUES ('a', 'milk', 'next', NULL, 0, NULL), ('b', 'bread', 'archived', NULL, 0, "
            "'2026-01-13T10:00:00.000Z'), ('c', 'tea', 'done', NULL, 0, '2026-01-14T10:00:00.000Z')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"mindwtr"_s);
        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread | completed_at: 2026-01-13 10:00:00+00"_s,
                                             u"tea | completed_at: 2026-01-14 10:00:00+00"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"archived"_s, 1}}));
    }

    void shouldLeaveAloneWhatWasDeletedForGoodInMindwtr()
    {
        SampleFile(path()).run(
            u"CREATE TABLE projects (id TEXT PRIMARY KEY, title TEXT); CREATE TABLE tasks (id TEXT "
            "PRIMARY KEY, title TEXT, status TEXT, projectId TEXT, isFocusedToday INTEGER, deletedAt "
            "TEXT, purgedAt TEXT); INSERT INTO tasks VALUES ('a', 'milk', 'next', NULL, 0, NULL, "
            "NULL), ('b', '', 'inbox', NULL, 0, '2026-01-12T10:00:00.000Z', "
            "'2026-01-13T10:00:00.000Z'), ('c', 'bread', 'next', NULL, 0, "
            "'2026-01-12T10:00:00.000Z', NULL)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"mindwtr"_s);
        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread | deleted_at: 2026-01-12 10:00:00+00"_s}));
    }

    void shouldReadHowOftenTodosOfMindwtrRepeat_data()
    {
        QTest::addColumn<QByteArray>("recurrence");
        QTest::addColumn<QString>("repeat");
        QTest::addColumn<Repairs>("repairs");
        const auto row = [](const QByteArray &recurrence, const QString &repeat,
                            const Repairs &repairs = {}) {
            QTest::addRow("%s", recurrence.constData()) << recurrence << repeat << repairs;
        };
        row("", {});
        row("weekly", u" | repeat: FREQ=WEEKLY"_s);
        row("\"daily\"", u" | repeat: FREQ=DAILY"_s);
        row(R"({"rule":"monthly","strategy":"strict"})", u" | repeat: FREQ=MONTHLY"_s);
        row(R"({"rule":"weekly","byDay":["MO","FR"]})", u" | repeat: FREQ=WEEKLY;BYDAY=MO,FR"_s);
        row(R"({"rule":"daily","count":3})", u" | repeat: FREQ=DAILY;COUNT=3"_s);
        row(R"({"rule":"yearly","until":"2030-02-01T00:00:00Z"})",
            u" | repeat: FREQ=YEARLY;UNTIL=20300201"_s);
        row(R"({"rule":"weekly","rrule":"FREQ=WEEKLY;INTERVAL=2","strategy":"fluid"})",
            u" | repeat: FREQ=WEEKLY;INTERVAL=2"_s, {{u"repeat_from_done"_s, 1}});
    }
    void shouldReadHowOftenTodosOfMindwtrRepeat()
    {
        QFETCH(const QByteArray, recurrence);
        QFETCH(const QString, repeat);
        QFETCH(const Repairs, repairs);
        SampleFile(path())
            .run(u"CREATE TABLE projects (id TEXT PRIMARY KEY, title TEXT); CREATE TABLE tasks (id TEXT "
                 u"PRIMARY KEY, "
                 "title TEXT, status TEXT, projectId TEXT, isFocusedToday INTEGER, recurrence TEXT)"_s)
            .insert(u"INSERT INTO tasks VALUES ('a', 'milk', 'next', NULL, 0, nullif(?, ''))"_s,
                    {recurrence});

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"milk"_s + repeat});
        QCOMPARE(reading.repairs, repairs);
    }

    void shouldReadTaskwarriorAsItsLibraryReallyWritesIt_data()
    {
        QTest::addColumn<QString>("quote"); // of the paths
        QTest::addRow("0.9, with texts in the wrong quotes") << u"\""_s;
        QTest::addRow("2 and later") << u"'"_s;
    }
    void shouldReadTaskwarriorAsItsLibraryReallyWritesIt()
    {
        // Given the statements of https://github.com/GothenburgBitFactory/taskchampion:
        // src/storage/sqlite/schema.rs
        QFETCH(const QString, quote);
        const auto uuidOf = [&quote](QLatin1StringView kind) {
            return u"json_extract(data, %1$.%2.uuid%1)"_s.arg(quote, kind);
        };
        SampleFile(path())
            .run(u"CREATE TABLE operations (id INTEGER PRIMARY KEY AUTOINCREMENT, data STRING); CREATE TABLE "
                 "sync_meta (key STRING PRIMARY KEY, value STRING); CREATE TABLE tasks (uuid STRING PRIMARY "
                 "KEY, data STRING); CREATE TABLE working_set (id INTEGER PRIMARY KEY, uuid STRING)"_s)
            .run(
                u"ALTER TABLE operations ADD COLUMN uuid GENERATED ALWAYS AS (coalesce(%1, %2, %3)) VIRTUAL"_s
                    .arg(uuidOf("Update"_L1), uuidOf("Create"_L1), uuidOf("Delete"_L1)))
            .run(u"CREATE INDEX operations_by_uuid ON operations (uuid); ALTER TABLE operations ADD COLUMN "
                 "synced bool DEFAULT false; CREATE INDEX operations_by_synced ON operations (synced); "
                 "CREATE TABLE version (singleton INTEGER PRIMARY KEY CHECK (singleton = 0), major INTEGER, "
                 "minor INTEGER); INSERT INTO version VALUES (0, 0, 1)"_s)
            .run(
                u"INSERT INTO tasks VALUES ('00000001-1111-4222-8333-444455556666', "
                "'{\"description\":\"milk\",\"status\":\"pending\",\"due\":\"1768521600\"}'); INSERT INTO "
                "operations (data) VALUES ('{\"Create\":{\"uuid\":\"00000001-1111-4222-8333-444455556666\"}}')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.program, u"Taskwarrior"_s);
        QCOMPARE(reading.todos, QStringList{u"milk | due: 2026-01-16"_s});
    }

    void shouldTakeWhatTaskwarriorHasScheduledAsStart()
    {
        SampleFile(path()).run(
            u"CREATE TABLE operations (id INTEGER PRIMARY KEY, data STRING); CREATE TABLE working_set "
            "(id INTEGER PRIMARY KEY, uuid STRING); CREATE TABLE tasks (uuid STRING PRIMARY KEY, "
            "data STRING); INSERT INTO tasks VALUES ('a', "
            "'{\"description\":\"milk\",\"status\":\"pending\",\"scheduled\":\"1768521600\"}'), "
            "('b', "
            "'{\"description\":\"bread\",\"status\":\"pending\",\"scheduled\":\"1768521600\",\"wait\":\"1768608000\"}')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk | start: 2026-01-16"_s, u"bread | start: 2026-01-17"_s}));
    }

    void shouldTakeAnnotationsOfTaskwarriorInTheirOrderWithTheirDays()
    {
        SampleFile(path()).run(
            u"CREATE TABLE operations (id INTEGER PRIMARY KEY, data STRING); CREATE TABLE working_set "
            "(id INTEGER PRIMARY KEY, uuid STRING); CREATE TABLE tasks (uuid STRING PRIMARY KEY, "
            "data STRING); INSERT INTO tasks VALUES ('a', "
            "'{\"annotation_1768298400\":\"two litres\",\"description\":\"milk\",\"status\":\"pending\","
            "\"annotation_1768212001\":\"ask first\",\"annotation_odd\":\"no day\"}')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos,
                 QStringList{u"milk | notes: no day\n2026-01-12: ask first\n2026-01-13: two litres"_s});
    }

    void shouldNameWhatTaskwarriorHasBeside()
    {
        taskwarrior().run(u"INSERT INTO tasks VALUES ('a', '{\"description\":\"milk\",\"status\":"
                          "\"pending\",\"start\":\"1768521600\",\"until\":\"1768608000\"}')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"milk"_s});
        QCOMPARE(reading.mapping.leftOut, (QStringList{u"until"_s, u"start"_s, u"scheduled"_s}));
    }

    void shouldKeepTasksOfTaskwarriorThatCannotBeTakenApart()
    {
        taskwarrior().run(u"INSERT INTO tasks VALUES ('a', '{\"description\":\"milk'), ('b', "
                          "'{\"description\":\"bread\",\"status\":\"pending\"}')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, (QStringList{u"(no title) | notes: {\"description\":\"milk"_s, u"bread"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"blank_title"_s, 1}}));
    }

    void shouldLoseNothingThatPlanifyCallsDue_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<Repairs>("repairs");
        const auto row = [](const char *name, const char *due, const QString &rest,
                            const Repairs &repairs = {}) {
            QTest::newRow(name) << QString::fromLatin1(due) << rest << repairs;
        };
        row("an object", "'{\"date\":\"2026-01-20\"}'", u" | due: 2026-01-20"_s);
        row("an empty one", "'{}'", {});
        row("nothing", "''", {});
        row("null", "'null'", {});
        row("a day", "'2026-01-20'", u" | due: 2026-01-20"_s);
        row("a number", "1768901400000", u" | due: 2026-01-20 09:30:00 UTC"_s);
        row("words", "'Friday'", u" | notes: Due: Friday"_s, {{u"unreadable_time"_s, 1}});
    }
    void shouldLoseNothingThatPlanifyCallsDue()
    {
        QFETCH(const QString, due);
        QFETCH(const QString, rest);
        QFETCH(const Repairs, repairs);
        SampleFile(path())
            .run(u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE Items (id TEXT "
                 "PRIMARY KEY, content TEXT, checked INTEGER, due TEXT, child_order INTEGER)"_s)
            .run(u"INSERT INTO Items VALUES ('a', 'milk', 0, %1, 1)"_s.arg(due));

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"planify"_s);
        QCOMPARE(reading.todos, QStringList{u"milk"_s + rest});
        QCOMPARE(reading.repairs, repairs);
    }

    void shouldNotTakeItemsOfOnesOwnForThoseOfPlanify()
    {
        SampleFile(path()).run(
            u"CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO projects VALUES (7, "
            "'Home'); CREATE TABLE items (id INTEGER PRIMARY KEY, content TEXT, checked INTEGER, due TEXT, "
            "project_id INTEGER); INSERT INTO items VALUES (1, 'milk', 0, '2026-01-20', 7)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.kind, u"table"_s);
        QCOMPARE(reading.todos, QStringList{u"milk | list_id: Home | due: 2026-01-20"_s});
    }

    void shouldTakeTheInboxOfPlanifyForTheInbox()
    {
        SampleFile(path()).run(
            u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT, inbox_project INTEGER); INSERT "
            "INTO Projects VALUES ('i', 'Eingang', 1), ('p', 'Home', 0); CREATE TABLE Items (id TEXT "
            "PRIMARY KEY, content TEXT, checked INTEGER, due TEXT, child_order INTEGER, project_id TEXT); "
            "INSERT INTO Items VALUES ('a', 'milk', 0, '', 1, 'i'), ('b', 'bread', 0, '', 2, 'p')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread | list_id: Home"_s}));
        QCOMPARE(reading.repairs, Repairs());
    }

    void shouldSayWhichListsAreNotThere_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<qint64>("missing");
        QTest::newRow("Planify")
            << u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT, inbox_project INTEGER); INSERT INTO "
               "Projects VALUES ('i', 'Eingang', 1), ('p', 'Home', 0); CREATE TABLE Items (id TEXT PRIMARY "
               "KEY, "
               "content TEXT, checked INTEGER, due TEXT, child_order INTEGER, project_id TEXT); INSERT INTO "
               "Items VALUES ('a', 'milk', 0, '', 1, 'i'), ('b', 'bread', 0, '', 2, 'p'), ('c', 'tea', 0, "
               "'', "
               "3, 'gone'), ('d', 'jam', 0, '', 4, '')"_s
            << qint64(1);
        QTest::newRow("Planner 1")
            << u"CREATE TABLE PROJECTS (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO PROJECTS VALUES (1, "
               "'Home'), (2, ''); CREATE TABLE LABELS (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE "
               "TASKS (id "
               "INTEGER "
               "PRIMARY KEY, checked INTEGER, project_id INTEGER, task_order INTEGER, is_inbox INTEGER, "
               "content "
               "TEXT, note TEXT, when_date_utc TEXT, reminder_time TEXT, checklist TEXT, labels TEXT); "
               "INSERT "
               "INTO TASKS VALUES (1, 0, 1, 0, 0, 'milk', '', '', '', '', ''), (2, 0, 0, 1, 1, 'tea', '', "
               "'', '', "
               "'', ''), (3, 0, 8, 2, 0, 'jam', '', '', '', '', ''), (4, 0, 2, 3, 0, 'oil', '', '', '', '', '')"_s
            << qint64(1);
        QTest::newRow("a framework")
            << u"CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO categories VALUES "
               u"(1, "
               "'Home'), (2, ''); CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
               "category_id INTEGER); INSERT INTO todos VALUES (1, 'milk', 0, 1), (2, 'tea', 0, 99), (3, "
               "'jam', "
               "0, NULL), (4, 'salt', 0, 2), (5, 'oil', 0, 0)"_s
            << qint64(1); // the one without a name is there
    }
    void shouldSayWhichListsAreNotThere()
    {
        QFETCH(const QString, script);
        QFETCH(const qint64, missing);
        SampleFile(path()).run(script);

        QCOMPARE(tests::readFile(path()).repairs, (Repairs{{u"missing_list"_s, missing}}));
    }

    void shouldTakeSectionsOfPlanifyForTags_data()
    {
        QTest::addColumn<QString>("tables");
        QTest::addRow("of Planify")
            << u"CREATE TABLE Labels (id TEXT PRIMARY KEY, name TEXT); INSERT INTO Labels "
               "VALUES ('l', 'soon'); CREATE TABLE Items (id TEXT PRIMARY KEY, content "
               "TEXT, checked INTEGER, due TEXT, child_order INTEGER, project_id TEXT, section_id TEXT, "
               "labels TEXT); INSERT INTO Items VALUES ('1', 'milk', 0, '', 1, 'p', 's', 'l'), "
               "('2', 'bread', 0, '', 2, 'p', 's', ''), ('3', 'tea', 0, '', 3, 'p', '', 'l'), "
               "('4', 'soap', 0, '', 4, 'p', '', '')"_s;
        QTest::addRow("of Planner")
            << u"CREATE TABLE Labels (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO Labels VALUES (1, "
               u"'soon'); "
               "CREATE TABLE Items_Labels (item_id INTEGER, label_id INTEGER); INSERT INTO Items_Labels "
               "VALUES "
               "(1, 1), (3, 1); CREATE TABLE Items (id INTEGER PRIMARY KEY, content TEXT, checked INTEGER, "
               "date_added TEXT, project_id TEXT, section_id TEXT); INSERT INTO Items VALUES (1, 'milk', 0, "
               "'', "
               "'p', 's'), (2, 'bread', 0, '', 'p', 's'), (3, 'tea', 0, '', 'p', '0'), (4, 'soap', 0, '', "
               "'p', "
               "'0')"_s;
    }
    void shouldTakeSectionsOfPlanifyForTags()
    {
        QFETCH(const QString, tables);
        SampleFile(path())
            .run(u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); INSERT INTO Projects VALUES ('p', "
                 u"'Home'); CREATE TABLE Sections (id TEXT "
                 "PRIMARY KEY, name TEXT); INSERT INTO Sections VALUES ('s', 'Fridge, top')"_s)
            .run(tables);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos,
                 (QStringList{u"milk | list_id: Home | tags: Fridge, top,soon"_s,
                              u"bread | list_id: Home | tags: Fridge, top"_s,
                              u"tea | list_id: Home | tags: soon"_s, u"soap | list_id: Home"_s}));
        QVERIFY(!reading.mapping.leftOut.contains(u"section_id"_s));
    }

    void shouldPutIntoTheTrashWhatIsInADeletedList_data()
    {
        QTest::addColumn<QString>("tables");
        QTest::addRow("of Planify") << u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT, is_deleted "
                                       u"INTEGER); INSERT INTO Projects "
                                       "VALUES ('p', 'Home', 0), ('q', 'Former', 1); CREATE TABLE Items (id "
                                       "TEXT PRIMARY KEY, content "
                                       "TEXT, checked INTEGER, due TEXT, child_order INTEGER, project_id "
                                       "TEXT, is_deleted INTEGER); INSERT INTO Items VALUES "
                                       "('1', 'milk', 0, '', 1, 'p', 0), ('2', 'bread', 0, '', 2, 'q', 0), "
                                       "('3', 'tea', 0, '', 3, 'p', 1), ('4', 'soap', 0, '', 4, 'lost', 0)"_s;
        QTest::addRow("of Errands")
            << u"CREATE TABLE lists (uid TEXT PRIMARY KEY, name TEXT, deleted INTEGER); INSERT INTO lists "
               u"VALUES "
               "('p', 'Home', 0), ('q', 'Former', 1); CREATE TABLE tasks (uid TEXT PRIMARY KEY, text TEXT, "
               "completed INTEGER, percent_complete INTEGER, list_uid TEXT, trash INTEGER, deleted INTEGER); "
               "INSERT INTO tasks VALUES ('1', 'milk', 0, 0, 'p', 0, 0), ('2', 'bread', 0, 0, 'q', 0, 0), "
               "('3', "
               "'tea', 0, 0, 'p', 0, 1), ('4', 'soap', 0, 0, 'lost', 0, 0)"_s;
    }
    void shouldPutIntoTheTrashWhatIsInADeletedList()
    {
        QFETCH(const QString, tables);
        SampleFile(path()).run(tables);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QStringList deleted;
        for (qsizetype i = 0; i < reading.rows.size(); ++i) {
            if (reading.rows.at(i).fields[size_t(importer::Field::DeletedAt)])
                deleted.append(reading.todos.at(i).section(u" | "_s, 0, 0));
        }
        QCOMPARE(deleted, (QStringList{u"bread"_s, u"tea"_s}));
    }

    void shouldTakeAListThatIsCalledInboxForTheInbox()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT); "
            "INSERT INTO todos VALUES (1, 'milk', 0, 'Inbox'), (2, 'bread', 0, 'inbox '), (3, 'tea', "
            "0, 'Inbox 2')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"milk"_s, u"bread"_s, u"tea | list_id: Inbox 2"_s}));
    }

    void shouldReadFilesOfProgramsThatLackATable()
    {
        SampleFile(path()).run(
            u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE Items (id TEXT "
            "PRIMARY KEY, content TEXT, checked INTEGER, due TEXT, child_order INTEGER, labels TEXT); INSERT "
            "INTO Items VALUES ('a', 'milk', 0, '', 1, '1;2')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, QStringList{u"milk"_s});
        QVERIFY(reading.mapping.leftOut.contains(u"labels"_s));
    }

    void shouldNotLetAFileCallWhatReadsCalendars()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO "
                 "todos VALUES (1, 'milk', 0)"_s)
            .run(u"PRAGMA writable_schema = on; INSERT INTO sqlite_schema VALUES ('view', 'tasks', "
                 "'tasks', 0, 'CREATE VIEW tasks AS SELECT id, tusk_calendar(title, ''DUE'') AS "
                 "title, done FROM todos')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.table, u"todos"_s);
        QCOMPARE(reading.todos, QStringList{u"milk"_s});
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"todo.db"_s); }

    // columns: of tasks, beside those that all versions have.
    [[nodiscard]] SampleFile vikunja(const QString &columns) const
    {
        SampleFile file(path());
        file.run(u"CREATE TABLE labels (id INTEGER PRIMARY KEY, title TEXT); CREATE TABLE label_tasks (id "
                 "INTEGER PRIMARY KEY, task_id INTEGER, label_id INTEGER); CREATE TABLE task_relations "
                 "(id INTEGER PRIMARY KEY, task_id INTEGER, other_task_id INTEGER, relation_kind TEXT); "
                 "CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, done_at DATETIME, "
                 "%1)"_s.arg(columns));
        return file;
    }
    [[nodiscard]] SampleFile tasksOrg(const QString &columns) const
    {
        SampleFile file(path());
        file.run(u"CREATE TABLE caldav_lists (cdl_uuid TEXT, cdl_name TEXT); CREATE TABLE caldav_tasks "
                 "(cd_task INTEGER, cd_calendar TEXT, cd_deleted INTEGER); CREATE TABLE tasks (_id "
                 "INTEGER PRIMARY KEY, title TEXT, importance INTEGER, hideUntil INTEGER%1)"_s.arg(
                     columns.isEmpty() ? QString() : u", "_s + columns));
        return file;
    }
    [[nodiscard]] SampleFile chiri() const
    {
        SampleFile file(path());
        file.run(u"CREATE TABLE tasks (uid TEXT PRIMARY KEY, title TEXT, completed INTEGER, due_date TEXT, "
                 "due_date_all_day INTEGER, start_date TEXT, start_date_all_day INTEGER, rrule TEXT, "
                 "repeat_from INTEGER, parent_uid TEXT, sort_order INTEGER)"_s);
        return file;
    }
    [[nodiscard]] SampleFile taskwarrior() const
    {
        SampleFile file(path());
        file.run(u"CREATE TABLE operations (id INTEGER PRIMARY KEY, data STRING); CREATE TABLE working_set "
                 "(id INTEGER PRIMARY KEY, uuid STRING); CREATE TABLE tasks (uuid STRING PRIMARY KEY, data "
                 "STRING)"_s);
        return file;
    }
    [[nodiscard]] SampleFile things(const QString &columns) const
    {
        SampleFile file(path());
        file.run(u"CREATE TABLE TMArea (uuid TEXT PRIMARY KEY, title TEXT); CREATE TABLE TMTag (uuid TEXT "
                 "PRIMARY KEY, title TEXT); CREATE TABLE TMTaskTag (tasks TEXT, tags TEXT); CREATE TABLE "
                 "TMChecklistItem (uuid TEXT PRIMARY KEY, title TEXT, status INTEGER, task TEXT, "
                 "\"index\" INTEGER); CREATE TABLE TMTask (uuid TEXT PRIMARY KEY, type INTEGER, status "
                 "INTEGER, trashed INTEGER, title TEXT, notes TEXT, \"index\" INTEGER, todayIndex "
                 "INTEGER, project TEXT, area TEXT, creationDate REAL, userModificationDate REAL, "
                 "stopDate REAL, %1)"_s.arg(columns));
        return file;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPrograms)

#include "tst_programs.moc"
