// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todogroup.h"

#include "base/moment.h"
#include "domain/relativedate.h"

#include <QCoreApplication>
#include <QLocale>

namespace tusk::models
{

namespace
{

using namespace Qt::StringLiterals;
using Place = domain::TodoFilter::Place;

const QUuid namespaceOfGroups(u"{7f3c4b0e-9d0a-4f2b-8a53-5a1d6f0d3c11}"_s);

} // namespace

Grouping groupingOf(const domain::TodoFilter &place)
{
    switch (place.place) {
    case Place::Today:
        return Grouping::OverdueOrToday;
    case Place::Upcoming:
        return Grouping::DueDay;
    case Place::Completed:
        return place.sorting.by == domain::Sorting::By::Place ? Grouping::CompletionDay : Grouping::None;
    case Place::Inbox:
    case Place::All:
    case Place::Trash:
    case Place::List:
    case Place::Tag:
    case Place::Search:
        return Grouping::None;
    }
    return Grouping::None;
}

TodoGroup groupByDue(Grouping grouping, const domain::When &due, const base::Moment &now)
{
    if (domain::dueState(due, now) == domain::DueState::Overdue)
        return {TodoGroup::Kind::Overdue, {}};
    if (grouping == Grouping::OverdueOrToday || due.date == now.today() ||
        now.day().hasInItsNight(due.date, due.time))
        return {TodoGroup::Kind::Today, now.today()};
    return {TodoGroup::Kind::Due, due.date};
}

TodoGroup groupByCompletion(const QDateTime &completedAt, int startOfDay)
{
    return {TodoGroup::Kind::Completed, base::dayOf(completedAt.toLocalTime(), startOfDay)};
}

QString TodoGroup::key() const
{
    switch (kind) {
    case Kind::Overdue:
        return u"overdue"_s;
    case Kind::Today:
        return u"today"_s;
    case Kind::Due:
        return u"due:"_s + day.toString(Qt::ISODate);
    case Kind::Completed:
        return u"completed:"_s + day.toString(Qt::ISODate);
    }
    return {};
}

QUuid TodoGroup::id() const
{
    return QUuid::createUuidV5(namespaceOfGroups, key());
}

QString TodoGroup::title(QDate today) const
{
    if (kind == Kind::Overdue)
        return QCoreApplication::translate("TodoGroup", "Overdue");
    return domain::dayHeading(day, today, QLocale());
}

} // namespace tusk::models
