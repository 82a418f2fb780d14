// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <libical/ical.h>

namespace tusk::importer
{

class CalendarZones;

// As it is written down, without the name.
[[nodiscard]] QByteArray valueOf(icalproperty *property);
// Of a text: without the backslashes.
[[nodiscard]] QByteArray textOf(icalproperty *property);
// “2026-01-12”, “2026-01-12 10:00:00 Europe/Berlin”, “2026-01-12 10:00:00Z”; utc: how the last one ends. In a
// zone that only the calendar knows it is a moment, and in one that nobody knows it has none.
// What is no time stays as it is written. None: a property that holds no time.
[[nodiscard]] QByteArray timeOf(icalproperty *property, const CalendarZones &zones, const char *utc = "Z");
[[nodiscard]] bool isInUnknownZone(icalproperty *property, const CalendarZones &zones);
// When a todo ends that says when it starts and how long it lasts, in the same form; empty: it does not, it
// says when it is due, or that would be in no year that a todo may have.
[[nodiscard]] QByteArray endByDuration(icalcomponent *todo, const CalendarZones &zones,
                                       const char *utc = "Z");
// Of RELATED-TO.
[[nodiscard]] bool namesParent(icalproperty *property);

} // namespace tusk::importer
