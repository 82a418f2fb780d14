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

// Which todos of a database are meant: all but those in the Trash, those of some lists, or some by their ids.
struct CopySelection {
    enum class What { Everything, Lists, Todos };
    What what = What::Everything;
    QList<ListId> lists; // of Lists
    QList<TodoId> todos; // of Todos

    bool operator==(const CopySelection &) const = default;
};

// What copying todos to another database would do.
struct CopyPlan {
    Action action; // all of it; may be empty
    QList<Todo> added;
    QList<Todo> changed; // as they will be
    qsizetype same = 0;
};

// Makes the todos of source be in target too. Ids stay, so that a second copy changes what the first one
// made. What target has beside them stays; so does the place of a todo in its order there. Lists and tags
// come along where they are used; one that target has under the same name is taken instead. A parent that is
// in neither becomes none. label: for the history. Pure; target: at least the todos with the same ids, and
// all lists and tags.
[[nodiscard]] CopyPlan planCopy(const Contents &source, const Contents &target, const QString &label,
                                const QDateTime &now);

} // namespace tusk::domain
