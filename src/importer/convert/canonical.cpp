// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/canonical.h"

#include <QDate>

#include <cstdio>

namespace tusk::importer
{

namespace
{

constexpr qint64 millisecondsOfDay = 86'400'000;
constexpr qint64 julianDayOf1970 = 2'440'588;

struct Parts {
    int year = 0;
    int month = 0;
    int day = 0;
    int seconds = 0; // of the day
    int milliseconds = 0;
};

Parts partsOf(qint64 milliseconds)
{
    const qint64 day =
        (milliseconds >= 0 ? milliseconds : milliseconds - millisecondsOfDay + 1) / millisecondsOfDay;
    const auto rest = int(milliseconds - day * millisecondsOfDay);
    Parts parts;
    QDate::fromJulianDay(day + julianDayOf1970).getDate(&parts.year, &parts.month, &parts.day);
    parts.seconds = rest / 1000;
    parts.milliseconds = rest % 1000;
    return parts;
}

QByteArray clockText(const Parts &parts)
{
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d %02d:%02d:%02d", parts.year, parts.month, parts.day,
                  parts.seconds / 3600, parts.seconds / 60 % 60, parts.seconds % 60);
    return text;
}

} // namespace

QByteArray instantText(qint64 milliseconds)
{
    const Parts parts = partsOf(milliseconds);
    QByteArray text = clockText(parts);
    if (parts.milliseconds > 0) {
        text += '.' + QByteArray::number(1000 + parts.milliseconds).sliced(1);
        while (text.endsWith('0'))
            text.chop(1);
    }
    return text + "+00";
}

QByteArray dayText(qint64 milliseconds)
{
    return clockText(partsOf(milliseconds)).first(10);
}

QByteArray localText(qint64 milliseconds, const QByteArray &zone)
{
    return clockText(partsOf(milliseconds)) + ' ' + zone;
}

} // namespace tusk::importer
