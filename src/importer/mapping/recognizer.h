// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"
#include "importer/mapping/tablemapping.h"

#include <QList>
#include <QStringList>

namespace tusk::importer
{

class SqliteFile;

// What a file turned out to be.
struct Recognition {
    QList<ScoredMapping> mappings; // at least one; the most likely first, guesses last
    bool isGuess = false;          // all of them are: somebody has to look at them

    [[nodiscard]] const Mapping &best() const { return mappings.constFirst().mapping; }
};

// Names of those that may hold todos beside the chosen one. Of a known program nothing but its todos is
// looked at, so there are none. What belongs to the chosen todos is named in their mapping.
[[nodiscard]] QStringList tablesBeside(const Mapping &chosen, const QList<ScoredMapping> &mappings);

// Blocks for the disk. Error: nothing in the file has something like a title.
[[nodiscard]] base::Result<Recognition> recognise(SqliteFile &file);

} // namespace tusk::importer
