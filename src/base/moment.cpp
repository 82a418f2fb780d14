// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/moment.h"

#include <QTimeZone>

namespace tusk::base
{

namespace
{

constexpr qint64 secondsPerHour = 3600;

} // namespace

bool Day::hasInItsNight(QDate on, const std::optional<QTime> &at) const
{
    return at && at->hour() < hoursOfNight && on == date.addDays(1);
}

QDate dayOf(const QDateTime &local, int startOfDay)
{
    return local.time().hour() < startOfDay ? local.date().addDays(-1) : local.date();
}

Moment::Moment(const QDateTime &local, int startOfDay)
    : m_time(local)
    , m_startOfDay(startOfDay)
{
}

QDate Moment::today() const
{
    return base::dayOf(m_time, m_startOfDay);
}

QDate Moment::dayOf(const QDateTime &then) const
{
    const QDateTime there =
        m_time.timeSpec() == Qt::LocalTime ? then.toLocalTime() : then.toTimeZone(m_time.timeZone());
    return base::dayOf(there, m_startOfDay);
}

QDateTime Moment::nextDay() const
{
    // Where clocks are put forward an hour of the day is missing, perhaps the one that is looked for.
    const QDate day = today().addDays(1);
    const QDateTime midnight =
        m_time.timeSpec() == Qt::LocalTime ? day.startOfDay() : day.startOfDay(m_time.timeZone());
    QDateTime start = midnight;
    if (midnight.time().hour() < m_startOfDay)
        start.setTime({m_startOfDay, 0});
    return start.isValid() && dayOf(start) == day ? start : midnight.addSecs(m_startOfDay * secondsPerHour);
}

} // namespace tusk::base
