// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>
#include <QStringList>

namespace tusk::importer
{

class SqliteFile;

// What the tables around one of todos say of them. Tags that are joined in a way of a framework are taken,
// and so is what became of the lists; the mapping counts what else belongs to todos. Blocks for the disk.
[[nodiscard]] base::Result<void> takeWhatIsAround(SqliteFile &file, const QList<TableShape> &tables,
                                                  const TableShape &table, Mapping &mapping);

// Says of what belongs to them that it is not taken. besides: tables of which something else is said.
void nameWhatBelongs(Mapping &mapping, const QStringList &besides);

} // namespace tusk::importer
