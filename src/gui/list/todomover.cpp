// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todomover.h"

#include "domain/actions.h"
#include "domain/todoids.h"
#include "gui/list/rowsof.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

using models::GroupedTodosModel;
using models::TodoGroup;
using models::TodoTableModel;

} // namespace

TodoMover::TodoMover(models::Workspace &workspace, const TodoTableModel &todos,
                     const QAbstractItemModel &rows)
    : m_workspace(workspace)
    , m_commands(workspace)
    , m_todos(todos)
    , m_rows(rows)
{
}

void TodoMover::moveBy(const QList<domain::TodoId> &todos, models::MoveStep step) const
{
    perform(models::moveBy(shownTodos(), todos, step));
}

// ---------------------------------------------------------------------------------------------------------------
// Dropping

// Of the group that the spot belongs to: that of the row above it.
QModelIndex TodoMover::headerOf(const DropSpot &spot) const
{
    if (!isHeader(m_rows.index(0, TodoTableModel::Title)))
        return {}; // there are no groups: every todo is below a header where there are
    for (int row = spot.onHeader ? spot.row : spot.row - 1; row >= 0; --row) {
        const QModelIndex index = m_rows.index(row, TodoTableModel::Title);
        if (isHeader(index))
            return index;
    }
    return {};
}

// The day that they would get there; nothing if they have it, or if the spot is of no day.
std::optional<QDate> TodoMover::dayOf(const QList<domain::Todo> &todos, const DropSpot &spot) const
{
    const QModelIndex header = headerOf(spot);
    const auto kind = static_cast<TodoGroup::Kind>(header.data(GroupedTodosModel::GroupKindRole).toInt());
    const QDate day = header.data(GroupedTodosModel::GroupDayRole).toDate();
    if (!header.isValid() || !day.isValid() || kind == TodoGroup::Kind::Completed)
        return std::nullopt;
    const bool anyElsewhere = std::ranges::any_of(
        todos, [day](const domain::Todo &todo) { return !todo.due || todo.due->date != day; });
    return anyElsewhere ? std::optional(day) : std::nullopt;
}

std::optional<domain::Todo> TodoMover::neighbour(int row, int direction,
                                                 const QSet<domain::TodoId> &passing) const
{
    for (; row >= 0 && row < m_rows.rowCount(); row += direction) {
        const QModelIndex index = m_rows.index(row, TodoTableModel::Title);
        if (isHeader(index))
            return std::nullopt;
        if (const domain::Todo todo = todoOf(index); !passing.contains(todo.id))
            return todo;
    }
    return std::nullopt;
}

bool TodoMover::canStandAt(const QList<domain::Todo> &todos, int row) const
{
    const QList<domain::TodoId> ids = domain::idsOf(todos);
    const QSet<domain::TodoId> passing(ids.begin(), ids.end());
    models::ShownTodos around{m_todos.shownPlace(), todos};
    if (const auto above = neighbour(row - 1, -1, passing))
        around.todos.prepend(*above);
    const qsizetype spot = around.todos.size();
    if (const auto below = neighbour(row, 1, passing))
        around.todos.append(*below);
    return models::moveBefore(around, ids, spot).has_value();
}

bool TodoMover::takes(const QList<domain::Todo> &todos, const DropSpot &spot) const
{
    if (spot.row < 0 || todos.isEmpty())
        return false;
    if (dayOf(todos, spot))
        return true;
    return !spot.onHeader && canStandAt(todos, spot.row);
}

void TodoMover::drop(const QList<domain::Todo> &todos, const DropSpot &spot) const
{
    if (!takes(todos, spot))
        return;
    if (const std::optional<QDate> day = dayOf(todos, spot)) {
        // Headers are no todos.
        qsizetype before = 0;
        for (int above = 0; above < spot.row; ++above)
            before += isHeader(m_rows.index(above, TodoTableModel::Title)) ? 0 : 1;
        m_commands.moveToDay(shownTodos(), domain::idsOf(todos), spot.onHeader ? -1 : before, *day);
        return;
    }
    const auto [around, before] = shownAround(spot.row, domain::idsOf(todos));
    perform(models::moveBefore(around, domain::idsOf(todos), before));
}

// ---------------------------------------------------------------------------------------------------------------
// What is there

void TodoMover::perform(const std::optional<models::RowMove> &move) const
{
    if (move)
        m_workspace.perform(domain::reorderTodos(move->moved, move->around, m_workspace.now()));
}

models::ShownTodos TodoMover::nothingShown() const
{
    return {m_todos.shownPlace(), {}, !m_todos.canFetchBefore(), !m_rows.canFetchMore({})};
}

// The moved todos between those that stay, as far as a move looks at these, and the spot among them: to copy
// the thousands of a long list takes longer than a frame.
std::pair<models::ShownTodos, qsizetype> TodoMover::shownAround(int row,
                                                                const QList<domain::TodoId> &moved) const
{
    const QSet<domain::TodoId> passing(moved.begin(), moved.end());
    const auto standing = [&](int from, int direction) {
        QList<domain::Todo> todos;
        for (int at = from; at >= 0 && at < m_rows.rowCount() && todos.size() <= models::mostNeighbours;
             at += direction) {
            const QModelIndex index = m_rows.index(at, TodoTableModel::Title);
            if (!isHeader(index) && !passing.contains(idOf(index)))
                todos.append(todoOf(index));
        }
        return todos;
    };
    models::ShownTodos around = nothingShown();
    around.todos = standing(row - 1, -1);
    std::ranges::reverse(around.todos);
    const qsizetype before = around.todos.size();
    around.todos += m_todos.shownWithIds(passing);
    around.todos += standing(row, 1);
    return {around, before};
}

models::ShownTodos TodoMover::shownTodos() const
{
    models::ShownTodos shown = nothingShown();
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        const QModelIndex index = m_rows.index(row, TodoTableModel::Title);
        if (!isHeader(index))
            shown.todos.append(todoOf(index));
    }
    return shown;
}

} // namespace tusk::gui
