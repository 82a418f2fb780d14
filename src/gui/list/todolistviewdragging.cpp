// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// Todos dragged away from the list, and dropped between its rows.

#include "gui/list/dragpicture.h"
#include "gui/list/todolistview.h"
#include "gui/todomimedata.h"
#include "models/todotablemodel.h"

#include <QDrag>
#include <QDropEvent>

namespace tusk::gui
{

void TodoListView::startDrag(Qt::DropActions)
{
    const QModelIndexList rows = selectedRows();
    if (rows.isEmpty())
        return;
    QList<domain::Todo> todos;
    for (const QModelIndex &row : rows)
        todos.append(row.data(models::TodoTableModel::TodoRole).value<domain::Todo>());
    auto *drag = new QDrag(this); // deletes itself
    drag->setMimeData(new TodoMimeData(todos));
    drag->setPixmap(dragPicture(*this, rows));
    drag->setHotSpot({16, 16});
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
    setDropRow(-1);
}

// Also where the order is not the user's: somebody says so then.
bool TodoListView::takesDrop(const QDropEvent &event)
{
    return TodoMimeData::from(event.mimeData());
}

int TodoListView::dropRowAt(int y) const
{
    const int row = m_places.nearestTo(y);
    if (row < 0)
        return -1;
    const QRect rect = m_places.rect(row);
    return y >= rect.top() + rect.height() / 2 ? row + 1 : row;
}

void TodoListView::setDropRow(int row)
{
    if (m_dropRow == row)
        return;
    m_dropRow = row;
    viewport()->update();
}

void TodoListView::setReorderable(bool reorderable)
{
    m_reorderable = reorderable;
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
    const bool takes = takesDrop(*event);
    setDropRow(takes && m_reorderable ? dropRowAt(event->position().toPoint().y()) : -1);
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(takes);
    const int y = event->position().toPoint().y();
    if (y < autoScrollMargin() || y > viewport()->height() - autoScrollMargin())
        startAutoScroll();
}

void TodoListView::dragLeaveEvent(QDragLeaveEvent *)
{
    stopAutoScroll();
    setState(NoState);
    setDropRow(-1);
}

void TodoListView::dropEvent(QDropEvent *event)
{
    const int row = dropRowAt(event->position().toPoint().y());
    stopAutoScroll();
    setState(NoState);
    setDropRow(-1);
    if (!takesDrop(*event) || row < 0)
        return;
    event->setDropAction(Qt::MoveAction);
    event->accept();
    if (!m_reorderable) {
        Q_EMIT dropRefused();
        return;
    }
    QList<domain::TodoId> ids;
    for (const domain::Todo &todo : TodoMimeData::from(event->mimeData())->todos())
        ids.append(todo.id);
    Q_EMIT dropped(ids, row);
}

} // namespace tusk::gui
