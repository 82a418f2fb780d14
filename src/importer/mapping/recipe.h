// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tusk::importer
{

// Writes down the mapping for a known program. Columns that this version of its file does not have are left
// out.
class Recipe final
{
public:
    Recipe(const QList<TableShape> &tables, const QString &kind, const QString &program,
           const QString &table);

    // expression: of a row “t”; empty: the column itself. alsoNeeded: other columns in it.
    void add(Target target, const QString &column, const QString &expression = {},
             const QStringList &alsoNeeded = {});
    // Which rows are todos, where this version of the file has the column.
    void addFilter(const QString &column, const QString &condition);
    // The name in another table whose key is in the column.
    void addNamed(Target target, const QString &column, const QString &table, const QString &key,
                  const QString &name);

    // With what follows from the rest.
    [[nodiscard]] Mapping finished() const;

    Mapping mapping;

private:
    [[nodiscard]] bool hasColumn(const QString &column) const;
    [[nodiscard]] bool isRead(const QString &column) const;

    const TableShape *m_table = nullptr;
};

// RFC 5545: 1 to 4 high, 5 medium, 6 to 9 low, 0 none.
[[nodiscard]] PriorityScale iCalendarPriorities();

} // namespace tusk::importer
