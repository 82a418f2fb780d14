// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todolistview.h"

#include "gui/list/tododelegate.h"
#include "models/stablerowsproxy.h"
#include "models/todotablemodel.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace tusk::gui
{

namespace
{

constexpr int rowsBeforeFetching = 40;

} // namespace

TodoListView::TodoListView(models::TodoTableModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_proxy(new models::StableRowsProxy(this))
{
    m_proxy->setSourceModel(&model);
    setModel(m_proxy);
    setModelColumn(models::TodoTableModel::Title);
    setItemDelegate(new TodoDelegate(this));
    setObjectName(QStringLiteral("todos"));
    setAccessibleName(tr("Todos"));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TodoListView::onScrolled);
}

QModelIndexList TodoListView::selectedSourceRows() const
{
    QModelIndexList rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.append(m_proxy->mapToSource(index));
    return rows;
}

void TodoListView::selectOnly(const QUuid &id)
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, models::TodoTableModel::Title);
        if (index.data(models::MemoryTableModel::RowIdRole).toUuid() == id) {
            setCurrentIndex(index);
            scrollTo(index);
            return;
        }
    }
}

void TodoListView::editCurrent()
{
    if (currentIndex().isValid())
        edit(currentIndex());
}

void TodoListView::keyPressEvent(QKeyEvent *event)
{
    const bool edits =
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->modifiers();
    if (edits && state() != EditingState)
        editCurrent();
    else
        QListView::keyPressEvent(event);
}

void TodoListView::keyboardSearch(const QString &) {}

void TodoListView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const QModelIndex top = indexAt({0, 0});
    const int before = top.isValid() ? visualRect(top).top() : 0;
    const bool above =
        top.isValid() && verticalScrollBar()->value() > 0 && start <= top.row() - (end - start + 1);
    QListView::rowsInserted(parent, start, end);
    if (above) {
        doItemsLayout();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(top).top() - before);
    }
}

void TodoListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const QModelIndex top = indexAt({0, 0});
    const bool above = top.isValid() && verticalScrollBar()->value() > 0 && end < top.row();
    const int height = above ? visualRect(m_proxy->index(end, modelColumn())).bottom() -
                                   visualRect(m_proxy->index(start, modelColumn())).top() + 1
                             : 0;
    QListView::rowsAboutToBeRemoved(parent, start, end);
    if (height > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - height);
}

void TodoListView::onScrolled()
{
    const QModelIndex top = indexAt({0, 0});
    if (top.isValid() && top.row() < rowsBeforeFetching)
        m_model.fetchBefore();
}

} // namespace tusk::gui
