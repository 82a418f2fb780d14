// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"
#include "domain/sorting.h"
#include "domain/todo.h"

#include <QDate>
#include <QHash>
#include <QString>

namespace tusk::domain
{

// Which todos a view shows, and in which order. A value: two equal filters show the same.
struct TodoFilter {
    enum class Place { Inbox, Today, Upcoming, All, Completed, Trash, List, Tag, Search };

    Place place = Place::Inbox;
    ListId list;    // for Place::List
    TagId tag;      // for Place::Tag
    QString search; // for Place::Search: what was typed
    Sorting sorting;

    bool operator==(const TodoFilter &) const = default;

    [[nodiscard]] static TodoFilter at(Place place) { return {place, {}, {}, {}, {}}; }
    [[nodiscard]] static TodoFilter inList(ListId id) { return {Place::List, id, {}, {}, {}}; }
    [[nodiscard]] static TodoFilter withTag(TagId id) { return {Place::Tag, {}, id, {}, {}}; }
    [[nodiscard]] static TodoFilter matching(const QString &text)
    {
        return {Place::Search, {}, {}, text, {}};
    }
    // The same place in another order; sorted({}) is the place as such.
    [[nodiscard]] TodoFilter sorted(Sorting by) const;
};

// Whether a todo belongs there on that day; the same rule as the WHERE clauses of the repository. Open places
// hide todos that start after today, except All. What is due in the night of today is due today. For
// Place::Search only the server can say: always false.
[[nodiscard]] bool matches(const TodoFilter &filter, const Todo &todo, const base::Day &today);

// What the order of the place itself is: by hand, by due date, or by when a todo came there.
enum class PlaceOrder { Hand, Due, Arrival };
[[nodiscard]] PlaceOrder placeOrder(TodoFilter::Place place);
// By what a place can be sorted, in the order for a menu; a search by nothing, its order is the server's.
[[nodiscard]] QList<Sorting::By> sortingsOf(TodoFilter::Place place);
[[nodiscard]] bool canBeReversed(const TodoFilter &filter);

// The order of the place, total, the same as the ORDER BY clauses of the repository. By itself:
//   Today, Upcoming: due_date, due_time NULLS LAST, position, id
//   Completed: completed_at DESC, id DESC; Trash: deleted_at DESC, id DESC (reversed: both ascending)
//   the others: position, id
// Sorted by something else, that decides before position and id. In Today and Upcoming only among todos that
// stand under one heading: the overdue ones, and those of one day. Completed todos stand under the days of
// their completion only as long as they are sorted by it.
// Exact but for titles (domain/titleorder.h). Not for Place::Search, whose order is the server's.
[[nodiscard]] bool comesBefore(const TodoFilter &filter, const Todo &left, const Todo &right, QDate today);

// How many todos each place holds. Kept beside the server: it counts once, then every change adds its delta.
struct PlaceCounts {
    qint64 inbox = 0;
    qint64 today = 0;    // due today or overdue
    qint64 overdue = 0;  // of those: due before today; a time of today that has passed does not count
    qint64 upcoming = 0; // due after today
    qint64 all = 0;
    qint64 completed = 0;
    qint64 trash = 0;
    QHash<ListId, qint64> lists; // open ones
    QHash<TagId, qint64> tags;   // open ones

    bool operator==(const PlaceCounts &) const = default;
    // Adds sign for each place that holds the todo on that day.
    void count(const Todo &todo, const base::Day &day, int sign);
    [[nodiscard]] qint64 of(const TodoFilter &filter) const; // 0 for a search
};

} // namespace tusk::domain
