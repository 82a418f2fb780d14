// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todofilter.h"

#include "domain/titleorder.h"

namespace tusk::domain
{

namespace
{

using Place = TodoFilter::Place;

bool isShown(const Todo &todo, QDate today)
{
    return todo.isOpen() && (!todo.start || todo.start->date <= today);
}

bool isDueBy(const Todo &todo, const base::Day &today)
{
    return todo.due->date <= today.date || today.hasInItsNight(todo.due->date, todo.due->time);
}

std::weak_ordering turned(std::weak_ordering order, bool reversed)
{
    if (!reversed || std::is_eq(order))
        return order;
    return std::is_lt(order) ? std::weak_ordering::greater : std::weak_ordering::less;
}

std::weak_ordering byDue(const Todo &left, const Todo &right, bool reversed)
{
    if (left.due && right.due)
        return turned(*left.due <=> *right.due, reversed);
    return right.due.has_value() <=> left.due.has_value(); // those without one last, either way
}

std::weak_ordering newestFirst(const std::optional<QDateTime> &left, const std::optional<QDateTime> &right)
{
    return right.value_or(QDateTime()).toMSecsSinceEpoch() <=> left.value_or(QDateTime()).toMSecsSinceEpoch();
}

std::weak_ordering byPosition(const Todo &left, const Todo &right)
{
    const std::weak_ordering order = left.position.compare(right.position) <=> 0;
    return std::is_neq(order) ? order : left.id <=> right.id;
}

std::weak_ordering byArrival(const Todo &left, const Todo &right, std::optional<QDateTime> Todo::*instant,
                             bool reversed)
{
    const std::weak_ordering order = newestFirst(left.*instant, right.*instant);
    return turned(std::is_neq(order) ? order : right.id <=> left.id, reversed);
}

std::weak_ordering byPlace(const TodoFilter &filter, const Todo &left, const Todo &right)
{
    switch (placeOrder(filter.place)) {
    case PlaceOrder::Hand:
        return byPosition(left, right);
    case PlaceOrder::Due: {
        const std::weak_ordering order = byDue(left, right, false);
        return std::is_neq(order) ? order : byPosition(left, right);
    }
    case PlaceOrder::Arrival:
        return byArrival(left, right, filter.place == Place::Trash ? &Todo::deletedAt : &Todo::completedAt,
                         filter.sorting.reversed);
    }
    return std::weak_ordering::equivalent;
}

// By the headings under which they stand.
std::weak_ordering byGroup(Place place, const Todo &left, const Todo &right, QDate today)
{
    const auto day = [](const Todo &todo) { return todo.due ? todo.due->date : QDate(); };
    if (place == Place::Today)
        return (day(left) >= today) <=> (day(right) >= today);
    if (place == Place::Upcoming)
        return day(left).toJulianDay() <=> day(right).toJulianDay();
    return std::weak_ordering::equivalent;
}

std::weak_ordering byChoice(Sorting sorting, const Todo &left, const Todo &right)
{
    switch (sorting.by) {
    case Sorting::By::Place:
        break;
    case Sorting::By::Due:
        return byDue(left, right, sorting.reversed);
    case Sorting::By::Priority:
        return turned(right.priority <=> left.priority, sorting.reversed);
    case Sorting::By::Title:
        return turned(compareTitles(left.title, right.title), sorting.reversed);
    case Sorting::By::Created:
        return turned(newestFirst(left.createdAt, right.createdAt), sorting.reversed);
    }
    return std::weak_ordering::equivalent;
}

template <class Key>
void add(QHash<Key, qint64> &counts, const Key &key, int sign)
{
    // No entry for nothing: equal counts are equal values.
    const auto found = counts.find(key);
    if (found == counts.end())
        counts.insert(key, sign);
    else if (*found == -sign)
        counts.erase(found);
    else
        *found += sign;
}

} // namespace

bool matches(const TodoFilter &filter, const Todo &todo, const base::Day &today)
{
    switch (filter.place) {
    case Place::Inbox:
        return isShown(todo, today.date) && !todo.list;
    case Place::Today:
        return isShown(todo, today.date) && todo.due && isDueBy(todo, today);
    case Place::Upcoming:
        return isShown(todo, today.date) && todo.due && !isDueBy(todo, today);
    case Place::All:
        return todo.isOpen();
    case Place::Completed:
        return todo.completedAt && !todo.deletedAt;
    case Place::Trash:
        return todo.deletedAt.has_value();
    case Place::List:
        return isShown(todo, today.date) && todo.list == filter.list;
    case Place::Tag:
        return isShown(todo, today.date) && todo.tags.contains(filter.tag);
    case Place::Search:
        return false;
    }
    return false;
}

TodoFilter TodoFilter::sorted(Sorting by) const
{
    TodoFilter result = *this;
    result.sorting = by;
    return result;
}

PlaceOrder placeOrder(Place place)
{
    switch (place) {
    case Place::Today:
    case Place::Upcoming:
        return PlaceOrder::Due;
    case Place::Completed:
    case Place::Trash:
        return PlaceOrder::Arrival;
    case Place::Inbox:
    case Place::All:
    case Place::List:
    case Place::Tag:
    case Place::Search:
        break;
    }
    return PlaceOrder::Hand;
}

QList<Sorting::By> sortingsOf(Place place)
{
    using enum Sorting::By;
    if (place == Place::Search)
        return {};
    if (placeOrder(place) == PlaceOrder::Hand)
        return {Sorting::By::Place, Due, Priority, Title, Created};
    return {Sorting::By::Place, Priority, Title, Created};
}

bool canBeReversed(const TodoFilter &filter)
{
    if (filter.sorting.by == Sorting::By::Place)
        return placeOrder(filter.place) == PlaceOrder::Arrival;
    return filter.place != Place::Search;
}

bool comesBefore(const TodoFilter &filter, const Todo &left, const Todo &right, QDate today)
{
    if (filter.sorting.by == Sorting::By::Place)
        return std::is_lt(byPlace(filter, left, right));
    const std::weak_ordering group = byGroup(filter.place, left, right, today);
    if (std::is_neq(group))
        return std::is_lt(group);
    const std::weak_ordering choice = byChoice(filter.sorting, left, right);
    return std::is_lt(std::is_neq(choice) ? choice : byPosition(left, right));
}

void PlaceCounts::count(const Todo &todo, const base::Day &day, int sign)
{
    const auto countAt = [&](qint64 &counter, Place place) {
        if (matches(TodoFilter::at(place), todo, day))
            counter += sign;
    };
    countAt(inbox, Place::Inbox);
    countAt(today, Place::Today);
    if (todo.due && todo.due->date < day.date)
        countAt(overdue, Place::Today);
    countAt(upcoming, Place::Upcoming);
    countAt(all, Place::All);
    countAt(completed, Place::Completed);
    countAt(trash, Place::Trash);
    if (todo.list && matches(TodoFilter::inList(*todo.list), todo, day))
        add(lists, *todo.list, sign);
    for (const TagId &tag : todo.tags) {
        if (matches(TodoFilter::withTag(tag), todo, day))
            add(tags, tag, sign);
    }
}

qint64 PlaceCounts::of(const TodoFilter &filter) const
{
    switch (filter.place) {
    case Place::Inbox:
        return inbox;
    case Place::Today:
        return today;
    case Place::Upcoming:
        return upcoming;
    case Place::All:
        return all;
    case Place::Completed:
        return completed;
    case Place::Trash:
        return trash;
    case Place::List:
        return lists.value(filter.list);
    case Place::Tag:
        return tags.value(filter.tag);
    case Place::Search:
        return 0;
    }
    return 0;
}

} // namespace tusk::domain
