// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/sidebardrops.h"

#include "models/todocommands.h"
#include "models/workspace.h"

namespace tusk::gui
{

using Place = domain::TodoFilter::Place;

bool takesTodos(const domain::TodoFilter &place)
{
    switch (place.place) {
    case Place::Inbox:
    case Place::Today:
    case Place::Upcoming:
    case Place::Completed:
    case Place::Trash:
    case Place::List:
    case Place::Tag:
        return true;
    case Place::All:
    case Place::Search:
        break;
    }
    return false;
}

void dropTodos(const models::Workspace &workspace, const models::TodoCommands &commands,
               const domain::TodoFilter &place, const QList<domain::Todo> &todos)
{
    switch (place.place) {
    case Place::Inbox:
        commands.moveToList(todos, std::nullopt);
        break;
    case Place::Today:
        commands.setDueDate(todos, workspace.today());
        break;
    case Place::Upcoming:
        commands.setDueDate(todos, workspace.today().addDays(1));
        break;
    case Place::Completed:
        commands.complete(todos);
        break;
    case Place::Trash:
        commands.trash(todos);
        break;
    case Place::List:
        commands.moveToList(todos, place.list);
        break;
    case Place::Tag:
        commands.addTag(todos, place.tag);
        break;
    case Place::All:
    case Place::Search:
        break;
    }
}

} // namespace tusk::gui
