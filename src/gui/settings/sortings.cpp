// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/sortings.h"

#include "domain/placename.h"
#include "gui/settings/environmentmemory.h"
#include "gui/settings/lastplace.h"
#include "gui/settings/settingkeys.h"

#include <algorithm>
#include <array>

namespace tusk::gui
{

namespace
{

using namespace Qt::StringLiterals;
using domain::Sorting;

struct NamedSorting {
    Sorting::By by;
    QLatin1StringView name;
};

constexpr std::array namedSortings{
    NamedSorting{Sorting::By::Place, "place"_L1},       NamedSorting{Sorting::By::Due, "due"_L1},
    NamedSorting{Sorting::By::Priority, "priority"_L1}, NamedSorting{Sorting::By::Title, "title"_L1},
    NamedSorting{Sorting::By::Created, "created"_L1},
};
constexpr auto reversedSuffix = " reversed"_L1;

} // namespace

Sorting sortingOf(const Settings &settings, const QUuid &environment, const domain::TodoFilter &place)
{
    const QJsonObject places = valueOf(settings, settingkeys::sortings, environment).toObject();
    const QString text = places.value(domain::placeName(place)).toString();
    const QString name = text.section(u' ', 0, 0);
    const auto *named = std::ranges::find(namedSortings, name, &NamedSorting::name);
    if (named == namedSortings.end() || !domain::sortingsOf(place.place).contains(named->by))
        return {};
    const Sorting sorting{named->by, text.endsWith(reversedSuffix)};
    return {sorting.by, sorting.reversed && domain::canBeReversed(place.sorted(sorting))};
}

void setSortingOf(Settings &settings, const QUuid &environment, const domain::TodoFilter &place)
{
    QJsonObject places = valueOf(settings, settingkeys::sortings, environment).toObject();
    if (place.sorting == Sorting()) {
        places.remove(domain::placeName(place));
    } else {
        const auto *named = std::ranges::find(namedSortings, place.sorting.by, &NamedSorting::by);
        places.insert(domain::placeName(place),
                      place.sorting.reversed ? named->name + reversedSuffix : QString(named->name));
    }
    setValueOf(settings, settingkeys::sortings, environment, places);
}

} // namespace tusk::gui
