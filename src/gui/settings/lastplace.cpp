// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/lastplace.h"

#include "gui/settings/environmentmemory.h"
#include "gui/settings/settingkeys.h"

#include <array>

namespace tusk::gui
{

namespace
{

using namespace Qt::StringLiterals;
using Place = domain::TodoFilter::Place;

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

QString placeName(const domain::TodoFilter &place)
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

std::optional<domain::TodoFilter> placeNamed(const QString &name)
{
    for (const NamedPlace &named : namedPlaces) {
        if (name == named.name)
            return domain::TodoFilter::at(named.place);
    }
    const QUuid id(name.section(u':', 1));
    if (id.isNull())
        return std::nullopt;
    if (name.startsWith(listPrefix))
        return domain::TodoFilter::inList(domain::ListId(id));
    if (name.startsWith(tagPrefix))
        return domain::TodoFilter::withTag(domain::TagId(id));
    return std::nullopt;
}

domain::TodoFilter lastPlace(const Settings &settings, const QUuid &environment)
{
    return placeNamed(valueOf(settings, settingkeys::lastPlaces, environment).toString())
        .value_or(domain::TodoFilter::at(Place::Inbox));
}

void setLastPlace(Settings &settings, const QUuid &environment, const domain::TodoFilter &place)
{
    const QString name = placeName(place);
    if (!name.isEmpty())
        setValueOf(settings, settingkeys::lastPlaces, environment, name);
}

} // namespace tusk::gui
