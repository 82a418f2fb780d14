// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/relativedate.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

namespace tusk::domain
{

namespace
{

using namespace Qt::StringLiterals;

constexpr int daysByName = 6;
constexpr qint64 secondsPerMinute = 60;
constexpr qint64 secondsPerHour = 3600;
// Longer ago than this it is the day that says more.
constexpr qint64 hoursByNumber = 12;

QString dateText(const char *source, int number = -1)
{
    return QCoreApplication::translate("RelativeDate", source, nullptr, number);
}

bool isNear(QDate date, QDate today)
{
    const qint64 days = today.daysTo(date);
    return days >= -1 && days <= 1;
}

QString nearDay(QDate date, QDate today)
{
    switch (today.daysTo(date)) {
    case -1:
        return dateText(QT_TRANSLATE_NOOP("RelativeDate", "Yesterday"));
    case 0:
        return dateText(QT_TRANSLATE_NOOP("RelativeDate", "Today"));
    default:
        return dateText(QT_TRANSLATE_NOOP("RelativeDate", "Tomorrow"));
    }
}

// The locale's short date without what it says of the year or, in digits, of the order: day and month by
// name.
QString dayAndMonth(QDate date, const QLocale &locale, bool withYear, QLocale::FormatType length)
{
    static const QRegularExpression day(u"(?<!d)d{1,2}(?!d)"_s);
    const QString order = locale.dateFormat(QLocale::LongFormat);
    const bool monthFirst = order.indexOf(u'M') < order.indexOf(day);
    const QString month = length == QLocale::LongFormat ? u"MMMM"_s : u"MMM"_s;
    QString format = (monthFirst ? u"%1 d"_s : u"d %1"_s).arg(month);
    if (withYear)
        format += " yyyy"_L1;
    return locale.toString(date, format);
}

} // namespace

QDateTime dueInstant(const When &due, const QTimeZone &local)
{
    const QTimeZone zone(due.zone);
    return {due.date, due.time.value_or(QTime(0, 0)), zone.isValid() ? zone : local};
}

QDate dueDay(const When &due, const base::Moment &now)
{
    base::Day day = now.day();
    if (day.hasInItsNight(due.date, due.time))
        return day.date;
    day.date = day.date.addDays(1);
    return day.hasInItsNight(due.date, due.time) ? day.date : due.date;
}

DueState dueState(const When &due, const base::Moment &now)
{
    const QDate today = now.today();
    if (due.date < today)
        return DueState::Overdue;
    if (due.time && dueInstant(due, now.time().timeZone()) < now.time())
        return DueState::Overdue;
    const QDate day = dueDay(due, now);
    if (day == today)
        return DueState::Today;
    return day == today.addDays(1) ? DueState::Tomorrow : DueState::Later;
}

QString relativeDay(QDate date, QDate today, const QLocale &locale)
{
    if (isNear(date, today))
        return nearDay(date, today);
    const qint64 days = today.daysTo(date);
    if (days > 0 && days <= daysByName)
        return locale.standaloneDayName(date.dayOfWeek(), QLocale::LongFormat);
    return dayAndMonth(date, locale, date.year() != today.year(), QLocale::ShortFormat);
}

QString dayHeading(QDate date, QDate today, const QLocale &locale)
{
    const QString day = locale.standaloneDayName(date.dayOfWeek(), QLocale::LongFormat) + u' ' +
                        dayAndMonth(date, locale, date.year() != today.year(), QLocale::LongFormat);
    return isNear(date, today) ? nearDay(date, today) + u" · "_s + day : day;
}

QString timeText(const When &due, const base::Moment &now, const QLocale &locale)
{
    if (!due.time)
        return {};
    // Some locales show seconds even in their short form.
    const QString format = locale.timeFormat(QLocale::ShortFormat).remove(":ss"_L1);
    QString time = locale.toString(*due.time, format);
    const QTimeZone zone(due.zone);
    const QDateTime there(due.date, *due.time, zone);
    if (!zone.isValid() || there.offsetFromUtc() == there.toTimeZone(now.time().timeZone()).offsetFromUtc())
        return time;
    return time + u' ' + zone.abbreviation(there);
}

QString dueText(const When &due, const base::Moment &now, const QLocale &locale)
{
    const QString day = relativeDay(dueDay(due, now), now.today(), locale);
    const QString time = timeText(due, now, locale);
    //: A day and a time of day: Tomorrow, 16:00
    return time.isEmpty() ? day : dateText(QT_TRANSLATE_NOOP("RelativeDate", "%1, %2")).arg(day, time);
}

QString agoText(const QDateTime &then, const base::Moment &now, const QLocale &locale)
{
    const qint64 seconds = then.secsTo(now.time());
    // A little in the future: the clocks of two computers.
    if (seconds < secondsPerMinute && seconds > -secondsPerHour)
        return dateText(QT_TRANSLATE_NOOP("RelativeDate", "just now"));
    if (seconds > 0 && seconds < secondsPerHour)
        return dateText(QT_TRANSLATE_N_NOOP("RelativeDate", "%n minute(s) ago"),
                        int(seconds / secondsPerMinute));
    if (seconds > 0 && seconds < hoursByNumber * secondsPerHour)
        return dateText(QT_TRANSLATE_N_NOOP("RelativeDate", "%n hour(s) ago"), int(seconds / secondsPerHour));
    const QDate day = now.dayOf(then);
    const qint64 days = day.daysTo(now.today());
    if (days > 1 && days <= daysByName)
        return locale.standaloneDayName(day.dayOfWeek(), QLocale::LongFormat);
    return relativeDay(day, now.today(), locale);
}

} // namespace tusk::domain
