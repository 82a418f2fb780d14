// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todolistview.h"

#include "gui/list/accessiblelist.h"
#include "gui/list/rowchanges.h"
#include "gui/list/rowmotion.h"
#include "gui/list/rowsteps.h"
#include "gui/list/tododelegate.h"
#include "models/groupedtodosmodel.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSet>

#include <algorithm>

namespace tusk::gui
{

namespace
{

using models::GroupedTodosModel;
using models::MemoryTableModel;
using models::TodoTableModel;

constexpr int rowsBeforeFetching = 40;
constexpr int titleColumn = TodoTableModel::Title;

} // namespace

TodoListView::TodoListView(QWidget *parent)
    : QAbstractItemView(parent)
    , m_delegate(new TodoDelegate(this))
    , m_places(*this)
    , m_motion(new RowMotion(this))
    , m_changes(std::make_unique<RowChanges>(
          *this, m_places, *m_motion, [this](QPainter &painter, const QRect &rect, const ShownTodo &todo) {
              QStyleOptionViewItem option;
              initViewItemOption(&option);
              option.rect = rect;
              // What goes is not being saved any more, as far as one can see.
              m_delegate->paintTodo(painter, option, {todo.todo, todo.family, false}, false);
          }))
{
    AccessibleList::install();
    setItemDelegate(m_delegate);
    setObjectName(QStringLiteral("todos"));
    setAccessibleName(tr("Todos"));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked); // by key as it is bound;
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setDragEnabled(true);
    setAcceptDrops(true);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(m_motion, &RowMotion::moved, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TodoListView::onScrolled);
}

TodoListView::~TodoListView() = default;

void TodoListView::setModel(QAbstractItemModel *newModel)
{
    using Model = QAbstractItemModel;
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QAbstractItemView::setModel(newModel);
    if (!newModel)
        return;
    connect(newModel, &Model::rowsAboutToBeInserted, this, &TodoListView::beginChange);
    connect(newModel, &Model::rowsAboutToBeMoved, this, &TodoListView::onRowsAboutToBeMoved);
    connect(newModel, &Model::rowsRemoved, this, &TodoListView::onRowsRemoved);
    connect(newModel, &Model::rowsMoved, this, &TodoListView::onRowsMoved);
    connect(newModel, &Model::layoutAboutToBeChanged, this, &TodoListView::beginChange);
    connect(newModel, &Model::layoutChanged, this, &TodoListView::onLayoutChanged);
}

void TodoListView::setContext(const RowContext &context)
{
    if (m_delegate->setContext(context))
        measureRows();
    viewport()->update();
}

// ---------------------------------------------------------------------------------------------------------------
// Rows

QModelIndex TodoListView::titleIndex(int row) const
{
    return model() ? model()->index(row, titleColumn) : QModelIndex();
}

bool TodoListView::isHeader(int row) const
{
    return titleIndex(row).data(GroupedTodosModel::HeaderRole).toBool();
}

QModelIndexList TodoListView::selectedRows() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QModelIndex TodoListView::rowOf(const QUuid &id) const
{
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const QModelIndex index = titleIndex(row);
        if (index.data(MemoryTableModel::RowIdRole).toUuid() == id)
            return index;
    }
    return {};
}

bool TodoListView::selectOnly(const QUuid &id)
{
    const QModelIndex index = rowOf(id);
    if (index.isValid())
        selectOnly(index);
    return index.isValid();
}

void TodoListView::selectOnly(const QModelIndex &index)
{
    setCurrentIndex(index); // Shift and an arrow key extend the selection from here
    selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

QItemSelection TodoListView::rowsOf(const QList<QUuid> &ids) const
{
    const QSet<QUuid> wanted(ids.begin(), ids.end());
    QItemSelection rows;
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const QModelIndex index = titleIndex(row);
        if (wanted.contains(index.data(MemoryTableModel::RowIdRole).toUuid()))
            rows.select(index, index);
    }
    return rows;
}

void TodoListView::select(const QList<QUuid> &ids)
{
    const QItemSelection rows = rowsOf(ids);
    if (rows.isEmpty())
        return;
    setCurrentIndex(rows.first().topLeft());
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void TodoListView::selectAlso(const QList<QUuid> &ids)
{
    selectionModel()->select(rowsOf(ids), QItemSelectionModel::Select);
}

void TodoListView::editCurrent()
{
    if (currentIndex().flags().testFlag(Qt::ItemIsEditable) && !isHeader(currentIndex().row())) {
        scrollTo(currentIndex());
        edit(currentIndex());
    }
}

void TodoListView::finishEditing()
{
    if (QLineEdit *editor = m_delegate->changedEditor(0, m_places.count() - 1)) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void TodoListView::toggleFolded(const QModelIndex &header)
{
    const bool folded = header.data(GroupedTodosModel::FoldedRole).toBool();
    model()->setData(header, !folded, GroupedTodosModel::FoldedRole);
}

void TodoListView::foldGroup()
{
    const int header = RowSteps(*model(), m_places).headerAbove(currentIndex().row());
    if (header < 0)
        return;
    // The rows below it go, and none of them can stay the current one.
    selectionModel()->setCurrentIndex(titleIndex(header), QItemSelectionModel::NoUpdate);
    scrollTo(titleIndex(header));
    toggleFolded(titleIndex(header));
}

int TodoListView::measured(int row) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return itemDelegate()->sizeHint(option, titleIndex(row)).height();
}

std::vector<int> TodoListView::measured(int first, int last) const
{
    std::vector<int> heights;
    heights.reserve(std::max(0, last - first + 1));
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = first; row <= last; ++row)
        heights.push_back(itemDelegate()->sizeHint(option, titleIndex(row)).height());
    return heights;
}

