// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What of the list is painted, and how each of its rows is at the moment.

#include "gui/list/rowchanges.h"
#include "gui/list/rowgeometry.h"
#include "gui/list/rowmotion.h"
#include "gui/list/tododelegate.h"
#include "gui/list/todolistview.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr double ringWidth = 2;
constexpr double dropWidth = 2; // of the line that says where todos will be dropped

} // namespace

void TodoListView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QAbstractItemView::initViewItemOption(option);
    option->font = Theme::of(this).type().row;
    option->showDecorationSelected = true;
}

void TodoListView::paintEvent(QPaintEvent *event)
{
    m_changes->settle();
    QPainter painter(viewport());
    if (m_places.count() == 0) {
        paintFocusOfNothing(painter);
        return;
    }
    m_motion->paintGhosts(painter);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    // Rows that are still on their way may be painted a little beside their place.
    const int beside = m_motion->isRunning() ? viewport()->height() / 2 : 0;
    const int first = m_places.nearestTo(event->rect().top() - beside);
    const int last = m_places.nearestTo(event->rect().bottom() + beside);
    for (int row = first; row <= last; ++row)
        paintRow(painter, row, option);
    paintDropSpot(painter);
}

// The keyboard may be in a list whose last row has just gone.
void TodoListView::paintFocusOfNothing(QPainter &painter) const
{
    if (!hasFocus() || !m_byKeyboard)
        return;
    const QRect area = viewport()->rect() - QMargins(1, 1, 1, 1) * metrics::grid;
    painter.setRenderHint(QPainter::Antialiasing);
    shapes::drawRing(painter, area, metrics::rowRadius, Theme::of(this).colors().accent, ringWidth);
}

void TodoListView::paintRow(QPainter &painter, int row, QStyleOptionViewItem &option) const
{
    const QModelIndex index = titleIndex(row);
    const bool hovered = row == m_hoveredRow;
    const bool current = hasFocus() && index == currentIndex();
    option.rect = m_places.rect(row).translated(0, m_motion->shift(row));
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_MouseOver, hovered);
    option.state.setFlag(QStyle::State_HasFocus, current);
    option.state.setFlag(QStyle::State_KeyboardFocusChange, current && m_byKeyboard);
    option.state.setFlag(QStyle::State_Sunken, hovered && isOverCircle(option, index));
    painter.setOpacity(m_motion->opacity(row));
    itemDelegate()->paint(&painter, option, index);
    painter.setOpacity(1);
    if (!isHeader(row))
        m_changes->notePainted(row, shownTodoOf(index));
}

void TodoListView::paintDropSpot(QPainter &painter) const
{
    if (m_dropSpot.row < 0)
        return;
    const QColor accent = Theme::of(this).colors().accent;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent, dropWidth));
    if (m_dropSpot.onHeader) {
        const QRectF header(m_places.rect(m_dropSpot.row).adjusted(sideMargin, 0, -sideMargin, 0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(header.adjusted(1, 1, -1, -1), metrics::rowRadius, metrics::rowRadius);
        return;
    }
    constexpr double dot = 3.5;
    const int top = m_places.heights().top(m_dropSpot.row) + topMargin - verticalOffset();
    const double y = std::max(dot, top - 0.5);
    const double margin = sideMargin + metrics::rowPaddingX;
    const double far = viewport()->width() - margin;
    const bool toRight = layoutDirection() == Qt::LeftToRight;
    painter.setBrush(Theme::of(this).colors().window);
    painter.drawLine(QPointF(margin, y), QPointF(far, y));
    painter.drawEllipse(QPointF(toRight ? margin : far, y), dot, dot); // where titles begin
}

bool TodoListView::isOverCircle(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return !isHeader(index.row()) && m_delegate->layout(option, index).circleReach().contains(m_mouse);
}

void TodoListView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
        measureRows();
        break;
    case QEvent::PaletteChange:
        viewport()->update();
        break;
    default:
        break;
    }
}

} // namespace tusk::gui
