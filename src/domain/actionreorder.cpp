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

} // namespace tusk::domain
