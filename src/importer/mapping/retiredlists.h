// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tusk::importer
{

class SqliteFile;

// Lists that their program had deleted or put into an archive. They become archived ones, which the sidebar
// does not show; what is in a deleted one was deleted with it.

// The column of the todos that has the key of a list, and where its name is.
struct ListReference {
    QString column;
    QString table;
    QString key;
    QString name;
};

// SQL: whether a value, which is a time, a word or a number, says yes.
[[nodiscard]] QString saysYes(const QString &value);
// conditions: SQL about a row “r” of the table of lists; where one of them holds it goes into the archive.
void archiveLists(Mapping &mapping, const ListReference &lists, const QStringList &conditions);
// Of a table that nobody knows: by the names of the columns of its lists.
void followLists(const QList<TableShape> &tables, const TableShape &table, Mapping &mapping);
// Says which they are. Blocks for the disk.
[[nodiscard]] base::Result<void> nameArchivedLists(SqliteFile &file, Mapping &mapping);

} // namespace tusk::importer
