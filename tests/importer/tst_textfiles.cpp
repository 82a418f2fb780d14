// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reading.h"
#include "importer/text/todoist.h"
#include "support/oldfiles/samplefile.h"
#include "support/oldfiles/textsamples.h"
#include "support/testcase.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringEncoder>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Reading;

// What becomes of text files: of programs that are known, and of any table of values.
class TestTextFiles final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // --- todo.txt
    void shouldReadTodoTxt()
    {
        const Reading reading = read(
            u"todo.txt"_s, "(A) 2026-01-02 Thank Mom for the meatballs @phone\n"
                           "(B) Schedule Goodwill pickup +GarageSale @phone due:2026-01-12 rec:+1w\n"
                           "\n"
                           "x 2026-01-05 2026-01-01 Post signs around the neighborhood +GarageSale pri:C\n"
                           "Plain line t:2026-02-01 p:parent-1\n"
                           "Parent id:parent-1\n");

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, u"todotxt"_s);
        QCOMPARE(
            reading.todos,
            (QStringList{
                u"Thank Mom for the meatballs | priority: 3 | created_at: 2026-01-02 00:00:00+00 | tags: phone"_s,
                u"Schedule Goodwill pickup | list_id: GarageSale | priority: 2 | due: 2026-01-12 | repeat: FREQ=WEEKLY | tags: phone"_s,
                u"Post signs around the neighborhood | list_id: GarageSale | priority: 1 | completed_at: 2026-01-05 00:00:00+00 | created_at: 2026-01-01 00:00:00+00"_s,
                u"Plain line | parent_id: Parent | start: 2026-02-01"_s, u"Parent"_s}));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
    }

    void shouldKeepWhatTodoTxtDoesNotKnow()
    {
        const Reading reading =
            read(u"todo.txt"_s, "Read https://example.org/a:b h:1 due:tomorrow rec:often\n"
                                "x marks the spot\n"
                                "+project @context\n");

        QCOMPARE(reading.todos.value(0), u"Read https://example.org/a:b h:1 due:tomorrow rec:often"_s);
        QCOMPARE(reading.todos.value(1), u"marks the spot"_s);
        QVERIFY(isCompleted(reading, 1));
        QCOMPARE(reading.todos.value(2), u"+project @context | list_id: project | tags: context"_s);
    }

    void shouldTakeTheLastOfWhatIsSaidTwiceAndNoHourWithoutADay()
    {
        const Reading reading = read(u"todo.txt"_s, "Pay bill due:2026-01-01 id:5 due:2026-02-02 id:6\n"
                                                    "Call due_time:10:00\n"
                                                    "@home plain\n");

        QCOMPARE(reading.todos.value(0), u"Pay bill due:2026-01-01 id:5 | due: 2026-02-02"_s);
        QCOMPARE(reading.rows.at(0).sourceId, "6"_ba);
        QCOMPARE(reading.todos.value(1), u"Call due_time:10:00"_s);
    }

    void shouldKnowALineAgainThatWasCompleted()
    {
        const Reading before = read(u"todo.txt"_s, "Call Ana\nCall Ana\nBuy milk\n");
        const Reading after = read(u"todo.txt"_s, "x 2026-01-05 Buy milk\nCall Ana\nCall Ana\n");

        QCOMPARE(before.rows.size(), 3);
        QCOMPARE(after.rows.at(0).sourceId, before.rows.at(2).sourceId);
        QCOMPARE(after.rows.at(1).sourceId, before.rows.at(0).sourceId);
        QCOMPARE(after.rows.at(2).sourceId, before.rows.at(1).sourceId);
        QVERIFY(before.rows.at(0).sourceId != before.rows.at(1).sourceId);
    }

    // --- Markdown
    void shouldReadListsWithBoxes()
    {
        const Reading reading =
            read(u"todos.md"_s, "# Tusk\n"
                                "\n## Inbox\n\n"
                                "- [ ] Call Ana (high priority, due 2026-01-12 10:00, #phone)\n"
                                "\n"
                                "    about the\n"
                                "\n"
                                "    - trip\n"
                                "\n"
                                "## At \\_home\\_ ##\n\n"
                                "- [x] Trip\n"
                                "    - [ ] Pack (bags)\n"
                                "        - [ ] Soap (#12)\n"
                                "    - [-] Book\n"
                                "* [ ] 2\\*2 (from 2026-01-10, #to\\_learn)\n"
                                "1. [X] Plain\n");

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, u"markdown"_s);
        QCOMPARE(
            reading.todos,
            (QStringList{
                u"Call Ana | notes: about the\n\n- trip | priority: 3 | due: 2026-01-12 10:00:00 UTC | tags: phone"_s,
                u"Trip | list_id: At _home_"_s, u"Pack (bags) | list_id: At _home_ | parent_id: Trip"_s,
                u"Soap (#12) | list_id: At _home_ | parent_id: Pack (bags)"_s,
                u"Book | list_id: At _home_ | parent_id: Trip"_s,
                u"2*2 | list_id: At _home_ | start: 2026-01-10 | tags: to_learn"_s,
                u"Plain | list_id: At _home_"_s}));
        QVERIFY(!isCompleted(reading, 0) && isCompleted(reading, 1) && !isCompleted(reading, 2));
        QVERIFY(isCompleted(reading, 4) && !isCompleted(reading, 5) && isCompleted(reading, 6));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>{{u"cancelled"_s, 1}}));
        QCOMPARE(reading.mapping.remarks, QStringList());
    }

    void shouldTakeOnlyItemsWithABoxForTodos()
    {
        const Reading reading = read(u"notes.md"_s, "Dear diary,\n\n"
                                                    "- plain\n"
                                                    "- [a link](https://example.org)\n"
                                                    "- [ ] milk\n"
                                                    "  ```\n"
                                                    "  - [ ] code\n"
                                                    "- [ ] bread\n"
                                                    "of rye\n\n"
                                                    "The end.\n");

        QCOMPARE(reading.todos,
                 (QStringList{u"milk | notes: ```\n- [ ] code"_s, u"bread | notes: of rye"_s}));
        QCOMPARE(reading.mapping.remarks,
                 QStringList{u"Text that is no item with a box is not taken over."_s});
    }

    void shouldKnowHeadingsThatAreUnderlined()
    {
        const Reading reading = read(u"lists.md"_s, "---\n"
                                                    "title: Lists\n"
                                                    "---\n\n"
                                                    "- [ ] bread\n\n"
                                                    "At home\n"
                                                    "=======\n"
                                                    "- [ ] milk\n\n"
                                                    "At \\_work\\_\n"
                                                    "---\n\n"
                                                    "- [ ] paper\n");
        const Reading plain = read(u"lists.md"_s, "At home\n=======\n- [ ] milk\n");

        QCOMPARE(reading.todos,
                 (QStringList{u"bread"_s, u"milk | list_id: At home"_s, u"paper | list_id: At _work_"_s}));
        QCOMPARE(plain.todos, QStringList(u"milk | list_id: At home"_s));
        QCOMPARE(plain.mapping.remarks, QStringList());
    }

    void shouldFindABoxBelowALongText()
    {
        const QByteArray diary = QByteArray("Dear diary, it rained.\n").repeated(200);

        const Reading reading = read(u"diary.md"_s, diary + "\n- [ ] umbrella\n");

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, u"markdown"_s);
        QCOMPARE(reading.todos, QStringList(u"umbrella"_s));
    }

    void shouldSeeWhereCodeEnds()
    {
        const Reading reading = read(u"notes.md"_s, "```inline``` is no fence\n\n"
                                                    "- [ ] milk\n"
                                                    "~~~\n"
                                                    "- [ ] code\n"
                                                    "```\n"
                                                    "- [ ] more of it\n"
                                                    "~~~\n\n"
                                                    "- [ ] bread\n\n"
                                                    "    ````text\n"
                                                    "    ```\n"
                                                    "    - [ ] code\n"
                                                    "    ```\n"
                                                    "    ````\n\n"
                                                    "    - [ ] of rye\n");

        QCOMPARE(reading.todos,
                 (QStringList{u"milk"_s, u"bread | notes: ````text\n```\n- [ ] code\n```\n````"_s,
                              u"of rye | parent_id: bread"_s}));
    }

    void shouldRefuseMarkdownWhoseNotesHaveNoEnd()
    {
        const Reading reading = read(u"notes.md"_s, "- [ ] milk\n" + QByteArray(1'100'000, '\n'));

        QCOMPARE(reading.outcome, Reading::Outcome::Refused);
        QVERIFY2(reading.complaint.contains(u"damaged"_s), qPrintable(reading.complaint));
    }

    void shouldKnowAnItemAgainThatWasTickedOff()
    {
        const Reading before = read(u"list.txt"_s, "- [ ] milk\n- [ ] bread\n- [ ] milk\n");
        const Reading after = read(u"list.txt"_s, "- [ ] bread\n- [x] milk\n- [ ] milk\n");

        QCOMPARE(before.mapping.kind, u"markdown"_s);
        QCOMPARE(before.rows.size(), 3);
        QCOMPARE(after.rows.at(0).sourceId, before.rows.at(1).sourceId);
        QCOMPARE(after.rows.at(1).sourceId, before.rows.at(0).sourceId);
        QCOMPARE(after.rows.at(2).sourceId, before.rows.at(2).sourceId);
    }

    // --- iCalendar
    void shouldReadCalendars()
    {
        const Reading reading = read(
            u"tasks.ics"_s,
            tests::calendarFile(
                {"UID:1\nSUMMARY:Water the plants\\, all of them\nDESCRIPTION:Line one\\nLine\n  two\n"
                 "DUE;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260112T100000\n"
                 "DTSTART;VALUE=DATE:20260110\nPRIORITY:1\nCATEGORIES:home,garden\nRRULE:FREQ=WEEKLY;BYDAY="
                 "MO\n"
                 "CREATED:20260101T000000Z\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDESCRIPTION:x\n"
                 "END:VALARM\n",
                 "UID:2\nSUMMARY:Done\nSTATUS:COMPLETED\nCOMPLETED:20260103T101112Z\nRELATED-TO:1\n",
                 "UID:3\nSUMMARY:In the sun\nDUE:20260112T100000Z\nPERCENT-COMPLETE:100\n"},
                "X-WR-CALNAME:Household\nBEGIN:VEVENT\nUID:e\nSUMMARY:No todo\nEND:VEVENT\n"));

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, u"icalendar"_s);
        QCOMPARE(reading.todos.size(), 3);
        QCOMPARE(
            reading.todos.at(0),
            u"Water the plants, all of them | notes: Line one\nLine two | list_id: Household | priority: 3 | due: 2026-01-12 10:00:00 Europe/Berlin | start: 2026-01-10 | repeat: FREQ=WEEKLY;BYDAY=MO | created_at: 2026-01-01 00:00:00+00 | tags: garden,home"_s);
        QCOMPARE(
            reading.todos.at(1),
            u"Done | list_id: Household | parent_id: Water the plants, all of them | completed_at: 2026-01-03 10:11:12+00"_s);
        QVERIFY2(reading.todos.at(2).startsWith(
                     u"In the sun | list_id: Household | due: 2026-01-12 10:00:00 UTC"_s),
                 qPrintable(reading.todos.at(2)));
    }

    void shouldReadTheNameOfACalendar_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("list");
        QTest::newRow("plain") << "X-WR-CALNAME:Home"_ba << u"Home"_s;
        QTest::newRow("with a comma") << "X-WR-CALNAME:Work\\, home \\; a\\\\b"_ba << u"Work, home ; a\\b"_s;
        QTest::newRow("folded") << "X-WR-CALNAME:What we buy \n on Sat\n\turday"_ba
                                << u"What we buy on Saturday"_s;
        QTest::newRow("with its type") << "X-WR-CALNAME;VALUE=TEXT:Home"_ba << u"Home"_s;
        QTest::newRow("none") << "X-WR-CALNAME:"_ba << u"garden"_s;
        QTest::newRow("not even a colon") << "X-WR-CALNAME"_ba << u"garden"_s;
    }
    void shouldReadTheNameOfACalendar()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, list);

        const Reading reading =
            read(u"garden.ics"_s, tests::calendarFile({"UID:1\nSUMMARY:Meet\n"}, line + '\n'));

        QCOMPARE(reading.todos, QStringList(u"Meet | list_id: "_s + list));
    }

    void shouldTakeCompletedTodosOfCalendarsForDone()
    {
        const Reading reading = read(u"a.ics"_s, calendar("SUMMARY:Done\nCOMPLETED:20260105T100000Z\n"));

        QCOMPARE(reading.todos, QStringList(u"Done | completed_at: 2026-01-05 10:00:00+00"_s));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
    }

    void shouldKnowZonesByTheirOtherNames_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("kept");
        QTest::newRow("former") << "US/Eastern"_ba << u"US/Eastern"_s;
        QTest::newRow("of Windows") << "W. Europe Standard Time"_ba << u"Europe/Berlin"_s;
        QTest::newRow("short") << "CET"_ba << u"CET"_s;
        QTest::newRow("with numbers") << "EST5EDT"_ba << u"EST5EDT"_s;
        QTest::newRow("of a program") << "/example.org/2026/Asia/Calcutta"_ba << u"Asia/Calcutta"_s;
    }
    void shouldKnowZonesByTheirOtherNames()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, kept);

        const Reading reading =
            read(u"a.ics"_s, calendar("SUMMARY:Meet\nDUE;TZID=\"" + zone + "\":20260105T100000\n"));

        QCOMPARE(reading.todos, QStringList(u"Meet | due: 2026-01-05 10:00:00 "_s + kept));
    }

    void shouldLoseNoWordsOfACalendar()
    {
        const Reading reading =
            read(u"a.ics"_s, calendar("SUMMARY:Meet\nDUE:tomorrow\nDESCRIPTION:Bring cake\n"
                                      "LOCATION:Berlin\nURL:https://example.org\n"));

        QCOMPARE(reading.todos,
                 QStringList(u"Meet | notes: Bring cake\n\nCould not be read: DUE: tomorrow"_s));
        QCOMPARE(reading.mapping.leftOut, (QStringList{u"LOCATION"_s, u"URL"_s}));
    }

    void shouldNameWhatOnlySingleProgramsWriteIntoCalendars()
    {
        const Reading reading =
            read(u"a.ics"_s, calendar("SUMMARY:Meet\nX-COLOUR:red\nX-PICTURE;ENCODING=BASE64:AAAA\n"
                                      "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM\n"));

        QCOMPARE(reading.todos, QStringList(u"Meet"_s));
        QCOMPARE(reading.mapping.leftOut, QStringList(u"X-COLOUR"_s));
        QCOMPARE(reading.mapping.remarks, (QStringList{u"Not taken over: X-PICTURE."_s,
                                                       u"The calendar's reminders are not taken over."_s}));
    }

    void shouldNotMakeAColumnOfEverythingThatIsInACalendar()
    {
        QByteArray lines = "SUMMARY:Meet\n";
        for (int i = 1; i <= 3000; ++i)
            lines += "X-P" + QByteArray::number(i) + ":a\n";

        const Reading reading = read(u"a.ics"_s, calendar(lines));

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, QStringList(u"Meet"_s));
        QCOMPARE(reading.mapping.leftOut.size(), 200);
    }

    void shouldKeepTheOrderThatIsInACalendar_data()
    {
        QTest::addColumn<QList<QByteArray>>("lines"); // of the first and the second todo
        QTest::addRow("of Endeavour")
            << QList<QByteArray>{"X-GNOME-TODO-POSITION:10\n", "X-GNOME-TODO-POSITION:9\n"};
        QTest::addRow("of Nextcloud")
            << QList<QByteArray>{"X-APPLE-SORT-ORDER:200\n", "X-APPLE-SORT-ORDER:100\n"};
        // 2026-01-01 is 788918400 seconds after 2001-01-01
        QTest::addRow("of Nextcloud, one never moved")
            << QList<QByteArray>{"X-APPLE-SORT-ORDER:788918401\n", "CREATED:20260101T000000Z\n"};
        QTest::addRow("of Nextcloud, the other never moved")
            << QList<QByteArray>{"CREATED:20260101T000000Z\n", "X-APPLE-SORT-ORDER:788918399\n"};
    }
    void shouldKeepTheOrderThatIsInACalendar()
    {
        QFETCH(const QList<QByteArray>, lines);
        const Reading reading =
            read(u"a.ics"_s, tests::calendarFile({"UID:1\nSUMMARY:second\n" + lines.at(0),
                                                  "UID:2\nSUMMARY:first\n" + lines.at(1)}));

        QCOMPARE(reading.rows.size(), 2);
        QVERIFY2(reading.todos.at(0).startsWith("first"_L1), qPrintable(reading.todos.join(u'\n')));
        QCOMPARE(reading.mapping.leftOut, QStringList());
    }

    void shouldTakeAStartAndADurationForWhatIsDue_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("due");
        QTest::addRow("hours") << "DTSTART;TZID=Europe/Berlin:20260110T233000\nDURATION:PT1H\n"_ba
                               << u"due: 2026-01-11 00:30:00 Europe/Berlin | start: 2026-01-10 23:30:00 "
                                  "Europe/Berlin"_s;
        QTest::addRow("days") << "DTSTART;VALUE=DATE:20260110\nDURATION:P2D\n"_ba
                              << u"due: 2026-01-12 | start: 2026-01-10"_s;
        QTest::addRow("a day that is said counts")
            << "DTSTART;VALUE=DATE:20260110\nDURATION:P2D\nDUE;VALUE=DATE:20260120\n"_ba
            << u"due: 2026-01-20 | start: 2026-01-10"_s;
    }
    void shouldTakeAStartAndADurationForWhatIsDue()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QString, due);

        const Reading reading = read(u"a.ics"_s, calendar("SUMMARY:Meet\n" + lines));

        QCOMPARE(reading.todos, QStringList(u"Meet | "_s + due));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
    }

    void shouldKeepADurationThatLeadsOutOfTheCalendar_data()
    {
        QTest::addColumn<QByteArray>("duration");
        for (const char *duration : {"P500000W", "-P800000D", "P613566757W"})
            QTest::newRow(duration) << QByteArray(duration);
    }
    void shouldKeepADurationThatLeadsOutOfTheCalendar()
    {
        QFETCH(const QByteArray, duration);

        const Reading reading = read(
            u"a.ics"_s, calendar("SUMMARY:Meet\nDTSTART;VALUE=DATE:20260110\nDURATION:" + duration + '\n'));

        QCOMPARE(reading.todos, QStringList(u"Meet | start: 2026-01-10"_s));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
        QCOMPARE(reading.mapping.leftOut, QStringList(u"DURATION"_s));
    }

    // --- Todoist
    void shouldKeepWhatTodoistSaysThatHasNoField()
    {
        const Reading reading =
            read(u"Work.csv"_s,
                 "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,"
                 "DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG\n"
                 "task,Pay,,,1,,,every 3rd friday starting 2026-01-16,en,,30,minute,2026-02-01,en\n");

        QCOMPARE(reading.todos.size(), 1);
        QVERIFY(!reading.todos.constFirst().contains("priority"_L1));
        for (const QString &said :
             {u"every 3rd friday starting 2026-01-16"_s, u"30 minute"_s, u"2026-02-01"_s})
            QVERIFY2(reading.todos.constFirst().contains(said), qPrintable(reading.todos.constFirst()));
    }

    void shouldKeepWhatTodoistSaysOfProjectsAndSections()
    {
        const Reading reading =
            read(u"Work.csv"_s,
                 tests::todoistFile({{.type = "note", .content = "Budget: 100 %1"},
                                     {.type = "note", .content = "Ask %2 Ana"},
                                     {.content = "Pay", .description = "By card"},
                                     {.type = "note", .content = "Done by Jonas"},
                                     {.type = "section", .content = "Later", .description = "After May"},
                                     {.content = "Rest"},
                                     {.content = "Sleep"},
                                     {.type = "section", .content = "Never", .description = "Given up"}}));

        QCOMPARE(
            reading.todos,
            (QStringList{u"Pay | notes: By card\n\nAbout the project in Todoist: Budget: 100 %1\n\nAbout "
                         "the project in Todoist: Ask %2 Ana\n\nDone by Jonas | list_id: Work"_s,
                         u"Rest | notes: About the section “Later” in Todoist: After May | list_id: "
                         "Work | tags: Later"_s,
                         u"Sleep | notes: About the section “Never” in Todoist: Given up | list_id: "
                         "Work | tags: Later"_s}));
        QVERIFY2(reading.mapping.remarks.constLast().startsWith(u"What Todoist says of a project"_s),
                 qPrintable(reading.mapping.remarks.join(u'|')));
    }

    void shouldTellTheEndOfARepeatFromTheDayThatIsDue()
    {
        const Reading reading =
            read(u"Work.csv"_s,
                 tests::todoistFile(
                     {{.content = "Pay", .date = "every! month starting 2026-01-15 until 2027-01-15"},
                      {.content = "Run", .date = "every day starting 2026-01-15 for 3 weeks"}}));

        QCOMPARE(reading.todos.value(0),
                 u"Pay | list_id: Work | due: 2026-01-15 | repeat: FREQ=MONTHLY;UNTIL=20270115"_s);
        QCOMPARE(reading.todos.value(1), u"Run | notes: Due in Todoist: every day starting 2026-01-15 for 3 "
                                         "weeks | list_id: Work | due: 2026-01-15 | repeat: FREQ=DAILY"_s);
        QCOMPARE(reading.repairs,
                 (QMap<QString, qint64>{{u"repeat_from_done"_s, 1}, {u"partial_repeat"_s, 1}}));
    }

    void shouldCountTheDatesOfTodoistThatItDoesNotUnderstand()
    {
        const Reading reading =
            read(u"Work.csv"_s, tests::todoistFile({{.content = "Pay", .date = "jeden Montag"},
                                                    {.content = "Run", .date = "every 2nd friday"},
                                                    {.content = "Swim", .date = "every monday at 9am"},
                                                    {.content = "Read", .date = "2026-01-15"}}));

        QCOMPARE(reading.todos,
                 (QStringList{u"Pay | notes: Due in Todoist: jeden Montag | list_id: Work"_s,
                              u"Run | notes: Due in Todoist: every 2nd friday | list_id: Work"_s,
                              u"Swim | notes: Due in Todoist: every monday at 9am | list_id: Work | repeat: "
                              "FREQ=WEEKLY;BYDAY=MO"_s,
                              u"Read | list_id: Work | due: 2026-01-15"_s}));
        QCOMPARE(reading.repairs,
                 (QMap<QString, qint64>{{u"unreadable_time"_s, 2}, {u"unknown_repeat"_s, 1}}));
    }

    void shouldReadTodoist()
    {
        const Reading reading =
            read(u"Work [2203306141].csv"_s,
                 tests::todoistFile({{.content = "Write the report @deep @home",
                                      .description = "A \"long\" one, really",
                                      .priority = 1,
                                      .date = "2026-01-12 10:00",
                                      .zone = "Europe/Berlin"},
                                     {.content = "First chapter", .indent = 2},
                                     {.content = "First page", .indent = 3},
                                     {.content = "Second chapter", .priority = 3, .indent = 2},
                                     {.type = "note", .content = "Ask Jonas"},
                                     {.type = "section", .content = "Later"},
                                     {.content = "Water plants", .date = "every 2 weeks"},
                                     {.content = "Holiday", .date = "12 Jan 2027 at 5pm"}}));

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, u"todoist"_s);
        QCOMPARE(
            reading.todos,
            (QStringList{
                u"Write the report | notes: A \"long\" one, really | list_id: Work | priority: 3 | due: 2026-01-12 10:00:00 Europe/Berlin | tags: deep,home"_s,
                u"First chapter | list_id: Work | parent_id: Write the report"_s,
                u"First page | list_id: Work | parent_id: First chapter"_s,
                u"Second chapter | notes: Ask Jonas | list_id: Work | parent_id: Write the report | priority: 1"_s,
                u"Water plants | notes: Due in Todoist: every 2 weeks | list_id: Work | repeat: FREQ=WEEKLY;INTERVAL=2 | tags: Later"_s,
                u"Holiday | list_id: Work | due: 2027-01-12 17:00:00 UTC | tags: Later"_s}));
    }

    void shouldUnderstandDatesInWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QByteArray>("rule");
        const auto row = [](const char *words, const char *date, const char *rule) {
            QTest::newRow(words) << QString::fromUtf8(words) << QByteArray(date) << QByteArray(rule);
        };
        row("2026-03-01", "2026-03-01", "");
        row("Mar 1 2025", "2025-03-01", "");
        row("1 March", "2026-03-01", "");
        row("Mar 1 9:30", "2026-03-01 09:30", "");
        row("12am", "", "");
        row("tomorrow", "", "");
        row("every day", "", "FREQ=DAILY");
        row("every other month", "", "FREQ=MONTHLY;INTERVAL=2");
        row("every weekday at 9am", "", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        row("every mon, wed and friday", "", "FREQ=WEEKLY;BYDAY=MO,WE,FR");
        row("every! 3 days", "", "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION");
        row("after 3 days", "", "FREQ=DAILY;INTERVAL=3;FROM=COMPLETION");
        row("every day until 2027-03-01", "2027-03-01", "FREQ=DAILY;UNTIL=20270301");
        row("every 2 weeks ending 24 dec", "", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261224");
        row("every mon until march 5", "2026-03-05", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270305");
        row("every day until next summer", "", "FREQ=DAILY");
        row("every blue moon", "", "");
        row("every 0 days", "", "");
        row("31 feb", "", "");
    }
    void shouldUnderstandDatesInWords()
    {
        QFETCH(QString, words);
        QTEST(importer::dateFromWords(words, 2026), "date");
        QTEST(importer::repeatFromWords(words, QDate(2026, 11, 20)), "rule");
    }

    // --- TickTick
    void shouldReadTickTick()
    {
        const Reading reading =
            read(u"TickTick-backup.csv"_s, tests::tickTickFile({{.folder = "Private",
                                                                 .list = "Home",
                                                                 .title = "Shopping",
                                                                 .tags = "food, town",
                                                                 .content = "▫Milk▪Bread",
                                                                 .isChecklist = true,
                                                                 .start = "2026-01-11T23:00:00+0000",
                                                                 .due = "2026-01-11T23:00:00+0000",
                                                                 .priority = 5,
                                                                 .order = 2,
                                                                 .isAllDay = true,
                                                                 .id = "11"},
                                                                {.title = "Sub, quoted \"x\"",
                                                                 .due = "2026-07-01T08:30:00+0000",
                                                                 .repeat = "RRULE:FREQ=DAILY",
                                                                 .priority = 3,
                                                                 .status = 2,
                                                                 .completed = "2026-01-03T00:00:00+0000",
                                                                 .order = 1,
                                                                 .id = "12",
                                                                 .parent = "11"},
                                                                {.list = "Home",
                                                                 .title = "Given up",
                                                                 .priority = 1,
                                                                 .status = -1,
                                                                 .order = 3,
                                                                 .id = "13",
                                                                 .parent = "99"}}));

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, u"ticktick"_s);
        QCOMPARE(reading.todos.size(), 3);
        // In the order of TickTick.
        QCOMPARE(
            reading.todos.at(0),
            u"Sub, quoted \"x\" | parent_id: Shopping | priority: 2 | due: 2026-07-01 10:30:00 Europe/Berlin | repeat: FREQ=DAILY | completed_at: 2026-01-03 00:00:00+00 | created_at: 2026-01-02 03:04:05+00"_s);
        QCOMPARE(
            reading.todos.at(1),
            u"Shopping | notes: - [ ] Milk\n- [x] Bread | list_id: Private / Home | priority: 3 | due: 2026-01-12 | created_at: 2026-01-02 03:04:05+00 | tags: food,town"_s);
        QVERIFY(reading.todos.at(2).startsWith(u"Given up | list_id: Home | priority: 1 | completed_at"_s));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>{{u"cancelled"_s, 1}, {u"missing_parent"_s, 1}}));
    }

    // --- any table of values
    void shouldReadAnyTableOfValues_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray plain =
            "Task,Status,Deadline,Prio\nBuy milk,done,12.01.2026,high\nCall Ana,open,13.01.2026,low\n";
        QTest::newRow("commas") << plain;
        QTest::newRow("semicolons") << QByteArray(plain).replace(',', ';');
        QTest::newRow("tabs") << QByteArray(plain).replace(',', '\t');
        QTest::newRow("CR LF") << QByteArray(plain).replace('\n', "\r\n");
        QTest::newRow("CR") << QByteArray(plain).replace('\n', '\r');
        QTest::newRow("no line end") << plain.chopped(1);
        QTest::newRow("quotes") << QByteArray(
            "\"Task\",\"Status\",\"Deadline\",\"Prio\"\n\"Buy milk\",done,\"12.01.2026\",high\n\nCall "
            "Ana,open,13.01.2026,low\n");
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf" + plain);
        const QString text = QString::fromUtf8(plain);
        QStringEncoder little(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        QTest::newRow("UTF-16, little") << QByteArray(little(text));
        QStringEncoder big(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom);
        QTest::newRow("UTF-16, big") << QByteArray(big(text));
        QStringEncoder unmarked(QStringEncoder::Utf16LE);
        QTest::newRow("UTF-16 without a mark") << QByteArray(unmarked(text));
    }
    void shouldReadAnyTableOfValues()
    {
        QFETCH(QByteArray, file);

        const Reading reading = read(u"export.csv"_s, file);

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.mapping.kind, u"csv"_s);
        QCOMPARE(reading.todos.size(), 2);
        QCOMPARE(reading.todos.at(0), u"Buy milk | priority: 3 | due: 2026-01-12"_s);
        QVERIFY(isCompleted(reading, 0) && !isCompleted(reading, 1));
        QCOMPARE(reading.todos.at(1), u"Call Ana | priority: 1 | due: 2026-01-13"_s);
    }

    void shouldKeepLinesQuotesAndHugeValues()
    {
        const QByteArray huge = QByteArray("0123456789\n").repeated(20'000); // over several portions
        const Reading reading = read(u"export.csv"_s, "id,title,notes\n7,\"Say \"\"hi\"\", twice\",\"" +
                                                          huge + "\"\n8,5\" nails,x\n");

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.rows.size(), 2);
        QCOMPARE(reading.rows.at(0).fields[size_t(importer::Field::Title)], "Say \"hi\", twice"_ba);
        QCOMPARE(reading.rows.at(0).fields[size_t(importer::Field::Notes)], huge);
        QCOMPARE(reading.rows.at(1).fields[size_t(importer::Field::Title)], "5\" nails"_ba);
        QCOMPARE(reading.rows.at(1).sourceId, "8"_ba);
    }

    void shouldTakeNoRowForATodoInWhichEveryCellIsBlank_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("without ids") << "Aufgabe;Erledigt\r\nMilk;Nein\r\n;\r\nBread;Ja\r\n;\r\n \t; \r\n"_ba;
        QTest::newRow("with ids") << "id;title;done\n1;Milk;no\n;;\n2;Bread;yes\n;;\n"_ba;
        QTest::newRow("before the heading") << ";;\n\"\";;\nTitle;Done;Notes\nMilk;no;\nBread;yes;\n"_ba;
    }
    void shouldTakeNoRowForATodoInWhichEveryCellIsBlank()
    {
        QFETCH(QByteArray, file);

        const Reading reading = read(u"export.csv"_s, file);

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos.size(), 2);
        QCOMPARE(reading.todos.at(0), u"Milk"_s);
        QVERIFY(reading.todos.at(1).startsWith(u"Bread"_s) && isCompleted(reading, 1));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
    }

    void shouldNotTakeRepeatedValuesForIds()
    {
        const Reading reading = read(u"export.csv"_s, "nr,title\n1,One\n1,Two\n,Three\n");

        QCOMPARE(reading.todos, (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
        QCOMPARE(QSet<QByteArray>(
                     {reading.rows.at(0).sourceId, reading.rows.at(1).sourceId, reading.rows.at(2).sourceId})
                     .size(),
                 3);
    }

    void shouldKnowRowsWithoutIdsByTheirTitleAndList()
    {
        const auto idsOf = [this](const QByteArray &lines) {
            const Reading reading = read(u"export.csv"_s, "title,done,list,notes\n" + lines);
            QHash<QByteArray, QByteArray> ids; // by the notes
            for (const importer::TodoRow &row : reading.rows)
                ids.insert(row.fields[size_t(importer::Field::Notes)].value_or(""), row.sourceId);
            return ids;
        };
        const auto ids = idsOf("Milk,no,Home,first\nBread,no,Home,bread\nMilk,no,Party,party\n"
                               "Milk,no,Home,second\n");
        QCOMPARE(QSet<QByteArray>(ids.cbegin(), ids.cend()).size(), 4);

        // One is new, one gone, one done, and the lines are sorted another way.
        const auto later = idsOf("Milk,yes,Party,party\nNEW,no,Home,new\n Milk ,no,Home,first\n"
                                 "Milk,no,Home,second\n");

        for (const char *same : {"first", "second", "party"})
            QCOMPARE(later.value(QByteArray(same)), ids.value(QByteArray(same)));
        QVERIFY(!ids.values().contains(later.value("new"_ba)));
    }

    void shouldNotKnowARowAgainWhoseTitleWasEdited()
    {
        const Reading before = read(u"export.csv"_s, "title,done\nMilk,no\n");
        const Reading after = read(u"export.csv"_s, "title,done\nOat milk,no\n");

        QVERIFY(before.rows.value(0).sourceId != after.rows.value(0).sourceId);
    }

    void shouldFindParentsThatAreSaidByTheirTitles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addRow("with ids, as of Asana")
            << "Task ID,Name,Section/Column,Parent task\n1,Trip,Plans,\n2,Pack,,Trip\n3,Socks,, Pack\n"
               "4,Twice,Plans,\n5,Twice,Plans,\n6,Odd,,Twice\n7,Lost,,Gone\n8,Self,,Self\n9,Third,,1\n"_ba;
        QTest::addRow("without ids")
            << "Name,Parent task\nTrip,\nPack,Trip\nSocks,Pack\nTwice,\nTwice,\nOdd,Twice\nLost,Gone\n"
               "Self,Self\nThird,Trip\n"_ba;
    }
    void shouldFindParentsThatAreSaidByTheirTitles()
    {
        QFETCH(QByteArray, file);

        const Reading reading = read(u"export.csv"_s, file);

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, (QStringList{u"Trip"_s, u"Pack | parent_id: Trip"_s,
                                             u"Socks | parent_id: Pack"_s, u"Twice"_s, u"Twice"_s, u"Odd"_s,
                                             u"Lost"_s, u"Self"_s, u"Third | parent_id: Trip"_s}));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>{{u"missing_parent"_s, 3}}));
    }

    void shouldObeyTheSeparatorThatASpreadsheetNames()
    {
        const Reading reading = read(u"export.csv"_s, "sep=;\r\ntitle;notes;done\r\nA;x, y;no\r\nB;;yes\r\n");

        QCOMPARE(reading.todos.value(0), u"A | notes: x, y"_s);
        QCOMPARE(reading.rows.size(), 2);
    }

    void shouldReadOldEncodings()
    {
        const Reading reading = read(u"export.csv"_s, "title,done\nB\xfc"
                                                      "cher f\xfcr \x80 5,no\n");

        QCOMPARE(reading.todos, QStringList(u"Bücher für € 5"_s));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
        QVERIFY(reading.mapping.remarks.join(u' ').contains(u"Windows-1252"_s));
    }

    void shouldRepairSingleWrongBytes()
    {
        const Reading reading = read(u"export.csv"_s, "title,done\nGr\xc3\xbc\xc3\x9f"
                                                      "e,no\nB\xfc"
                                                      "cher,no\n");

        QCOMPARE(reading.todos, (QStringList{u"Grüße"_s, u"Bücher"_s}));
        QCOMPARE(reading.repairs, (QMap<QString, qint64>{{u"invalid_text"_s, 1}}));
    }

    void shouldRepairSingleWrongBytesOfLines_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("todo.txt") << u"todo.txt"_s
                                  << "Gr\xc3\xbc\xc3\x9f"
                                     "e\nB\xfc"
                                     "cher\n"_ba;
        QTest::newRow("Markdown") << u"todos.md"_s
                                  << "- [ ] Gr\xc3\xbc\xc3\x9f"
                                     "e\n- [ ] B\xfc"
                                     "cher\n"_ba;
    }
    void shouldRepairSingleWrongBytesOfLines()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, file);

        const Reading reading = read(name, file);

        QCOMPARE(reading.todos, (QStringList{u"Grüße"_s, u"Bücher"_s}));
        QCOMPARE(reading.mapping.remarks,
                 QStringList{u"Some texts are not in UTF-8; they were read as Windows-1252."_s});
    }

    void shouldSayWhichIdsWereReplaced()
    {
        const Reading reading = read(u"todo.txt"_s, "Milk id:7\nBread id:7\nEggs id:8\n");

        QCOMPARE(reading.todos.size(), 3);
        QVERIFY2(reading.mapping.remarks.join(u'|').contains(
                     u"todos had the id of another one and got their own; it was: 7."_s),
                 qPrintable(reading.mapping.remarks.join(u'|')));
    }

    // --- what cannot be read
    void shouldRefuseInOneSentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("sentence");
        const QString damaged = u"is damaged"_s;
        const QString unknown = u"is not a database file, nor a text file with todos"_s;
        QTest::newRow("a letter") << u"letter.md"_s << QByteArray("Dear Ana,\n\nhow are you?\n") << unknown;
        QTest::newRow("nothing") << u"todo.txt"_s << QByteArray() << u"is empty"_s;
        QTest::newRow("blank lines") << u"todo.txt"_s << QByteArray("\n\n  \n") << u""_s;
        QTest::newRow("JSON of others") << u"x.json"_s << QByteArray("{\"tasks\": []}") << u"not of Tusk"_s;
        QTest::newRow("a newer Tusk")
            << u"x.json"_s << QByteArray("{\"format\":\"tusk\",\"version\":99,\"todos\":[]}")
            << u"newer program"_s;
        QTest::newRow("half of it") << u"x.json"_s
                                    << QByteArray(
                                           "{\"format\":\"tusk\",\"version\":1,\"todos\":[{\"title\":\"a\"},")
                                    << damaged;
        QTest::newRow("no JSON within")
            << u"x.json"_s << QByteArray("{\"format\":\"tusk\",\"version\":1,\"todos\":[{title}]}")
            << damaged;
        QTest::newRow("more behind it")
            << u"x.json"_s << QByteArray("{\"format\":\"tusk\",\"version\":1,\"todos\":[]} more") << damaged;
        QTest::newRow("an open quote")
            << u"x.csv"_s << QByteArray("title,done\n\"milk,no\nbread,no\n") << damaged;
        QTest::newRow("half a calendar")
            << u"x.ics"_s << QByteArray("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nSUMMARY:a\r\n") << damaged;
    }
    void shouldRefuseInOneSentence()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, file);
        QFETCH(QString, sentence);

        const Reading reading = read(name, file);

        QVERIFY2(reading.complaint.contains(sentence), qPrintable(reading.complaint));
        QCOMPARE(reading.todos.size(), 0);
        QCOMPARE(tests::readAll(m_folder->filePath(name)), file);
    }

    void shouldTakeWhatIsReadableWhereThatIsWanted()
    {
        const QByteArray half =
            "{\"format\":\"tusk\",\"version\":1,\"todos\":[{\"title\":\"a\"},{\"title\":\"b\"},{\"ti";
        tests::writeAll(m_folder->filePath(u"x.json"_s), half);
        QTemporaryDir copies;

        const auto source = importer::ImportSource::open(m_folder->filePath(u"x.json"_s), copies.path(),
                                                         importer::SqliteFile::Damage::Accepted, {});

        QVERIFY(source);
        QCOMPARE((*source)->losses().size(), 1);
        QCOMPARE(*(*source)->file().number(u"SELECT count(*) FROM tusk"_s), 2);
    }

    void shouldReadOnBehindAQuoteThatIsNeverClosed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("titles");
        QTest::addColumn<QString>("loss"); // its beginning
        const QByteArray heading = "id,title,done\n";
        const auto row = [heading](const char *name, const QByteArray &file, const QStringList &titles,
                                   const QString &loss) {
            QTest::newRow(name) << QByteArray(heading + file) << titles << loss;
        };
        const QString taken = u"%n quotation marks are never closed and were taken for letters; the first of "
                              "them is in line 3."_s;
        row("in the middle", "1,milk,no\n2,\"bread,no\n3,eggs,no\n4,cheese,no\n",
            {u"milk"_s, u"\"bread"_s, u"eggs"_s, u"cheese"_s}, taken);
        row("before quoted ones", "1,milk,no\n2,\"bread,no\n3,\"eggs, ten\",no\n4,\"cheese\",no\n",
            {u"milk"_s, u"\"bread"_s, u"eggs, ten"_s, u"cheese"_s}, taken);
        row("before an empty one", "1,milk,no\n2,\"bread,no\n3,\"\",no\n4,\"cheese\",no\n",
            {u"milk"_s, u"\"bread"_s, u"(no title)"_s, u"cheese"_s}, taken);
        row("in the last line", "1,milk,no\n2,\"bread,no", {u"milk"_s, u"\"bread"_s}, taken);
        row("with other line ends", "1,milk,no\r\n2,\"bread,no\r\n3,eggs,no\r\n",
            {u"milk"_s, u"\"bread"_s, u"eggs"_s}, taken);
        row("in a line that makes no sense", "1,milk,no\n2,\"bread\nwithout,end\n3,eggs,no\n",
            {u"milk"_s, u"eggs"_s},
            u"%n lines could not be read, because a quotation mark is never closed; the first of them is "
            "line 3."_s);
        row("behind whole ones of several lines", "1,\"milk\nof goats\",no\n2,\"bread,no\n3,eggs,no\n",
            {u"milk of goats"_s, u"\"bread"_s, u"eggs"_s},
            u"%n quotation marks are never closed and were taken for letters; the first of them is in line 4."_s);
    }
    void shouldReadOnBehindAQuoteThatIsNeverClosed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, titles);
        QFETCH(QString, loss);

        const Reading strict = read(u"x.csv"_s, file);
        const Reading reading =
            tests::readFile(m_folder->filePath(u"x.csv"_s), importer::SqliteFile::Damage::Accepted);

        QVERIFY2(strict.complaint.contains(u"is damaged"_s), qPrintable(strict.complaint));
        QCOMPARE(reading.complaint, QString());
        QStringList found;
        for (const QString &todo : reading.todos)
            found.append(todo.section(u" | "_s, 0, 0));
        QCOMPARE(found, titles);
        QCOMPARE(reading.losses.size(), 1);
        // In these tests without the translation that knows singular and plural.
        QCOMPARE(QString(reading.losses.first()).replace(QRegularExpression(u"^\\d+"_s), u"%n"_s), loss);
    }

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    // Of one todo, in the Inbox.
    [[nodiscard]] static QByteArray calendar(const QByteArray &todo)
    {
        return tests::calendarFile({todo}, "X-WR-CALNAME:Inbox\n");
    }
    static bool isCompleted(const Reading &reading, qsizetype row)
    {
        return reading.rows.at(row).fields[size_t(importer::Field::CompletedAt)].has_value();
    }

    Reading read(const QString &name, const QByteArray &file)
    {
        tests::writeAll(m_folder->filePath(name), file);
        return tests::readFile(m_folder->filePath(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTextFiles)

#include "tst_textfiles.moc"
