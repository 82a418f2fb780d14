// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>

#include <optional>

namespace tusk::importer
{

// What the columns of a table of todos refer to, declared or by their names. The SQL is about a row “t” of
// it.

// The name of the list or person whose id is in the column; none where it is no reference to a table with
// names.
struct NamedReference {
    QString label;   // “lists.name”
    QString name;    // SQL: the name
    QString missing; // SQL: see missingReference()
    QString all;     // SQL: ids, names and, where there are any beside these, e-mail addresses of that table
};
[[nodiscard]] std::optional<NamedReference> referenceOf(const QList<TableShape> &tables,
                                                        const TableShape &table, const ColumnShape &column);

// The table that a column refers to, and its key; none where it is no reference. joinsOthers: of a table
// beside that of the todos, in which “todo_id” is no id of its own.
struct TableReference {
    const TableShape *table;
    QString key;
};
[[nodiscard]] std::optional<TableReference> tableReferenceOf(const QList<TableShape> &tables,
                                                             const TableShape &table,
                                                             const ColumnShape &column,
                                                             bool joinsOthers = false);

// The column of a table that says what its rows are called; empty: there is none.
[[nodiscard]] QString namingColumn(const TableShape &table);

// SQL: what is in the column of a row “t” where no row of that table has it for its key; NULL else. One that
// is there may have no name all the same.
[[nodiscard]] QString missingReference(const QString &column, const QString &table, const QString &key);

// The names of the tags of a row, U+001F before each, by way of a table that joins the two, or that has a row
// with the name for every tag of a todo.
[[nodiscard]] std::optional<MappedColumn> joinedTags(const QList<TableShape> &tables, const TableShape &table,
                                                     const QString &id);

} // namespace tusk::importer
