// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/timevalue.h"

#include "domain/todorules.h"
#include "importer/values/timetext.h"
#include "importer/values/zonename.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace tusk::importer
{

namespace
{

using TimeKind = TimeValue::Kind;

constexpr qint64 millisecondsOfDay = 86'400'000;
constexpr qint64 year2001 = 978'307'200'000;            // in milliseconds since 1970
constexpr qint64 ticksOf1970 = 621'355'968'000'000'000; // since the year 1
constexpr qsizetype shortestZone = 3;                   // AM and PM are none
constexpr double julianDay1970 = 2'440'587.5;
constexpr qint64 earliest = -62'135'596'800'000; // the years 1 to 9999
constexpr qint64 latest = 253'402'300'799'999;

struct NumberRange {
    double from; // inclusive
    double to;   // exclusive
    TimeForm form;
};

// Apart from each other for all times between 2001 and 2100. Below 950 million seconds since 1970 would be
// before 2000, when nobody kept todos in such a file; since 2001 it is the present. Milliseconds begin with
// 1990: those of 1976 are 202601121030, which is a date.
constexpr std::array<NumberRange, 10> ranges{{
    {1.7e6, 3e6, TimeForm::JulianDays},
    {1.9e7, 2.2e7, TimeForm::CompactNumber},
    {1e8, 9.5e8, TimeForm::SecondsSince2001},
    {9.5e8, 5e9, TimeForm::Seconds},
    {1.9e11, 2.2e11, TimeForm::CompactNumber},
    {6.3e11, 5e12, TimeForm::Milliseconds},
    {1.9e13, 2.2e13, TimeForm::CompactNumber},
    {1e14, 5e15, TimeForm::Microseconds},
    {6e17, 7e17, TimeForm::DotNetTicks},
    {9.5e17, 5e18, TimeForm::Nanoseconds},
}};

TimeForm formOf(double number)
{
    if (number == 0)
        return TimeForm::None;
    const auto *found = std::ranges::find_if(
        ranges, [number](const NumberRange &range) { return number >= range.from && number < range.to; });
    // .NET ticks lie below the nanoseconds but overlap nothing else.
    return found == ranges.end() ? TimeForm::Unreadable : found->form;
}

// Eight digits of a day, with four of a time behind it, or six with its seconds.
TimeValue readCompact(qint64 number)
{
    const bool hasClock = number > 100'000'000;
    const bool hasSeconds = number > 1'000'000'000'000;
    const qint64 behindDay = hasSeconds ? 1'000'000 : hasClock ? 10'000 : 1;
    const qint64 date = number / behindDay;
    const qint64 clock = number % behindDay * (hasSeconds ? 1 : 100);
    const qint64 minute = clock / 100 % 100;
    const qint64 second = clock % 100;
    const qint64 milliseconds = ((clock / 10'000 * 60 + minute) * 60 + second) * 1000;
    const auto read =
        millisecondsOf(int(date / 10'000), int(date / 100 % 100), int(date % 100), milliseconds);
    if (!read || minute > 59 || second > 59)
        return {TimeKind::Unreadable};
    return {hasClock ? TimeKind::Wall : TimeKind::Day, *read};
}

TimeValue readNumber(qint64 whole, double exact)
{
    switch (formOf(exact)) {
        using enum TimeForm;
    case None:
        return {};
    case Seconds:
        return {TimeKind::Instant, std::llround(exact * 1000)};
    case Milliseconds:
        return {TimeKind::Instant, whole};
    case Microseconds:
        return {TimeKind::Instant, whole / 1000};
    case Nanoseconds:
        return {TimeKind::Instant, whole / 1'000'000};
    case JulianDays:
        return {TimeKind::Instant, std::llround((exact - julianDay1970) * double(millisecondsOfDay))};
    case SecondsSince2001:
        return {TimeKind::Instant, year2001 + std::llround(exact * 1000)};
    case DotNetTicks: // what a clock showed: whose, is not kept with them
        return {TimeKind::Wall, (whole - ticksOf1970) / 10'000};
    case CompactNumber:
        return readCompact(whole);
    case IsoText:
    case DayMonth:
    case MonthName:
    case Unreadable:
        break;
    }
    return {TimeKind::Unreadable};
}

// What stands for nothing in a column of times: also the first day of .NET and the name of an SQL function
// that was stored instead of its value.
bool meansNone(QByteArrayView text)
{
    static constexpr std::array<QByteArrayView, 10> words{"0",   "null", "none", "nil",  "undefined",
                                                          "n/a", "-",    "{}",   "\"\"", "current_timestamp"};
    const auto equals = [text](QByteArrayView word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
    return text.isEmpty() || text.startsWith("0000-00-00") || text.startsWith("0001-01-01") ||
           text.startsWith("1899-12-3") || std::ranges::any_of(words, equals);
}

std::optional<double> numberIn(QByteArrayView text)
{
    if (text.isEmpty() || !((text.front() >= '0' && text.front() <= '9') || text.front() == '-'))
        return std::nullopt;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

// 20260112 is a date before it is a number.
bool isCompactText(QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return (text.size() == 8 || (text.size() >= 13 && text.at(8) == 'T')) &&
           std::all_of(text.begin(), text.begin() + 8, isDigit);
}

// What is in “/Date(1768212000000+0100)/”, as programs of .NET write JSON: milliseconds, of a zone that says
// nothing about the moment. Empty: their first day, as they write nothing.
QByteArrayView withoutWrapping(QByteArrayView text)
{
    constexpr QByteArrayView before("/Date(");
    constexpr QByteArrayView behind(")/");
    if (!text.startsWith(before) || !text.endsWith(behind))
        return text;
    QByteArrayView number = text.sliced(before.size()).chopped(behind.size());
    if (const qsizetype zone = std::max(number.lastIndexOf('+'), number.lastIndexOf('-')); zone > 0)
        number = number.first(zone);
    const auto milliseconds = numberIn(number);
    if (!milliseconds)
        return text;
    return *milliseconds < double(earliest + 2 * millisecondsOfDay) ? QByteArrayView("") : number;
}

TimeForm formOf(QByteArrayView text)
{
    if (meansNone(text))
        return TimeForm::None;
    if (!isCompactText(text)) {
        if (const auto number = numberIn(text))
            return formOf(*number);
    }
    if (readIsoText(text).isTime())
        return TimeForm::IsoText;
    if (splitDayMonth(text))
        return TimeForm::DayMonth;
    return readMonthName(text).isTime() ? TimeForm::MonthName : TimeForm::Unreadable;
}

TimeValue readText(QByteArrayView text, DayOrder order)
{
    switch (formOf(text)) {
    case TimeForm::None:
        return {};
    case TimeForm::IsoText:
        return readIsoText(text);
    case TimeForm::DayMonth:
        return readDayMonth(*splitDayMonth(text), order);
    case TimeForm::MonthName:
        return readMonthName(text);
    case TimeForm::Unreadable:
        return {TimeKind::Unreadable};
    default:
        break;
    }
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    const double exact = text.toDouble();
    return readNumber(isWhole ? whole : qint64(exact), exact);
}

} // namespace

TimeForm formOf(const SourceValue &value)
{
    switch (value.kind) {
    case SourceValue::Kind::Null:
        return TimeForm::None;
    case SourceValue::Kind::Integer:
        return formOf(double(value.integer));
    case SourceValue::Kind::Real:
        return formOf(value.real);
    case SourceValue::Kind::Text:
        return formOf(withoutWrapping(value.bytes.trimmed()));
    case SourceValue::Kind::Blob:
        break;
    }
    return TimeForm::Unreadable;
}

DayOrder dayOrderOf(const SourceValue &value)
{
    if (value.kind != SourceValue::Kind::Text || formOf(value) != TimeForm::DayMonth)
        return DayOrder::Unknown;
    const auto [first, second] = splitDayMonth(value.bytes)->numbers;
    if (first > 12 && second <= 12)
        return DayOrder::DayFirst;
    return first <= 12 && second > 12 ? DayOrder::MonthFirst : DayOrder::Unknown;
}

TimeValue readTime(const SourceValue &value, DayOrder order)
{
    switch (value.kind) {
    case SourceValue::Kind::Null:
        return {};
    case SourceValue::Kind::Integer:
        return readNumber(value.integer, double(value.integer));
    case SourceValue::Kind::Real:
        return std::isfinite(value.real) && std::abs(value.real) < 9e18
                   ? readNumber(qint64(value.real), value.real)
                   : TimeValue{TimeKind::Unreadable};
    case SourceValue::Kind::Text:
        return readText(withoutWrapping(value.bytes.trimmed()), order);
    case SourceValue::Kind::Blob:
        break;
    }
    return {TimeKind::Unreadable};
}

ZonedTime splitZone(const SourceValue &value, bool anyName)
{
    const QByteArrayView text = value.bytes.trimmed();
    const qsizetype blank = value.kind == SourceValue::Kind::Text ? text.lastIndexOf(' ') : -1;
    if (blank < 0)
        return {};
    const QByteArrayView zone = text.sliced(blank + 1);
    const bool isLetter =
        (zone.front() >= 'A' && zone.front() <= 'Z') || (zone.front() >= 'a' && zone.front() <= 'z');
    if (!isLetter || zone.size() < shortestZone || zone.size() > domain::maxZoneLength)
        return {};
    const TimeValue time = readIsoText(text.first(blank));
    if (time.kind != TimeValue::Kind::Wall)
        return {};
    if (anyName)
        return {time, zone.toByteArray()};
    if (!zone.contains('/') && readIsoText(text).isTime())
        return {};
    return {time, zoneNamed(zone.toByteArray())};
}

bool standsForDay(const SourceValue &value)
{
    return value.kind == SourceValue::Kind::Text && value.bytes.endsWith(dayMark);
}

bool isInCalendar(qint64 milliseconds)
{
    return milliseconds >= earliest && milliseconds <= latest;
}

std::optional<qint64> instantOf(const TimeValue &time, const QTimeZone &zone)
{
    if (!time.isTime())
        return std::nullopt;
    qint64 milliseconds = time.milliseconds;
    if (time.kind != TimeKind::Instant && zone != QTimeZone::utc()) {
        const QDateTime inUtc = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
        milliseconds = QDateTime(inUtc.date(), inUtc.time(), zone).toMSecsSinceEpoch();
    }
    return isInCalendar(milliseconds) ? std::optional(milliseconds) : std::nullopt;
}

std::optional<qint64> millisecondsOf(int year, int month, int day, qint64 time)
{
    const QDate date(year, month, day);
    const bool exists = date.isValid() && year >= 1 && year <= 9999 && time >= 0 && time < millisecondsOfDay;
    if (!exists)
        return std::nullopt;
    constexpr qint64 julianDayOf1970 = 2'440'588;
    return (date.toJulianDay() - julianDayOf1970) * millisecondsOfDay + time;
}

} // namespace tusk::importer
