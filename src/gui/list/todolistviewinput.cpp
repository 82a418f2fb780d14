// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What the user does in the list with keys and the mouse.

#include "gui/list/accessiblelist.h"
#include "gui/list/rowgeometry.h"
#include "gui/list/tododelegate.h"
#include "gui/list/todolistview.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "gui/todomimedata.h"
#include "models/groupedtodosmodel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace tusk::gui
{

namespace
{

using models::GroupedTodosModel;

constexpr int widestDragPicture = 280;

} // namespace

// ---------------------------------------------------------------------------------------------------------------
// Keys

// The next row that has something to do; a header only where its todos are folded away.
int TodoListView::rowBeside(int row, int direction) const
{
    for (int next = row + direction; next >= 0 && next < m_heights.count(); next += direction) {
        if (!isHeader(next) || titleIndex(next).data(GroupedTodosModel::FoldedRole).toBool())
            return next;
    }
    return row;
}

int TodoListView::rowPagesAway(int row, int direction) const
{
    const int y = m_heights.top(row) + direction * (viewport()->height() - m_heights.height(row));
    const int target = m_heights.rowAt(y);
    const int next = isHeader(target) ? rowBeside(target, direction) : target;
    return isHeader(next) ? rowBeside(next, -direction) : next;
}

int TodoListView::headerAbove(int row) const
{
    while (row >= 0 && !isHeader(row))
        --row;
    return row;
}

QModelIndex TodoListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    settle();
    const int rows = m_heights.count();
    if (rows == 0)
        return {};
    if (!currentIndex().isValid() && action != MoveEnd)
        return titleIndex(rowBeside(-1, 1));
    const int current = currentIndex().row();
    switch (action) {
    case MoveDown:
    case MoveNext:
        return titleIndex(rowBeside(current, 1));
    case MoveUp:
    case MovePrevious:
        return titleIndex(rowBeside(current, -1));
    case MoveHome:
        return titleIndex(std::max(0, rowBeside(-1, 1)));
    case MoveEnd:
        return titleIndex(rowBeside(rows, -1) < rows ? rowBeside(rows, -1) : rows - 1);
    case MovePageDown:
        return titleIndex(rowPagesAway(current, 1));
    case MovePageUp:
        return titleIndex(rowPagesAway(current, -1));
    case MoveLeft:
    case MoveRight:
        return currentIndex();
    }
    return currentIndex();
}

void TodoListView::keyboardSearch(const QString &) {}

bool TodoListView::handleHeaderKey(int key)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return false;
    const bool toRight = layoutDirection() == Qt::LeftToRight;
    const bool closes = key == (toRight ? Qt::Key_Left : Qt::Key_Right);
    const bool opens = key == (toRight ? Qt::Key_Right : Qt::Key_Left);
    if (!isHeader(current.row())) {
        const int header = headerAbove(current.row());
        if (!closes || header < 0)
            return false;
        selectionModel()->setCurrentIndex(titleIndex(header), QItemSelectionModel::NoUpdate);
        scrollTo(titleIndex(header));
        return true;
    }
    const bool folded = current.data(GroupedTodosModel::FoldedRole).toBool();
    const bool toggles = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (!toggles && !(opens && folded) && !(closes && !folded))
        return false;
    toggleFolded(current);
    return true;
}

void TodoListView::keyPressEvent(QKeyEvent *event)
{
    m_byKeyboard = true;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && state() != EditingState && handleHeaderKey(event->key()))
        return;
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyWanted();
    else if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteWanted();
    else if (plain && enters && state() != EditingState && currentIndex().isValid())
        Q_EMIT entered(currentIndex());
    else if (event->key() == Qt::Key_Space ||
             (plain && !event->text().isEmpty() && event->text().at(0).isPrint()))
        event->ignore(); // letters and the space bar are shortcuts of others
    else
        QAbstractItemView::keyPressEvent(event);
}

