// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todomover.h"

#include "domain/actions.h"
#include "gui/list/rowsof.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"

namespace tusk::gui
{

using models::TodoTableModel;

TodoMover::TodoMover(models::Workspace &workspace, const TodoTableModel &todos,
                     const QAbstractItemModel &rows)
    : m_workspace(workspace)
    , m_todos(todos)
    , m_rows(rows)
{
}

void TodoMover::moveBy(const QList<domain::TodoId> &todos, models::MoveStep step) const
{
    perform(models::moveBy(shownTodos(), todos, step));
}

void TodoMover::moveBefore(const QList<domain::TodoId> &todos, int row) const
{
    // Headers are no todos.
    qsizetype before = 0;
    for (int above = 0; above < row; ++above)
        before += isHeader(m_rows.index(above, TodoTableModel::Title)) ? 0 : 1;
    perform(models::moveBefore(shownTodos(), todos, before));
}

void TodoMover::perform(const std::optional<models::RowMove> &move) const
{
    if (move)
        m_workspace.perform(domain::reorderTodos(move->moved, move->around, m_workspace.now()));
}

models::ShownTodos TodoMover::shownTodos() const
{
    models::ShownTodos shown{m_todos.shownPlace(), {}, !m_todos.canFetchBefore(), !m_rows.canFetchMore({})};
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        const QModelIndex index = m_rows.index(row, TodoTableModel::Title);
        if (!isHeader(index))
            shown.todos.append(todoOf(index));
    }
    return shown;
}

} // namespace tusk::gui
