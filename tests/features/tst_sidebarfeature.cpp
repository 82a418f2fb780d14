// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "features/featuretest.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// Places, lists and tags, in the words of those who keep order.
class TestSidebarFeature final : public FeatureTest
{
    Q_OBJECT

    void makeLists(const QStringList &names)
    {
        for (const QString &name : names)
            user().makesList(name);
        user().goesTo(u"Inbox"_s);
    }
    [[nodiscard]] QStringList storedLists()
    {
        return stored(u"SELECT name FROM tusk.list ORDER BY position, id"_s);
    }

private Q_SLOTS:
    void iSeeHowMuchThereIsToDo()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        user().clicksTodo(u"a"_s);
        user().presses(u"T"_s);
        user().clicksTodo(u"b"_s);
        user().presses(u"M"_s);
        user().clicksTodo(u"c"_s);
        user().presses(u"Delete"_s);
        QCOMPARE(user().sidebar(), (QStringList{u"Inbox, 2"_s, u"Today, 1"_s, u"Upcoming, 1"_s, u"All, 2"_s,
                                                u"Completed"_s, u"Trash, 1"_s}));
        user().clicksCircleOf(u"a"_s);
        QTRY_COMPARE(user().sidebar(), (QStringList{u"Inbox, 1"_s, u"Today"_s, u"Upcoming, 1"_s, u"All, 1"_s,
                                                    u"Completed, 1"_s, u"Trash, 1"_s}));
    }

    void iMakeAListAndNewTodosGoThere()
    {
        user().makesList(u"Garden"_s);
        QCOMPARE(user().place(), u"Garden"_s);
        user().adds({u"dig"_s});
        QTRY_COMPARE(stored(u"SELECT title, list FROM tusk.todo_overview"_s), QStringList{u"dig|Garden"_s});
        QCOMPARE(user().sidebar().last(), u"Garden, 1"_s);
    }

    void iRenameAListAndGiveItAColour()
    {
        makeLists({u"Garden"_s});
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Rename"_s});
        user().presses(u"Ctrl+A"_s);
        user().types(u"Allotment"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedLists(), QStringList{u"Allotment"_s});
        const QStringList before = stored(u"SELECT color FROM tusk.list"_s);
        user().rightClicksInSidebar(u"Allotment"_s);
        user().chooses({u"Colour"_s, u"Violet"_s});
        QTRY_VERIFY(stored(u"SELECT color FROM tusk.list"_s) != before);
    }

    void iReadTheNewNameOfTheListThatIHaveOpen()
    {
        user().makesList(u"Garden"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Rename"_s});
        user().presses(u"Ctrl+A"_s);
        user().types(u"Allotment"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Allotment"_s);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
    }

    void iReadTheNewNameOfTheTagThatIHaveOpen()
    {
        user().adds({u"a"_s});
        user().clicksTodo(u"a"_s);
        user().presses(u"G"_s);
        user().types(u"errand"_s);
        user().presses(u"Return"_s);
        user().goesTo(u"errand"_s);
        user().rightClicksInSidebar(u"errand"_s);
        user().chooses({u"Rename"_s});
        user().presses(u"Ctrl+A"_s);
        user().types(u"way"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"way"_s);
    }

    void iReadTheNewNameThatMyOpenListGotOnAnotherComputer()
    {
        user().makesList(u"Garden"_s);
        QTRY_VERIFY(user().isSaved());
        models::Workspace &elsewhere = otherComputer().workspace();
        QTRY_COMPARE(elsewhere.lists().size(), 1);
        const domain::TodoList before = elsewhere.lists().constFirst();
        domain::TodoList after = before;
        after.name = u"Allotment"_s;
        elsewhere.perform(domain::editList(before, after, elsewhere.now()));
        QTRY_COMPARE(user().place(), u"Allotment"_s);
        QTRY_COMPARE(user().sidebar().last(), u"Allotment"_s);
        user().goesTo(u"Inbox"_s); // and no other place is called so
        QCOMPARE(user().place(), u"Inbox"_s);
    }

    void iGiveAListANameThatExistsAndKeepWhatITyped()
    {
        makeLists({u"Garden"_s});
        user().makesList(u"gARDEN"_s);
        QTRY_VERIFY(!user().message().isEmpty());
        user().types(u" of Eden"_s); // the line is still open
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedLists(), (QStringList{u"Garden"_s, u"gARDEN of Eden"_s}));
    }

    void iPutAListAwayAndBringItBack()
    {
        makeLists({u"Garden"_s, u"Work"_s});
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Archive"_s});
        QTRY_VERIFY(!user().sidebar().contains(u"Garden"_s));
        user().rightClicksInSidebar(u"Work"_s);
        user().chooses({u"Show archived lists"_s});
        QTRY_VERIFY(user().sidebar().contains(u"Garden"_s));
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Bring back"_s});
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.list WHERE archived_at IS NULL"_s),
                     QStringList{u"2"_s});
    }

    void iPutTheOnlyListAwayAndSeeItByTheMenuOfTheHeading()
    {
        makeLists({u"Garden"_s});
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Archive"_s});
        QTRY_VERIFY(!user().sidebar().contains(u"Garden"_s));
        while (user().focused() != u"Lists"_s)
            user().presses(u"Shift+Tab"_s);
        user().presses(u"Menu"_s);
        user().chooses({u"Show archived lists"_s});
        QTRY_VERIFY(user().sidebar().contains(u"Garden"_s));
        user().quitsTusk();
        user().startsTusk();
        QTRY_VERIFY(user().sidebar().contains(u"Garden"_s));
    }

    void iFindATodoOfAListThatIPutAway_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("typed");
        QTest::addRow("search") << u"Ctrl+F"_s << u"dig"_s;
        QTest::addRow("palette") << u"Ctrl+K"_s << u"dig the beds"_s;
    }
    void iFindATodoOfAListThatIPutAway()
    {
        QFETCH(const QString, keys);
        QFETCH(const QString, typed);
        user().makesList(u"Garden"_s);
        user().adds({u"sow"_s, u"dig the beds"_s});
        QTRY_VERIFY(user().isSaved());
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Archive"_s});
        QTRY_COMPARE(user().place(), u"Inbox"_s);
        user().presses(keys);
        user().types(typed);
        if (keys == u"Ctrl+K"_s)
            QTRY_VERIFY(user().palette().contains(u"dig the beds"_s));
        else
            QTRY_COMPARE(user().titles(), QStringList{u"dig the beds"_s});
        user().presses(u"Return"_s);
        if (keys == u"Ctrl+F"_s)
            user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
        QTRY_COMPARE(user().selected(), QStringList{u"dig the beds"_s});
        QVERIFY(user().sidebar().contains(u"Garden, 2"_s));
    }

    void iGoToAListThatIPutAwayThroughThePalette()
    {
        makeLists({u"Garden"_s});
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Archive"_s});
        QTRY_VERIFY(!user().sidebar().contains(u"Garden"_s));
        user().presses(u"Ctrl+K"_s);
        user().types(u"garden"_s);
        QTRY_COMPARE(user().palette().value(0), u"Garden"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
        QVERIFY(user().sidebar().contains(u"Garden"_s));
        user().presses(u"Ctrl+K"_s); // and out of sight again
        user().types(u"show archived"_s);
        user().presses(u"Return"_s);
        QTRY_VERIFY(!user().sidebar().contains(u"Garden"_s));
        QCOMPARE(user().place(), u"Inbox"_s);
    }

    void iDeleteAListAndAmAskedAboutItsTodos_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("whereTheyAre");
        QTest::addRow("to the Inbox") << u"Move them to the Inbox"_s << u"Inbox"_s;
        QTest::addRow("to the Trash") << u"Move them to the Trash"_s << u"Trash"_s;
    }
    void iDeleteAListAndAmAskedAboutItsTodos()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, whereTheyAre);
        user().makesList(u"Garden"_s);
        user().adds({u"dig"_s, u"sow"_s});
        user().rightClicksInSidebar(u"Garden"_s);
        user().chooses({u"Delete…"_s});
        QVERIFY(user().sees(u"2 open todos are in it."_s));
        user().clicks(answer);
        QTRY_COMPARE(storedLists(), QStringList());
        user().goesTo(whereTheyAre);
        QTRY_COMPARE(user().titles().size(), 2);
        QVERIFY(user().titles().contains(u"dig"_s) && user().titles().contains(u"sow"_s));
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(stored(u"SELECT title, list FROM tusk.todo_overview ORDER BY title"_s),
                     (QStringList{u"dig|Garden"_s, u"sow|Garden"_s}));
    }

    void iDragListsIntoMyOrder()
    {
        makeLists({u"a"_s, u"b"_s, u"c"_s});
        user().dragsList(u"c"_s, u"a"_s);
        QTRY_COMPARE(storedLists().join(QString()), u"cab"_s);
        user().dragsList(u"a"_s, u"a"_s); // onto itself
        QVERIFY(user().isSaved());
        QCOMPARE(user().sidebar().mid(6).join(QString()), u"cab"_s);
    }

    void iDropTodosOntoWhatTheyShallBe()
    {
        makeLists({u"Garden"_s});
        user().adds({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        user().clicksTodo(u"e"_s);
        user().presses(u"G"_s);
        user().types(u"errand"_s);
        user().presses(u"Return"_s);
        user().dragsTodo(u"a"_s, u"Today"_s);
        QTRY_COMPARE(user().row(u"a"_s), u"a, due today, not completed"_s);
        user().dragsTodo(u"b"_s, u"errand"_s);
        QTRY_COMPARE(user().row(u"b"_s), u"b, tag errand, not completed"_s);
        user().selects({u"c"_s, u"d"_s});
        user().dragsTodo(u"c"_s, u"Garden"_s); // and the other one with it
        QTRY_COMPARE(user().titles(), (QStringList{u"a"_s, u"b"_s, u"e"_s}));
        user().dragsTodo(u"e"_s, u"Trash"_s);
        QTRY_COMPARE(
            stored(u"SELECT title, list FROM tusk.todo_overview WHERE list <> 'Inbox' ORDER BY title"_s),
            (QStringList{u"c|Garden"_s, u"d|Garden"_s}));
        QTRY_COMPARE(storedTitles(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        user().dragsTodo(u"a"_s, u"Inbox"_s); // where it is
        QTRY_VERIFY(user().isSaved());
        QCOMPARE(user().titles(), (QStringList{u"a"_s, u"b"_s}));
    }

    void iSeeATagGoFromEverywhereWhenIDeleteIt()
    {
        user().adds({u"a"_s});
        user().presses(u"Down G"_s); // into the list
        user().types(u"errand"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().row(u"a"_s), u"a, tag errand, not completed"_s);
        user().rightClicksInSidebar(u"errand"_s);
        user().chooses({u"Delete tag"_s});
        QTRY_COMPARE(user().row(u"a"_s), u"a, not completed"_s);
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.tag"_s), QStringList{u"0"_s});
        QCOMPARE(user().sidebar().size(), 6);
    }

    void iSeeHowTheDatabaseIs()
    {
        QVERIFY(user().sees(u"Local"_s));
        QVERIFY(user().sees(u"connected"_s));
        network().cut(Proxy::NewConnections::Refused);
        QVERIFY(user().sees(u"offline"_s));
        user().adds({u"one"_s});
        QVERIFY(user().sees(u"offline · 1 change waiting"_s));
        network().accept();
        user().presses(u"F5"_s);
        QTRY_COMPARE_WITH_TIMEOUT(storedTitles(), QStringList{u"one"_s}, 20'000);
        QVERIFY(user().sees(u"connected"_s));
    }

    void iAmToldOnceWhyTheDatabaseIsAway()
    {
        network().cut(Proxy::NewConnections::Refused);
        QTRY_COMPARE(user().message(),
                     u"No database server is running at this address. It is tried again by itself."_s);
        network().accept();
        user().clicks(u"Connect now"_s);
        QVERIFY(user().sees(u"connected"_s));
    }
};

QTEST_MAIN(TestSidebarFeature)
#include "tst_sidebarfeature.moc"
