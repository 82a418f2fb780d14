// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

#include <QAbstractScrollArea>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// The Trash, merging, and todos that repeat, in the words of those who tidy up.
class TestTrashFeature final : public FeatureTest
{
    Q_OBJECT

    void throwAway(const QStringList &titles)
    {
        user().adds(titles);
        user().selects(titles);
        user().presses(u"Delete"_s);
        user().goesTo(u"Trash"_s);
        QTRY_COMPARE(user().titles().size(), titles.size());
    }
    // The titles and notes that are written down anywhere in the database, the log included.
    [[nodiscard]] QStringList traces(const QString &text)
    {
        return stored(u"SELECT 'todo' FROM tusk.todo t WHERE t::text LIKE '%%1%'"
                      " UNION ALL SELECT 'search' FROM tusk.todo_search s WHERE s::text LIKE '%%1%'"
                      " UNION ALL SELECT 'log' FROM tusk.change c WHERE c::text LIKE '%%1%'"
                      " UNION ALL SELECT 'action' FROM tusk.action a WHERE a::text LIKE '%%1%'"_s.arg(text));
    }

private Q_SLOTS:
    void iTakeATodoOutOfTheTrash()
    {
        throwAway({u"a"_s, u"b"_s});
        QCOMPARE(user().summary(), u"2 deleted, kept for 30 days"_s);
        user().rightClicksTodo(u"a"_s);
        user().chooses({u"Restore"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"b"_s});
        user().goesTo(u"Inbox"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"a"_s});
        QTRY_COMPARE(storedTitles(), QStringList{u"a"_s});
    }

    void iSeeInTheDetailsHowToTakeATodoOutOfTheTrash()
    {
        user().adds({u"kept"_s});
        user().clicksTodo(u"kept"_s);
        QVERIFY(user().sees(u"Due: No date"_s));
        QVERIFY(!user().seesNow(u"Restore"_s));
        throwAway({u"a"_s, u"b"_s});
        user().clicksTodo(u"a"_s);
        QVERIFY(user().sees(u"Restore"_s));
        for (const QString &field : {u"detailsTitle"_s, u"detailsDue"_s})
            QVERIFY2(!user().window().findChild<QWidget *>(field)->isEnabled(), qPrintable(field));
        user().clicks(u"Restore"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"b"_s});
        user().clicksTodo(u"b"_s);
        user().clicks(u"Delete for good"_s);
        QVERIFY(user().sees(u"This cannot be undone."_s));
        user().presses(u"Escape"_s);
        QCOMPARE(user().titles(), QStringList{u"b"_s});
        user().goesTo(u"Inbox"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"kept"_s, u"a"_s}));
        user().clicksTodo(u"a"_s);
        QTRY_VERIFY(!user().seesNow(u"Restore"_s));
        QVERIFY(user().window().findChild<QWidget *>(u"detailsTitle"_s)->isEnabled());
    }

    void iCannotWorkByKeyOnWhatIsInTheTrash()
    {
        throwAway({u"a"_s, u"b"_s});
        const QString everything =
            u"SELECT title, priority, due_date, completed_at, list_id, deleted_at IS NULL "
            "FROM tusk.todo ORDER BY title"_s;
        QTRY_VERIFY(user().isSaved());
        const QStringList before = stored(everything);
        user().selects({u"a"_s, u"b"_s});
        user().presses(u"Space 1 T + F2"_s);
        QVERIFY(user().focused() == u"Todos"_s); // no editor is open
        for (const QString &action : {u"Merge into one"_s, u"Move to a list…"_s, u"Add or remove a tag…"_s,
                                      u"Due tomorrow"_s, u"Complete or reopen"_s}) {
            user().presses(u"Ctrl+K"_s);
            user().types(action);
            QTRY_VERIFY(user().focused() != u"Todos"_s);
            QVERIFY2(!user().palette().contains(action), qPrintable(action));
            user().presses(u"Escape"_s);
        }
        QTRY_VERIFY(user().isSaved());
        QCOMPARE(stored(everything), before);
        user().presses(u"Ctrl+C"_s); // as text they are to be had
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 2);
    }

    void iDragATodoOutOfTheTrashToWhereItShallBe()
    {
        user().makesList(u"Garden"_s);
        user().goesTo(u"Inbox"_s);
        throwAway({u"a"_s, u"b"_s});
        const QString states = u"SELECT t.title, t.due_date, l.name, t.deleted_at IS NULL FROM tusk.todo t "
                               "LEFT JOIN tusk.list l ON l.id = t.list_id ORDER BY t.title"_s;
        QTRY_COMPARE(stored(states), (QStringList{u"a|||f"_s, u"b|||f"_s}));
        user().dragsTodo(u"a"_s, u"Garden"_s);
        QTRY_COMPARE(stored(states), (QStringList{u"a||Garden|t"_s, u"b|||f"_s}));
        QTRY_COMPARE(user().titles(), QStringList{u"b"_s});
        user().presses(u"Ctrl+Z"_s); // all of it at once
        QTRY_COMPARE(stored(states), (QStringList{u"a|||f"_s, u"b|||f"_s}));
        QTRY_COMPARE(user().titles().size(), 2);
        user().dragsTodo(u"a"_s, u"Today"_s);
        QTRY_COMPARE(stored(states), (QStringList{u"a|2026-11-18||t"_s, u"b|||f"_s}));
        user().dragsTodo(u"b"_s, u"Inbox"_s);
        QTRY_COMPARE(stored(states), (QStringList{u"a|2026-11-18||t"_s, u"b|||t"_s}));
        QTRY_COMPARE(user().titles(), QStringList());
        user().goesTo(u"Inbox"_s);
        QTRY_COMPARE(user().titles().size(), 2);
    }

    void iDoNothingElseToATodoByDraggingItOutOfTheTrash()
    {
        throwAway({u"a"_s, u"b"_s});
        const QString everything =
            u"SELECT title, due_date, completed_at, list_id, deleted_at IS NULL FROM tusk.todo ORDER BY title"_s;
        const QStringList before = stored(everything);
        user().clicksTodo(u"a"_s);
        for (const QString &target : {u"Upcoming"_s, u"All"_s, u"Completed"_s, u"Trash"_s})
            user().dragsTodo(u"a"_s, target);
        user().dragsTodoAbove(u"a"_s, u"b"_s);
        user().dragsTodoAbove(u"b"_s, u"a"_s);
        QTRY_VERIFY(user().isSaved());
        QCOMPARE(stored(everything), before);
        QCOMPARE(user().titles().size(), 2);
    }

    void iDragWhatIFoundOnlyIfNothingOfItIsInTheTrash()
    {
        throwAway({u"seedbox"_s});
        user().goesTo(u"Inbox"_s);
        user().adds({u"seeds"_s});
        QTRY_VERIFY(user().isSaved());
        user().searches(u"seed"_s);
        QTRY_COMPARE(user().titles().size(), 2);
        user().selects({u"seeds"_s, u"seedbox"_s});
        QCOMPARE(user().selected().size(), 2);
        user().dragsTodo(u"seeds"_s, u"Today"_s);
        QTRY_VERIFY(user().isSaved());
        const QString due = u"SELECT title FROM tusk.todo WHERE due_date IS NOT NULL"_s;
        QCOMPARE(stored(due), QStringList());
        user().clicksTodo(u"seeds"_s);
        user().dragsTodo(u"seeds"_s, u"Today"_s);
        QTRY_COMPARE(stored(due), QStringList{u"seeds"_s});
    }

    void iReadLongNotesInTheTrashAndCopyThem()
    {
        user().adds({u"a"_s});
        user().clicksTodo(u"a"_s);
        user().clicks(u"Notes"_s);
        user().pastes(QString(u"a line\n"_s).repeated(200) + u"the end"_s);
        user().presses(u"Escape"_s);
        user().clicksTodo(u"a"_s);
        user().presses(u"Delete Ctrl+6"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"a"_s});
        user().clicksTodo(u"a"_s);
        QVERIFY(user().sees(u"Delete for good"_s));
        auto *notes = user().window().findChild<QAbstractScrollArea *>(u"notesView"_s);
        QTRY_VERIFY(notes->verticalScrollBar()->maximum() > 0);
        notes->setFocus(Qt::TabFocusReason);
        // As often as it takes: they may just be rendered.
        QVERIFY(QTest::qWaitFor(
            [this, notes] {
                user().presses(u"PgDown"_s);
                return notes->verticalScrollBar()->value() > 0;
            },
            waitTimeout));
        QVERIFY(QTest::qWaitFor(
            [this] {
                user().presses(u"Ctrl+A Ctrl+C"_s);
                return QGuiApplication::clipboard()->text().endsWith(u"the end"_s);
            },
            waitTimeout));
        user().presses(u"Return"_s); // only to be read
        user().types(u"typed"_s);
        QTRY_VERIFY(user().isSaved());
        QVERIFY(!stored(u"SELECT notes FROM tusk.todo"_s).join(QString()).contains(u"typed"_s));
    }

    void iDeleteForGoodAndNothingIsLeftOfIt()
    {
        throwAway({u"my secret plan"_s, u"other"_s});
        user().clicksTodo(u"my secret plan"_s);
        user().presses(u"Delete"_s);
        QVERIFY(user().sees(u"This cannot be undone."_s));
        QTRY_COMPARE(openTransactions(), QStringList()); // while I think about it
        user().presses(u"Escape"_s);                     // on second thoughts
        QCOMPARE(user().titles().size(), 2);
        user().presses(u"Delete"_s);
        user().clicks(u"Delete for good"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"other"_s});
        QTRY_VERIFY(user().isSaved());
        QCOMPARE(traces(u"secret"_s), QStringList());
        QVERIFY(!traces(u"other"_s).isEmpty());
    }

    void iDoNotDeleteForGoodByPressingEnterTooOften()
    {
        throwAway({u"a"_s});
        user().clicksTodo(u"a"_s);
        user().presses(u"Delete"_s);
        QVERIFY(user().sees(u"This cannot be undone."_s));
        user().presses(u"Return"_s);
        QTRY_VERIFY(!user().seesNow(u"This cannot be undone."_s));
        QTRY_VERIFY(user().isSaved());
        QCOMPARE(stored(u"SELECT title FROM tusk.todo"_s), QStringList{u"a"_s});
    }

    void iFindTheTrashEmptiedOfWhatIsOlderThanThirtyDays()
    {
        throwAway({u"old"_s, u"young"_s});
        QTRY_VERIFY(user().isSaved());
        user().quitsTusk();
        execute(
            u"UPDATE tusk.todo SET deleted_at = now() - interval '31 days' WHERE title = 'old';"
            "UPDATE tusk.todo SET deleted_at = now() - interval '29 days' WHERE title = 'young'; SELECT 1"_s);
        user().startsTusk();
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo"_s), QStringList{u"young"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"young"_s});
    }

    void iMergeTodosIntoOneAndTakeItBack()
    {
        user().adds({u"Call Ana"_s, u"Phone Ana"_s});
        user().clicksTodo(u"Call Ana"_s);
        user().presses(u"M G"_s);
        user().types(u"phone"_s);
        user().presses(u"Return"_s);
        user().clicksTodo(u"Phone Ana"_s);
        user().presses(u"T 2 G"_s);
        user().types(u"urgent"_s);
        user().presses(u"Return"_s);
        user().clicks(u"Notes"_s);
        user().types(u"about the contract"_s);
        user().presses(u"Escape"_s);
        user().selects({u"Call Ana"_s, u"Phone Ana"_s});
        user().rightClicksTodo(u"Call Ana"_s);
        user().chooses({u"Merge into “Call Ana”"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"Call Ana"_s});
        QTRY_COMPARE(stored(u"SELECT title, due_date, priority, notes, (SELECT count(*) FROM tusk.todo_tag g "
                            "WHERE g.todo_id = t.id) FROM tusk.todo t WHERE deleted_at IS NULL"_s),
                     QStringList{u"Call Ana|2026-11-18|2|## Phone Ana\n\nabout the contract|2"_s});
        QCOMPARE(user().message(), u"2 todos merged into one"_s);
        user().clicks(u"Undo"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"Call Ana"_s, u"Phone Ana"_s}));
        QTRY_COMPARE(
            stored(u"SELECT title, due_date, priority, notes FROM tusk.todo WHERE deleted_at IS NULL "
                   "ORDER BY title"_s),
            (QStringList{u"Call Ana|2026-11-19|0|"_s, u"Phone Ana|2026-11-18|2|about the contract"_s}));
    }

    void iCompleteATodoThatRepeatsAndPickItsNextDate()
    {
        execute(
            u"INSERT INTO tusk.todo (title, due_date, repeat) VALUES ('Water', '2026-11-18', 'FREQ=DAILY'); "
            "SELECT 1"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water"_s});
        user().clicksCircleOf(u"Water"_s);
        QVERIFY(user().sees(u"“Water” repeats every day."_s));
        user().clicks(u"Pick the next date"_s);
        user().types(u"tomorrow"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT due_date, completed_at IS NULL FROM tusk.todo"_s),
                     QStringList{u"2026-11-19|t"_s});
        QTRY_COMPARE(user().row(u"Water"_s), u"Water, due tomorrow, repeats every day, not completed"_s);
    }

    void iCompleteATodoThatRepeatsAndPickItsNextDateWithoutTheMouse()
    {
        user().adds({u"Water"_s});
        QTRY_VERIFY(user().isSaved());
        execute(u"UPDATE tusk.todo SET due_date = '2026-11-18', repeat = 'FREQ=DAILY'; SELECT 1"_s);
        QTRY_VERIFY(user().row(u"Water"_s).contains(u"repeats every day"_s));
        user().presses(u"Down"_s); // from the line into the list
        QTRY_COMPARE(user().selected(), QStringList{u"Water"_s});
        user().presses(u"Space"_s);
        QVERIFY(user().sees(u"“Water” repeats every day."_s));
        user().tabsTo(u"Pick the next date"_s);
        user().presses(u"Return"_s);
        user().types(u"tomorrow"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT due_date, completed_at IS NULL FROM tusk.todo"_s),
                     QStringList{u"2026-11-19|t"_s});
    }

    void iCompleteSeveralTodosOfWhichSomeRepeat()
    {
        execute(
            u"INSERT INTO tusk.todo (title, repeat) SELECT 'Water ' || n, CASE WHEN n < 5 THEN 'FREQ=DAILY' "
            "ELSE '' END FROM generate_series(1, 6) AS n; SELECT 1"_s);
        QTRY_COMPARE(user().titles().size(), 6);
        user().clicksTodo(u"Water 1"_s);
        user().presses(u"Ctrl+A Space"_s);
        QVERIFY(user().sees(u"6 todos completed"_s));
        user().clicks(u"Dismiss"_s);
        QVERIFY(user().sees(u"4 of the completed todos repeat."_s));
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().titles().size(), 6);
        QTRY_COMPARE(user().message(), QString());
    }

    void iCompleteManyTodosThatRepeatAndPickTheirNextDateAtOnce()
    {
        execute(
            u"INSERT INTO tusk.todo (title, repeat) SELECT 'Water ' || n, CASE WHEN n < 5 THEN 'FREQ=DAILY' "
            "ELSE '' END FROM generate_series(1, 6) AS n; SELECT 1"_s);
        QTRY_COMPARE(user().titles().size(), 6);
        user().clicksTodo(u"Water 1"_s);
        user().presses(u"Ctrl+A Space"_s);
        QVERIFY(user().sees(u"6 todos completed"_s));
        user().clicks(u"Dismiss"_s);
        QVERIFY(user().sees(u"4 of the completed todos repeat."_s));
        user().clicks(u"Pick the next date"_s);
        user().types(u"tomorrow"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(
            stored(u"SELECT count(*) FILTER (WHERE due_date = '2026-11-19' AND completed_at IS NULL), "
                   "count(completed_at) FROM tusk.todo"_s),
            QStringList{u"4|2"_s});
        QVERIFY(user().sees(u"4 todos changed"_s));
        user().clicks(u"Undo"_s);
        QTRY_COMPARE(stored(u"SELECT count(due_date), count(completed_at) FROM tusk.todo"_s),
                     QStringList{u"0|6"_s});
    }

    void iTakeBackTheCompletionOfSeveralTodosOfWhichSomeRepeat()
    {
        execute(u"INSERT INTO tusk.todo (title, repeat) SELECT 'Water ' || n, 'FREQ=DAILY' "
                "FROM generate_series(1, 4) AS n; SELECT 1"_s);
        QTRY_COMPARE(user().titles().size(), 4);
        user().clicksTodo(u"Water 1"_s);
        user().presses(u"Ctrl+A Space"_s);
        QVERIFY(user().sees(u"4 todos completed"_s));
        user().clicks(u"Undo"_s);
        QTRY_COMPARE(user().titles().size(), 4);
        QTRY_COMPARE(user().message(), QString()); // nothing is said of dates that are there
    }

    void iTakeBackTheCompletionOfATodoThatRepeats()
    {
        execute(
            u"INSERT INTO tusk.todo (title, due_date, repeat) VALUES ('Water', '2026-11-18', 'FREQ=DAILY'); "
            "SELECT 1"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water"_s});
        user().clicksCircleOf(u"Water"_s);
        QVERIFY(user().sees(u"“Water” repeats every day."_s));
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().row(u"Water"_s), u"Water, due today, repeats every day, not completed"_s);
        QTRY_COMPARE(user().message(), QString());
    }

    void iOpenATodoThatRepeatsAgain()
    {
        execute(
            u"INSERT INTO tusk.todo (title, due_date, repeat) VALUES ('Water', '2026-11-18', 'FREQ=DAILY'); "
            "SELECT 1"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water"_s});
        user().clicksCircleOf(u"Water"_s);
        QVERIFY(user().sees(u"“Water” repeats every day."_s));
        user().goesTo(u"Completed"_s);
        user().clicksCircleOf(u"Water"_s);
        QTRY_COMPARE(user().message(), u"“Water” opened again"_s);
        user().clicks(u"Dismiss"_s);
        QTRY_COMPARE(user().message(), QString());
    }

    void iTakeBackTheLastThingsOneAfterTheOther()
    {
        user().adds({u"a"_s, u"b"_s});
        user().clicksTodo(u"a"_s);
        user().presses(u"T 1 Delete"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"b"_s});
        user().presses(u"Ctrl+Z Ctrl+Z Ctrl+Z"_s);
        QTRY_COMPARE(user().row(u"a"_s), u"a, not completed"_s);
        user().presses(u"Ctrl+Shift+Z Ctrl+Shift+Z"_s);
        QTRY_COMPARE(user().row(u"a"_s), u"a, due today, high priority, not completed"_s);
        user().presses(u"Ctrl+Shift+Z"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"b"_s});
    }
};

QTEST_MAIN(TestTrashFeature)
#include "tst_trashfeature.moc"
