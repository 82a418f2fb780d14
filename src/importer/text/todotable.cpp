// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/todotable.h"

#include "importer/source/sourcefailures.h"

#include <utility>

namespace tusk::importer
{

using base::Result;

Result<void> TodoTable::open(const QString &name, const QStringList &columns)
{
    m_columns = columns;
    const auto table = m_reading.tables.addTable(name, columns, columns.constFirst());
    if (!table)
        return table.error();
    m_table = *table;
    return {};
}

Result<void> TodoTable::addColumn(const QString &column, TextTodo &todo)
{
    auto added = m_reading.tables.addColumn(m_table, column);
    if (!added)
        return added;
    m_columns.append(column);
    todo.addColumn(column);
    return {};
}

Result<void> TodoTable::add(TextTodo todo, const QByteArray &identifying)
{
    if (m_reading.stop.stop_requested())
        return readingCancelled();
    const bool isOwn = !todo.value(textcolumns::id).isEmpty();
    if (!isOwn)
        todo.set(textcolumns::id, m_ids.idOf(identifying));
    const QByteArray id = todo.value(textcolumns::id);
    for (int number = 2;; ++number) {
        const auto added = m_reading.tables.addRow(m_table, todo.row());
        if (!added)
            return added.error();
        if (*added == TableMaker::Added::New) {
            if (isOwn && number > 2)
                m_reading.noteRepeatedId(id);
            return addRepairs(todo.value(textcolumns::id));
        }
        // Somebody has copied a line together with its id.
        todo.set(textcolumns::id, id + '-' + QByteArray::number(number));
    }
}

Result<void> TodoTable::addRepairs(const QByteArray &id)
{
    if (m_repairs.isEmpty())
        return {};
    if (!m_repairsTable) {
        const auto table = m_reading.tables.addTable(QString::fromUtf16(repairsTable),
                                                     {QStringLiteral("id"), QStringLiteral("repairs")},
                                                     QStringLiteral("id"));
        if (!table)
            return table.error();
        m_repairsTable = *table;
    }
    const auto added = m_reading.tables.addRow(*m_repairsTable, {id, asJson(std::exchange(m_repairs, {}))});
    return added ? Result<void>() : added.error();
}

} // namespace tusk::importer
