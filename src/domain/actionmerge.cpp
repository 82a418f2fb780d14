// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "domain/newaction.h"

#include <algorithm>

namespace tusk::domain
{

namespace
{

QList<Todo> withoutRepeats(const QList<Todo> &todos)
{
    QList<Todo> result;
    for (const Todo &todo : todos) {
        if (std::ranges::find(result, todo.id, &Todo::id) == result.end())
            result.append(todo);
    }
    return result;
}

QString joinedNotes(const Todo &first, const Todo &other)
{
    QStringList parts{first.notes, u"## " + other.title, other.notes};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

void mergeDates(Todo &merged, const Todo &other)
{
    if (other.due && (!merged.due || *other.due < *merged.due))
        merged.due = other.due;
    // Shown already is earlier than any start.
    if (!other.start || (merged.start && *other.start < *merged.start))
        merged.start = other.start;
}

// What is still to be done must not vanish into something done or deleted.
void mergeState(Todo &merged, const Todo &other)
{
    if (!other.completedAt)
        merged.completedAt.reset();
    if (!other.deletedAt)
        merged.deletedAt.reset();
}

// The nearest ancestor of the first that does not go to the Trash with the others.
std::optional<TodoId> remainingParent(const QList<Todo> &todos)
{
    std::optional<TodoId> parent = todos.constFirst().parent;
    for (qsizetype steps = 0; parent && steps <= todos.size(); ++steps) {
        const auto found = std::ranges::find(todos, *parent, &Todo::id);
        if (found == todos.end())
            return parent;
        parent = found->parent;
    }
    return std::nullopt;
}

} // namespace

Action mergeTodos(const QList<Todo> &todos, const QDateTime &now)
{
    Action action = newAction(ActionKind::Merge, now);
    const QList<Todo> all = withoutRepeats(todos);
    if (all.size() < 2 || std::ranges::any_of(all, &Todo::notesCut))
        return action;

    const Todo &first = all.constFirst();
    action.label = mergeLabel(first, all.size());
    Todo merged = first;
    merged.parent = remainingParent(all);
    for (const Todo &other : all.sliced(1)) {
        merged.notes = joinedNotes(merged, other);
        merged.tags = tagSet(merged.tags + other.tags);
        merged.priority = std::max(merged.priority, other.priority);
        mergeDates(merged, other);
        mergeState(merged, other);
    }
    action.todos.append(updateOf(first, merged));
    action.todos.append(trashTodos(all.sliced(1), now).todos);
    return action;
}

} // namespace tusk::domain
