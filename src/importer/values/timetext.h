// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/values/timevalue.h"

#include <QByteArrayView>

#include <array>

namespace tusk::importer
{

// 2026-01-12 with whatever may follow. Unreadable: it is no such text, or there is no such day.
[[nodiscard]] TimeValue readIsoText(QByteArrayView text);

// 12.01.2026, 12/01/2026 or 12/01/26, with a time behind it. Null: it is no such text.
struct DayMonthText {
    std::array<int, 2> numbers = {}; // in their order
    int year = 0;
    QByteArrayView rest = {}; // behind the date
};
[[nodiscard]] std::optional<DayMonthText> splitDayMonth(QByteArrayView text);
[[nodiscard]] TimeValue readDayMonth(const DayMonthText &text, DayOrder order);

// “March 5, 2026” or “5 March 2026”, in English, with a weekday before it and a time behind it, or “Thu Mar 5
// 10:00:00 2026”. Unreadable: it is no such text, or there is no such day.
[[nodiscard]] TimeValue readMonthName(QByteArrayView text);

} // namespace tusk::importer
