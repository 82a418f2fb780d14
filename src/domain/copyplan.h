// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QDateTime>
#include <QList>

namespace tusk::domain
{

// Todos with all that they refer to, as one database has them. Whole todos, notes too.
struct Contents {
    QList<Todo> todos;
    QList<TodoList> lists;
    QList<Tag> tags;
};

// Which todos of a database are meant: all but those in the Trash, those of some lists or of the Inbox, or
// some by their ids, with their subtasks.
struct CopySelection {
    enum class What { Everything, Lists, Todos };
    What what = What::Everything;
    QList<ListId> lists;    // of Lists
    QList<TodoId> todos;    // of Todos
    bool withInbox = false; // of Lists: the todos without a list

    bool operator==(const CopySelection &) const = default;
};

// What copying todos to another database would do.
struct CopyPlan {
    Action action; // all of it; may be empty
    QList<Todo> added;
    QList<TodoChange> changed; // some may have been in the Trash there
    qsizetype same = 0;
    qsizetype inTrash = 0; // there, and left in it
};

// Makes the todos of source be in target too. Ids stay, so that a second copy changes what the first one
// made. What target has beside them stays; so does the place of a todo in its order there. Lists and tags
// come along where they are used; one that target has under the same name is taken instead. A parent that is
// in neither is not taken over, nor one that would make a todo its own ancestor: a new todo has none then,
// one that is there keeps its own. What was put into the Trash there stays in it, unless source has changed
// it since. label: for the history. Pure; target: at least the todos with the same ids, all parents of them,
// of theirs and of those of source that are there, and all lists and tags.
[[nodiscard]] CopyPlan planCopy(const Contents &source, const Contents &target, const QString &label,
                                const QDateTime &now);

// What of a todo a copy changes, in words: “title, notes”; empty of none.
[[nodiscard]] QString changedWords(const TodoChange &change);

} // namespace tusk::domain
