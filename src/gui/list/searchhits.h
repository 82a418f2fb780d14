// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace tusk::gui
{

// A piece of a text that a search has found, in UTF-16 units.
struct SearchHit {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const SearchHit &) const = default;
};

// Where the typed words are found in the text, as the database looks for them: beginnings of words, and from
// three letters on any piece of a title; without regard to case and accents. In order, not overlapping.
[[nodiscard]] QList<SearchHit> searchHits(const QString &text, const QString &typed);

// Where in notes that is: the words around the first hit, on one line. Empty: not there, as far as the row
// knows.
[[nodiscard]] QString excerptAround(const QString &notes, const QString &typed);

// Whether each of the typed words is found in the title or the notes, as far as the row knows them.
[[nodiscard]] bool areAllFound(const QString &title, const QString &notes, const QString &typed);

} // namespace tusk::gui
