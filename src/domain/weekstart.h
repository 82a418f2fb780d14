// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>

namespace tusk::domain
{

// The day on which the next week begins, for those whose weeks begin on firstDay. Never today.
[[nodiscard]] inline QDate nextWeek(QDate today, Qt::DayOfWeek firstDay)
{
    constexpr int daysPerWeek = 7;
    const int days = (firstDay - today.dayOfWeek() + daysPerWeek) % daysPerWeek;
    return today.addDays(days == 0 ? daysPerWeek : days);
}

} // namespace tusk::domain