void TodoListView::measureRows()
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows == m_places.count())
        beginChange();
    m_places.heights().assign(measured(0, rows - 1));
    scheduleDelayedItemsLayout();
}

void TodoListView::reset()
{
    m_changes->forget();
    m_hoveredRow = -1;
    m_dropSpot = {};
    QAbstractItemView::reset();
    m_places.heights().assign(measured(0, model() ? model()->rowCount() - 1 : -1));
    verticalScrollBar()->setValue(0);
    scheduleDelayedItemsLayout();
}

// ---------------------------------------------------------------------------------------------------------------
// Geometry

int TodoListView::verticalOffset() const
{
    return m_places.offset();
}

QRect TodoListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() != titleColumn || index.row() >= m_places.count())
        return {};
    return m_places.rect(index.row());
}

QModelIndex TodoListView::indexAt(const QPoint &point) const
{
    m_changes->settle();
    const int row = m_places.rowAt(point.y());
    return row < 0 ? QModelIndex() : titleIndex(row);
}

void TodoListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    m_changes->settle();
    if (!visualRect(index).isValid())
        return;
    const int row = index.row();
    verticalScrollBar()->setValue(m_places.offsetShowing(row, row > 0 && isHeader(row - 1), hint));
}

bool TodoListView::isIndexHidden(const QModelIndex &index) const
{
    return index.column() != titleColumn;
}

void TodoListView::scrollContentsBy(int dx, int dy)
{
    m_motion->stop();
    m_changes->forgetPainted();
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    endHover();
}

void TodoListView::onScrolled()
{
    if (m_changes->haveBegun() || m_places.count() == 0)
        return;
    if (m_places.firstSeen() < rowsBeforeFetching)
        Q_EMIT nearsBeginning();
    if (m_places.lastSeen() > m_places.count() - rowsBeforeFetching && model()->canFetchMore({}))
        model()->fetchMore({});
}

// ---------------------------------------------------------------------------------------------------------------
// Selection

void TodoListView::selectAll()
{
    if (m_places.count() == 0)
        return;
    selectionModel()->select({titleIndex(0), titleIndex(m_places.count() - 1)},
                             QItemSelectionModel::ClearAndSelect);
    Q_EMIT allSelected();
}

bool TodoListView::isAllSelected() const
{
    qsizetype todos = 0;
    for (int row = 0; row < m_places.count(); ++row)
        todos += isHeader(row) ? 0 : 1;
    return todos > 0 && selectedRows().size() == todos;
}

void TodoListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (m_places.count() == 0)
        return;
    const QRect area = rect.normalized();
    const bool missesAll =
        area.bottom() < m_places.rect(0).top() || area.top() > m_places.rect(m_places.count() - 1).bottom();
    if (missesAll)
        selectionModel()->select(QItemSelection(), command);
    else
        selectionModel()->select(
            {titleIndex(m_places.nearestTo(area.top())), titleIndex(m_places.nearestTo(area.bottom()))},
            command);
}

QRegion TodoListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int rows = m_places.count();
    for (const QItemSelectionRange &range : selection) {
        if (!range.isValid() || range.bottom() >= rows)
            continue;
        const QRect all = m_places.rect(range.top()).united(m_places.rect(range.bottom()));
        if (all.intersects(viewport()->rect()))
            region += all.intersected(viewport()->rect());
    }
    return region;
}

QItemSelectionModel::SelectionFlags TodoListView::selectionCommand(const QModelIndex &index,
                                                                   const QEvent *event) const
{
    // A header is no todo: what is selected stays so.
    if (index.isValid() && isHeader(index.row()) && event && event->type() != QEvent::KeyPress)
        return QItemSelectionModel::NoUpdate;
    return QAbstractItemView::selectionCommand(index, event);
}

void TodoListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    viewport()->update(visualRegionForSelection(selected) + visualRegionForSelection(deselected));
    for (const QItemSelection &rows : {selected, deselected})
        AccessibleList::tellChanges(*this, rows);
    Q_EMIT selectedRowsChanged();
}

void TodoListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update(visualRect(current));
    viewport()->update(visualRect(previous));
    AccessibleList::tellFocus(*this);
}

} // namespace tusk::gui
