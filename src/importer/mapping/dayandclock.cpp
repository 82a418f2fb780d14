// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/dayandclock.h"

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Of a day “%1” and a time of day “%2”.
constexpr auto isClock = "%2 GLOB '*[0-9]:[0-5][0-9]*'"_L1;
constexpr auto isNoDay =
    "(coalesce(trim(%1), '') IN ('', '0') OR %1 GLOB '0000-00-00*' OR %1 GLOB '0001-01-01*')"_L1;
// As programs write a day that know moments only: “2026-01-20 00:00:00”, “2026-01-20T00:00:00.000Z”.
constexpr auto isMidnight =
    "(substr(%1, 11, 6) IN (' 00:00', 'T00:00') AND substr(%1, 17) NOT GLOB '*[^0:.Z+ ]*')"_L1;
// 20260120 or a text that is no number and has no time in it, such as 20260120T0930.
constexpr auto isDay =
    "(instr(%1, ':') = 0 AND (%1 GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]' OR (typeof(%1) = 'text' "
    "AND (%1 GLOB '*[^0-9.]*' OR %1 GLOB '*.*.*') AND %1 NOT GLOB '*[0-9]T[0-9]*' AND %1 NOT GLOB "
    "'*[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*')))"_L1;

} // namespace

QString dayWithClock(const QString &day, const QString &clock)
{
    // Midnight is what stands there where nobody has said a time.
    static constexpr auto alone = "CASE WHEN %2 GLOB '*[1-9]*' THEN trim(%2) ELSE %1 END"_L1;
    const QString form = "CASE WHEN "_L1 + isClock + " THEN CASE WHEN "_L1 + isNoDay + " THEN "_L1 + alone +
                         " WHEN "_L1 + isMidnight + " THEN substr(%1, 1, 10) || ' ' || trim(%2) WHEN "_L1 +
                         isDay + " THEN %1 || ' ' || trim(%2) ELSE %1 END ELSE %1 END"_L1;
    return form.arg(day, clock);
}

QString hasOtherClock(const QString &day, const QString &clock)
{
    const QString form = isClock + " AND NOT "_L1 + isNoDay + " AND NOT "_L1 + isMidnight + " AND NOT "_L1 +
                         isDay + " AND instr(%1, substr(trim(%2), 1, 5)) = 0"_L1;
    return form.arg(day, clock);
}

} // namespace tusk::importer