void TodoListView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (TypingDelegate::mayClose(editor, hint))
        QAbstractItemView::closeEditor(editor, hint);
    else if (!editor->hasFocus())
        setState(NoState); // other titles can be edited meanwhile
}

void TodoListView::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::OtherFocusReason &&
                   event->reason() != Qt::ActiveWindowFocusReason;
    if (m_byKeyboard && !currentIndex().isValid() && m_heights.count() > 0)
        selectionModel()->setCurrentIndex(titleIndex(rowBeside(-1, 1)), QItemSelectionModel::NoUpdate);
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
    // Behind what Qt says of the view as a whole.
    QMetaObject::invokeMethod(
        this, [this] { AccessibleList::tellFocus(*this); }, Qt::QueuedConnection);
}

// ---------------------------------------------------------------------------------------------------------------
// Mouse

bool TodoListView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        setHovered(static_cast<QHoverEvent *>(event)->position().toPoint());
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        endHover();
        break;
    default:
        break;
    }
    return QAbstractItemView::viewportEvent(event);
}

void TodoListView::setHovered(const QPoint &point)
{
    const QModelIndex index = indexAt(point);
    const int before = m_hoveredRow;
    m_hoveredRow = index.isValid() ? index.row() : -1;
    m_mouse = point;
    for (const int row : {before, m_hoveredRow}) {
        if (row >= 0 && row < m_heights.count())
            viewport()->update(rowRect(row));
    }
}

void TodoListView::endHover()
{
    if (m_hoveredRow < 0)
        return;
    m_hoveredRow = -1;
    viewport()->update();
}

void TodoListView::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    QAbstractItemView::mousePressEvent(event);
}

void TodoListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid() && !isHeader(index.row()) && !selectionModel()->isSelected(index))
        selectOnly(index);
    Q_EMIT menuWanted(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

// ---------------------------------------------------------------------------------------------------------------
// Dragging

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
    drag->setPixmap(dragPicture(rows));
    drag->setHotSpot({16, 16});
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
    setDropRow(-1);
}

QPixmap TodoListView::dragPicture(const QModelIndexList &rows) const
{
    const Theme theme = Theme::of(this);
    const QFontMetrics metrics(theme.type().row);
    QString text = singleLine(rows.first().data(Qt::EditRole).toString());
    if (rows.size() > 1)
        text = tr("%n todo(s)", nullptr, static_cast<int>(rows.size()));
    text = metrics.elidedText(text, Qt::ElideRight, widestDragPicture);
    const QSize size(metrics.horizontalAdvance(text) + 2 * metrics::rowPaddingX, theme.rowHeight());
    QPixmap picture(size * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colors().hairline);
    painter.setBrush(theme.colors().panel);
    painter.drawRoundedRect(QRectF({0.5, 0.5}, QSizeF(size) - QSizeF(1, 1)), metrics::rowRadius,
                            metrics::rowRadius);
    painter.setFont(theme.type().row);
    painter.setPen(theme.colors().text);
    painter.drawText(QRect({}, size), Qt::AlignCenter | Qt::TextSingleLine, text);
    return picture;
}

bool TodoListView::takesDrop(const QDropEvent &event) const
{
    return m_reorderable && TodoMimeData::from(event.mimeData());
}

int TodoListView::dropRowAt(int y) const
{
    const int at = y + verticalOffset() - topMargin;
    const int row = m_heights.rowAt(at);
    if (row < 0)
        return -1;
    return at >= m_heights.top(row) + m_heights.height(row) / 2 ? row + 1 : row;
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
    setDropRow(takes ? dropRowAt(event->position().toPoint().y()) : -1);
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
    QList<domain::TodoId> ids;
    for (const domain::Todo &todo : TodoMimeData::from(event->mimeData())->todos())
        ids.append(todo.id);
    Q_EMIT dropped(ids, row);
}

} // namespace tusk::gui
