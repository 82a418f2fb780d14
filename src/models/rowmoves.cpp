// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/rowmoves.h"

#include <QSet>

#include <algorithm>

namespace tusk::models
{

namespace
{

using Place = domain::TodoFilter::Place;

bool isByDue(const domain::TodoFilter &place)
{
    return place.place == Place::Today || place.place == Place::Upcoming;
}

bool mayStandTogether(const domain::TodoFilter &place, const domain::Todo &left, const domain::Todo &right)
{
    if (!isByDue(place) || !left.due || !right.due)
        return true;
    return std::is_eq(*left.due <=> *right.due);
}

// The todos on one side of the spot, the nearest first, as far as the moved ones may stand among them.
template <class Iterator>
QList<domain::Todo> neighbours(Iterator from, Iterator end, const domain::TodoFilter &place,
                               const domain::Todo &moved, const QSet<domain::TodoId> &passing)
{
    QList<domain::Todo> result;
    for (; from != end && result.size() < mostNeighbours; ++from) {
        if (passing.contains(from->id))
            continue;
        if (!mayStandTogether(place, *from, moved))
            break;
        result.append(*from);
    }
    return result;
}

QList<domain::Todo> inOrder(const ShownTodos &shown, const QSet<domain::TodoId> &ids)
{
    QList<domain::Todo> moved;
    moved.reserve(ids.size());
    std::copy_if(shown.todos.begin(), shown.todos.end(), std::back_inserter(moved),
                 [&ids](const domain::Todo &todo) { return ids.contains(todo.id); });
    return moved;
}

bool standTogether(const domain::TodoFilter &place, const QList<domain::Todo> &moved)
{
    return std::all_of(moved.begin(), moved.end(), [&](const domain::Todo &todo) {
        return mayStandTogether(place, todo, moved.first());
    });
}

// Where the todos with which the moved ones may change places begin and end.
std::pair<qsizetype, qsizetype> reachOf(const ShownTodos &shown, const domain::Todo &moved)
{
    const auto together = [&](const domain::Todo &todo) {
        return mayStandTogether(shown.place, todo, moved);
    };
    const auto first = std::find_if(shown.todos.begin(), shown.todos.end(), together);
    const auto end = std::find_if_not(first, shown.todos.end(), together);
    return {first - shown.todos.begin(), end - shown.todos.begin()};
}

} // namespace

bool isOrderedByHand(const domain::TodoFilter &place)
{
    if (place.sorting.by != domain::Sorting::By::Place)
        return false;
    switch (place.place) {
    case Place::Inbox:
    case Place::Today:
    case Place::Upcoming:
    case Place::All:
    case Place::List:
    case Place::Tag:
        return true;
    case Place::Completed:
    case Place::Trash:
    case Place::Search:
        return false;
    }
    return false;
}

std::optional<RowMove> moveBefore(const ShownTodos &shown, const QList<domain::TodoId> &ids, qsizetype before)
{
    const QSet<domain::TodoId> passing(ids.begin(), ids.end());
    RowMove move{inOrder(shown, passing), {}};
    if (move.moved.isEmpty() || !isOrderedByHand(shown.place) || !standTogether(shown.place, move.moved))
        return std::nullopt;
    const auto spot = shown.todos.begin() + std::clamp<qsizetype>(before, 0, shown.todos.size());
    domain::RowsAround &around = move.around;
    around.above = neighbours(std::make_reverse_iterator(spot), shown.todos.rend(), shown.place,
                              move.moved.first(), passing);
    around.below = neighbours(spot, shown.todos.end(), shown.place, move.moved.first(), passing);
    if (around.above.isEmpty() && around.below.isEmpty())
        return std::nullopt;
    const qsizetype others = shown.todos.size() - move.moved.size();
    const bool all = around.above.size() + around.below.size() == others;
    around.reachTop = shown.reachTop && all;
    around.reachEnd = shown.reachEnd && all;
    return move;
}

std::optional<RowMove> moveBy(const ShownTodos &shown, const QList<domain::TodoId> &ids, MoveStep step)
{
    const QList<domain::Todo> moved = inOrder(shown, {ids.begin(), ids.end()});
    if (moved.isEmpty())
        return std::nullopt;
    const auto indexOf = [&shown](const domain::Todo &todo) {
        return std::ranges::find(shown.todos, todo.id, &domain::Todo::id) - shown.todos.begin();
    };
    const auto [first, end] = reachOf(shown, moved.first());
    switch (step) {
    case MoveStep::Up:
        return moveBefore(shown, ids, std::max(first, indexOf(moved.first()) - 1));
    case MoveStep::Down:
        return moveBefore(shown, ids, std::min(end, indexOf(moved.last()) + 2));
    case MoveStep::Top:
        return moveBefore(shown, ids, first);
    case MoveStep::Bottom:
        return moveBefore(shown, ids, end);
    }
    return std::nullopt;
}

} // namespace tusk::models
