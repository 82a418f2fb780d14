// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowplaces.h"

#include "gui/list/rowgeometry.h"

#include <QScrollBar>

#include <algorithm>

namespace tusk::gui
{

int RowPlaces::offset() const
{
    return m_view.verticalScrollBar()->value();
}

int RowPlaces::mostOffset() const
{
    return std::max(0, m_heights.total() + bottomMargin - m_view.viewport()->height());
}

QRect RowPlaces::rect(int row) const
{
    return {0, m_heights.top(row) + topMargin - offset(), m_view.viewport()->width(), m_heights.height(row)};
}

int RowPlaces::rowAt(int y) const
{
    const int inList = y + offset() - topMargin;
    return inList >= 0 && inList < m_heights.total() ? m_heights.rowAt(inList) : -1;
}

int RowPlaces::nearestTo(int y) const
{
    return m_heights.rowAt(y + offset() - topMargin);
}

int RowPlaces::firstSeen() const
{
    return nearestTo(0);
}

int RowPlaces::lastSeen() const
{
    return nearestTo(m_view.viewport()->height());
}

int RowPlaces::offsetShowing(int row, bool isHeaded, QAbstractItemView::ScrollHint hint) const
{
    using View = QAbstractItemView;
    const QRect place = rect(row);
    const int height = m_view.viewport()->height();
    const int top = isHeaded ? rect(row - 1).top() : place.top();
    int wanted = offset();
    if (hint == View::PositionAtCenter)
        wanted += place.center().y() - height / 2;
    else if (hint == View::PositionAtTop || (hint == View::EnsureVisible && top < 0))
        wanted += top;
    else if (hint == View::PositionAtBottom || (hint == View::EnsureVisible && place.bottom() >= height))
        wanted += std::min(top, place.bottom() + 1 + bottomMargin / 2 - height);
    else
        return wanted;
    const bool isFirst = row == 0 || (isHeaded && row == 1);
    return isFirst ? std::min(wanted, 0) : wanted;
}

} // namespace tusk::gui
