// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/sidebardrops.h"

#include "gui/todomimedata.h"
#include "models/todocommands.h"
#include "models/workspace.h"

#include <optional>

namespace tusk::gui
{

using Place = domain::TodoFilter::Place;

namespace
{

// Out of the Trash, and as the place has its todos.
void restoreAt(const models::Workspace &workspace, const models::TodoCommands &commands,
               const domain::TodoFilter &place, const QList<domain::Todo> &todos)
{
    if (place.place == Place::Today)
        commands.restoreToDay(todos, workspace.today());
    else
        commands.restoreToList(todos, place.place == Place::List ? std::optional(place.list) : std::nullopt);
}

} // namespace

bool takesTodos(const domain::TodoFilter &place, const QList<domain::Todo> &todos)
{
    switch (place.place) {
    case Place::Inbox:
    case Place::Today:
    case Place::List:
        return true;
    case Place::Upcoming:
    case Place::Completed:
    case Place::Trash:
    case Place::Tag:
        return !anyTrashed(todos);
    case Place::All:
    case Place::Search:
        break;
    }
    return false;
}

void dropTodos(const models::Workspace &workspace, const models::TodoCommands &commands,
               const domain::TodoFilter &place, const QList<domain::Todo> &todos)
{
    if (!takesTodos(place, todos))
        return;
    if (anyTrashed(todos))
        return restoreAt(workspace, commands, place, todos);
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
