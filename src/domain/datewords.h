// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"
#include "domain/todo.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

namespace tusk::domain
{

// A date, with or without a time, as people type it: today, tomorrow 9am, fri, next monday, next week,
// in 3 days, weekend, 24 dec, dec 24 2027, 2026-12-24 17:30, 24.12., 17:30, tonight; weekdays and months also
// by the locale's names, numeric dates in the locale's order of day and month. The words must be the whole
// text; case and blanks do not matter.
//
// A "next" week begins on firstDay. The zone of now becomes the zone of a time. What has no year is the next
// such day from today on, a weekday always after today, a time alone the next such time. Today and tomorrow
// last until the next day begins: "tomorrow 2am" is in the night after it where days begin at 4. None where
// it is not understood, or is no date (31 feb).
[[nodiscard]] std::optional<When> whenFromWords(const QString &typed, const base::Moment &now,
                                                const QLocale &locale, Qt::DayOfWeek firstDay);

} // namespace tusk::domain
