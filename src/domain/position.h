// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace tusk::domain
{

// Manual order without renumbering: a position is a string of the digits 0-9A-Za-z, compared bytewise
// (COLLATE "C" in the database), read as a fraction in base 62. Between any two there is always another, so
// moving a row writes that row alone. Positions never end in '0'.

// For a new row at the end: nine digits of microseconds since 1970 (good until the year 2398) and a 'V'.
// Needs no round trip and no knowledge of the last row, so two devices that are offline both append; greater
// than lowerBound (the last position that the caller has seen) also when the clock is behind.
[[nodiscard]] QByteArray positionAtEnd(const QDateTime &now, const QByteArray &lowerBound = {});

// Strictly between the two and as short as possible; an empty before means "from the very beginning", an
// empty after "to the very end". Towards an open side it keeps close to the other bound, so that moving row
// after row to the top costs a digit every 61 moves; between two bounds it is the middle, a digit every 6
// moves at worst. Where after is not greater than before (equal positions are possible: then the id decides)
// the result is just above before.
[[nodiscard]] QByteArray positionBetween(const QByteArray &before, const QByteArray &after);

// count positions, ascending, in the same way: evenly spread between two bounds, side by side at a single
// one.
[[nodiscard]] QList<QByteArray> positionsBetween(const QByteArray &before, const QByteArray &after,
                                                 qsizetype count);

[[nodiscard]] bool isValidPosition(const QByteArray &position); // 1 to 200 digits, not ending in '0'

} // namespace tusk::domain
