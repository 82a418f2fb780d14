// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todofilter.h"

namespace tusk::domain
{

namespace
{

using Place = TodoFilter::Place;

bool isShown(const Todo &todo, QDate today)
{
    return todo.isOpen() && (!todo.start || todo.start->date <= today);
}

std::weak_ordering byDue(const Todo &left, const Todo &right)
{
    if (left.due && right.due)
        return *left.due <=> *right.due;
    return right.due.has_value() <=> left.due.has_value(); // those without one last
}

bool byPosition(const Todo &left, const Todo &right)
{
    return left.position != right.position ? left.position < right.position : left.id < right.id;
}

bool byInstantDescending(const Todo &left, const Todo &right, std::optional<QDateTime> Todo::*instant)
{
    return left.*instant != right.*instant ? left.*instant > right.*instant : left.id > right.id;
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

bool matches(const TodoFilter &filter, const Todo &todo, QDate today)
{
    switch (filter.place) {
    case Place::Inbox:
        return isShown(todo, today) && !todo.list;
    case Place::Today:
        return isShown(todo, today) && todo.due && todo.due->date <= today;
    case Place::Upcoming:
        return isShown(todo, today) && todo.due && todo.due->date > today;
    case Place::All:
        return todo.isOpen();
    case Place::Completed:
        return todo.completedAt && !todo.deletedAt;
    case Place::Trash:
        return todo.deletedAt.has_value();
    case Place::List:
        return isShown(todo, today) && todo.list == filter.list;
    case Place::Tag:
        return isShown(todo, today) && todo.tags.contains(filter.tag);
    case Place::Search:
        return false;
    }
    return false;
}

bool comesBefore(const TodoFilter &filter, const Todo &left, const Todo &right)
{
    switch (filter.place) {
    case Place::Today:
    case Place::Upcoming: {
        const std::weak_ordering order = byDue(left, right);
        return std::is_neq(order) ? std::is_lt(order) : byPosition(left, right);
    }
    case Place::Completed:
        return byInstantDescending(left, right, &Todo::completedAt);
    case Place::Trash:
        return byInstantDescending(left, right, &Todo::deletedAt);
    case Place::Inbox:
    case Place::All:
    case Place::List:
    case Place::Tag:
    case Place::Search:
        return byPosition(left, right);
    }
    return byPosition(left, right);
}

void PlaceCounts::count(const Todo &todo, QDate day, int sign)
{
    const auto countAt = [&](qint64 &counter, Place place) {
        if (matches(TodoFilter::at(place), todo, day))
            counter += sign;
    };
    countAt(inbox, Place::Inbox);
    countAt(today, Place::Today);
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
