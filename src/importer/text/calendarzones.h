// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>

#include <libical/ical.h>
#include <memory>
#include <optional>

namespace tusk::importer
{

// The time zones that a calendar defines itself, for those whose names nobody else knows. Thread: one.
class CalendarZones final
{
public:
    CalendarZones() = default;
    Q_DISABLE_COPY_MOVE(CalendarZones)

    // A VTIMEZONE; of two of one name the last counts.
    void learn(icalcomponent *definition);
    // All that are in a calendar.
    void learnAll(icalcomponent *calendar);

    // The name under which todos keep the zone: its own, or that of the place which the definition names.
    // Empty: nobody knows it.
    [[nodiscard]] QByteArray nameOf(const QByteArray &id) const;
    // As the definition says, in seconds east of UTC, of a local time; none where there is no definition.
    [[nodiscard]] std::optional<int> offsetOf(const QByteArray &id, icaltimetype local) const;

private:
    struct Deleter {
        void operator()(icaltimezone *zone) const { icaltimezone_free(zone, 1); }
    };
    struct Definition {
        QByteArray place = {};                        // a zone that is known
        std::shared_ptr<icaltimezone> zone = nullptr; // none: it says nothing
    };

    QHash<QByteArray, Definition> m_definitions; // by TZID
};

} // namespace tusk::importer
