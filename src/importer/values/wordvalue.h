// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/source/sourcevalue.h"
#include "importer/values/timevalue.h"

#include <QByteArrayView>
#include <QMap>

#include <optional>

namespace tusk::importer
{

// Whether a todo is done, as programs write it: 0 and 1, t and f, words in several languages, or the time
// when it was done.
struct StateValue {
    enum class Kind { Open, Done, Cancelled, Archived, Deleted };

    Kind kind = Kind::Open;
    TimeValue since = {};  // where the value itself is a time
    bool isCertain = true; // false: a word or number that nobody knows, taken for the most likely

    bool operator==(const StateValue &) const = default;
};
// order: of such times.
[[nodiscard]] StateValue readState(const SourceValue &value, DayOrder order = DayOrder::Unknown);
// “✓” and the like; “x” and the like, which are its opposite in a column that has both.
[[nodiscard]] bool isCheckMark(QByteArrayView bytes);
[[nodiscard]] bool isCross(QByteArrayView bytes);

// Words for which somebody says what they mean, as they are compared: “Élevée” and “ÉLEVÉE” are one.
[[nodiscard]] QByteArray foldedWord(QByteArrayView written);

// What numbers mean as priorities, 0 (none) to 3 (high).
using PriorityScale = QMap<qint64, int>;
// For a column with numbers between these, of which the greatest is the most urgent.
[[nodiscard]] PriorityScale ascendingScale(qint64 least, qint64 greatest);
// By word or number; none: neither is known.
[[nodiscard]] std::optional<int> readPriority(const SourceValue &value, const PriorityScale &scale);

} // namespace tusk::importer
