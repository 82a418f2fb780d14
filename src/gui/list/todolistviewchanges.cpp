// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// How the list follows the rows that come, go, move and change.

#include "gui/list/accessiblelist.h"
#include "gui/list/rowchanges.h"
#include "gui/list/rowsteps.h"
#include "gui/list/tododelegate.h"
#include "gui/list/todolistview.h"

#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int pixelsPerStep = 24;

} // namespace

void TodoListView::beginChange()
{
    if (m_changes->begin())
        scheduleDelayedItemsLayout();
}

void TodoListView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    m_places.heights().insert(start, measured(start, end));
    m_changes->addInserted(start, end);
    QAbstractItemView::rowsInserted(parent, start, end);
    scheduleDelayedItemsLayout();
}

void TodoListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    beginChange();
    m_changes->addRemoved(start, end);
    leaveEditor(start, end);
    leaveRows(start, end);
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
}

void TodoListView::onRowsRemoved(const QModelIndex &, int first, int last)
{
    m_places.heights().remove(first, last - first + 1);
    m_hoveredRow = -1;
    if (m_delegate->isEditing())
        setState(EditingState); // which Qt has just left, as if the editor had gone with the rows
    scheduleDelayedItemsLayout();
}

// Closed before another row becomes the current one: that would save what is typed, half finished, and in the
// middle of a change.
void TodoListView::leaveEditor(int first, int last)
{
    QLineEdit *editor = m_delegate->changedEditor(first, last);
    if (!editor)
        return;
    const auto todo = m_delegate->editedTodo();
    const QString typed = editor->text();
    closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
    // When the change is over.
    QMetaObject::invokeMethod(
        this, [this, todo, typed] { Q_EMIT titleLeft(todo, typed); }, Qt::QueuedConnection);
}

// The next todo becomes the current one, not a header; the others stay selected.
void TodoListView::leaveRows(int first, int last)
{
    const int current = currentIndex().row();
    const int heir = RowSteps(*model(), m_places).heirOf(first, last);
    if (current < first || current > last || heir < 0)
        return;
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    const bool othersStay = std::any_of(selected.begin(), selected.end(), [&](const QModelIndex &index) {
        return index.row() < first || index.row() > last;
    });
    selectionModel()->setCurrentIndex(titleIndex(heir), othersStay ? QItemSelectionModel::NoUpdate
                                                                   : QItemSelectionModel::ClearAndSelect);
}

void TodoListView::onRowsAboutToBeMoved(const QModelIndex &, int start, int end)
{
    beginChange();
    m_changes->addMoved(start, end);
}

void TodoListView::onRowsMoved(const QModelIndex &, int first, int last, const QModelIndex &, int before)
{
    m_places.heights().move(first, last - first + 1, before);
    m_hoveredRow = -1;
    scheduleDelayedItemsLayout();
}

void TodoListView::onLayoutChanged()
{
    m_changes->setTooMany();
    m_places.heights().assign(measured(0, model()->rowCount() - 1));
    scheduleDelayedItemsLayout();
}

void TodoListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                               const QList<int> &roles)
{
    const int last = std::min(bottomRight.row(), m_places.count() - 1);
    for (int row = topLeft.row(); row >= 0 && row <= last; ++row) {
        const int height = measured(row);
        if (height == m_places.heights().height(row))
            continue;
        beginChange();
        m_places.heights().setHeight(row, height);
        scheduleDelayedItemsLayout();
    }
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    AccessibleList::tellChanges(*this, topLeft.row(), bottomRight.row());
}

void TodoListView::startAnew()
{
    selectionModel()->clear();
    showBeginning();
}

void TodoListView::showBeginning()
{
    m_changes->startAnew();
    verticalScrollBar()->setValue(0);
    scheduleDelayedItemsLayout();
}

void TodoListView::doItemsLayout()
{
    m_changes->settle();
    QAbstractItemView::doItemsLayout();
}

void TodoListView::updateGeometries()
{
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(pixelsPerStep);
    verticalScrollBar()->setRange(0, m_places.mostOffset());
    QAbstractItemView::updateGeometries();
}

} // namespace tusk::gui
