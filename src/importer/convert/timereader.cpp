// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/timereader.h"

#include "importer/convert/canonical.h"
#include "importer/convert/conversionoptions.h"
#include "importer/convert/rowathand.h"
#include "importer/values/textvalue.h"

#include <QDateTime>
#include <QTimeZone>

namespace tusk::importer
{

namespace
{

constexpr qint64 millisecondsOfDay = 86'400'000;

// What the clocks show there. “9999-12-31T23:59:59Z” stands for never, and no day comes after it.
qint64 localTime(qint64 moment, const QTimeZone &zone)
{
    if (zone == QTimeZone::utc())
        return moment;
    const QDateTime inUtc = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    const qint64 local = moment + qint64(zone.offsetFromUtc(inUtc)) * 1000;
    return isInCalendar(local) ? local : moment;
}

} // namespace

TimeReader::TimeReader(const Mapping &mapping, const ConversionOptions &options, RowAtHand &row)
    : m_mapping(mapping)
    , m_options(options)
    , m_row(row)
{
}

std::optional<TimeValue> TimeReader::time(Target target, RepairKind unreadable)
{
    const SourceValue stored = m_row.value(target);
    const TimeValue time = readTime(stored, m_mapping.dayOrders.value(target, DayOrder::Unknown));
    const bool isImpossible = time.isTime() && !instantOf(time, m_options.zone);
    if (time.kind == TimeValue::Kind::Unreadable || isImpossible)
        m_row.repair(unreadable, target, stored);
    return time.isTime() && !isImpossible ? std::optional(time) : std::nullopt;
}

std::optional<qint64> TimeReader::instant(Target target, RepairKind unreadable)
{
    const auto read = time(target, unreadable);
    return read ? momentOf(target, *read) : std::nullopt;
}

std::optional<qint64> TimeReader::momentOf(Target target, const TimeValue &read)
{
    const auto moment = instantOf(read, m_options.zone);
    const bool isShown = !moment || localTime(*moment, m_options.zone) == read.milliseconds;
    if (read.kind == TimeValue::Kind::Wall && !isShown)
        m_row.repair(RepairKind::SkippedHour, target, m_row.value(target));
    return moment;
}

// A day as the moment of its noon or, of a start, of its beginning, in a zone of which the file does not say
// which one. Noon in Auckland can be the evening before in UTC, in Samoa the evening of that day: the zone of
// whoever imports tells.
qint64 TimeReader::dayOfMoment(qint64 moment, Target target) const
{
    constexpr qint64 noon = millisecondsOfDay / 2;
    const qint64 usual = target == Target::Start ? 0 : noon;
    for (const qint64 clock : {usual, noon - usual}) {
        for (const QTimeZone &zone : {m_options.zone, m_options.displayZone}) {
            const qint64 local = localTime(moment, zone);
            if (local % millisecondsOfDay == clock)
                return local;
        }
    }
    return moment;
}

// A day as the moment at which it began, in a zone of which the file does not say which one. Where no day
// begins then for whoever imports, it is the nearest one of UTC: hardly a zone is twelve hours away from it.
qint64 TimeReader::dayBegunAt(qint64 moment) const
{
    for (const QTimeZone &zone : {m_options.displayZone, m_options.zone}) {
        const qint64 local = localTime(moment, zone);
        if (local % millisecondsOfDay == 0)
            return local;
    }
    const qint64 nearest = moment + millisecondsOfDay / 2;
    return isInCalendar(nearest) ? nearest : moment;
}

// “Friday” is no time, but says something, and so does the number of a day that only its program can tell.
void TimeReader::keepWords(Target target, const SourceValue &stored)
{
    if (stored.kind == SourceValue::Kind::Blob || formOf(stored) == TimeForm::None)
        return;
    const QString words = readText(stored).text.trimmed();
    if (!words.isEmpty())
        m_row.keep(target, words);
}

// A wall clock stays as it is: who wrote 10:00 meant ten o'clock.
std::optional<QByteArray> TimeReader::when(Target target)
{
    constexpr qint64 minute = 60'000;
    const ZonedTime zoned = splitZone(m_row.value(target), m_mapping.isExact);
    if (!zoned.zone.isEmpty())
        return localText(zoned.time.milliseconds, zoned.zone);
    const auto read = time(target, RepairKind::UnreadableTime);
    if (!read) {
        keepWords(target, m_row.value(target));
        return std::nullopt;
    }
    if (read->kind == TimeValue::Kind::Instant && standsForDay(m_row.value(target)))
        return dayText(dayBegunAt(read->milliseconds));
    const bool areSecondsMarks = m_mapping.secondsMarkTimes && read->kind == TimeValue::Kind::Instant;
    if (areSecondsMarks && read->milliseconds % minute == 0)
        return dayText(dayOfMoment(read->milliseconds, target));
    const bool isMidnight = read->milliseconds % millisecondsOfDay == 0;
    if (isMidnight && m_mapping.takesMidnightsForDays(target))
        return dayText(read->milliseconds);
    const bool isMoment = read->kind == TimeValue::Kind::Instant ||
                          (m_mapping.plansAreMoments && read->kind == TimeValue::Kind::Wall &&
                           m_options.zone != m_options.displayZone);
    const auto moment = isMoment ? momentOf(target, *read) : std::nullopt;
    qint64 local = moment ? localTime(*moment, m_options.displayZone) : read->milliseconds;
    const bool isDay = read->kind == TimeValue::Kind::Day || local % millisecondsOfDay == 0;
    if (areSecondsMarks)
        local -= local % minute;
    return isDay ? dayText(local) : localText(local, m_options.displayZone.id());
}

} // namespace tusk::importer
