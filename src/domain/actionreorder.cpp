// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "domain/newaction.h"
#include "domain/position.h"

#include <algorithm>

namespace tusk::domain
{

namespace
{

// Far below the 200 that the database takes, and rare: after some 300 drops at one spot.
constexpr qsizetype comfortableLength = 60;

// The most rows that can stay where they are: the longest run of positions, gaps allowed, that ascends and
// lies between the neighbours already. Indexes into moved, ascending.
QList<qsizetype> rowsThatStay(const QList<Todo> &moved, const QByteArray &before, const QByteArray &after)
{
    QList<qsizetype> ends; // ends[n]: of all runs of n + 1 rows, the last row of the one that ends lowest
    QList<qsizetype> previous(moved.size(), -1);
    const auto positionOf = [&moved](qsizetype index) -> const QByteArray & {
        return moved.at(index).position;
    };
    for (qsizetype i = 0; i < moved.size(); ++i) {
        const QByteArray &position = positionOf(i);
        if (!isValidPosition(position) || position <= before || (!after.isEmpty() && position >= after))
            continue;
        const auto run = std::ranges::lower_bound(ends, position, {}, positionOf);
        if (run != ends.begin())
            previous[i] = *std::prev(run);
        if (run == ends.end())
            ends.append(i);
        else
            *run = i;
    }
    QList<qsizetype> rows;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = previous.at(i))
        rows.prepend(i);
    return rows;
}

// At the end by the clock, as new rows are: a shorter position could lie beyond those of years to come.
QList<QByteArray> newPositions(const QByteArray &before, const QByteArray &after, qsizetype count,
                               const QDateTime &now)
{
    if (!after.isEmpty())
        return positionsBetween(before, after, count);
    QList<QByteArray> positions;
    for (qsizetype i = 0; i < count; ++i)
        positions.append(positionAtEnd(now, positions.isEmpty() ? before : positions.constLast()));
    return positions;
}

bool isComfortable(const Action &action)
{
    return std::ranges::all_of(action.todos, [](const TodoChange &change) {
        return change.after.position.size() <= comfortableLength;
    });
}

// Of the rows on one side that many, but not the outermost where others may follow.
qsizetype reach(const QList<Todo> &side, bool complete, qsizetype wanted)
{
    return std::min(wanted, complete ? side.size() : std::max<qsizetype>(side.size() - 1, 0));
}

QByteArray positionOf(const QList<Todo> &side, qsizetype index)
{
    return index < side.size() ? side.at(index).position : QByteArray();
}

// Gives new positions to the moved rows and to that many on each side of them.
QList<TodoChange> spreadAnew(const QList<Todo> &moved, const RowsAround &around, qsizetype width,
                             const QDateTime &now)
{
    const qsizetype above = reach(around.above, around.reachTop, width);
    const qsizetype below = reach(around.below, around.reachEnd, width);
    QList<Todo> rows = moved;
    for (qsizetype i = 0; i < above; ++i)
        rows.prepend(around.above.at(i));
    rows += around.below.first(below);

    const QList<QByteArray> positions =
        newPositions(positionOf(around.above, above), positionOf(around.below, below), rows.size(), now);
    QList<TodoChange> changes;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        Todo after = rows.at(i);
        after.position = positions.at(i);
        changes.append(updateOf(rows.at(i), after));
    }
    return changes;
}

} // namespace

Action reorderTodos(const QList<Todo> &moved, const QByteArray &positionBefore,
                    const QByteArray &positionAfter, const QDateTime &now)
{
    Action action = newAction(ActionKind::Reorder, now);
    QByteArray lower = positionBefore;
    qsizetype next = 0;
    const auto placeUpTo = [&](qsizetype end, const QByteArray &upper) {
        for (const QByteArray &position : newPositions(lower, upper, end - next, now)) {
            Todo after = moved.at(next);
            after.position = position;
            action.todos.append(updateOf(moved.at(next), after));
            ++next;
        }
    };
    for (const qsizetype row : rowsThatStay(moved, positionBefore, positionAfter)) {
        placeUpTo(row, moved.at(row).position);
        lower = moved.at(row).position;
        ++next;
    }
    placeUpTo(moved.size(), positionAfter);
    action.label = todoLabel(action.kind, action.todos);
    return action;
}

Action reorderTodos(const QList<Todo> &moved, const RowsAround &around, const QDateTime &now)
{
    Action action = reorderTodos(moved, positionOf(around.above, 0), positionOf(around.below, 0), now);
    const qsizetype widest = std::max(around.above.size(), around.below.size());
    for (qsizetype width = 0; !isComfortable(action) && width < widest;) {
        width = std::min(widest, 4 * width + 8);
        action.todos = spreadAnew(moved, around, width, now);
    }
    return action;
}

} // namespace tusk::domain
