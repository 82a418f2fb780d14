// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"
#include "gui/actions/actionregistry.h"
#include "gui/environments/environmentswitcher.h"
#include "gui/sidebar/sidebar.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using gui::ActionId;

// Everything without the mouse.
class TestKeyboardFeature final : public FeatureTest
{
    Q_OBJECT

    void tabulateActions()
    {
        QTest::addColumn<int>("number");
        for (const gui::ActionInfo &info : gui::allActions())
            QTest::addRow("%s", info.name) << static_cast<int>(info.id);
    }
    void goIntoTheSidebar()
    {
        while (user().focused() != u"Places"_s && user().focused() != u"Lists"_s)
            user().presses(u"Shift+Tab"_s);
        if (user().focused() == u"Places"_s)
            user().presses(u"Tab Tab"_s);
    }
    void findsInPalette(const QString &typed)
    {
        user().presses(u"Ctrl+K"_s);
        QTRY_COMPARE(user().focused(), u"Find an action, a place, a tag or a todo"_s);
        user().types(typed);
        user().presses(u"Return"_s);
    }
    [[nodiscard]] QStringList storedLists()
    {
        return stored(u"SELECT name FROM tusk.list ORDER BY position, id"_s);
    }
    // Where every action has something to do: two todos are selected, one can be taken back, one done again.
    void getReadyFor(ActionId id)
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        user().presses(u"Down"_s); // from the line into the list
        if (id == ActionId::RestoreTodos) {
            user().presses(u"Delete Ctrl+6"_s);
            QTRY_COMPARE(user().titles(), QStringList{u"c"_s});
            user().presses(u"Down"_s);
        } else {
            user().presses(u"1 Ctrl+Z Shift+Up"_s);
            QCOMPARE(user().selected(), (QStringList{u"b"_s, u"c"_s}));
        }
        if (id == ActionId::ReverseOrder) { // of what is sorted by hand there is no other way round
            user().presses(u"Ctrl+K"_s);
            QTRY_COMPARE(user().focused(), u"Find an action, a place, a tag or a todo"_s);
            user().types(u"Sort by priority"_s);
            user().presses(u"Return"_s);
        }
        if (gui::actionInfo(id).category == gui::ActionCategory::Environments) {
            QList<gui::EnvironmentEntry> environments;
            for (int number = 1; number <= 9; ++number)
                environments.append({QUuid::createUuid(), u"environment %1"_s.arg(number), {}, {}});
            user().window().switcher().setEntries(environments, {});
        }
        if (id == ActionId::CopyList) {
            user().window().switcher().setEntries(
                {{QUuid(), u"here"_s, {}, {}}, {QUuid::createUuid(), u"there"_s, {}, {}}}, QUuid());
        }
        if (gui::actionInfo(id).context == gui::ActionContext::Sidebar) {
            user().makesList(u"Garden"_s);
            QTRY_COMPARE(user().place(), u"Garden"_s);
            goIntoTheSidebar();
        }
        if (id == ActionId::MoveOverdueToToday) {
            user().presses(u"T - Ctrl+2"_s);
            QTRY_COMPARE(user().titles().size(), 2);
        }
        if (id == ActionId::EditNotes)
            user().presses(u"Down"_s); // of one todo only
        if (id == ActionId::FoldGroup) {
            user().presses(u"T Ctrl+2"_s);
            QTRY_COMPARE(user().titles().size(), 2);
        }
        if (id == ActionId::PasteTodos)
            user().copiesElsewhere(u"pasted"_s);
        if (id == ActionId::LeaveSearch) {
            user().searches(u"a"_s);
            QTRY_COMPARE(user().place(), u"Search"_s);
            user().presses(u"Return"_s);
        }
    }

