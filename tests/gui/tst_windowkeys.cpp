// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/position.h"
#include "gui/actions/actionregistry.h"
#include "gui/details/datepopup.h"
#include "gui/details/detailspane.h"
#include "gui/environmentpage.h"
#include "gui/environments/environmentswitcher.h"
#include "gui/list/todolistview.h"
#include "gui/settings/defaultlist.h"
#include "gui/shownwindow.h"
#include "gui/sidebar/environmentbutton.h"
#include "gui/sidebar/sidebar.h"
#include "models/opendatabase.h"
#include "models/workspace.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using domain::Priority;
using domain::TodoFilter;
using Place = TodoFilter::Place;

// What a hand on the keyboard does in the window.
class TestWindowKeys final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TemporaryHome> m_home;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<ShownWindow> m_window;

    [[nodiscard]] Place place() const { return m_window->window().environment()->sidebar().current().place; }
    [[nodiscard]] bool isShown(const QString &name) const
    {
        return m_window->find<QWidget>(name).isVisible();
    }
    void addList(const QString &name)
    {
        domain::TodoList list;
        list.id = domain::ListId(QUuid::createUuid());
        list.name = name;
        const QList<domain::TodoList> others = m_window->workspace().lists();
        list.position = domain::positionAtEnd(m_window->workspace().now(),
                                              others.isEmpty() ? QByteArray() : others.last().position);
        m_window->workspace().perform(domain::createList(list, m_window->workspace().now()));
    }

