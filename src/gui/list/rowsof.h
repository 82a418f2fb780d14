// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "models/groupedtodosmodel.h"

#include <QModelIndex>

// What a row of the list stands for.
namespace tusk::gui
{

[[nodiscard]] inline bool isHeader(const QModelIndex &index)
{
    return index.data(models::GroupedTodosModel::HeaderRole).toBool();
}

[[nodiscard]] inline domain::Todo todoOf(const QModelIndex &index)
{
    return index.data(models::TodoTableModel::TodoRole).value<domain::Todo>();
}

} // namespace tusk::gui
