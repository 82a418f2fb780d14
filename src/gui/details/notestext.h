// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace tusk::gui
{

// What of notes is shown how. Pure.

inline constexpr qsizetype mostRendered = 65'536; // characters: laying out more would be felt
inline constexpr qsizetype longestLine = 10'000;  // characters: one line of 1 MB takes Qt minutes

// The beginning that is rendered: whole lines, where there are such.
[[nodiscard]] QString renderedPart(const QString &notes);

// A line in pieces that can be shown: one piece, or, of an overlong line, many short ones, cut at blanks
// where possible. Nothing is left out or added.
[[nodiscard]] QStringList piecesOf(const QString &line);

// As the Markdown parser gets it: overlong lines broken, and a line break kept where the writer made one.
[[nodiscard]] QString markdownSource(const QString &notes);

} // namespace tusk::gui
