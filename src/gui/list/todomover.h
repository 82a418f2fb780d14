// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/rowmoves.h"

#include <optional>

class QAbstractItemModel;

namespace tusk::models
{
class TodoTableModel;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

// Gives todos another place among those that are shown, by keys or by dropping them there.
class TodoMover final
{
public:
    // rows: what the list shows of todos, headers among them. All must outlive the mover.
    TodoMover(models::Workspace &workspace, const models::TodoTableModel &todos,
              const QAbstractItemModel &rows);

    void moveBy(const QList<domain::TodoId> &todos, models::MoveStep step) const;
    void moveBefore(const QList<domain::TodoId> &todos, int row) const;

private:
    void perform(const std::optional<models::RowMove> &move) const;
    [[nodiscard]] models::ShownTodos shownTodos() const;

    models::Workspace &m_workspace;
    const models::TodoTableModel &m_todos;
    const QAbstractItemModel &m_rows;
};

} // namespace tusk::gui
