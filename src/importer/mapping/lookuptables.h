// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"
#include "importer/source/rowcursor.h"

namespace tusk::importer
{

class SqliteFile;

// For every todo its parent and its tags are looked for. Where no index of the file serves for that, each of
// a hundred thousand would walk through all of the others: then there are temporary tables with one, which
// are of the connection only and leave the copy as it is. All of it blocks for the disk.

// Lets the tags of a mapping that was just made be looked for in such a table, if no index serves.
[[nodiscard]] base::Result<void> settleJoins(SqliteFile &file, Mapping &mapping);
// Makes what settleJoins() wants, once.
[[nodiscard]] base::Result<void> fillJoins(SqliteFile &file, const Mapping &mapping);
// Makes what parentOf() looks in, once for the same owners.
[[nodiscard]] base::Result<void> fillParents(SqliteFile &file, const Mapping &mapping,
                                             const QStringList &owners);
// The rows of selectOf().
[[nodiscard]] base::Result<RowCursor> queryTodos(SqliteFile &file, const Mapping &mapping,
                                                 const QStringList &owners);

} // namespace tusk::importer
