// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QString>

namespace tusk::domain
{

// What history and undo call an action, translated: Complete “Water the tomatoes”, Complete 12 todos.

// For the kinds that change todos, but for Merge.
[[nodiscard]] QString todoLabel(ActionKind kind, const QList<TodoChange> &changes);
[[nodiscard]] QString mergeLabel(const Todo &first, qsizetype count); // count with the first

[[nodiscard]] QString createListLabel(const TodoList &list);
[[nodiscard]] QString editListLabel(const TodoList &before, const TodoList &after);
[[nodiscard]] QString deleteListLabel(const TodoList &list, bool trashTodos);
[[nodiscard]] QString createTagLabel(const Tag &tag);
[[nodiscard]] QString editTagLabel(const Tag &tag);
[[nodiscard]] QString deleteTagLabel(const Tag &tag);

// At most about 40 characters as a reader counts them, with an ellipsis where something was left out; never
// cuts a character apart, be it of several code points.
[[nodiscard]] QString shortened(const QString &text);

} // namespace tusk::domain
