// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What the user does in the list with keys and the mouse.

#include "gui/list/accessiblelist.h"
#include "gui/list/rowchanges.h"
#include "gui/list/rowsteps.h"
#include "gui/list/tododelegate.h"
#include "gui/list/todolistview.h"
#include "models/groupedtodosmodel.h"

#include <QContextMenuEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace tusk::gui
{

using models::GroupedTodosModel;

// ---------------------------------------------------------------------------------------------------------------
// Keys

QModelIndex TodoListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    m_changes->settle();
    if (m_places.count() == 0)
        return {};
    const RowSteps steps(*model(), m_places);
    const int current = currentIndex().row();
    const int page = viewport()->height();
    if (current < 0 && action != MoveEnd)
        return titleIndex(steps.first());
    switch (action) {
    case MoveDown:
    case MoveNext:
        return titleIndex(steps.beside(current, 1));
    case MoveUp:
    case MovePrevious:
        return titleIndex(steps.beside(current, -1));
    case MoveHome:
        return titleIndex(steps.first());
    case MoveEnd:
        return titleIndex(steps.last());
    case MovePageDown:
        return titleIndex(steps.pageAway(current, 1, page));
    case MovePageUp:
        return titleIndex(steps.pageAway(current, -1, page));
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
        const int header = RowSteps(*model(), m_places).headerAbove(current.row());
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
    // Where the focus only stands on a todo, that one is the first to be selected.
    const bool standsOnly =
        currentIndex().isValid() && !isHeader(currentIndex().row()) && selectedRows().isEmpty();
    if (plain && event->key() == Qt::Key_Down && standsOnly && state() != EditingState)
        selectOnly(currentIndex());
    else if (plain && enters && state() != EditingState && currentIndex().isValid())
        Q_EMIT entered(currentIndex());
    else if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll) ||
             event->key() == Qt::Key_Space ||
             (plain && !event->text().isEmpty() && event->text().at(0).isPrint()))
        event->ignore(); // actions have these keys, as the user binds them
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
    const bool wasSought = m_byKeyboard && event->reason() != Qt::PopupFocusReason;
    if (m_byKeyboard)
        haveCurrentRow();
    if (wasSought && currentIndex().isValid() && selectedRows().isEmpty() && !isHeader(currentIndex().row()))
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
    // Behind what Qt says of the view as a whole.
    QMetaObject::invokeMethod(
        this, [this] { AccessibleList::tellFocus(*this); }, Qt::QueuedConnection);
}

void TodoListView::haveCurrentRow()
{
    if (!hasFocus() || currentIndex().isValid())
        return;
    m_byKeyboard = true; // a click would have made one current
    viewport()->update();
    if (m_places.count() > 0)
        selectionModel()->setCurrentIndex(titleIndex(RowSteps(*model(), m_places).first()),
                                          QItemSelectionModel::NoUpdate);
}

void TodoListView::setReachable(bool reachable)
{
    setFocusPolicy(reachable ? Qt::StrongFocus : Qt::ClickFocus);
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
        if (row >= 0 && row < m_places.count())
            viewport()->update(m_places.rect(row));
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

} // namespace tusk::gui
