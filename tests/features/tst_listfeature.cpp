// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// The list of todos, in the words of those who live in it.
class TestListFeature final : public FeatureTest
{
    Q_OBJECT

private Q_SLOTS:
    void iTypeATodoAndItIsThere()
    {
        user().types(u"Water the tomatoes"_s); // the line waits for it
        user().presses(u"Return"_s);
        QCOMPARE(user().titles(), QStringList{u"Water the tomatoes"_s});
        QTRY_COMPARE(storedTitles(), QStringList{u"Water the tomatoes"_s});
        QTRY_COMPARE(user().row(u"Water the tomatoes"_s), u"Water the tomatoes, not completed"_s);
    }

    void iPressEnterOnceMoreAndNothingIsSaidOfIt()
    {
        user().presses(u"Return"_s); // at the start, and after a todo
        QCOMPARE(user().message(), QString());
        user().adds({u"Water the tomatoes"_s});
        QTRY_VERIFY(user().isSaved());
        user().presses(u"Return Return"_s);
        QCOMPARE(user().message(), QString());
        QCOMPARE(user().focused(), u"Add a todo"_s);
        QCOMPARE(user().titles(), QStringList{u"Water the tomatoes"_s});
        user().types(u"  "_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().message(), u"The title is blank."_s);
    }

    void iCompleteATodoAndTakeItBackWithinTheMoment()
    {
        user().adds({u"one"_s, u"two"_s});
        user().clicksCircleOf(u"one"_s);
        QCOMPARE(user().row(u"one"_s), u"one, completed, being saved"_s);
        QCOMPARE(user().titles(), (QStringList{u"one"_s, u"two"_s})); // it is still there
        user().clicksCircleOf(u"one"_s);
        QTRY_COMPARE(user().row(u"one"_s), u"one, not completed"_s);
        QTRY_COMPARE(stored(u"SELECT title, completed_at IS NULL FROM tusk.todo ORDER BY title"_s),
                     (QStringList{u"one|t"_s, u"two|t"_s}));
    }

