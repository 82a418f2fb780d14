// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/placename.h"

#include <array>

namespace tusk::domain
{

namespace
{

using namespace Qt::StringLiterals;
using Place = TodoFilter::Place;

struct NamedPlace {
    Place place;
    QLatin1StringView name;
};

constexpr std::array namedPlaces{
    NamedPlace{Place::Inbox, "inbox"_L1},         NamedPlace{Place::Today, "today"_L1},
    NamedPlace{Place::Upcoming, "upcoming"_L1},   NamedPlace{Place::All, "all"_L1},
    NamedPlace{Place::Completed, "completed"_L1}, NamedPlace{Place::Trash, "trash"_L1},
};
constexpr auto listPrefix = "list:"_L1;
constexpr auto tagPrefix = "tag:"_L1;

} // namespace

QString placeName(const TodoFilter &place)
{
    if (place.place == Place::List)
        return listPrefix + place.list.uuid().toString(QUuid::WithoutBraces);
    if (place.place == Place::Tag)
        return tagPrefix + place.tag.uuid().toString(QUuid::WithoutBraces);
    for (const NamedPlace &named : namedPlaces) {
        if (named.place == place.place)
            return named.name;
    }
    return {};
}

std::optional<TodoFilter> placeNamed(const QString &name)
{
    for (const NamedPlace &named : namedPlaces) {
        if (name == named.name)
            return TodoFilter::at(named.place);
    }
    const QUuid id(name.section(u':', 1));
    if (id.isNull())
        return std::nullopt;
    if (name.startsWith(listPrefix))
        return TodoFilter::inList(ListId(id));
    if (name.startsWith(tagPrefix))
        return TodoFilter::withTag(TagId(id));
    return std::nullopt;
}

} // namespace tusk::domain
