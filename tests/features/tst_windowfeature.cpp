// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// The window as a whole, in the words of those who leave it and come back.
class TestWindowFeature final : public FeatureTest
{
    Q_OBJECT

    // Among more todos than are read at once.
    void goFarDown()
    {
        execute(u"INSERT INTO tusk.todo (title, position) SELECT 'todo ' || n, 'a' || lpad(n::text, 4, '0') "
                u"|| '1' "
                "FROM generate_series(1, 450) AS n; SELECT 1"_s);
        QTRY_COMPARE(user().summary(), u"450 open"_s);
        user().clicksTodo(u"todo 1"_s);
        for (int page = 0; page < 3; ++page) {
            const qsizetype rows = user().titles().size();
            user().presses(u"End"_s);
            QTRY_VERIFY(user().titles().size() > rows || user().titles().size() == 450);
        }
    }

private Q_SLOTS:
    void iFindTheWindowAsILeftIt()
    {
        user().makesList(u"Garden"_s);
        user().adds({u"dig"_s, u"sow"_s, u"water"_s});
        user().window().resize(1012, 644);
        user().dragsEdgeOfSidebar(40);
        const int wide = user().sidebarWidth();
        user().quitsTusk();
        user().startsTusk();
        QCOMPARE(user().window().size(), QSize(1012, 644));
        QCOMPARE(user().sidebarWidth(), wide);
        QCOMPARE(user().place(), u"Garden"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"dig"_s, u"sow"_s, u"water"_s}));
    }

    void iFindTheDetailsAsWideAsIMadeThem()
    {
        const int before = user().detailsWidth();
        user().dragsEdgeOfDetails(-40);
        const int wide = user().detailsWidth();
        QCOMPARE_GT(wide, before);
        user().quitsTusk();
        user().startsTusk();
        QCOMPARE(user().detailsWidth(), wide);
    }

    void iFindTheTodosThatISelected()
    {
        user().adds({u"dig"_s, u"sow"_s, u"water"_s});
        user().selects({u"dig"_s, u"water"_s});
        QTRY_COMPARE(user().selected(), (QStringList{u"dig"_s, u"water"_s}));
        user().quitsTusk();
        user().startsTusk();
        QTRY_COMPARE(user().selected(), (QStringList{u"dig"_s, u"water"_s}));
        QVERIFY(user().sees(u"2 todos selected"_s));
    }

    void iFindTheTodoThatIWorkedOn()
    {
        user().adds({u"dig"_s, u"sow"_s, u"water"_s});
        user().clicksTodo(u"sow"_s);
        user().quitsTusk();
        user().startsTusk();
        QTRY_COMPARE(user().selected(), QStringList{u"sow"_s});
    }

    void iFindTheTodoThatIWorkedOnFarDown()
    {
        goFarDown();
        user().clicksTodo(u"todo 444"_s);
        user().quitsTusk();
        user().startsTusk();
        QTRY_COMPARE(user().selected(), QStringList{u"todo 444"_s});
    }

    void iFindTheTodosThatISelectedFarApart()
    {
        goFarDown();
        user().selects({u"todo 1"_s, u"todo 444"_s});
        QTRY_COMPARE(user().selected(), (QStringList{u"todo 1"_s, u"todo 444"_s}));
        user().quitsTusk();
        user().startsTusk();
        QTRY_COMPARE(user().selected(), (QStringList{u"todo 1"_s, u"todo 444"_s}));
    }

    void iHideTheDetailsAndTheyStayAway()
    {
        user().presses(u"Ctrl+D"_s);
        QVERIFY(!user().seesNow(u"Select a todo to see its details."_s));
        user().quitsTusk();
        user().startsTusk();
        QVERIFY(!user().seesNow(u"Select a todo to see its details."_s));
        user().clicks(u"Details"_s);
        QVERIFY(user().sees(u"Select a todo to see its details."_s));
    }

    void iMakeTheWindowSmallAndTheDetailsGiveWayUntilItIsLarge()
    {
        const QString details = u"Select a todo to see its details."_s;
        QVERIFY(user().sees(details));
        user().window().resize(640, 420);
        QTRY_VERIFY(!user().seesNow(details));
        user().quitsTusk();
        user().startsTusk();
        QTRY_VERIFY(!user().seesNow(details));
        user().window().resize(1120, 720);
        QVERIFY(user().sees(details));
        user().window().resize(640, 420);
        QTRY_VERIFY(!user().seesNow(details));
        user().presses(u"Ctrl+D"_s); // I want them all the same
        QVERIFY(user().sees(details));
    }

    void iFoldMyListsAndTheyStayFolded()
    {
        user().makesList(u"Garden"_s);
        user().goesTo(u"Inbox"_s);
        user().clicks(u"Lists"_s);
        QVERIFY(!user().sidebar().contains(u"Garden"_s));
        user().quitsTusk();
        user().startsTusk();
        QVERIFY(!user().sidebar().contains(u"Garden"_s));
        user().clicks(u"Lists"_s);
        QVERIFY(user().sidebar().contains(u"Garden"_s));
    }

    void iQuitWhateverLiesAboveTheWindow_data()
    {
        QTest::addColumn<QString>("palette"); // what I look for in it
        QTest::addColumn<QString>("seen");
        QTest::newRow("the settings") << u"settings"_s << u"Pages of the settings"_s;
        QTest::newRow("the export")
            << u"export"_s << u"Everything. Imported again, it gives the same todos, lists and tags."_s;
        QTest::newRow("the import") << u"import todos"_s << u"Drop the file with your old todos here"_s;
        QTest::newRow("all keys") << u"all keys"_s << u"Search keys"_s;
        QTest::newRow("the palette") << QString() << u"What can be chosen"_s;
    }
    void iQuitWhateverLiesAboveTheWindow()
    {
        QFETCH(const QString, palette);
        QFETCH(const QString, seen);
        user().adds({u"dig"_s});
        user().presses(u"Ctrl+K"_s);
        if (!palette.isEmpty()) {
            user().types(palette);
            user().presses(u"Return"_s);
        }
        QVERIFY(user().sees(seen));
        user().quitsTusk();
        QVERIFY(!user().hasTuskOpen());
        user().startsTusk();
        QTRY_COMPARE(user().titles(), QStringList{u"dig"_s});
        QVERIFY(!user().seesNow(seen));
    }

    void iQuitByAKeyOfMyOwnFromTheSettings()
    {
        user().opensSettings(u"Keys"_s);
        user().clicks(u"Search actions and keys"_s);
        user().types(u"Quit"_s);
        user().presses(u"Tab Return Ctrl+Q Return Ctrl+E"_s); // where a key is asked for, it is only that
        QVERIFY(user().hasTuskOpen());
        user().presses(u"Ctrl+Q"_s); // it is free now
        QVERIFY(user().hasTuskOpen());
        user().presses(u"Ctrl+E"_s);
        QVERIFY(!user().hasTuskOpen());
    }

    // What the server was told is looked through after each test, see FeatureTest.
    void trap2_iDoWhatThereIsToDoAndNothingIsPreparedOnTheServer()
    {
        user().adds({u"dig"_s, u"sow"_s, u"water"_s});
        user().makesList(u"Garden"_s);
        user().adds({u"weed"_s});
        user().goesTo(u"Inbox"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"dig"_s, u"sow"_s, u"water"_s}));
        user().clicksTodo(u"sow"_s);
        user().presses(u"Return"_s);
        user().types(u"sow beans"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo ORDER BY 1"_s),
                     (QStringList{u"dig"_s, u"sow beans"_s, u"water"_s, u"weed"_s}));
        user().dragsTodo(u"dig"_s, u"Garden"_s);
        user().clicksCircleOf(u"water"_s);
        user().clicksTodo(u"sow beans"_s);
        user().presses(u"Delete"_s);
        QTRY_COMPARE(storedTitles().size(), 3);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(storedTitles().size(), 4);
        user().searches(u"weed"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"weed"_s});
        user().goesTo(u"Completed"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"water"_s});
        QCOMPARE(stored(u"SELECT t.title FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id ORDER BY 1"_s),
                 (QStringList{u"dig"_s, u"weed"_s}));
        QTRY_VERIFY(user().isSaved());
        QVERIFY(timesSaid(u"apply_action"_s) >= 9);
    }

    void iAmInTheInboxWhereMyListIsGone()
    {
        user().makesList(u"Garden"_s);
        QTRY_VERIFY(user().isSaved());
        user().quitsTusk();
        execute(u"DELETE FROM tusk.list"_s);
        user().startsTusk();
        QTRY_COMPARE(user().place(), u"Inbox"_s);
        user().adds({u"still works"_s});
        QTRY_COMPARE(storedTitles(), QStringList{u"still works"_s});
    }
};

QTEST_MAIN(TestWindowFeature)
#include "tst_windowfeature.moc"
