// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/windowmenu.h"

#include "gui/actions/actionregistry.h"
#include "gui/actions/menukeys.h"

#include <QMenu>

namespace tusk::gui
{

namespace
{

// An action of the whole window may have a key that works in the list only, so it is not its own: an entry
// that stands for it shows that one too.
QAction *makeEntry(QMenu &menu, const ActionRegistry &actions, ActionId id)
{
    auto *entry = new QAction(&menu);
    QAction &action = actions.action(id);
    entry->setObjectName(action.objectName());
    const auto follow = [entry, &action, &actions, id] {
        entry->setText(action.text());
        entry->setIcon(action.icon());
        entry->setCheckable(action.isCheckable());
        entry->setChecked(action.isChecked());
        entry->setEnabled(action.isEnabled());
        entry->setVisible(action.isVisible());
        showKey(*entry, id, [&actions](ActionId asked) { return actions.shownKey(asked); });
    };
    follow();
    QObject::connect(entry, &QAction::triggered, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, entry, follow);
    QObject::connect(&actions, &ActionRegistry::bindingsChanged, entry, follow);
    return entry;
}

void addActions(QMenu &menu, const ActionRegistry &actions, ActionCategory category)
{
    for (const ActionInfo &info : allActions()) {
        if (info.category == category && info.id != ActionId::OpenMenu)
            menu.addAction(makeEntry(menu, actions, info.id));
    }
}

} // namespace

QMenu *makeWindowMenu(const ActionRegistry &actions, QWidget &window)
{
    auto *menu = new QMenu(&window);
    menu->setObjectName(QStringLiteral("windowMenu"));
    addActions(*menu, actions, ActionCategory::Changes);
    menu->addSeparator();
    for (const ActionCategory category :
         {ActionCategory::Todos, ActionCategory::Dates, ActionCategory::Priority, ActionCategory::Order,
          ActionCategory::Places, ActionCategory::Lists, ActionCategory::Environments})
        addActions(*menu->addMenu(categoryText(category)), actions, category);
    menu->addSeparator();
    addActions(*menu, actions, ActionCategory::Program);
    return menu;
}

} // namespace tusk::gui
