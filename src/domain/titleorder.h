// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <compare>

namespace tusk::domain
{

// Titles in the order of words, not of bytes: the root collation of Unicode, by the ICU that Qt uses, with
// the bytes deciding between what it takes for equal. The database sorts by the same collation (und-x-icu),
// but by its own ICU: on another machine that may be another version, which differs in rare characters, and a
// server without ICU sorts by simpler rules. So this is the order of the database but for such cases, and
// what was placed by it is in its final place when it is read the next time.
// Thread: any; each keeps a collator of its own.
[[nodiscard]] std::strong_ordering compareTitles(const QString &left, const QString &right);

} // namespace tusk::domain
