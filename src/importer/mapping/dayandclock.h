// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::importer
{

// A moment whose day is in one column and whose time of day in another one; both are SQL, and so is what is
// made of them.

// A time without a day stays alone: it is no moment, but not forgotten then.
[[nodiscard]] QString dayWithClock(const QString &day, const QString &clock);
// Whether a row has a time of day that is no part of that, as its day has another one already.
[[nodiscard]] QString hasOtherClock(const QString &day, const QString &clock);

} // namespace tusk::importer
