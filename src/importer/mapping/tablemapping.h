// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>

#include <optional>

namespace tusk::importer
{

class SqliteFile;

// What a table would be as one of todos, by its names and by what is in it.
struct ScoredMapping {
    int score = 0; // the greater, the more it looks like todos
    qint64 rows = 0;
    Mapping mapping;
    bool isGuess = false; // nothing about it says todos
};

// None: nothing in it could be a title.
[[nodiscard]] base::Result<std::optional<ScoredMapping>>
mapTable(SqliteFile &file, const QList<TableShape> &tables, const TableShape &table);

// A key may hold 1 and '1', which are two to the library and one to everybody else.
[[nodiscard]] base::Result<void> learnWhetherIdsRepeat(SqliteFile &file, const TableShape &table,
                                                       Mapping &mapping);
// Fills in what the values of the mapped columns tell: forms of times, order of days, range of priorities.
[[nodiscard]] base::Result<void> learnForms(SqliteFile &file, Mapping &mapping);

} // namespace tusk::importer
