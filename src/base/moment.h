// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>
#include <QDateTime>
#include <QTime>

#include <optional>

namespace tusk::base
{

// A day as the user lives it: a date of the calendar, and the hours after midnight that still belong to it.
struct Day {
    Day() = default;
    Day(QDate day, int hours = 0) // not explicit: a date is such a day
        : date(day)
        , hoursOfNight(hours)
    {
    }

    QDate date;
    int hoursOfNight = 0; // 0 to 23

    bool operator==(const Day &) const = default;
    // Whether that is a time of the night after it.
    [[nodiscard]] bool hasInItsNight(QDate on, const std::optional<QTime> &at) const;
};

// The day that a local time belongs to for somebody whose days begin at an hour of their own: until then it
// is still the day before. startOfDay: 0 to 23.
[[nodiscard]] QDate dayOf(const QDateTime &local, int startOfDay);

// A time as the user lives it. A value. Dates themselves stay those of the calendar: only which of them is
// today depends on the start of the day.
class Moment final
{
public:
    Moment() = default; // no time at all
    // local: a time in the zone of the desktop, of days that begin at midnight unless told otherwise.
    Moment(const QDateTime &local, int startOfDay = 0); // not explicit: a local time is such a moment

    [[nodiscard]] const QDateTime &time() const { return m_time; } // local
    [[nodiscard]] int startOfDay() const { return m_startOfDay; }
    [[nodiscard]] QDate today() const;
    [[nodiscard]] Day day() const { return {today(), m_startOfDay}; }
    [[nodiscard]] QDate dayOf(const QDateTime &then) const; // of any time, in the zone of this one
    [[nodiscard]] QDateTime nextDay() const;                // when today ends; local

    bool operator==(const Moment &) const = default;

private:
    QDateTime m_time;
    int m_startOfDay = 0;
};

} // namespace tusk::base
