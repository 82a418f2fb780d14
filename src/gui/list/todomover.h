// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/list/dropspot.h"
#include "models/rowmoves.h"
#include "models/todocommands.h"

#include <QSet>

#include <optional>
#include <utility>

class QAbstractItemModel;

namespace tusk::models
{
class TodoTableModel;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

// Gives todos another place among those that are shown, by keys or by dropping them there: and another day,
// where it is the group of one.
class TodoMover final
{
public:
    // rows: what the list shows of todos, headers among them. All must outlive the mover.
    TodoMover(models::Workspace &workspace, const models::TodoTableModel &todos,
              const QAbstractItemModel &rows);

    void moveBy(const QList<domain::TodoId> &todos, models::MoveStep step) const;
    // Quick enough to be asked at every movement of the mouse.
    [[nodiscard]] bool takes(const QList<domain::Todo> &todos, const DropSpot &spot) const;
    void drop(const QList<domain::Todo> &todos, const DropSpot &spot) const;

private:
    [[nodiscard]] QModelIndex headerOf(const DropSpot &spot) const;
    [[nodiscard]] std::optional<QDate> dayOf(const QList<domain::Todo> &todos, const DropSpot &spot) const;
    [[nodiscard]] bool canStandAt(const QList<domain::Todo> &todos, int row) const;
    [[nodiscard]] std::optional<domain::Todo> neighbour(int row, int direction,
                                                        const QSet<domain::TodoId> &passing) const;
    void perform(const std::optional<models::RowMove> &move) const;
    [[nodiscard]] models::ShownTodos nothingShown() const;
    [[nodiscard]] std::pair<models::ShownTodos, qsizetype>
    shownAround(int row, const QList<domain::TodoId> &moved) const;
    [[nodiscard]] models::ShownTodos shownTodos() const;

    models::Workspace &m_workspace;
    models::TodoCommands m_commands;
    const models::TodoTableModel &m_todos;
    const QAbstractItemModel &m_rows;
};

} // namespace tusk::gui
