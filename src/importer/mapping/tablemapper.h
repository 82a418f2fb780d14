// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>

#include <optional>

namespace tusk::importer
{

struct ColumnSurvey;

struct NamedMapping {
    int score = 0; // the greater, the more the table looks like one of todos
    Mapping mapping;
};

// Which column of a table becomes what: by their names, and by a sample of what is in them, in the order of
// the columns. None: nothing in it could be a title.
[[nodiscard]] std::optional<NamedMapping> mapByNames(const QList<TableShape> &tables, const TableShape &table,
                                                     const QList<ColumnSurvey> &surveys);

} // namespace tusk::importer
