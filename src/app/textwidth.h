// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::app
{

// Columns that a text takes on a terminal: two for wide characters, none for what combines.
[[nodiscard]] int columnsOf(const QString &text);

// The text, or its beginning and an ellipsis, in at most that many columns. Cuts no character apart.
[[nodiscard]] QString shortenedTo(int columns, const QString &text);

// Followed by blanks up to that many columns.
[[nodiscard]] QString paddedTo(int columns, const QString &text);

} // namespace tusk::app
