// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "domain/todo.h"
#include "domain/todolist.h"
#include "models/rowmoves.h"

#include <QList>
#include <QString>

#include <optional>

namespace tusk::models
{

class Workspace;

// What can be done with todos, wherever it is asked for: keys, menus, the palette, the details. Each call is
// one action for all of them, shown at once and undone as one; todos that are so already are left out.
// Thread: that of the GUI; nothing waits.
class TodoCommands final
{
public:
    // workspace must outlive the commands.
    explicit TodoCommands(Workspace &workspace);

    void complete(const QList<domain::Todo> &todos) const;
    void reopen(const QList<domain::Todo> &todos) const;
    void toggleCompleted(const QList<domain::Todo> &todos) const; // completes if any of them is open

    void setPriority(const QList<domain::Todo> &todos, domain::Priority priority) const;
    void setDue(const QList<domain::Todo> &todos, const std::optional<domain::When> &due) const;
    // Another day, each at its own time of day. No date: the time goes too.
    void setDueDate(const QList<domain::Todo> &todos, std::optional<QDate> date) const;
    // Dropped on another day: before the todo at that index of those that are shown, where the order there is
    // the user's, or anywhere (-1).
    void moveToDay(const ShownTodos &shown, const QList<domain::TodoId> &ids, qsizetype before,
                   QDate day) const;
    // Those without a due date count from today.
    void postpone(const QList<domain::Todo> &todos, int days) const;
    void setStart(const QList<domain::Todo> &todos, const std::optional<domain::When> &start) const;

    // Also a list that is made for them; together one thing to undo.
    void moveToNewList(const QList<domain::Todo> &todos, const domain::TodoList &list) const;
    void moveToList(const QList<domain::Todo> &todos, std::optional<domain::ListId> list) const;
    void addTag(const QList<domain::Todo> &todos, domain::TagId tag) const;
    void removeTag(const QList<domain::Todo> &todos, domain::TagId tag) const;
    // A new tag and its todos, as one action.
    void addNewTag(const QList<domain::Todo> &todos, const domain::Tag &tag) const;

    void trash(const QList<domain::Todo> &todos) const;
    void restore(const QList<domain::Todo> &todos) const;
    // Out of the Trash and to that list (none: the Inbox), or due on that day at their own time: together one
    // thing to undo.
    void restoreToList(const QList<domain::Todo> &todos, std::optional<domain::ListId> list) const;
    void restoreToDay(const QList<domain::Todo> &todos, QDate day) const;
    void purge(const QList<domain::Todo> &todos) const; // for good: whoever calls this has asked
    void merge(const QList<domain::Todo> &todos)
        const; // into the first, once their notes and subtasks are here as a whole

private:
    template <class Change>
    void editEach(const QList<domain::Todo> &todos, const QString &label, Change change) const;
    template <class Change>
    void restoreEach(const QList<domain::Todo> &todos, Change change) const;

    [[nodiscard]] QList<domain::TodoId> familyOf(const QList<domain::Todo> &todos) const;

    Workspace &m_workspace;
    base::Inbox m_inbox;
};

} // namespace tusk::models
