// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/textreading.h"
#include "importer/values/readrepair.h"

namespace tusk::importer
{

// The table of todos that a reader of a known format fills. Every row gets an id of its own.
class TodoTable final
{
public:
    explicit TodoTable(TextReading &reading)
        : m_reading(reading)
    {
    }
    Q_DISABLE_COPY_MOVE(TodoTable)

    // name: that of the format, by which the mapping knows the table. columns: the id is the first of them.
    [[nodiscard]] base::Result<void> open(const QString &name, const QStringList &columns);
    [[nodiscard]] TextTodo newTodo() const { return TextTodo(m_columns); }
    [[nodiscard]] bool hasColumn(const QString &column) const { return m_columns.contains(column); }
    // One more, also of the todo under way.
    [[nodiscard]] base::Result<void> addColumn(const QString &column, TextTodo &todo);
    // Of the todo that is added next.
    void repair(ReadRepair::Kind kind, const QString &column, const QByteArray &original)
    {
        m_repairs.append({kind, column, original});
    }
    // A todo without an id gets one made of identifying: the same as long as that says the same.
    [[nodiscard]] base::Result<void> add(TextTodo todo, const QByteArray &identifying);

private:
    [[nodiscard]] base::Result<void> addRepairs(const QByteArray &id);

    TextReading &m_reading;
    QStringList m_columns;
    qsizetype m_table = 0;
    std::optional<qsizetype> m_repairsTable;
    QList<ReadRepair> m_repairs;
    TextIds m_ids;
};

} // namespace tusk::importer
