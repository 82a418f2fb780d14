// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/families.h"
#include "models/memorytable.h"
#include "models/todorows.h"

namespace tusk::models
{

// The columns of tusk.todo as TodoTableModel::Column numbers them.
[[nodiscard]] MemoryTable todoTable();

// What a todo answers for a role that is not that of its columns; nothing for any other role.
[[nodiscard]] std::optional<QVariant> todoCell(const TodoRows::Row &row, const Family &family, int column,
                                               int role);

// The rows of a TodoTableModel at one moment.
class TodoSnapshot final : public MemorySnapshot
{
public:
    TodoSnapshot(QList<TodoRows::Row> rows, const Families &families);

    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QUuid rowId(int row) const override;
    [[nodiscard]] quint64 rowStamp(int row) const override;
    [[nodiscard]] const TodoRows::Row &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] Family family(int row) const { return m_families.value(row); }

private:
    QList<TodoRows::Row> m_rows;
    QHash<int, Family> m_families; // of the rows that have one
};

} // namespace tusk::models
