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
    // tables must outlive this.
    Recipe(const QList<TableShape> &tables, const QString &kind, const QString &program,
           const QString &table);

    // Whether this version of the file has a column of the table, or “labels.title” of another one.
    [[nodiscard]] bool has(const QString &column) const;

    // expression: of a row “t”; empty: the column itself. alsoNeeded: other columns in it. Of what is added
    // for the same target the last that the file has counts.
    void add(Target target, const QString &column, const QString &expression = {},
             const QStringList &alsoNeeded = {});
    // What comes out of other tables; label: “labels.title”.
    void addComposed(Target target, const QString &label, const QString &expression,
                     const QStringList &needed);
    // Which rows are todos, where this version of the file has the column.
    void addFilter(const QString &column, const QString &condition);
    // The name in another table whose key is in the column.
    void addNamed(Target target, const QString &column, const QString &table, const QString &key,
                  const QString &name);

    // The columns that are read by none of the above say nothing else: they are not worth a word.
    void ignoreTheRest() { m_ignoresTheRest = true; }

    // With what follows from the rest.
    [[nodiscard]] Mapping finished() const;

    Mapping mapping;

private:
    [[nodiscard]] bool hasAll(const QStringList &columns) const;
    [[nodiscard]] const TableShape *tableNamed(const QString &name) const;
    [[nodiscard]] bool isRead(const QString &column) const;

    const QList<TableShape> &m_tables;
    const TableShape *m_table = nullptr;
    bool m_ignoresTheRest = false;
};

// RFC 5545: 1 to 4 high, 5 medium, 6 to 9 low, 0 none.
[[nodiscard]] PriorityScale iCalendarPriorities();

} // namespace tusk::importer
