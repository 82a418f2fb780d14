// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QDateTime>
#include <QList>

namespace tusk::domain
{

// Makes actions out of what the user did. Pure: the caller passes the todos as it shows them (the base of the
// merge) and the time. Todos that are already as wished are left out; an action without changes is possible
// (isEmpty) and need not be sent. Texts are taken as they are: domain/todorules.h checks them before.

[[nodiscard]] bool isEmpty(const Action &action);

[[nodiscard]] Action createTodos(const QList<Todo> &todos, const QDateTime &now);
[[nodiscard]] Action editTodo(const Todo &before, const Todo &after,
                              const QDateTime &now); // differing fields
[[nodiscard]] Action editTodos(const QList<TodoChange> &changes, const QString &label, const QDateTime &now);
[[nodiscard]] Action completeTodos(const QList<Todo> &todos, const QDateTime &now);
[[nodiscard]] Action reopenTodos(const QList<Todo> &todos, const QDateTime &now);
[[nodiscard]] Action moveTodos(const QList<Todo> &todos, std::optional<ListId> list, const QDateTime &now);
// Gives the todos, in the order passed, positions between the two neighbours (empty: the end of the list).
// Writes as few rows as possible: those that are in order between the neighbours already stay as they are.
[[nodiscard]] Action reorderTodos(const QList<Todo> &moved, const QByteArray &positionBefore,
                                  const QByteArray &positionAfter, const QDateTime &now);
// The same where the rows around the spot are known, on each side the nearest first (none: the end of the
// list). Where rows have been dropped at one spot again and again, positions there grow by a digit every 6
// drops: before they get too long, as many of the rows around it as needed are spread anew, but never the
// outermost one where it is not the end of the list.
struct RowsAround {
    QList<Todo> above;
    QList<Todo> below;
    bool reachTop = false; // above holds all that there are
    bool reachEnd = false; // below holds all that there are
};
[[nodiscard]] Action reorderTodos(const QList<Todo> &moved, const RowsAround &around, const QDateTime &now);
[[nodiscard]] Action trashTodos(const QList<Todo> &todos, const QDateTime &now);
[[nodiscard]] Action restoreTodos(const QList<Todo> &todos, const QDateTime &now);
[[nodiscard]] Action purgeTodos(const QList<Todo> &todos, const QDateTime &now);
// Merges all into the first: notes joined (with the other titles as headings), tags united, earliest due and
// start (none, if one of them has no start), highest priority kept, completed only if all are; the others go
// to the Trash. Of family, which are todos around them as far as they are known, the subtasks of the others
// become subtasks of the first. Empty for fewer than two different todos, and where only the beginning of
// notes is known: the caller fetches the rest before. The joined notes may be too long: checkedNotes on
// after.notes of the first change.
[[nodiscard]] Action mergeTodos(const QList<Todo> &todos, const QDateTime &now,
                                const QList<Todo> &family = {});

[[nodiscard]] Action createList(const TodoList &list, const QDateTime &now);
[[nodiscard]] Action editList(const TodoList &before, const TodoList &after, const QDateTime &now);
[[nodiscard]] Action deleteList(const TodoList &list, bool trashTodos, const QDateTime &now);
[[nodiscard]] Action createTag(const Tag &tag, const QDateTime &now);
[[nodiscard]] Action editTag(const Tag &before, const Tag &after, const QDateTime &now);
[[nodiscard]] Action deleteTag(const Tag &tag, const QDateTime &now); // its todos stay

// target is the newest action that is not undone (undo), or the newest undo (redo); label is the target's
// own.
[[nodiscard]] Action undoAction(ActionId target, const QString &label, const QDateTime &now);
// Of an import, or of so many todos that the database needs its time.
[[nodiscard]] Action undoLongAction(ActionId target, const QString &label, const QDateTime &now);
[[nodiscard]] Action redoAction(ActionId target, const QString &label, const QDateTime &now);

} // namespace tusk::domain
