// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/windowmenu.h"

#include "gui/actions/actionregistry.h"

#include <QMenu>

namespace tusk::gui
{

namespace
{

void addActions(QMenu &menu, const ActionRegistry &actions, ActionCategory category)
{
    for (const ActionInfo &info : allActions()) {
        if (info.category == category && info.id != ActionId::OpenMenu)
            menu.addAction(&actions.action(info.id));
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
