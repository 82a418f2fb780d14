// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/calendarzones.h"

#include "importer/values/zonename.h"

#include <algorithm>
#include <array>

namespace tusk::importer
{

namespace
{

constexpr qsizetype mostDefinitions = 1000;

// Some write “/example.org/2026/Europe/Berlin”.
QByteArray knownNameIn(const QByteArray &id)
{
    for (QByteArray name = id; !name.isEmpty();) {
        if (QByteArray zone = zoneNamed(name); !zone.isEmpty())
            return zone;
        const qsizetype slash = name.indexOf('/');
        name = slash < 0 ? QByteArray() : name.sliced(slash + 1);
    }
    return {};
}

// Clocks change on a day of each year. The library walks through every moment of a rule since 1601: of any
// other that would take for ever.
bool isSane(icalcomponent *part)
{
    icalproperty *property = icalcomponent_get_first_property(part, ICAL_RRULE_PROPERTY);
    if (!property)
        return true;
    const icalrecurrencetype rule = icalproperty_get_rrule(property);
    const auto isUnused = [](short first) { return first == ICAL_RECURRENCE_ARRAY_MAX; };
    return rule.freq == ICAL_YEARLY_RECURRENCE && isUnused(rule.by_hour[0]) && isUnused(rule.by_minute[0]) &&
           isUnused(rule.by_second[0]) && !icalcomponent_get_next_property(part, ICAL_RRULE_PROPERTY);
}

// Whether it says what the clocks show.
bool saysOffsets(icalcomponent *definition)
{
    constexpr int mostRules = 20;
    int parts = 0;
    int rules = 0;
    for (icalcomponent *part = icalcomponent_get_first_component(definition, ICAL_ANY_COMPONENT); part;
         part = icalcomponent_get_next_component(definition, ICAL_ANY_COMPONENT)) {
        const icalcomponent_kind kind = icalcomponent_isa(part);
        const bool isPart = kind == ICAL_XSTANDARD_COMPONENT || kind == ICAL_XDAYLIGHT_COMPONENT;
        if (!isPart)
            continue;
        const bool isWhole = icalcomponent_get_first_property(part, ICAL_TZOFFSETTO_PROPERTY) &&
                             icalcomponent_get_first_property(part, ICAL_DTSTART_PROPERTY);
        rules += icalcomponent_get_first_property(part, ICAL_RRULE_PROPERTY) ? 1 : 0;
        if (!isWhole || !isSane(part) || rules > mostRules)
            return false;
        ++parts;
    }
    return parts > 0;
}

} // namespace

void CalendarZones::learn(icalcomponent *definition)
{
    if (m_definitions.size() == mostDefinitions)
        return;
    const std::shared_ptr<icaltimezone> zone(icaltimezone_new(), Deleter());
    icalcomponent *copy = icalcomponent_new_clone(definition);
    if (!icaltimezone_set_component(zone.get(), copy)) { // it has no name
        icalcomponent_free(copy);
        return;
    }
    const char *place = icaltimezone_get_location(zone.get());
    m_definitions.insert(icaltimezone_get_tzid(zone.get()),
                         {place ? knownNameIn(place) : QByteArray(), saysOffsets(copy) ? zone : nullptr});
}

void CalendarZones::learnAll(icalcomponent *calendar)
{
    for (icalcomponent *each = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT); each;
         each = icalcomponent_get_next_component(calendar, ICAL_VTIMEZONE_COMPONENT))
        learn(each);
}

QByteArray CalendarZones::nameOf(const QByteArray &id) const
{
    const QByteArray known = knownNameIn(id);
    return known.isEmpty() ? m_definitions.value(id).place : known;
}

std::optional<int> CalendarZones::offsetOf(const QByteArray &id, icaltimetype local) const
{
    const auto found = m_definitions.constFind(id);
    if (found == m_definitions.cend() || !found->zone)
        return std::nullopt;
    int isSummer = 0;
    return icaltimezone_get_utc_offset(found->zone.get(), &local, &isSummer);
}

} // namespace tusk::importer
