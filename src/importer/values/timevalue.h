// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/source/sourcevalue.h"

#include <QDate>
#include <QTimeZone>

#include <optional>

namespace tusk::importer
{

// How programs write down when something was or is due.
enum class TimeForm {
    None,      // no time at all: NULL, 0, an empty text, a zero date
    IsoText,   // 2026-01-12[T10:00[:00.123]][Z|+01:00|…], also as programs in Go or JavaScript print it
    DayMonth,  // 12.01.2026, 12/01/2026, 01/12/2026: which of the two is the day, the column tells
    MonthName, // March 5, 2026; 5 Mar 2026 10:00; Thu Mar 05 2026 10:00:00 GMT+0100
    Seconds,   // since 1970
    Milliseconds,
    Microseconds,
    Nanoseconds,
    JulianDays,
    SecondsSince2001, // Core Data
    DotNetTicks,      // 100 ns since the year 1, of a local time
    CompactNumber,    // 20260112, 202601121000 or 20260112100000
    Unreadable,
};

// Which number of 12/01/2026 is the day.
enum class DayOrder { Unknown, DayFirst, MonthFirst };

// A time as it was written down. What a day or a wall clock meant as an instant is for the zone to say.
struct TimeValue {
    enum class Kind {
        None,
        Day,     // a date of the calendar
        Wall,    // a local time somewhere
        Instant, // one for all the world
        Unreadable,
    };

    Kind kind = Kind::None;
    qint64 milliseconds = 0; // since 1970 in UTC; of Day and Wall as if they were in UTC

    bool operator==(const TimeValue &) const = default;
    [[nodiscard]] bool isTime() const { return kind != Kind::None && kind != Kind::Unreadable; }
};

// Which form a value has; of a number by its size, so that times between 1990 and 2100 are told apart.
[[nodiscard]] TimeForm formOf(const SourceValue &value);
// What 12/01/2026 says about the order of its column; Unknown where both are possible, or it is no such text.
[[nodiscard]] DayOrder dayOrderOf(const SourceValue &value);

[[nodiscard]] TimeValue readTime(const SourceValue &value, DayOrder order);

// A local time with the name of its zone behind it: “2026-01-12 10:00:00 Europe/Berlin”. No zone: it is no
// such text.
struct ZonedTime {
    TimeValue time;
    QByteArray zone; // as todos keep it
};
// anyName: whatever stands there is a zone; else only names that are known, and not those with which it is a
// moment in any program, such as UTC.
[[nodiscard]] ZonedTime splitZone(const SourceValue &value, bool anyName);

// Behind a moment in a text: it is one of the day that is meant, its beginning where it was written. Programs
// say that in another column; expressions of a mapping say it so.
inline constexpr QByteArrayView dayMark("[day]");
[[nodiscard]] bool standsForDay(const SourceValue &value);

// Whether todos can have such a date: within the years 1 to 9999.
[[nodiscard]] bool isInCalendar(qint64 milliseconds);

// Milliseconds since 1970 in UTC; zone: of wall clocks. None where there is no such time, or it is not
// in the calendar.
[[nodiscard]] std::optional<qint64> instantOf(const TimeValue &time, const QTimeZone &zone);

// Of a date and time, as if in UTC; none where there is no such day or time.
[[nodiscard]] std::optional<qint64> millisecondsOf(int year, int month, int day, qint64 millisecondsOfDay);

} // namespace tusk::importer
