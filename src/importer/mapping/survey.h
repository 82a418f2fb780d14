// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/usualtime.h"
#include "importer/values/timevalue.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::importer
{

class SqliteFile;

// What is in a column, as far as a sample of its rows tells.
struct ColumnSurvey {
    qint64 rows = 0;              // looked at
    qint64 filled = 0;            // neither NULL nor an empty text
    qint64 texts = 0;             // of the filled: texts that are no numbers and no times
    qint64 states = 0;            // of the filled: what says for certain whether something is done
    qint64 knownPriorities = 0;   // of the filled: whole numbers up to 100, and words for priorities
    QMap<TimeForm, qint64> forms; // of the filled
    qint64 withTimeOfDay = 0;
    qint64 moments = 0;       // times for all the world
    qint64 midnights = 0;     // of them, in UTC
    qint64 wallMidnights = 0; // of no zone
    qint64 wallTimes = 0;     // with a time of day that is not midnight, and without a zone
    qint64 clocks = 0;        // times of no day, such as 09:30
    DayOrder order = DayOrder::Unknown;
    std::optional<qint64> least; // of whole numbers
    std::optional<qint64> greatest;
    QSet<QByteArray> values; // at most 200 different ones
    qint64 letters = 0;      // bytes of all texts

    [[nodiscard]] qint64 times() const; // in any form
    // Of its values, one like 03/04/2025, which may be in March or in April.
    [[nodiscard]] std::optional<QString> ambiguousDay() const;
    [[nodiscard]] UsualTime usualTime() const;                                           // of most of them
    [[nodiscard]] bool isAtLeastHalf(qint64 count) const { return count * 2 >= filled; } // of the filled
    // At least nine in ten of the filled.
    [[nodiscard]] bool isMostly(qint64 count) const { return filled == 0 || count * 10 >= filled * 9; }
};

// Each of the expressions over the first rows of a FROM. Blocks; ends as Cancelled when the file is stopped.
[[nodiscard]] base::Result<QList<ColumnSurvey>> survey(SqliteFile &file, const QString &from,
                                                       const QStringList &expressions);
// The least and the greatest of the whole numbers of a column, none where there are none. A few far away from
// nearly all others are no part of it: who has 1 to 5 and a 99 has typed one wrong.
struct NumberRange {
    std::optional<qint64> least;
    std::optional<qint64> greatest;
};
// Of all rows, past the sample.
[[nodiscard]] base::Result<NumberRange> numberRange(SqliteFile &file, const QString &from,
                                                    const QString &expression);
// As texts, but for blobs; at most so many.
[[nodiscard]] base::Result<QList<QByteArray>> distinctValues(SqliteFile &file, const QString &from,
                                                             const QString &expression, int most);
// Looks on, past the sample, for a value that tells days and months of a column apart.
[[nodiscard]] base::Result<DayOrder> provenOrder(SqliteFile &file, const QString &from,
                                                 const QString &expression);

} // namespace tusk::importer