private Q_SLOTS:
    void iReachEveryActionByItsKey_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("key");
        for (const gui::ActionInfo &info : gui::allActions()) {
            for (const QKeySequence &key : info.keys) {
                const QString name = key.toString(QKeySequence::PortableText);
                QTest::addRow("%s: %s", info.name, qPrintable(name)) << static_cast<int>(info.id) << name;
            }
        }
    }
    void iReachEveryActionByItsKey()
    {
        QFETCH(const int, number);
        QFETCH(const QString, key);
        const auto id = static_cast<ActionId>(number);
        getReadyFor(id);
        const QSignalSpy done(&user().window().actions().action(id), &QAction::triggered);
        user().presses(key);
        QTRY_COMPARE(done.size(), 1);
    }

    void iReachEveryActionThroughThePalette_data() { tabulateActions(); }
    void iReachEveryActionThroughThePalette()
    {
        QFETCH(const int, number);
        const auto id = static_cast<ActionId>(number);
        if (id == ActionId::OpenPalette)
            return; // is open
        getReadyFor(id);
        const QAction &action = user().window().actions().action(id);
        const QSignalSpy done(&action, &QAction::triggered);
        user().presses(u"Ctrl+K"_s);
        QTRY_COMPARE(user().focused(), u"Find an action, a place, a tag or a todo"_s);
        user().types(gui::actionText(id).remove(u'…'));
        QTRY_VERIFY2(user().palette().value(0).startsWith(gui::actionText(id)),
                     qPrintable(user().palette().join(u'\n')));
        user().presses(u"Return"_s);
        QTRY_COMPARE(done.size(), 1);
    }

    void iGoAnywhereThroughThePalette()
    {
        user().presses(u"Ctrl+K"_s);
        user().types(u"new list"_s);
        user().presses(u"Return"_s);
        user().types(u"Garden"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
        user().adds({u"dig the beds"_s});
        QTRY_COMPARE(user().titles(), QStringList{u"dig the beds"_s});
        user().presses(u"Down G"_s);
        user().types(u"errand"_s);
        user().presses(u"Return"_s);
        QTRY_VERIFY(user().isSaved());
        QTRY_VERIFY(user().sidebar().join(u'\n').contains(u"errand"_s));
        for (const auto &[typed, place] :
             {std::pair(u"inbox"_s, u"Inbox"_s), std::pair(u"errand"_s, u"errand"_s),
              std::pair(u"upco"_s, u"Upcoming"_s), std::pair(u"gard"_s, u"Garden"_s)}) {
            user().presses(u"Ctrl+K"_s);
            user().types(typed);
            user().presses(u"Return"_s);
            QTRY_COMPARE(user().place(), place);
        }
        user().presses(u"Ctrl+1 Ctrl+K"_s);
        user().types(u"dig the"_s);
        QTRY_VERIFY(user().palette().contains(u"dig the beds"_s));
        user().presses(u"Up Return"_s); // the last: what the database has found
        QTRY_COMPARE(user().selected(), QStringList{u"dig the beds"_s});
        QCOMPARE(user().place(), u"Garden"_s);
    }

    // Ctrl+K deletes to the end of the line in many fields.
    void iOpenThePaletteWhileITypeAndNothingOfItIsLost()
    {
        const QString found = u"Find an action, a place, a tag or a todo"_s;
        user().types(u"half a title"_s);
        user().presses(u"Home Ctrl+K"_s);
        QTRY_COMPARE(user().focused(), found);
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().focused(), u"Add a todo"_s);
        QCOMPARE(user().textOf(u"Add a todo"_s), u"half a title"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"half a title"_s});
        QVERIFY(user().sees(u"Title"_s));
        user().clicks(u"Title"_s);
        user().presses(u"Ctrl+Home Ctrl+K"_s);
        QTRY_COMPARE(user().focused(), found);
        user().presses(u"Escape"_s);
        user().clicks(u"Notes"_s);
        user().types(u"a note"_s);
        user().presses(u"Home Ctrl+K"_s);
        QTRY_COMPARE(user().focused(), found);
        user().presses(u"Escape Ctrl+1"_s);
        QTRY_COMPARE(stored(u"SELECT title, notes FROM tusk.todo"_s), QStringList{u"half a title|a note"_s});
    }

    void iQuitWhileIType()
    {
        user().types(u"half a title"_s);
        user().quitsTusk();
        QVERIFY(!user().hasTuskOpen());
    }

    void iOpenTheMenuAndGoWithTheArrowsWhereIWant()
    {
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        user().presses(u"F10"_s);
        QCOMPARE(user().menu().value(0), u"Undo: Add “a”"_s);
        user().chooses({u"Priority"_s, u"High priority"_s});
        QTRY_COMPARE(user().row(u"a"_s), u"a, high priority, not completed"_s);
        user().presses(u"F10 Escape"_s);
        QTRY_COMPARE(user().focused(), u"Todos"_s); // where I was
    }

    void iOpenTheMenuOfWhatIAmAt_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("with its key") << u"Menu"_s;
        QTest::newRow("on a keyboard that has none") << u"Shift+F10"_s;
    }
    void iOpenTheMenuOfWhatIAmAt()
    {
        QFETCH(const QString, key);
        user().makesList(u"Allotment"_s);
        user().makesList(u"Garden"_s);
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        user().clicksTodo(u"c"_s); // the mouse stays there
        user().presses(u"Up"_s);
        QCOMPARE(user().selected(), QStringList{u"b"_s});
        user().presses(key);
        QVERIFY(user().isMenuAtTodo(u"b"_s));
        user().chooses({u"Due"_s, u"Tomorrow"_s});
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo WHERE due_date IS NOT NULL"_s),
                     QStringList{u"b"_s});
        goIntoTheSidebar();
        user().presses(key);
        QVERIFY(user().isMenuInSidebarAt(u"Garden"_s));
        user().chooses({u"Archive"_s});
        QTRY_VERIFY(!user().sidebar().contains(u"Garden"_s));
    }

    void iOpenTheMenuOfAFieldAndTheKeyOfMyOwnGoesBefore()
    {
        user().presses(u"Shift+F10"_s); // in the line for new todos
        QVERIFY(!user().menu().isEmpty());
        user().presses(u"Escape"_s);
        gui::ActionRegistry &actions = user().window().actions();
        gui::KeyBindings bindings = actions.bindings();
        bindings.setKeys(ActionId::GoToToday, {QKeySequence(u"Shift+F10"_s)});
        actions.setBindings(bindings);
        user().presses(u"Shift+F10"_s);
        QTRY_COMPARE(user().place(), u"Today"_s);
    }

    void iOpenTheMenuOfAFieldAboveTheWindow()
    {
        const QString found = u"Find an action, a place, a tag or a todo"_s;
        user().presses(u"Ctrl+K"_s);
        QTRY_COMPARE(user().focused(), found);
        user().presses(u"Shift+F10"_s);
        QVERIFY(!user().menu().isEmpty());
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().focused(), found);
        user().presses(u"Escape"_s);
        user().opensSettings(u"Keys"_s);
        user().clicks(u"Search actions and keys"_s);
        user().presses(u"Shift+F10"_s);
        QVERIFY(!user().menu().isEmpty());
        user().presses(u"Escape"_s);
    }

    void iOpenTheMenuOfAFieldInWhatOpensAtAnother()
    {
        user().adds({u"a"_s});
        user().presses(u"Down D"_s);
        QTRY_COMPARE(user().focused(), u"Date in words"_s);
        user().presses(u"Shift+F10"_s);
        QVERIFY(!user().menu().isEmpty());
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().focused(), u"Date in words"_s);
        user().presses(u"Escape"_s);
        QTRY_VERIFY(user().focused() != u"Date in words"_s);
    }

    void iSeeKeysInTheMenuOfATodoAndTheyGoOnWorkingWhereTheyDid()
    {
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        user().rightClicksTodo(u"a"_s);
        QCOMPARE(user().keyInMenu(u"Complete"_s), u"Space"_s);
        QCOMPARE(user().keyInMenu(u"Copy as text"_s), u"Ctrl+C"_s);
        QCOMPARE(user().keyInMenu(u"Delete"_s), u"Del"_s);
        user().chooses({u"Due"_s, u"Tomorrow"_s});
        QTRY_COMPARE(user().row(u"a"_s), u"a, due tomorrow, not completed"_s);
        user().presses(u"T"_s);
        QTRY_COMPARE(user().row(u"a"_s), u"a, due today, not completed"_s);
        user().presses(u"Ctrl+N"_s);
        user().types(u"tm1"_s);
        QCOMPARE(user().textOf(u"Add a todo"_s), u"tm1"_s);
    }

    void iSeeInMenusTheKeysThatIChose()
    {
        gui::ActionRegistry &actions = user().window().actions();
        gui::KeyBindings bindings = actions.bindings();
        bindings.setKeys(ActionId::ToggleCompleted, {QKeySequence(u"Ctrl+Return"_s)});
        bindings.setKeys(ActionId::NewTodo, {QKeySequence(u"X"_s)}); // in the list only
        bindings.setKeys(ActionId::ArchiveList, {QKeySequence(u"Ctrl+B"_s)});
        bindings.setKeys(ActionId::DeleteTodos, {});
        actions.setBindings(bindings);
        user().adds({u"a"_s});
        user().presses(u"Down F10"_s);
        user().chooses({u"Todos"_s});
        QCOMPARE(user().keyInMenu(u"New todo"_s), u"X"_s);
        QCOMPARE(user().keyInMenu(u"Complete or reopen"_s), u"Ctrl+Return"_s);
        user().presses(u"Escape Escape"_s);
        user().rightClicksTodo(u"a"_s);
        QCOMPARE(user().keyInMenu(u"Complete"_s), u"Ctrl+Return"_s);
        QCOMPARE(user().keyInMenu(u"Delete"_s), QString());
        user().presses(u"Escape"_s);
        user().makesList(u"Garden"_s);
        user().rightClicksInSidebar(u"Garden"_s);
        QCOMPARE(user().keyInMenu(u"Rename"_s), u"F2"_s);
        QCOMPARE(user().keyInMenu(u"Archive"_s), u"Ctrl+B"_s);
        user().presses(u"Escape"_s);
    }

    void iTakeAKeyFromAnActionAndItDoesNothingAnyMore()
    {
        gui::ActionRegistry &actions = user().window().actions();
        gui::KeyBindings bindings = actions.bindings();
        bindings.setKeys(ActionId::EditTitle, {QKeySequence(u"R"_s)});
        bindings.setKeys(ActionId::RenameEntry, {});
        bindings.setKeys(ActionId::CopyTodos, {});
        bindings.setKeys(ActionId::PasteTodos, {});
        bindings.setKeys(ActionId::SelectAll, {});
        actions.setBindings(bindings);
        user().adds({u"d"_s, u"a"_s});
        QGuiApplication::clipboard()->setText(u"b"_s);
        user().presses(u"Down Ctrl+A Ctrl+V Ctrl+C F2"_s);
        QCOMPARE(user().selected(), QStringList{u"a"_s});
        QCOMPARE(QGuiApplication::clipboard()->text(), u"b"_s);
        QCOMPARE(user().titles(), (QStringList{u"d"_s, u"a"_s}));
        user().presses(u"R"_s);
        user().types(u"c"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"d"_s, u"c"_s}));
    }

    void iWriteNotesAndSayWhenATodoStarts()
    {
        user().adds({u"a"_s});
        user().presses(u"Down N"_s);
        QTRY_COMPARE(user().focused(), u"Notes"_s);
        user().types(u"a note"_s);
        user().presses(u"Escape"_s); // they are shown as they read
        QTRY_COMPARE(user().focused(), u"Notes"_s);
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().focused(), u"Todos"_s);
        QCOMPARE(user().selected(), QStringList{u"a"_s});
        user().presses(u"S"_s);
        QTRY_COMPARE(user().focused(), u"Date in words"_s);
        user().types(u"tomorrow"_s);
        user().presses(u"Return"_s);
        const QString stays = u"SELECT title, notes, start_date, due_date FROM tusk.todo"_s;
        QTRY_COMPARE(stored(stays),
                     QStringList{u"a|a note|%1|"_s.arg(user().today().addDays(1).toString(Qt::ISODate))});
    }

    void iSelectAllAndFoldTheGroupThatIAmIn()
    {
        user().adds({u"a"_s, u"b"_s, u"c"_s});
        user().presses(u"Down Ctrl+A"_s);
        QCOMPARE(user().selected().size(), 3);
        user().presses(u"T Ctrl+2"_s);
        QTRY_COMPARE(user().titles().size(), 3);
        findsInPalette(u"fold"_s);
        QTRY_COMPARE(user().titles(), QStringList());
        findsInPalette(u"fold"_s);
        QTRY_COMPARE(user().titles().size(), 3);
        user().presses(u"Ctrl+1"_s);
        QTRY_COMPARE(user().place(), u"Inbox"_s);
        QVERIFY(!user().window().actions().action(ActionId::FoldGroup).isEnabled()); // there are no groups
    }

    void iWalkRoundTheWindowWithTheTabKey()
    {
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        QTRY_VERIFY(user().isSaved());
        QVERIFY(user().sees(u"Due: No date"_s)); // the details follow in a moment
        const QStringList stops = user().walksRoundByTab();
        for (const char *stop : {"Places", "Add a todo", "Todos", "Title", "Due: No date", "Starts: Any time",
                                 "Priority: None", "List: Inbox", "Add a tag", "Notes", "Search", "Details"})
            QVERIFY2(stops.contains(QString::fromLatin1(stop)),
                     qPrintable(QString::fromLatin1(stop) + u" is not in:\n"_s + stops.join(u'\n')));
    }

    void iWalkRoundTheTagsOfATodoAndWhatSeveralShareWithTheTabKey()
    {
        user().adds({u"a"_s, u"b"_s});
        user().presses(u"Down G"_s);
        user().types(u"errand"_s);
        user().presses(u"Return"_s);
        QTRY_VERIFY(user().isSaved());
        QVERIFY(user().sees(u"Tag errand"_s));
        QTRY_COMPARE(user().focused(), u"Todos"_s);
        const QStringList stops = user().walksRoundByTab();
        QVERIFY2(stops.contains(u"Tag errand"_s), qPrintable(stops.join(u'\n')));
        user().presses(u"Shift+Up"_s);
        QCOMPARE(user().selected().size(), 2);
        const QString shared = u"Tag errand, of some of the todos"_s;
        QVERIFY(user().sees(shared));
        const QStringList others = user().walksRoundByTab();
        QVERIFY2(others.contains(shared), qPrintable(others.join(u'\n')));
    }

    void iComeByTabToWhatWasScrolledAway()
    {
        user().window().resize(1120, 240);
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        QVERIFY(user().sees(u"Due: No date"_s));
        user().tabsTo(u"Notes"_s); // to the end of the details
        user().clicksTodo(u"a"_s);
        QVERIFY(user().walksRoundByTab().contains(u"Title"_s)); // and each stop is seen
    }

    void iWalkRoundAnEmptyPlaceWithTheTabKey()
    {
        QCOMPARE(user().emptyState(), u"Nothing here yet"_s);
        const QStringList stops = user().walksRoundByTab();
        QVERIFY2(stops.contains(u"Places"_s), qPrintable(stops.join(u'\n')));
        QVERIFY2(!stops.contains(u"Todos"_s), qPrintable(stops.join(u'\n')));
    }

    void iStayInThePaletteAndInTheSheetOfKeysWithTheTabKey()
    {
        const QString found = u"Find an action, a place, a tag or a todo"_s;
        user().presses(u"Ctrl+K"_s);
        QTRY_COMPARE(user().focused(), found);
        QCOMPARE(user().walksRoundByTab(), QStringList{found});
        user().presses(u"Escape F1"_s);
        QTRY_COMPARE(user().focused(), u"Search keys"_s);
        QCOMPARE(user().walksRoundByTab(), QStringList{u"Search keys"_s});
    }

    void iWalkRoundTheHitsOfASearchWithTheTabKey()
    {
        user().adds({u"dig"_s, u"sow"_s, u"dig again"_s});
        QTRY_VERIFY(user().isSaved()); // the database searches
        user().searches(u"dig"_s);
        QTRY_COMPARE(user().titles().size(), 2);
        user().presses(u"Return"_s); // from the field to the first hit
        QTRY_COMPARE(user().selected().size(), 1);
        QVERIFY(user().sees(u"Due: No date"_s)); // the details follow in a moment
        const QStringList stops = user().walksRoundByTab();
        for (const QString &stop : {u"Search all todos"_s, u"Todos"_s, u"Title"_s, u"Places"_s})
            QVERIFY2(stops.contains(stop), qPrintable(stop + u" is not in:\n"_s + stops.join(u'\n')));
        QCOMPARE(user().place(), u"Search"_s);
    }

    void iSeeWhereIAmInAnotherPlaceAndGoOnFromThere()
    {
        user().adds({u"a"_s, u"b"_s});
        user().selects({u"a"_s, u"b"_s});
        user().presses(u"T"_s);
        QTRY_VERIFY(user().isSaved());
        user().clicksTodo(u"a"_s); // with the mouse there is no ring
        user().presses(u"Ctrl+2"_s);
        QTRY_COMPARE(user().selected(), QStringList());
        QTRY_COMPARE(user().titles(), (QStringList{u"a"_s, u"b"_s}));
        QTRY_COMPARE(user().focused(), u"Todos"_s);
        const QImage here = user().window().grab().toImage();
        user().presses(u"Tab"_s);
        QVERIFY(user().window().grab().toImage() != here);
        user().presses(u"Shift+Tab"_s);
        QCOMPARE(user().selected().size(), 1); // whoever comes here by Tab has a todo
        QVERIFY(user().sees(u"Due: "_s));      // in a moment
        const QStringList stops = user().walksRoundByTab();
        QVERIFY2(stops.contains(u"Add a todo"_s), qPrintable(stops.join(u'\n')));
        user().presses(u"Ctrl+1"_s);
        QTRY_COMPARE(user().place(), u"Inbox"_s);
    }

    void iSeeWhereIAmInAPlaceWithoutTodos()
    {
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        user().presses(u"Ctrl+3"_s);
        QTRY_COMPARE(user().emptyState(), u"Nothing is due later"_s);
        QCOMPARE(user().focused(), u"Todos"_s);
        const QImage here = user().window().grab().toImage();
        user().presses(u"Tab"_s);
        QVERIFY(user().window().grab().toImage() != here);
    }

    void iComeIntoTheListByTabAndTheTodoThereIsMine()
    {
        user().adds({u"a"_s, u"b"_s});
        user().presses(u"Tab"_s);
        QTRY_COMPARE(user().focused(), u"Todos"_s);
        QCOMPARE(user().selected(), QStringList{u"b"_s}); // what I have just added
        QTRY_VERIFY(user().seesNow(u"Due: No date"_s));
        user().presses(u"Up"_s);
        QCOMPARE(user().selected(), QStringList{u"a"_s});
        user().presses(u"Ctrl+4"_s);
        QTRY_COMPARE(user().selected(), QStringList());
        QTRY_COMPARE(user().titles(), (QStringList{u"a"_s, u"b"_s}));
        user().presses(u"Down"_s);
        QCOMPARE(user().selected(), QStringList{u"a"_s}); // not the one after where the focus was
    }

    void iWorkInTheSidebarWithoutTheMouse()
    {
        user().presses(u"Ctrl+K"_s);
        user().types(u"new list"_s);
        user().presses(u"Return"_s);
        user().types(u"Garden"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
        while (user().focused() != u"Places"_s && user().focused() != u"Lists"_s)
            user().presses(u"Shift+Tab"_s);
        user().presses(u"Up"_s);
        QTRY_COMPARE(user().place(), u"Trash"_s);
        user().presses(u"Down"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
        user().presses(u"Menu"_s); // the menu key
        user().chooses({u"Delete…"_s});
        QVERIFY(user().sees(u"Delete the list “Garden”?"_s));
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.list"_s), QStringList{u"0"_s});
    }

    void iPassTheSidebarWithTheTabKeyAndStayWhereIAm()
    {
        user().makesList(u"Garden"_s);
        user().adds({u"dig"_s});
        user().goesTo(u"Inbox"_s);
        user().quitsTusk();
        user().startsTusk();
        QTRY_VERIFY(user().sidebar().contains(u"Garden, 1"_s));
        QVERIFY(user().walksRoundByTab().contains(u"Places"_s));
        QCOMPARE(user().place(), u"Inbox"_s);
        QCOMPARE(user().titles(), QStringList());
    }

    void iGoFromTheSidebarToAnotherPlaceAndGoOnFromThere()
    {
        user().makesList(u"Garden"_s);
        goIntoTheSidebar();
        user().presses(u"Ctrl+2"_s);
        QTRY_COMPARE(user().place(), u"Today"_s);
        QCOMPARE(user().focused(), u"Places"_s);
        user().presses(u"Down"_s);
        QTRY_COMPARE(user().place(), u"Upcoming"_s);
        QVERIFY(user().walksRoundByTab().contains(u"Places"_s));
        QCOMPARE(user().place(), u"Upcoming"_s);
    }

    void iMakeAListBelowManyOthersAndSeeWhatIType()
    {
        execute(u"INSERT INTO tusk.list (name, position) SELECT 'list ' || n, 'a' || lpad(n::text, 4, '0') "
                "|| '1' FROM generate_series(1, 40) AS n; SELECT 1"_s);
        QTRY_VERIFY(user().sidebar().contains(u"list 40"_s));
        findsInPalette(u"new list"_s);
        QTRY_COMPARE(user().focused(), u"Name of the list"_s);
        const auto *line = user().window().findChild<QLineEdit *>(u"newListName"_s);
        QTRY_VERIFY(line->visibleRegion().contains(line->rect().center()));
        user().types(u"Garden"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
    }

    void iRenameAListThatIsScrolledAwayAndSeeWhatIType()
    {
        execute(u"INSERT INTO tusk.list (name, position) SELECT 'list ' || n, 'a' || lpad(n::text, 4, '0') "
                "|| '1' FROM generate_series(1, 40) AS n; SELECT 1"_s);
        QTRY_VERIFY(user().sidebar().contains(u"list 40"_s));
        findsInPalette(u"list 40"_s);
        QTRY_COMPARE(user().place(), u"list 40"_s);
        const auto *sidebar = user().window().findChild<gui::Sidebar *>();
        sidebar->findChild<QScrollArea *>()->verticalScrollBar()->setValue(0);
        findsInPalette(u"rename the list"_s);
        const QWidget *editor = QApplication::focusWidget();
        QVERIFY(sidebar->isAncestorOf(editor));
        QVERIFY(editor->visibleRegion().contains(editor->rect().center()));
        user().presses(u"Escape"_s);
    }

    void iGoFromTheSidebarToAListThatIsFoldedAwayAndSeeWhereIAm()
    {
        user().makesList(u"Garden"_s);
        user().goesTo(u"Inbox"_s);
        user().clicks(u"Lists"_s); // folds them
        QVERIFY(!user().sidebar().contains(u"Garden"_s));
        user().tabsTo(u"Places"_s);
        findsInPalette(u"Garden"_s);
        QTRY_COMPARE(user().place(), u"Garden"_s);
        QCOMPARE(user().focused(), u"Lists"_s); // their heading
        user().presses(u"Space"_s);
        QVERIFY(user().sidebar().contains(u"Garden"_s));
    }

    void iGoToTheLastOfManyListsAndSeeWhereIAm()
    {
        execute(u"INSERT INTO tusk.list (name, position) SELECT 'list ' || n, 'a' || lpad(n::text, 4, '0') "
                "|| '1' FROM generate_series(1, 40) AS n; SELECT 1"_s);
        QTRY_VERIFY(user().sidebar().contains(u"list 40"_s));
        user().presses(u"Ctrl+6"_s);
        QTRY_COMPARE(user().place(), u"Trash"_s);
        user().tabsTo(u"Places"_s);
        user().presses(u"Down End"_s);
        QTRY_COMPARE(user().place(), u"list 40"_s);
        const auto *lists = user().window().findChild<QListView *>(u"lists"_s);
        const QRect row = lists->visualRect(lists->currentIndex());
        QVERIFY(lists->viewport()->visibleRegion().contains(row.center()));
        QVERIFY(user().walksRoundByTab().contains(u"Lists"_s));
        QCOMPARE(user().place(), u"list 40"_s);
        QVERIFY(lists->viewport()->visibleRegion().contains(row.center()));
    }

    void iKeepMyListsInOrderByKey()
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            user().makesList(name);
        goIntoTheSidebar();
        QTRY_COMPARE(user().place(), u"c"_s);
        user().presses(u"Alt+Up"_s);
        QTRY_COMPARE(storedLists(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        user().presses(u"Alt+Up Alt+Up"_s); // there is nothing further up
        QTRY_COMPARE(storedLists(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        user().presses(u"Alt+Down"_s);
        QTRY_COMPARE(storedLists(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        QCOMPARE(user().place(), u"c"_s);
    }

    void iRenameAndDeleteAListByKey()
    {
        user().makesList(u"Garden"_s);
        goIntoTheSidebar();
        user().presses(u"F2 Ctrl+A"_s);
        user().types(u"Allotment"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedLists(), QStringList{u"Allotment"_s});
        user().presses(u"Delete"_s);
        QVERIFY(user().sees(u"Delete the list “Allotment”?"_s));
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedLists(), QStringList());
    }

    void iRenameAndDeleteATagByKey()
    {
        user().adds({u"a"_s});
        user().presses(u"Down G"_s);
        user().types(u"errand"_s);
        user().presses(u"Return"_s);
        QTRY_VERIFY(user().isSaved());
        findsInPalette(u"errand"_s);
        QTRY_COMPARE(user().place(), u"errand"_s);
        while (user().focused() != u"Tags"_s || !user().sidebar().contains(u"errand, 1"_s))
            user().presses(u"Shift+Tab"_s);
        user().presses(u"F2 Ctrl+A"_s);
        user().types(u"town"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag"_s), QStringList{u"town"_s});
        user().presses(u"Delete"_s);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.tag"_s), QStringList());
    }

    void iDoWithAListWhatIWantThroughThePalette()
    {
        user().makesList(u"Garden"_s);
        QTRY_VERIFY(user().isSaved());
        findsInPalette(u"colour of the list"_s);
        QTRY_COMPARE(user().focused(), u"Which colour?"_s);
        user().types(u"violet"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(stored(u"SELECT color <> '' FROM tusk.list"_s), QStringList{u"t"_s});
        findsInPalette(u"rename the list"_s);
        user().presses(u"Ctrl+A"_s);
        user().types(u"Allotment"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedLists(), QStringList{u"Allotment"_s});
        findsInPalette(u"archive or bring back"_s);
        QTRY_COMPARE(stored(u"SELECT archived_at IS NOT NULL FROM tusk.list"_s), QStringList{u"t"_s});
        QTRY_COMPARE(user().place(), u"Inbox"_s);
        findsInPalette(u"show archived"_s);
        QTRY_VERIFY(user().sidebar().contains(u"Allotment"_s));
        findsInPalette(u"allotment"_s);
        QTRY_COMPARE(user().place(), u"Allotment"_s);
        findsInPalette(u"archive or bring back"_s);
        QTRY_COMPARE(stored(u"SELECT archived_at IS NOT NULL FROM tusk.list"_s), QStringList{u"f"_s});
        findsInPalette(u"delete the list"_s);
        QVERIFY(user().sees(u"Delete the list “Allotment”?"_s));
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedLists(), QStringList());
    }

    void iSetDatesAndPrioritiesWithOneKeyEach()
    {
        user().adds({u"a"_s});
        user().presses(u"Down"_s);
        const QString state = u"SELECT coalesce(due_date::text, 'none'), priority FROM tusk.todo"_s;
        for (const auto &[key, expected] :
             {std::pair(u"T"_s, u"2026-11-18|0"_s), // today
              std::pair(u"M"_s, u"2026-11-19|0"_s), std::pair(u"+"_s, u"2026-11-20|0"_s),
              std::pair(u"-"_s, u"2026-11-19|0"_s), std::pair(u"Ctrl++"_s, u"2026-11-26|0"_s),
              std::pair(u"Ctrl+-"_s, u"2026-11-19|0"_s), std::pair(u"Shift+D"_s, u"none|0"_s),
              std::pair(u"1"_s, u"none|3"_s), std::pair(u"Ctrl+Z"_s, u"none|0"_s),
              std::pair(u"Ctrl+Shift+Z"_s, u"none|3"_s), std::pair(u"2"_s, u"none|2"_s),
              std::pair(u"3"_s, u"none|1"_s), std::pair(u"0"_s, u"none|0"_s)}) {
            user().presses(key);
            QTRY_COMPARE(stored(state), QStringList{expected});
        }
    }

    void iGoByOneKeyFromTheListToWhatIWantToTypeInto()
    {
        user().adds({u"a"_s});
        user().presses(u"Down A"_s);
        QTRY_COMPARE(user().focused(), u"Add a todo"_s);
        user().presses(u"Down D"_s);
        QTRY_COMPARE(user().focused(), u"Date in words"_s);
        user().presses(u"Escape"_s);
        QTRY_VERIFY(user().focused() != u"Date in words"_s);
        user().clicksTodo(u"a"_s);
        user().presses(u"/"_s);
        QTRY_COMPARE(user().focused(), u"Search all todos"_s);
    }

    void iTypeLettersInTheListAndInTheSidebarAndGoNowhere()
    {
        for (const QString &name : {u"Zebras"_s, u"Yaks"_s})
            user().makesList(name);
        user().adds({u"zoo"_s, u"xylophone"_s});
        user().clicksTodo(u"xylophone"_s);
        user().types(u"zoo"_s);
        QCOMPARE(user().selected(), QStringList{u"xylophone"_s});
        goIntoTheSidebar();
        user().types(u"zebras"_s);
        QCOMPARE(user().place(), u"Yaks"_s);
        QCOMPARE(user().focused(), u"Lists"_s);
        user().presses(u"Ctrl+1"_s);
        QTRY_COMPARE(user().place(), u"Inbox"_s);
        user().types(u"trash"_s);
        QCOMPARE(user().place(), u"Inbox"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE due_date IS NULL AND deleted_at IS NULL"_s),
                 QStringList{u"2"_s});
    }

    void iTypeLettersIntoFieldsAndTheyAreOnlyLetters()
    {
        user().adds({u"a"_s});
        const QString letters = u"tmwdlg1230+-/a"_s;
        user().types(letters);
        QCOMPARE(user().textOf(u"Add a todo"_s), letters);
        user().presses(u"Ctrl+A Backspace Down F2 End"_s);
        user().types(letters);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().rows(), QStringList{u"a"_s + letters + u", not completed"_s});
    }

    void iReadAllKeysAndFindTheOneIForgot()
    {
        user().presses(u"F1"_s);
        QVERIFY(user().sees(u"Due tomorrow"_s));
        user().types(u"merge"_s);
        QTRY_VERIFY(!user().seesNow(u"Due tomorrow"_s));
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().focused(), u"Add a todo"_s);
    }
};

QTEST_MAIN(TestKeyboardFeature)
#include "tst_keyboardfeature.moc"
