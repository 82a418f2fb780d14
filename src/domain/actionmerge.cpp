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

bool isAmong(const QList<Todo> &todos, TodoId id)
{
    return std::ranges::find(todos, id, &Todo::id) != todos.end();
}

// The nearest ancestor that does not go to the Trash with the others; from there itself on.
std::optional<TodoId> remaining(std::optional<TodoId> ancestor, const QList<Todo> &merged)
{
    for (qsizetype steps = 0; ancestor && steps <= merged.size(); ++steps) {
        const auto found = std::ranges::find(merged, *ancestor, &Todo::id);
        if (found == merged.end())
            return ancestor;
        ancestor = found->parent;
    }
    return std::nullopt;
}

bool isAncestor(TodoId ancestor, std::optional<TodoId> parent, const QList<Todo> &known)
{
    for (qsizetype steps = 0; parent && steps <= known.size(); ++steps) {
        if (*parent == ancestor)
            return true;
        const auto found = std::ranges::find(known, *parent, &Todo::id);
        parent = found != known.end() ? found->parent : std::nullopt;
    }
    return false;
}

// The subtasks of those that go to the Trash come to the one that stays. One that the latter itself belongs
// to cannot: it goes up to the next ancestor that is left.
QList<TodoChange> adoptions(const Todo &survivor, const QList<Todo> &all, const QList<Todo> &family)
{
    QList<TodoChange> changes;
    for (const Todo &subtask : withoutRepeats(family)) {
        const bool isOrphan = subtask.parent && isAmong(all.sliced(1), *subtask.parent);
        if (!isOrphan || isAmong(all, subtask.id))
            continue;
        Todo after = subtask;
        after.parent = isAncestor(subtask.id, survivor.parent, all + family) ? remaining(subtask.parent, all)
                                                                             : survivor.id;
        if (after.parent == after.id)
            after.parent.reset();
        changes.append(updateOf(subtask, after));
    }
    return changes;
}

} // namespace

Action mergeTodos(const QList<Todo> &todos, const QDateTime &now, const QList<Todo> &family)
{
    Action action = newAction(ActionKind::Merge, now);
    const QList<Todo> all = withoutRepeats(todos);
    if (all.size() < 2 || std::ranges::any_of(all, &Todo::notesCut))
        return action;

    const Todo &first = all.constFirst();
    action.label = mergeLabel(first, all.size());
    Todo merged = first;
    merged.parent = remaining(first.parent, all);
    for (const Todo &other : all.sliced(1)) {
        merged.notes = joinedNotes(merged, other);
        merged.tags = tagSet(merged.tags + other.tags);
        merged.priority = std::max(merged.priority, other.priority);
        mergeDates(merged, other);
        mergeState(merged, other);
    }
    action.todos.append(updateOf(first, merged));
    action.todos.append(trashTodos(all.sliced(1), now).todos);
    action.todos.append(adoptions(merged, all, family));
    return action;
}

} // namespace tusk::domain
