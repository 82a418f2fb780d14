// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowsteps.h"

#include "gui/list/rowplaces.h"
#include "models/groupedtodosmodel.h"

#include <algorithm>

namespace tusk::gui
{

using models::GroupedTodosModel;
using models::TodoTableModel;

bool RowSteps::isHeader(int row) const
{
    return m_model.index(row, TodoTableModel::Title).data(GroupedTodosModel::HeaderRole).toBool();
}

bool RowSteps::isFolded(int row) const
{
    return m_model.index(row, TodoTableModel::Title).data(GroupedTodosModel::FoldedRole).toBool();
}

int RowSteps::beside(int row, int direction) const
{
    for (int next = row + direction; next >= 0 && next < m_places.count(); next += direction) {
        if (!isHeader(next) || isFolded(next))
            return next;
    }
    return row;
}

int RowSteps::pageAway(int row, int direction, int pageHeight) const
{
    const RowHeights &heights = m_places.heights();
    const int target = heights.rowAt(heights.top(row) + direction * (pageHeight - heights.height(row)));
    const int next = isHeader(target) ? beside(target, direction) : target;
    return isHeader(next) ? beside(next, -direction) : next;
}

int RowSteps::first() const
{
    return std::max(0, beside(-1, 1));
}

int RowSteps::last() const
{
    return std::min(m_places.count() - 1, beside(m_places.count(), -1));
}

int RowSteps::headerAbove(int row) const
{
    while (row >= 0 && !isHeader(row))
        --row;
    return row;
}

int RowSteps::heirOf(int first, int last) const
{
    int next = last + 1;
    while (next < m_model.rowCount() && isHeader(next))
        ++next;
    if (next < m_model.rowCount())
        return next;
    next = first - 1;
    while (next >= 0 && isHeader(next))
        --next;
    return next;
}

} // namespace tusk::gui