    void iTakeBackWhatTheStripNamesAndNothingElse()
    {
        user().adds({u"a"_s, u"b"_s});
        user().clicksTodo(u"a"_s);
        user().presses(u"Space"_s);
        QTRY_COMPARE(user().message(), u"“a” completed"_s);
        user().clicks(u"Undo"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"a"_s, u"b"_s}));
        QTRY_COMPARE(user().message(), QString());
        user().clicksTodo(u"a"_s);
        user().presses(u"Space"_s);
        QTRY_COMPARE(user().message(), u"“a” completed"_s);
        user().clicksTodo(u"b"_s);
        user().presses(u"T"_s); // the newest that can be taken back is this now
        QTRY_COMPARE(user().message(), QString());
        user().presses(u"Ctrl+Z Ctrl+Z"_s);
        QTRY_COMPARE(user().rows(), (QStringList{u"a, not completed"_s, u"b, not completed"_s}));
    }

    void iTakeSomethingBackByKeyAndTheStripDoesNotOfferItAnyMore()
    {
        user().adds({u"a"_s});
        user().clicksTodo(u"a"_s);
        user().presses(u"Space"_s);
        QTRY_COMPARE(user().message(), u"“a” completed"_s);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().message(), QString());
        QTRY_COMPARE(user().rows(), QStringList{u"a, not completed"_s});
    }

    void iCompleteATodoAndItLeaves()
    {
        user().adds({u"one"_s, u"two"_s});
        user().clicksCircleOf(u"one"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"two"_s});
        QCOMPARE(user().message(), u"“one” completed"_s);
        user().clicks(u"Undo"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"one"_s, u"two"_s}));
    }

    void iPasteFiveLinesAndHaveFiveTodosInThatOrder()
    {
        user().adds({u"first"_s});
        user().clicksTodo(u"first"_s);
        user().pastes(u"milk\nbread\n\n  butter  \r\neggs\ntea\n"_s);
        const QStringList all{u"first"_s, u"milk"_s, u"bread"_s, u"butter"_s, u"eggs"_s, u"tea"_s};
        QCOMPARE(user().titles(), all);
        QTRY_COMPARE(storedTitles(), all);
        user().presses(u"Ctrl+Z"_s); // one step
        QTRY_COMPARE(storedTitles(), QStringList{u"first"_s});
    }

    void iPasteLinesIntoTheLineForNewTodos()
    {
        user().presses(u"Ctrl+N"_s);
        user().pastes(u"milk\nbread\nbutter"_s);
        QCOMPARE(user().titles(), (QStringList{u"milk"_s, u"bread"_s, u"butter"_s}));
        user().types(u"t"_s);
        user().pastes(u"e\na"_s); // in the middle of a title lines are blanks
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedTitles().mid(3), QStringList{u"te a"_s});
    }

    void iCopyTodosAsLinesOfText()
    {
        user().adds({u"one"_s, u"two"_s, u"three"_s});
        user().selects({u"three"_s, u"one"_s});
        user().presses(u"Ctrl+C"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one\nthree"_s); // in the order of the list
    }

    void iChangeATitleWhereItStands()
    {
        user().adds({u"Water the tomatoes"_s});
        user().doubleClicksTodo(u"Water the tomatoes"_s);
        QTRY_COMPARE(user().focused(), u"Title"_s);
        user().presses(u"Ctrl+A"_s);
        user().types(u"Water the beans"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water the beans"_s});
        QTRY_COMPARE(storedTitles(), QStringList{u"Water the beans"_s});
    }

    void iChangeMyMindWhileEditing()
    {
        user().adds({u"Water the tomatoes"_s});
        user().clicksTodo(u"Water the tomatoes"_s);
        user().presses(u"F2"_s);
        user().types(u"nonsense"_s);
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"Water the tomatoes"_s});
        QTRY_VERIFY(user().isSaved());
        QCOMPARE(storedTitles(), QStringList{u"Water the tomatoes"_s});
    }

    void iMoveTodosUpAndDownWithTheArrows()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        user().clicksTodo(u"c"_s);
        user().presses(u"Alt+Up"_s);
        QCOMPARE(user().titles().join(QString()), u"acbd"_s);
        user().presses(u"Alt+Shift+Down"_s);
        QCOMPARE(user().titles().join(QString()), u"abdc"_s);
        user().presses(u"Alt+Shift+Up Alt+Down"_s);
        QCOMPARE(user().titles().join(QString()), u"acbd"_s);
        QTRY_COMPARE(storedTitles().join(QString()), u"acbd"_s);
        QCOMPARE(user().selected(), QStringList{u"c"_s});
    }

    void iDragATodoAboveAnother()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        user().dragsTodoAbove(u"c"_s, u"a"_s);
        QCOMPARE(user().titles().join(QString()), u"cab"_s);
        QTRY_COMPARE(storedTitles().join(QString()), u"cab"_s);
    }

    void iDropATodoOntoItselfAndNothingHappens()
    {
        user().adds({u"a"_s, u"b"_s});
        QTRY_VERIFY(user().isSaved());
        const QStringList before = stored(u"SELECT title, position FROM tusk.todo ORDER BY title"_s);
        user().dragsTodoAbove(u"a"_s, u"a"_s);
        user().dragsTodoAbove(u"b"_s, u"b"_s);
        QVERIFY(user().isSaved());
        QCOMPARE(user().titles().join(QString()), u"ab"_s);
        QCOMPARE(stored(u"SELECT title, position FROM tusk.todo ORDER BY title"_s), before);
    }

    void iSelectSeveralAndChangeThemAtOnce()
    {
        user().makesList(u"Garden"_s);
        user().goesTo(u"Inbox"_s);
        user().adds({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        user().clicksTodo(u"a"_s);
        user().clicksTodo(u"c"_s, Qt::ShiftModifier);
        QCOMPARE(user().selected(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        user().presses(u"1 T G"_s); // high, today, and a tag that does not exist yet
        user().types(u"errand"_s);
        user().presses(u"Return"_s);
        for (const QString &title : {u"a"_s, u"b"_s, u"c"_s})
            QTRY_COMPARE(user().row(title),
                         title + u", due today, tag errand, high priority, not completed"_s);
        QCOMPARE(user().row(u"d"_s), u"d, not completed"_s);
        user().presses(u"L"_s);
        user().types(u"gar"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"d"_s});
        QTRY_COMPARE(stored(u"SELECT t.title, l.name FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id"
                            " ORDER BY t.title"_s),
                     (QStringList{u"a|Garden"_s, u"b|Garden"_s, u"c|Garden"_s}));
    }

    void iGiveSeveralTodosADateThatITypeOnce()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        user().selects({u"a"_s, u"b"_s});
        user().presses(u"D"_s);
        user().types(u"24 dec"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT title, due_date FROM tusk.todo ORDER BY title"_s),
                     (QStringList{u"a|2026-12-24"_s, u"b|2026-12-24"_s, u"c|"_s}));
        user().presses(u"Ctrl+Z"_s); // one action
        QTRY_COMPARE(stored(u"SELECT count(due_date) FROM tusk.todo"_s), QStringList{u"0"_s});
    }

    void iDropATodoOnAnotherDay()
    {
        user().adds({u"call"_s, u"write"_s});
        user().clicksTodo(u"call"_s);
        user().presses(u"M"_s);
        user().clicksTodo(u"write"_s);
        user().presses(u"M + +"_s);
        user().goesTo(u"Upcoming"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"call"_s, u"write"_s}));
        user().dragsTodoOnto(u"call"_s, u"Saturday 21 November"_s);
        QTRY_COMPARE(stored(u"SELECT due_date FROM tusk.todo WHERE title = 'call'"_s),
                     QStringList{u"2026-11-21"_s});
        QTRY_COMPARE(user().rows().value(0), u"Saturday 21 November, 2 todos"_s);
    }

    void whatISelectedStaysSoWhenVeryMuchIsChangedElsewhere()
    {
        execute(u"INSERT INTO tusk.todo (title) SELECT 'many ' || n FROM generate_series(1, 450) AS n"_s);
        user().goesTo(u"All"_s);
        QTRY_COMPARE(user().summary(), u"450 open"_s);
        const QString first = user().titles().first();
        user().clicksTodo(first);
        user().presses(u"Ctrl+A"_s);
        QTRY_COMPARE(user().summary(), u"450 selected"_s);
        // So much that the place is read again.
        execute(u"UPDATE tusk.todo SET title = 'changed' WHERE title = '%1';"
                "INSERT INTO tusk.todo (title, completed_at) "
                "SELECT 'done ' || n, now() FROM generate_series(1, 2500) AS n"_s.arg(first));
        QTRY_VERIFY(user().titles().contains(u"changed"_s));
        QCOMPARE(user().selected().size(), 450);
        QCOMPARE(user().summary(), u"450 selected"_s);
    }

    void iSelectEverythingAndItIsEverything()
    {
        execute(u"INSERT INTO tusk.todo (title) SELECT 'many ' || n FROM generate_series(1, 450) AS n"_s);
        user().goesTo(u"All"_s);
        QTRY_COMPARE(user().summary(), u"450 open"_s);
        QVERIFY(user().titles().size() < 450); // the rest has not been read
        user().clicksTodo(user().titles().first());
        user().presses(u"Ctrl+A"_s);
        QTRY_COMPARE(user().summary(), u"450 selected"_s);
        user().presses(u"1"_s);
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE priority = 3"_s), QStringList{u"450"_s});
    }

    void iSelectASecondTodoAndTheFieldsStayWhereTheyAre()
    {
        user().adds({u"a"_s, u"b"_s});
        user().selects({u"a"_s});
        QVERIFY(user().sees(u"Due: No date"_s));
        const auto *due = user().window().findChild<QWidget *>(u"detailsDue"_s);
        const int top = due->mapTo(&user().window(), QPoint()).y();
        user().selects({u"a"_s, u"b"_s});
        QVERIFY(user().sees(u"2 todos selected"_s));
        QTRY_COMPARE(due->mapTo(&user().window(), QPoint()).y(), top);
    }

    void iSeeHowManyIHaveSelected()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        QTRY_COMPARE(user().summary(), u"3 open"_s);
        user().selects({u"a"_s, u"b"_s});
        QCOMPARE(user().summary(), u"2 of 3 selected"_s);
        user().clicksTodo(u"c"_s);
        QCOMPARE(user().summary(), u"3 open"_s);
    }

    void iSelectOnFromWhatIHaveJustAdded()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        user().clicksTodo(u"a"_s);
        user().adds({u"d"_s});
        user().presses(u"Down Shift+Up"_s);
        QCOMPARE(user().selected(), (QStringList{u"c"_s, u"d"_s}));
    }

    void iSelectSeveralAndCompleteOrDeleteThemAtOnce()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        user().selects({u"a"_s, u"c"_s});
        user().presses(u"Space"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"b"_s, u"d"_s, u"e"_s}));
        QCOMPARE(user().message(), u"2 todos completed"_s);
        user().selects({u"b"_s, u"e"_s});
        user().presses(u"Delete"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"d"_s});
        user().presses(u"Ctrl+Z Ctrl+Z"_s);
        QTRY_COMPARE(user().titles().size(), 5);
        QTRY_COMPARE(
            stored(u"SELECT count(*) FROM tusk.todo WHERE completed_at IS NULL AND deleted_at IS NULL"_s),
            QStringList{u"5"_s});
    }

    void iDoTheSameFromTheMenuOfARow()
    {
        user().makesList(u"Garden"_s);
        user().goesTo(u"Inbox"_s);
        user().adds({u"a"_s});
        user().rightClicksTodo(u"a"_s);
        user().chooses({u"Due"_s, u"Tomorrow"_s});
        QTRY_COMPARE(user().row(u"a"_s), u"a, due tomorrow, not completed"_s);
        user().rightClicksTodo(u"a"_s);
        user().chooses({u"Priority"_s, u"Medium"_s});
        QTRY_COMPARE(user().row(u"a"_s), u"a, due tomorrow, medium priority, not completed"_s);
        user().rightClicksTodo(u"a"_s);
        user().chooses({u"Move to"_s, u"Garden"_s});
        QTRY_COMPARE(user().titles(), QStringList());
        user().goesTo(u"Garden"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"a"_s});
    }

    void iSeeWhatIsLateAboveWhatIsDueToday()
    {
        user().adds({u"late"_s, u"now"_s, u"later"_s});
        user().clicksTodo(u"late"_s);
        user().presses(u"T -"_s);
        user().clicksTodo(u"now"_s);
        user().presses(u"T"_s);
        user().clicksTodo(u"later"_s);
        user().presses(u"W"_s);
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(
            user().rows(),
            (QStringList{u"Overdue, 1 todo"_s, u"late, overdue, due yesterday, not completed"_s,
                         u"Today · Wednesday 18 November, 1 todo"_s, u"now, due today, not completed"_s}));
        QCOMPARE(user().summary(), u"2 open, 1 overdue"_s);
        user().goesTo(u"Upcoming"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"later"_s});
    }

    // Far more than are read at once.
    void iMoveEverythingThatIsLateToTodayByKey()
    {
        execute(u"INSERT INTO tusk.todo (title, due_date) SELECT 'late ' || n, '2026-11-16' FROM "
                "generate_series(1, 450) AS n"_s);
        user().presses(u"Ctrl+2"_s);
        QTRY_COMPARE(user().rows().value(0), u"Overdue, 450 todos"_s); // 200 have been read
        QTRY_COMPARE(user().summary(), u"450 open, 450 overdue"_s);
        user().clicksCircleOf(user().titles().first());
        QTRY_COMPARE(user().rows().value(0), u"Overdue, 449 todos"_s);
        QCOMPARE(user().summary(), u"449 open, 449 overdue"_s);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().rows().value(0), u"Overdue, 450 todos"_s);
        user().presses(u"Ctrl+N Down Ctrl+A"_s);
        QTRY_COMPARE(user().rows().value(0), u"Overdue, 450 todos"_s);
        user().presses(u"Down"_s);
        QTRY_COMPARE(user().summary(), u"450 open, 450 overdue"_s);
        user().presses(u"Ctrl+1 Ctrl+2"_s);
        QTRY_COMPARE(user().rows().value(0), u"Overdue, 450 todos"_s);
        user().presses(u"Shift+T"_s);
        QTRY_COMPARE(stored(u"SELECT due_date, count(*) FROM tusk.todo GROUP BY 1"_s),
                     QStringList{u"2026-11-18|450"_s});
        QTRY_COMPARE(user().rows().value(0), u"Today · Wednesday 18 November, 450 todos"_s);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(stored(u"SELECT due_date, count(*) FROM tusk.todo GROUP BY 1"_s),
                     QStringList{u"2026-11-16|450"_s});
    }

    void iAmToldThatMoreIsThereThanCanBeChangedAtOnce()
    {
        execute(u"INSERT INTO tusk.todo (title, due_date) SELECT 'late ' || n, '2026-11-16' FROM "
                "generate_series(1, 5300) AS n"_s);
        user().presses(u"Ctrl+2"_s);
        QTRY_COMPARE(user().summary(), u"5,300 open, 5,300 overdue"_s);
        user().presses(u"Down Ctrl+A"_s);
        QTRY_COMPARE(user().summary(), u"5,000 of 5,300 selected"_s);
        QTRY_COMPARE(user().message(),
                     u"Only 5,000 of 5,300 todos are selected: more cannot be changed at once."_s);
        user().presses(u"Shift+T"_s);
        QTRY_COMPARE(user().message(),
                     u"Only 5,000 of 5,300 overdue todos were moved: more cannot be changed at once."_s);
        QTRY_COMPARE(stored(u"SELECT due_date, count(*) FROM tusk.todo GROUP BY 1 ORDER BY 1"_s),
                     (QStringList{u"2026-11-16|300"_s, u"2026-11-18|5000"_s}));
        QTRY_COMPARE(user().rows().value(0), u"Overdue, 300 todos"_s);
        user().clicks(u"Undo"_s);
        QTRY_COMPARE(stored(u"SELECT due_date, count(*) FROM tusk.todo GROUP BY 1"_s),
                     QStringList{u"2026-11-16|5300"_s});
    }

    void iAmToldThatNothingIsLate()
    {
        user().adds({u"now"_s});
        user().presses(u"Down T Ctrl+2"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"now"_s});
        user().presses(u"Shift+T"_s);
        QTRY_COMPARE(user().message(), u"No todo is overdue."_s);
    }

    void iFoldAGroupAndItStaysFolded()
    {
        user().adds({u"late"_s, u"now"_s});
        user().clicksTodo(u"late"_s);
        user().presses(u"T -"_s);
        user().clicksTodo(u"now"_s);
        user().presses(u"T"_s);
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"late"_s, u"now"_s}));
        user().folds(u"Overdue"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"now"_s});
        user().quitsTusk();
        user().startsTusk();
        QTRY_COMPARE(user().titles(), QStringList{u"now"_s});
        user().folds(u"Overdue"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"late"_s, u"now"_s}));
    }

    void iSeeWhyAPlaceIsEmpty()
    {
        QCOMPARE(user().emptyState(), u"Nothing here yet"_s);
        user().adds({u"one"_s});
        QTRY_COMPARE(user().emptyState(), QString());
        user().clicksCircleOf(u"one"_s);
        QTRY_COMPARE(user().emptyState(), u"All done here"_s);
        user().searches(u"elephant"_s);
        QTRY_COMPARE(user().emptyState(), u"Nothing matches “elephant”"_s);
        user().clicks(u"Leave the search"_s);
        QTRY_COMPARE(user().emptyState(), u"All done here"_s);
        QCOMPARE(user().place(), u"Inbox"_s);
    }

    void iMakeAListAndAmNotToldThatAllIsDone()
    {
        user().adds({u"one"_s});
        user().clicksCircleOf(u"one"_s);
        QTRY_COMPARE(user().emptyState(), u"All done here"_s);
        user().makesList(u"Garden"_s);
        QTRY_COMPARE(user().emptyState(), u"Nothing here yet"_s);
        user().adds({u"dig"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"dig"_s});
        user().clicksCircleOf(u"dig"_s);
        QTRY_COMPARE(user().emptyState(), u"All done here"_s);
    }

    void iGoToAnotherPlaceOfflineAndSeeNothingThatIsNotThere()
    {
        user().makesList(u"Garden"_s);
        user().adds({u"dig"_s});
        user().goesTo(u"Inbox"_s);
        user().adds({u"buy seeds"_s});
        QTRY_VERIFY(user().isSaved());
        network().cut(Proxy::NewConnections::Refused);
        QVERIFY(user().sees(u"offline"_s));
        user().goesTo(u"Garden"_s);
        QTRY_COMPARE(user().emptyState(), u"You are offline"_s);
        QCOMPARE(user().emptyHint(),
                 u"The todos of this place appear as soon as the database can be reached again."_s);
        QCOMPARE(user().titles(), QStringList());

        user().adds({u"sow"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"sow"_s});
        QCOMPARE(user().summary(), u"the rest appears with the connection"_s);
        user().searches(u"seeds"_s);
        QTRY_COMPARE(user().emptyHint(),
                     u"What matches appears as soon as the database can be reached again."_s);
        user().presses(u"Escape"_s);
        user().goesTo(u"Inbox"_s); // of that it is known
        QTRY_COMPARE(user().titles(), QStringList{u"buy seeds"_s});

        user().goesTo(u"Garden"_s);
        network().accept();
        user().presses(u"F5"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"dig"_s, u"sow"_s}));
        QTRY_COMPARE(user().summary(), u"2 open"_s);
        QCOMPARE(user().emptyState(), QString());
    }

    void iUnplugTheNetworkEditQuitAndFindTheEditSentTheNextDay()
    {
        user().adds({u"typed at home"_s});
        QTRY_VERIFY(user().isSaved());
        network().cut(Proxy::NewConnections::Refused);
        QVERIFY(user().sees(u"offline"_s));
        user().adds({u"typed on a train"_s});
        user().clicksTodo(u"typed at home"_s);
        user().presses(u"1"_s);
        QVERIFY(user().sees(u"2 changes waiting"_s));
        user().quitsTusk();
        QVERIFY(user().sees(u"They are kept safely on this computer"_s));
        user().presses(u"Return"_s);
        QTRY_VERIFY(!user().hasTuskOpen());
        QCOMPARE(stored(u"SELECT title, priority FROM tusk.todo"_s), QStringList{u"typed at home|0"_s});

        // Still without a network: Tusk knows of them.
        user().startsTuskOffline();
        QVERIFY(user().sees(u"2 changes waiting"_s));
        QVERIFY(user().sees(u"typed on a train"_s));
        user().quitsTusk();
        QVERIFY(user().sees(u"They are kept safely on this computer"_s));
        user().presses(u"Return"_s);
        QTRY_VERIFY(!user().hasTuskOpen());

        network().accept();
        user().waitsUntil(QDateTime({2026, 11, 19}, {8, 0}));
        user().startsTusk();
        QTRY_COMPARE(stored(u"SELECT title, priority FROM tusk.todo ORDER BY title"_s),
                     (QStringList{u"typed at home|3"_s, u"typed on a train|0"_s}));
        QCOMPARE(user().titles(), (QStringList{u"typed at home"_s, u"typed on a train"_s}));
    }
};

QTEST_MAIN(TestListFeature)
#include "tst_listfeature.moc"
