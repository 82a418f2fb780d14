// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "models/groupedtodosmodel.h"

#include <QModelIndex>

// What a row of the list stands for.
namespace tusk::gui
{

// A todo as a row shows it.
struct ShownTodo {
    domain::Todo todo;
    models::Family family;
    bool pending = false;
};

[[nodiscard]] inline bool isHeader(const QModelIndex &index)
{
    return index.data(models::GroupedTodosModel::HeaderRole).toBool();
}

[[nodiscard]] inline bool isTrashedRow(const QModelIndex &index)
{
    using models::TodoTableModel;
    return TodoTableModel::Marks::fromInt(index.data(TodoTableModel::MarksRole).toInt())
        .testFlag(TodoTableModel::TrashMark);
}

[[nodiscard]] inline domain::TodoId idOf(const QModelIndex &index)
{
    return domain::TodoId(index.data(models::MemoryTableModel::RowIdRole).toUuid());
}

[[nodiscard]] inline domain::Todo todoOf(const QModelIndex &index)
{
    return index.data(models::TodoTableModel::TodoRole).value<domain::Todo>();
}

[[nodiscard]] inline ShownTodo shownTodoOf(const QModelIndex &index)
{
    return {todoOf(index), index.data(models::TodoTableModel::FamilyRole).value<models::Family>(),
            index.data(models::TodoTableModel::PendingRole).toBool()};
}

} // namespace tusk::gui
