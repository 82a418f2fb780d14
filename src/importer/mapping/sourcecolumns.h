// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"
#include "importer/mapping/references.h"

#include <QList>

#include <optional>

namespace tusk::importer
{

class SqliteFile;

// A column of the table of todos, for whoever decides what becomes of it.
struct SourceColumn {
    QString name;     // as the user knows it
    QString contents; // what is in it, in a few words
    // Whose names are to be had by way of another table.
    std::optional<NamedReference> reference = {};
    // Put together of other columns: it can be left out, but become nothing else.
    bool isComposed = false;
};

// Those of the mapping's table in their order, then what the mapping puts together; never secrets. Blocks for
// the disk.
[[nodiscard]] base::Result<QList<SourceColumn>> describeColumns(SqliteFile &file, const Mapping &mapping);

// What it becomes: nothing, or one thing, or several.
[[nodiscard]] QList<Target> targetsOf(const Mapping &mapping, const SourceColumn &column);
// Why; empty where nobody said.
[[nodiscard]] QString reasonOf(const Mapping &mapping, const SourceColumn &column);

// Whether the column for the state is a flag that is set while the todo is open, as it was recognised or, of
// another one, as its name says.
[[nodiscard]] bool columnMeansOpen(const Mapping &mapping, const Mapping &recognised);

// Makes something of a column, whatever else is made of it already. recognised: as for assign().
void makeOf(Mapping &mapping, const Mapping &recognised, const SourceColumn &column, Target target);
// Makes something else of a column, or nothing; what was made of that before is left out then. recognised:
// the mapping without any change, which knows more of some columns than their names.
void assign(Mapping &mapping, const Mapping &recognised, const SourceColumn &column,
            std::optional<Target> target);

} // namespace tusk::importer
