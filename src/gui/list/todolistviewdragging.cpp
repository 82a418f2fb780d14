// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// Todos dragged away from the list, and dropped between its rows.

#include "gui/list/dragpicture.h"
#include "gui/list/rowsof.h"
#include "gui/list/todolistview.h"
#include "gui/theme/metrics.h"
#include "gui/todomimedata.h"
#include "models/todotablemodel.h"

#include <QDrag>
#include <QDropEvent>

#include <algorithm>

namespace tusk::gui
{

namespace
{

// Null for anything that has no place among the rows: what is in the Trash has none.
const TodoMimeData *placeable(const QMimeData *data)
{
    const TodoMimeData *dragged = TodoMimeData::from(data);
    return dragged && !anyTrashed(dragged->todos()) ? dragged : nullptr;
}

} // namespace

void TodoListView::startDrag(Qt::DropActions)
{
    const QModelIndexList rows = selectedRows();
    const auto trashed = std::ranges::count_if(rows, isTrashedRow);
    // What is in the Trash comes back where it is dropped, the others are changed there: not both at once.
    if (rows.isEmpty() || (trashed > 0 && trashed < rows.size()))
        return;
    QList<domain::Todo> todos;
    for (const QModelIndex &row : rows)
        todos.append(row.data(models::TodoTableModel::TodoRole).value<domain::Todo>());
    auto *drag = new QDrag(this); // deletes itself
    drag->setMimeData(new TodoMimeData(todos));
    drag->setPixmap(dragPicture(*this, rows));
    // Below the pointer and beside it, so that the name on which it falls can be read.
    drag->setHotSpot({-metrics::wideGap, -metrics::gap});
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
    showDropSpot({});
}

void TodoListView::setReorderable(bool reorderable)
{
    m_reorderable = reorderable;
}

void TodoListView::setDropRule(DropRule rule)
{
    m_dropRule = std::move(rule);
}

DropSpot TodoListView::dropSpotOf(const QDropEvent &event) const
{
    const TodoMimeData *dragged = placeable(event.mimeData());
    const int y = event.position().toPoint().y();
    const int row = m_places.nearestTo(y);
    if (!dragged || !m_dropRule || row < 0)
        return {};
    const bool inUpperHalf = y < m_places.rect(row).center().y() + 1;
    const bool onHeader = isHeader(row) && m_places.rowAt(y) == row;
    const DropSpot spot{onHeader || inUpperHalf ? row : row + 1, onHeader};
    return m_dropRule(dragged->todos(), spot) ? spot : DropSpot();
}

void TodoListView::showDropSpot(const DropSpot &spot)
{
    if (m_dropSpot == spot)
        return;
    m_dropSpot = spot;
    viewport()->update();
}

void TodoListView::dragEnterEvent(QDragEnterEvent *event)
{
    if (TodoMimeData::from(event->mimeData())) {
        setState(DraggingState);
        event->accept(); // it may leave again, to the sidebar
    }
}

void TodoListView::dragMoveEvent(QDragMoveEvent *event)
{
    const DropSpot spot = dropSpotOf(*event);
    showDropSpot(spot);
    event->setDropAction(Qt::MoveAction);
    // Also where the order is not the user's: somebody says so then.
    event->setAccepted(spot.row >= 0 || (!m_reorderable && placeable(event->mimeData())));
    const int y = event->position().toPoint().y();
    if (y < autoScrollMargin() || y > viewport()->height() - autoScrollMargin())
        startAutoScroll();
}

void TodoListView::dragLeaveEvent(QDragLeaveEvent *)
{
    stopAutoScroll();
    setState(NoState);
    showDropSpot({});
}

void TodoListView::dropEvent(QDropEvent *event)
{
    const DropSpot spot = dropSpotOf(*event);
    stopAutoScroll();
    setState(NoState);
    showDropSpot({});
    if (spot.row < 0) {
        if (!m_reorderable && placeable(event->mimeData()))
            Q_EMIT dropRefused();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(TodoMimeData::from(event->mimeData())->todos(), spot);
}

} // namespace tusk::gui