protected:
    void prepare() override { m_window = std::make_unique<ShownWindow>(createTuskDatabase(*m_server)); }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<TemporaryHome>();
        m_server = std::make_unique<TestServer>();
    }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldGiveDatesAndPrioritiesByLetters()
    {
        m_window->add(u"Water the tomatoes"_s);
        m_window->select(0);
        const QDate today = m_window->workspace().today();
        m_window->press(Qt::Key_T);
        QCOMPARE(m_window->todo(0).due->date, today);
        m_window->press(Qt::Key_Plus);
        QCOMPARE(m_window->todo(0).due->date, today.addDays(1));
        m_window->press(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_window->todo(0).due->date, today.addDays(-6));
        m_window->press(Qt::Key_W);
        QCOMPARE(m_window->todo(0).due->date.dayOfWeek(), int(Qt::Monday));
        QVERIFY(m_window->todo(0).due->date > today);
        m_window->press(Qt::Key_D, Qt::ShiftModifier);
        QVERIFY(!m_window->todo(0).due);
        m_window->press(Qt::Key_1);
        QCOMPARE(m_window->todo(0).priority, Priority::High);
        m_window->press(Qt::Key_0);
        QCOMPARE(m_window->todo(0).priority, Priority::None);
        QTRY_VERIFY(m_window->workspace().pending().isEmpty());
    }

    void shouldCompleteDeleteAndTakeBackByKeys()
    {
        m_window->add(u"one"_s);
        m_window->add(u"two"_s);
        m_window->select(0);
        m_window->press(Qt::Key_Space);
        QTRY_COMPARE(m_window->titles(), QStringList{u"two"_s});
        m_window->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_window->titles().size(), 2);
        m_window->select(1);
        m_window->press(Qt::Key_Delete);
        QTRY_COMPARE(m_window->titles(), QStringList{u"one"_s});
        m_window->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_window->titles(), (QStringList{u"one"_s, u"two"_s}));
        m_window->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_window->titles(), QStringList{u"one"_s});
    }

    void shouldTakeBackTypingWhereOneTypes()
    {
        m_window->add(u"one"_s);
        auto &quickAdd = m_window->find<QLineEdit>(u"quickAdd"_s);
        quickAdd.setFocus();
        m_window->type(u"typed"_s);
        m_window->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(quickAdd.text() != u"typed"_s);
        QCOMPARE(m_window->titles(), QStringList{u"one"_s});
    }

    void shouldDoNothingByLettersWhileATitleIsEdited()
    {
        m_window->add(u"one"_s);
        m_window->select(0);
        m_window->press(Qt::Key_F2);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        const domain::Todo before = m_window->todo(0);
        m_window->type(u" atmwdlg1230"_s);
        m_window->press(Qt::Key_Escape);
        QCOMPARE(m_window->todo(0), before);
        QVERIFY(!isShown(u"palette"_s));
    }

    void shouldGoToThePlacesByNumber()
    {
        for (int number = 1; number <= 6; ++number) {
            m_window->press(Qt::Key_0 + number, Qt::ControlModifier);
            QCOMPARE(int(place()), number - 1);
        }
    }

    void shouldMoveToAListThatIsNamed()
    {
        addList(u"Garden"_s);
        addList(u"Work"_s);
        m_window->add(u"dig"_s);
        m_window->select(0);
        m_window->press(Qt::Key_L);
        QCOMPARE(m_window->paletteRows(), (QStringList{u"Inbox"_s, u"Garden"_s, u"Work"_s}));
        m_window->type(u"gar"_s);
        m_window->press(Qt::Key_Return);
        QVERIFY(!isShown(u"palette"_s));
        QCOMPARE(m_window->titles(), QStringList()); // it was in the Inbox
        QTRY_VERIFY(m_window->workspace().pending().isEmpty());
        QCOMPARE(m_window->workspace().counts().lists.value(m_window->workspace().lists().first().id), 1);
    }

    void shouldMakeATagByNameAndTakeItAwayAgain()
    {
        m_window->add(u"dig"_s);
        m_window->select(0);
        m_window->press(Qt::Key_G);
        m_window->type(u"errand"_s);
        m_window->press(Qt::Key_Return);
        QCOMPARE(m_window->workspace().tags().size(), 1);
        QCOMPARE(m_window->todo(0).tags.size(), 1);
        QVERIFY(m_window->list().hasFocus());
        m_window->press(Qt::Key_G);
        m_window->type(u"ERRAND"_s); // the one that exists
        QCOMPARE(m_window->paletteRows(), QStringList{u"errand"_s});
        m_window->press(Qt::Key_Return);
        QVERIFY(m_window->todo(0).tags.isEmpty());
    }

    void shouldSayHowToMakeTheFirstTag()
    {
        m_window->add(u"dig"_s);
        m_window->select(0);
        m_window->press(Qt::Key_G);
        const auto &nothing = m_window->find<QLabel>(u"paletteNothing"_s);
        QCOMPARE(nothing.text(), u"Type a name to make a tag."_s);
        QVERIFY(nothing.isVisible());
    }

    void shouldMakeAListByNameAndMoveThereInOne()
    {
        m_window->add(u"dig"_s);
        m_window->select(0);
        m_window->press(Qt::Key_L);
        m_window->type(u"Garden"_s);
        QCOMPARE(m_window->paletteRows(), QStringList{u"New list “Garden”"_s});
        m_window->press(Qt::Key_Return);
        const QList<domain::TodoList> lists = m_window->workspace().lists();
        QCOMPARE(lists.size(), 1);
        QCOMPARE(lists.first().name, u"Garden"_s);
        QVERIFY(!lists.first().color.isEmpty());
        QTRY_COMPARE(m_window->titles(), QStringList()); // not in the Inbox any more
        QTRY_VERIFY(m_window->workspace().pending().isEmpty());
        QCOMPARE(m_window->workspace().counts().lists.value(lists.first().id), 1);
        m_window->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_window->titles(), QStringList{u"dig"_s});
        QTRY_VERIFY(m_window->workspace().pending().isEmpty());
        QVERIFY(m_window->workspace().lists().isEmpty());
    }

    void shouldOfferOnlyWhatCanBeDoneInThePlace()
    {
        const gui::ActionRegistry &actions = m_window->window().actions();
        const QAction &leave = actions.action(gui::ActionId::LeaveSearch);
        const QAction &paste = actions.action(gui::ActionId::PasteTodos);
        QVERIFY(!leave.isEnabled());
        QVERIFY(paste.isEnabled());
        m_window->press(Qt::Key_5, Qt::ControlModifier);
        QVERIFY(!paste.isEnabled());
        m_window->press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(paste.isEnabled());
        m_window->press(Qt::Key_F, Qt::ControlModifier);
        m_window->type(u"x"_s);
        QTRY_VERIFY(leave.isEnabled());
        QVERIFY(!paste.isEnabled());
        m_window->press(Qt::Key_Escape);
        QTRY_VERIFY(!leave.isEnabled());
    }

    void shouldOpenTheDatePopUpAndToggleTheDetails()
    {
        m_window->add(u"dig"_s);
        m_window->select(0);
        QWidget &details = m_window->window().environment()->details();
        m_window->press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!details.isVisible());
        m_window->press(Qt::Key_D);
        QVERIFY(details.isVisible());
        QTRY_VERIFY(QApplication::activePopupWidget() || m_window->window().findChild<gui::DatePopUp *>());
    }

    void shouldTakeBackWhatWasJustAddedInTheEmptyField()
    {
        m_window->add(u"one"_s);
        auto &quickAdd = m_window->find<QLineEdit>(u"quickAdd"_s);
        QVERIFY(quickAdd.hasFocus() && quickAdd.text().isEmpty());
        m_window->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_window->titles(), QStringList());
        QVERIFY(quickAdd.text().isEmpty());
        m_window->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->titles(), QStringList{u"one"_s});
    }

    void shouldPutNewTodosIntoTheDefaultListWhereThePlaceHasNone()
    {
        addList(u"Garden"_s);
        const domain::ListId garden = m_window->workspace().lists().first().id;
        gui::setDefaultList(m_window->settings(), m_window->workspace(), garden);
        m_window->press(Qt::Key_2, Qt::ControlModifier);
        m_window->add(u"for today"_s);
        m_window->press(Qt::Key_1, Qt::ControlModifier);
        m_window->add(u"for the inbox"_s);
        QCOMPARE(m_window->titles(), QStringList{u"for the inbox"_s});
        QCOMPARE(m_window->workspace().counts().lists.value(garden), 1);
    }

    void shouldFindATodoOnTheServerAndShowItInItsPlace()
    {
        addList(u"Garden"_s);
        m_window->add(u"Compost: turn the heap"_s);
        m_window->select(0);
        m_window->press(Qt::Key_L);
        m_window->type(u"garden"_s);
        m_window->press(Qt::Key_Return);
        QTRY_VERIFY(m_window->workspace().pending().isEmpty());

        m_window->press(Qt::Key_K, Qt::ControlModifier);
        m_window->type(u"compos"_s);
        QTRY_VERIFY(m_window->paletteRows().contains(u"Compost: turn the heap"_s));
        m_window->press(Qt::Key_Up); // the last one: what was found stands behind what is known here
        m_window->press(Qt::Key_Return);
        QTRY_COMPARE(place(), Place::List);
        QTRY_COMPARE(m_window->list().selectedRows().size(), 1);
        QCOMPARE(m_window->todo(0).title, u"Compost: turn the heap"_s);
    }

    void shouldForgetWhatWasFoundForSomethingElse()
    {
        m_window->add(u"zebra"_s);
        m_window->add(u"xylophone"_s);
        m_window->add(u"another"_s); // what can be undone is found by its name, too
        QTRY_VERIFY(m_window->workspace().pending().isEmpty());
        m_window->press(Qt::Key_K, Qt::ControlModifier);
        m_window->type(u"zebra"_s);
        QTRY_COMPARE(m_window->paletteRows(), QStringList{u"zebra"_s});
        m_window->find<QLineEdit>(u"paletteField"_s).setText(u"xylo"_s);
        QCOMPARE(m_window->paletteRows(), QStringList());
        QTRY_COMPARE(m_window->paletteRows(), QStringList{u"xylophone"_s});
    }

    void shouldOfferEveryActionInTheMenu()
    {
        m_window->press(Qt::Key_F10);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QSet<QString> offered;
        for (const QAction *entry : menu->actions()) {
            offered.insert(entry->objectName());
            if (entry->menu()) {
                for (const QAction *inner : entry->menu()->actions())
                    offered.insert(inner->objectName());
            }
        }
        for (const gui::ActionInfo &info : gui::allActions()) {
            if (info.id != gui::ActionId::OpenMenu)
                QVERIFY2(offered.contains(QLatin1StringView(info.name)), info.name);
        }
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY(!menu->isVisible());
    }

    void shouldRunWhatIsChosenInTheMenuByKeys()
    {
        m_window->add(u"dig"_s);
        m_window->select(0);
        m_window->press(Qt::Key_F10);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu && menu->activeAction());
        const QString category = gui::categoryText(gui::ActionCategory::Priority);
        for (int i = 0; i < menu->actions().size() && menu->activeAction()->text() != category; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Right);
        auto *priorities = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(priorities && priorities != menu);
        QTest::keyClick(priorities, Qt::Key_Return);
        QCOMPARE(m_window->todo(0).priority, Priority::High);
        QVERIFY(m_window->list().hasFocus());
    }

    void shouldOpenAndCloseTheMenuByTheMouse()
    {
        auto &button = m_window->find<QToolButton>(u"menuButton"_s);
        QTest::mousePress(&button, Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu && button.isDown());
        QVERIFY(!menu->activeAction());
        QVERIFY(menu->geometry().right() <= button.mapToGlobal(button.rect().bottomRight()).x() + 1);
        menu->close();
        QVERIFY(!button.isDown());
    }

    void shouldComeBackToWhereTheFocusWas_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("overlay");
        QTest::addRow("palette") << int(Qt::Key_K) << int(Qt::ControlModifier) << u"palette"_s;
        QTest::addRow("keys") << int(Qt::Key_F1) << 0 << u"keySheet"_s;
        QTest::addRow("settings") << int(Qt::Key_Comma) << int(Qt::ControlModifier) << u"settingsDialog"_s;
    }
    void shouldComeBackToWhereTheFocusWas()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, overlay);
        auto &quickAdd = m_window->find<QLineEdit>(u"quickAdd"_s);
        quickAdd.setFocus();
        m_window->press(key, Qt::KeyboardModifiers(modifiers));
        QTRY_VERIFY(isShown(overlay));
        QTRY_VERIFY(m_window->find<QWidget>(overlay).isAncestorOf(QApplication::focusWidget()));
        for (int i = 0; i < 3; ++i)
            m_window->press(Qt::Key_Tab);
        QVERIFY(m_window->find<QWidget>(overlay).isAncestorOf(QApplication::focusWidget()));
        m_window->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_window->window().findChild<QWidget *>(overlay) || !isShown(overlay));
        QTRY_VERIFY(quickAdd.hasFocus());
    }

    void shouldComeBackToWhereTheFocusWasWithTheLineForAList_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("key");
        QTest::addRow("made") << u"Garden"_s << int(Qt::Key_Return);
        QTest::addRow("given up") << u"Gard"_s << int(Qt::Key_Escape);
        QTest::addRow("nothing typed") << QString() << int(Qt::Key_Escape);
    }
    void shouldComeBackToWhereTheFocusWasWithTheLineForAList()
    {
        QFETCH(QString, typed);
        QFETCH(int, key);
        m_window->add(u"one"_s);
        auto &quickAdd = m_window->find<QLineEdit>(u"quickAdd"_s);
        quickAdd.setFocus();
        m_window->find<QToolButton>(u"addList"_s).click();
        QTRY_VERIFY(m_window->find<QLineEdit>(u"newListName"_s).hasFocus());
        m_window->type(typed);
        m_window->press(key);
        QTRY_VERIFY(!isShown(u"newListName"_s));
        QVERIFY(quickAdd.hasFocus());
    }

    void shouldComeBackToWhereTheFocusWasWithTheStrip_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addRow("by mouse") << false;
        QTest::addRow("by key") << true;
    }
    void shouldComeBackToWhereTheFocusWasWithTheStrip()
    {
        QFETCH(bool, byKey);
        m_window->add(u"one"_s);
        m_window->add(u"two"_s);
        m_window->select(0);
        m_window->press(Qt::Key_Space);
        auto &undo = m_window->find<QPushButton>(u"messageAction"_s);
        QTRY_VERIFY(undo.isVisible());
        if (byKey) {
            undo.setFocus(Qt::TabFocusReason);
            m_window->press(Qt::Key_Space);
        } else {
            QTest::mouseClick(&undo, Qt::LeftButton);
        }
        QTRY_VERIFY(!undo.isVisible());
        QVERIFY(m_window->list().hasFocus());
        QTRY_COMPARE(m_window->titles(), (QStringList{u"one"_s, u"two"_s}));
    }

    void shouldKeepWhatIsChosenInTheMenuAtTheFootWhileItsWordsChange()
    {
        const QUuid first = QUuid::createUuid();
        const QUuid second = QUuid::createUuid();
        const auto entries = [first, second](const QString &state) {
            return QList<gui::EnvironmentEntry>{{first, u"A"_s, u"#1a7f37"_s, state},
                                                {second, u"B"_s, u"#1a7f37"_s, {}}};
        };
        gui::EnvironmentSwitcher &switcher = m_window->window().switcher();
        auto &reason = m_window->find<QAction>(u"showReason"_s);
        reason.setVisible(true);
        switcher.setEntries(entries(u"offline"_s), first);
        switcher.openMenu(m_window->find<gui::EnvironmentButton>(u"environment"_s));
        auto &menu = m_window->find<QMenu>(u"environmentMenu"_s);

        menu.setActiveAction(&reason);
        switcher.setEntries(entries(u"connecting…"_s), first);
        QCOMPARE(menu.activeAction(), &reason);

        menu.setActiveAction(menu.actions().at(1));
        switcher.setEntries(entries(u"offline"_s), first);
        QCOMPARE(menu.activeAction(), menu.actions().at(1));

        // What is wrong with the one before is none of it.
        switcher.setEntries(entries(u"offline"_s), second);
        QVERIFY(menu.isVisible());
        QVERIFY(!menu.actions().contains(&reason));
        menu.close();
    }

    void shouldTakeTheRowOfDigitsByPlace_data()
    {
        QTest::addColumn<int>("key"); // what stands on it
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<QString>("action");
        QTest::addRow("English, 2") << int(Qt::Key_2) << 11 << false << u"go.today"_s;
        QTest::addRow("English, Shift and 2") << int(Qt::Key_At) << 11 << true << u"env.2"_s;
        QTest::addRow("French, é") << int(Qt::Key_Eacute) << 11 << false << u"go.today"_s;
        QTest::addRow("French, -") << int(Qt::Key_Minus) << 15 << false << u"go.trash"_s;
        QTest::addRow("French, 2 with Shift") << int(Qt::Key_2) << 11 << true << u"env.2"_s;
        QTest::addRow("another key") << int(Qt::Key_Eacute) << 50 << false << QString();
    }
    void shouldTakeTheRowOfDigitsByPlace()
    {
        QFETCH(int, key);
        QFETCH(int, code);
        QFETCH(bool, shift);
        QFETCH(QString, action);
        m_window->add(u"one"_s);
        m_window->window().switcher().setEntries(
            {{QUuid::createUuid(), u"A"_s, {}, {}}, {QUuid::createUuid(), u"B"_s, {}, {}}}, {});
        QStringList done;
        for (const gui::ActionInfo &info : gui::allActions())
            connect(&m_window->window().actions().action(info.id), &QAction::triggered, this,
                    [&done, &info] { done.append(QString::fromLatin1(info.name)); });
        auto &quickAdd = m_window->find<QLineEdit>(u"quickAdd"_s);
        quickAdd.setFocus();
        const Qt::KeyboardModifiers modifiers =
            shift ? Qt::ControlModifier | Qt::ShiftModifier : Qt::KeyboardModifiers(Qt::ControlModifier);
        for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
            QKeyEvent event(type, key, modifiers, quint32(code), 0, 0, QString());
            event.ignore();
            QCoreApplication::sendEvent(&quickAdd, &event);
            if (type == QEvent::ShortcutOverride)
                QCOMPARE(event.isAccepted(), !action.isEmpty()); // or it is for the shortcuts of Qt
        }
        QCOMPARE(done.join(u' '), action);
        QCOMPARE(quickAdd.text(), QString());
    }

    void shouldLeaveASignOfTheRowToWhoeverChoseIt()
    {
        auto bindings = m_window->window().actions().bindings();
        bindings.setKeys(gui::ActionId::ShowKeys, {QKeySequence(Qt::CTRL | Qt::Key_Eacute)});
        m_window->window().actions().setBindings(bindings);
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Eacute, Qt::ControlModifier, 11, 0, 0, QString());
        event.ignore();
        QCoreApplication::sendEvent(&m_window->find<QLineEdit>(u"quickAdd"_s), &event);
        QVERIFY(!event.isAccepted());
    }

    void shouldClosePaletteWhenTheFocusGoesElsewhere()
    {
        m_window->press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(isShown(u"palette"_s));
        m_window->list().setFocus();
        QVERIFY(!isShown(u"palette"_s));
        QVERIFY(m_window->list().hasFocus());
    }

    void shouldReachEveryTodoActionThroughThePaletteToo()
    {
        m_window->add(u"dig"_s);
        m_window->select(0);
        m_window->press(Qt::Key_K, Qt::ControlModifier);
        m_window->type(u"due tom"_s);
        QCOMPARE(m_window->paletteRows().value(0), u"Due tomorrow"_s);
        m_window->press(Qt::Key_Return);
        QCOMPARE(m_window->todo(0).due->date, m_window->workspace().today().addDays(1));
        QVERIFY(m_window->list().hasFocus());
    }
};

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
