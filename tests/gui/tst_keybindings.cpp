// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/actionregistry.h"
#include "gui/settings/settings.h"
#include "support/testcase.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::gui;
using tests::TestCase;

class TestKeyBindings final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;

    void restart()
    {
        m_settings.reset();
        m_settings = std::make_unique<Settings>(m_folder->path(), m_folder->path());
    }

    // A window with a field, a list and a sidebar, and the keys of a registry in it.
    struct Window {
        explicit Window(ActionRegistry &registry)
        {
            auto *layout = new QVBoxLayout(&widget);
            layout->addWidget(field = new QLineEdit);
            layout->addWidget(list = new QListWidget);
            list->addItem(u"todo"_s);
            list->item(0)->setFlags(list->item(0)->flags() | Qt::ItemIsEditable);
            registry.attach(ActionContext::Window, widget);
            registry.attach(ActionContext::List, *list);
            layout->addWidget(sidebar = new QListWidget);
            registry.attach(ActionContext::Sidebar, *sidebar);
            widget.show();
            widget.activateWindow();
        }
        QWidget widget;
        QLineEdit *field;
        QListWidget *list;
        QListWidget *sidebar;
    };

protected:
    void prepare() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        restart();
    }

private Q_SLOTS:
    void shouldNameEachActionOnceInTheOrderOfTheirIds()
    {
        QSet<QByteArray> names;
        QSet<QString> texts;
        for (qsizetype i = 0; i < allActions().size(); ++i) {
            const ActionInfo &action = allActions().at(i);
            QCOMPARE(static_cast<qsizetype>(action.id), i);
            names.insert(action.name);
            texts.insert(actionText(action.id));
        }
        QCOMPARE(names.size(), allActions().size());
        QCOMPARE(texts.size(), allActions().size());
    }

    void shouldHaveNoConflictsByDefault() { QVERIFY(KeyBindings().conflicts().isEmpty()); }

    void shouldNeedNoAltGrOnAGermanOrFrenchKeyboard()
    {
        const QString withAltGr = u"@{}[]\\|~€µ²³#^`¤"_s; // on one of them or both
        for (const ActionInfo &action : allActions()) {
            for (const QKeySequence &key : action.keys) {
                QVERIFY(!(key[0].keyboardModifiers() & Qt::GroupSwitchModifier));
                QVERIFY2(key[0].key() >= Qt::Key_Escape || !withAltGr.contains(QChar(key[0].key())),
                         action.name);
            }
        }
    }

    void shouldLeaveTabToTheFocus()
    {
        for (const ActionInfo &action : allActions()) {
            for (const QKeySequence &key : action.keys)
                QVERIFY2(whyNotBound(key).isEmpty(), action.name);
        }
        QVERIFY(!whyNotBound(QKeySequence(Qt::Key_Tab)).isEmpty());
        QVERIFY(!whyNotBound(QKeySequence(Qt::SHIFT | Qt::Key_Backtab)).isEmpty());
    }

    void shouldRememberWhatTheUserChose()
    {
        const KeyBindings::Keys keys{QKeySequence(u"Ctrl+Alt+N"_s), QKeySequence(u"F7"_s)};
        {
            ActionRegistry registry(*m_settings);
            const QSignalSpy changed(&registry, &ActionRegistry::bindingsChanged);
            KeyBindings bindings = registry.bindings();
            bindings.setKeys(ActionId::NewTodo, keys);
            bindings.setKeys(ActionId::Quit, {});
            registry.setBindings(bindings);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(registry.action(ActionId::NewTodo).shortcuts(), keys);
        }
        restart();
        const ActionRegistry registry(*m_settings);
        QCOMPARE(registry.action(ActionId::NewTodo).shortcuts(), keys);
        QVERIFY(registry.action(ActionId::Quit).shortcuts().isEmpty());
        QVERIFY(registry.bindings().isDefault(ActionId::Undo));
        QCOMPARE(registry.action(ActionId::Undo).shortcuts(), actionInfo(ActionId::Undo).keys);
    }

    void shouldIgnoreBindingsThatMakeNoSense()
    {
        const KeyBindings bindings = KeyBindings::fromJson({{"todo.new"_L1, u"Ctrl+N"_s},
                                                            {"todo.delete"_L1, QJsonArray{1, u"Florp"_s}},
                                                            {"no.such.action"_L1, QJsonArray{u"F7"_s}}});
        QVERIFY(bindings.isDefault(ActionId::NewTodo));
        QVERIFY(bindings.keysOf(ActionId::DeleteTodos).isEmpty());
    }

    void shouldFindConflictsOnlyWhereBothWouldAnswer()
    {
        KeyBindings bindings;
        bindings.setKeys(ActionId::Quit, {QKeySequence(u"Ctrl+N"_s)}); // window and window
        QCOMPARE(bindings.conflicts(), (QList<KeyBindings::Conflict>{
                                           {ActionId::NewTodo, ActionId::Quit, QKeySequence(u"Ctrl+N"_s)}}));
        QCOMPARE(bindings.rival(ActionId::Quit, QKeySequence(u"Ctrl+N"_s)), ActionId::NewTodo);
        bindings.resetAll();
        bindings.setKeys(ActionId::Find, {QKeySequence(u"T"_s)}); // a letter works in the list only
        QCOMPARE(bindings.conflicts().size(), 1);
        bindings.setKeys(ActionId::DueToday, {});
        QVERIFY(bindings.conflicts().isEmpty());
    }

    void shouldRunEachActionByEachOfItsKeysWhereItBelongs()
    {
        ActionRegistry registry(*m_settings);
        Window window(registry);
        QVERIFY(QTest::qWaitForWindowActive(&window.widget));
        QStringList run;
        for (const ActionInfo &action : allActions())
            connect(&registry.action(action.id), &QAction::triggered, this,
                    [&run, &action] { run.append(QLatin1StringView(action.name)); });
        for (const ActionInfo &action : allActions()) {
            for (const QKeySequence &key : action.keys) {
                run.clear();
                QListWidget *where = action.context == ActionContext::Sidebar ? window.sidebar : window.list;
                where->setFocus();
                QTest::keyClick(where, key[0].key(), key[0].keyboardModifiers());
                QCOMPARE(run, QStringList{QLatin1StringView(action.name)});
            }
        }
    }

    void shouldTypeLettersIntoFieldsAndRunThemInTheList()
    {
        ActionRegistry registry(*m_settings);
        Window window(registry);
        QVERIFY(QTest::qWaitForWindowActive(&window.widget));
        const QSignalSpy newTodo(&registry.action(ActionId::NewTodo), &QAction::triggered);
        const QSignalSpy dueToday(&registry.action(ActionId::DueToday), &QAction::triggered);

        window.field->setFocus();
        QTest::keyClicks(window.field, u"at 1"_s);
        QCOMPARE(window.field->text(), u"at 1"_s);
        QCOMPARE(newTodo.size() + dueToday.size(), 0);
        QTest::keyClick(window.field, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(newTodo.size(), 1);

        window.list->setFocus();
        QTest::keyClick(window.list, Qt::Key_A);
        QTest::keyClick(window.list, Qt::Key_T);
        QCOMPARE(newTodo.size(), 2);
        QCOMPARE(dueToday.size(), 1);
    }

    void shouldDoNothingByLettersWhileAnEditorIsOpenInTheList()
    {
        ActionRegistry registry(*m_settings);
        Window window(registry);
        QVERIFY(QTest::qWaitForWindowActive(&window.widget));
        QList<std::shared_ptr<QSignalSpy>> spies;
        for (const ActionInfo &action : allActions())
            spies.append(std::make_shared<QSignalSpy>(&registry.action(action.id), &QAction::triggered));
        window.list->setFocus();
        window.list->editItem(window.list->item(0));
        auto *editor = window.list->findChild<QLineEdit *>();
        QVERIFY(editor && editor->hasFocus());
        QTest::keyClicks(editor, u"atmwdlg1230+-/ D"_s);
        QCOMPARE(editor->text(), u"atmwdlg1230+-/ D"_s);
        for (const auto &spy : spies)
            QCOMPARE(spy->size(), 0);
    }
};

QTEST_MAIN(TestKeyBindings)
#include "tst_keybindings.moc"
