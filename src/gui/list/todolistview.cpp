// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todolistview.h"

#include "gui/list/accessiblelist.h"
#include "gui/list/rowgeometry.h"
#include "gui/list/tododelegate.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"
#include "models/groupedtodosmodel.h"

#include <QApplication>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tusk::gui
{

namespace
{

using models::GroupedTodosModel;
using models::MemoryTableModel;
using models::TodoTableModel;

constexpr int rowsBeforeFetching = 40;
constexpr int pixelsPerStep = 24;
constexpr int mostMovingRows = 60;
constexpr int titleColumn = TodoTableModel::Title;

} // namespace

TodoListView::TodoListView(QWidget *parent)
    : QAbstractItemView(parent)
    , m_delegate(new TodoDelegate(this))
    , m_motion(new RowMotion(this))
{
    AccessibleList::install();
    setItemDelegate(m_delegate);
    setObjectName(QStringLiteral("todos"));
    setAccessibleName(tr("Todos"));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed | DoubleClicked);
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
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void TodoListView::select(const QList<QUuid> &ids)
{
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_heights.count(); ++row) {
        const QModelIndex index = titleIndex(row);
        if (!ids.contains(index.data(MemoryTableModel::RowIdRole).toUuid()))
            continue;
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    }
    if (!first.isValid())
        return;
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void TodoListView::editCurrent()
{
    if (currentIndex().isValid() && !isHeader(currentIndex().row())) {
        scrollTo(currentIndex());
        edit(currentIndex());
    }
}

void TodoListView::toggleFolded(const QModelIndex &header)
{
    const bool folded = header.data(GroupedTodosModel::FoldedRole).toBool();
    model()->setData(header, !folded, GroupedTodosModel::FoldedRole);
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
    if (rows == m_heights.count())
        beginChange();
    m_heights.assign(measured(0, rows - 1));
    scheduleDelayedItemsLayout();
}

void TodoListView::reset()
{
    m_motion->stop();
    m_changing = false;
    m_seen.clear();
    m_painted.clear();
    m_hoveredRow = m_dropRow = -1;
    QAbstractItemView::reset();
    m_heights.assign(measured(0, model() ? model()->rowCount() - 1 : -1));
    verticalScrollBar()->setValue(0);
    scheduleDelayedItemsLayout();
}

// ---------------------------------------------------------------------------------------------------------------
// Rows come, go and move

// Called before the model changes, as long as heights and rows agree.
void TodoListView::beginChange()
{
    if (m_changing || !model() || m_heights.count() != model()->rowCount())
        return;
    m_changing = true;
    m_bulk = false;
    m_atTop = verticalOffset() == 0;
    m_seen.clear();
    m_fresh.clear();
    m_ghosts.clear();
    for (int row = firstVisibleRow(); row >= 0 && row <= lastVisibleRow(); ++row)
        m_seen.push_back({titleIndex(row), rowRect(row).top() + m_motion->shift(row),
                          m_painted.contains(row) ? std::optional(m_painted.value(row)) : std::nullopt});
    m_painted.clear();
    scheduleDelayedItemsLayout();
}

void TodoListView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    m_heights.insert(start, measured(start, end));
    m_bulk = m_bulk || m_fresh.size() + end - start > mostMovingRows;
    for (int row = start; row <= end && !m_bulk; ++row)
        m_fresh.append(titleIndex(row));
    QAbstractItemView::rowsInserted(parent, start, end);
    scheduleDelayedItemsLayout();
}

void TodoListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    beginChange();
    addGhosts(start, end);
    leaveRow(start, end);
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
}

void TodoListView::onRowsRemoved(const QModelIndex &, int first, int last)
{
    m_heights.remove(first, last - first + 1);
    m_hoveredRow = -1;
    scheduleDelayedItemsLayout();
}

// Pictures of the rows that go while they can be seen.
void TodoListView::addGhosts(int first, int last)
{
    // After other steps of the same change the scroll position no longer says where a row was.
    for (const Seen &seen : m_seen) {
        const int row = seen.index.row();
        if (!seen.index.isValid() || row < first || row > last || m_bulk || !seen.todo)
            continue;
        const double ratio = devicePixelRatioF();
        QPixmap picture(QSize(viewport()->width(), m_heights.height(row)) * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = QRect(0, 0, viewport()->width(), m_heights.height(row));
        m_delegate->paintTodo(painter, option, *seen.todo, false, false);
        painter.end();
        m_ghosts.push_back({seen.top, picture});
    }
}

// The next todo becomes the current one, not a header; the others stay selected.
void TodoListView::leaveRow(int first, int last)
{
    const int current = currentIndex().row();
    if (current < first || current > last)
        return;
    const int rows = model()->rowCount();
    int next = last + 1;
    while (next < rows && isHeader(next))
        ++next;
    if (next >= rows) {
        next = first - 1;
        while (next >= 0 && isHeader(next))
            --next;
    }
    if (next < 0)
        return;
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    const bool othersStay = std::any_of(selected.begin(), selected.end(), [&](const QModelIndex &index) {
        return index.row() < first || index.row() > last;
    });
    selectionModel()->setCurrentIndex(titleIndex(next), othersStay ? QItemSelectionModel::NoUpdate
                                                                   : QItemSelectionModel::ClearAndSelect);
}

void TodoListView::onRowsAboutToBeMoved(const QModelIndex &, int start, int end)
{
    beginChange();
    // What is seen does not follow a row that is moved away.
    std::stable_partition(m_seen.begin(), m_seen.end(), [start, end](const Seen &seen) {
        return seen.index.row() < start || seen.index.row() > end;
    });
}

void TodoListView::onRowsMoved(const QModelIndex &, int first, int last, const QModelIndex &, int before)
{
    m_heights.move(first, last - first + 1, before);
    m_hoveredRow = -1;
    scheduleDelayedItemsLayout();
}

void TodoListView::onLayoutChanged()
{
    m_bulk = true;
    m_heights.assign(measured(0, model()->rowCount() - 1));
    scheduleDelayedItemsLayout();
}

void TodoListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                               const QList<int> &roles)
{
    const int last = std::min(bottomRight.row(), m_heights.count() - 1);
    for (int row = topLeft.row(); row >= 0 && row <= last; ++row) {
        const int height = measured(row);
        if (height == m_heights.height(row))
            continue;
        beginChange();
        m_heights.setHeight(row, height);
        scheduleDelayedItemsLayout();
    }
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    AccessibleList::tellChanges(*this, topLeft.row(), bottomRight.row());
}

void TodoListView::startAnew()
{
    m_bulk = true;
    m_atTop = true;
    m_seen.clear();
    m_motion->stop();
    selectionModel()->clear();
    verticalScrollBar()->setValue(0);
    scheduleDelayedItemsLayout();
}

void TodoListView::doItemsLayout()
{
    settle();
    QAbstractItemView::doItemsLayout();
}

void TodoListView::updateGeometries()
{
    const int page = viewport()->height();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(pixelsPerStep);
    verticalScrollBar()->setRange(0, std::max(0, m_heights.total() + bottomMargin - page));
    QAbstractItemView::updateGeometries();
}

void TodoListView::settle() const
{
    if (!m_changing)
        return;
    m_changing = false;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_heights.total() + bottomMargin - viewport()->height()));
    keepInPlace();
    moveRows();
    m_seen.clear();
    m_fresh.clear();
    m_ghosts.clear();
    viewport()->update();
}

void TodoListView::keepInPlace() const
{
    if (m_atTop)
        return;
    for (const Seen &seen : m_seen) {
        if (!seen.index.isValid() || seen.index.row() >= m_heights.count())
            continue;
        verticalScrollBar()->setValue(m_heights.top(seen.index.row()) + topMargin - seen.top);
        return;
    }
}

int TodoListView::shiftOf(int row, const QHash<int, int> &before) const
{
    const auto known = before.constFind(row);
    return known != before.constEnd() ? *known - rowRect(row).top() : 0;
}

void TodoListView::moveRows() const
{
    QHash<int, int> before; // where rows were
    for (const Seen &seen : m_seen) {
        if (seen.index.isValid())
            before.insert(seen.index.row(), seen.top);
    }
    if (m_bulk || before.isEmpty() || !isVisible()) {
        m_motion->stop();
        return;
    }
    QHash<int, RowMotion::Row> moving;
    int shift = 0; // of the last row whose way is known: those that come into sight come with it
    for (int row = firstVisibleRow(); row >= 0 && row <= lastVisibleRow(); ++row) {
        const bool isFresh = m_fresh.contains(QPersistentModelIndex(titleIndex(row)));
        if (before.contains(row))
            shift = shiftOf(row, before);
        if (isFresh)
            moving.insert(row, {0, true});
        else if (shift != 0)
            moving.insert(row, {shift, false});
    }
    m_motion->start(moving, m_ghosts, Theme::of(this).smoothly());
}

// ---------------------------------------------------------------------------------------------------------------
// Geometry

int TodoListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect TodoListView::rowRect(int row) const
{
    return {0, m_heights.top(row) + topMargin - verticalOffset(), viewport()->width(), m_heights.height(row)};
}

int TodoListView::firstVisibleRow() const
{
    return m_heights.rowAt(verticalOffset() - topMargin);
}

int TodoListView::lastVisibleRow() const
{
    return m_heights.rowAt(verticalOffset() - topMargin + viewport()->height());
}

QRect TodoListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() != titleColumn || index.row() >= m_heights.count())
        return {};
    return rowRect(index.row());
}

QModelIndex TodoListView::indexAt(const QPoint &point) const
{
    settle();
    const int y = point.y() + verticalOffset() - topMargin;
    if (y < 0 || y >= m_heights.total())
        return {};
    return titleIndex(m_heights.rowAt(y));
}

void TodoListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    settle();
    const QRect rect = visualRect(index);
    if (!rect.isValid())
        return;
    const int height = viewport()->height();
    int offset = verticalOffset();
    // With the header of its group, where that is right above.
    const bool headed = index.row() > 0 && isHeader(index.row() - 1);
    const int top = headed ? rowRect(index.row() - 1).top() : rect.top();
    if (hint == PositionAtCenter)
        offset += rect.center().y() - height / 2;
    else if (hint == PositionAtTop || (hint == EnsureVisible && top < 0))
        offset += top;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && rect.bottom() >= height))
        offset += std::min(top, rect.bottom() + 1 + bottomMargin / 2 - height);
    if (index.row() == 0 || (headed && index.row() == 1))
        offset = std::min(offset, 0);
    if (offset != verticalOffset() && (hint != EnsureVisible || top < 0 || rect.bottom() >= height))
        verticalScrollBar()->setValue(offset);
}

bool TodoListView::isIndexHidden(const QModelIndex &index) const
{
    return index.column() != titleColumn;
}

void TodoListView::scrollContentsBy(int dx, int dy)
{
    m_motion->stop();
    m_painted.clear();
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    endHover();
}

void TodoListView::onScrolled()
{
    if (m_changing || m_heights.count() == 0)
        return;
    if (firstVisibleRow() < rowsBeforeFetching)
        Q_EMIT nearsBeginning();
    if (lastVisibleRow() > m_heights.count() - rowsBeforeFetching && model()->canFetchMore({}))
        model()->fetchMore({});
}

// ---------------------------------------------------------------------------------------------------------------
// Selection

void TodoListView::selectAll()
{
    if (m_heights.count() > 0)
        selectionModel()->select({titleIndex(0), titleIndex(m_heights.count() - 1)},
                                 QItemSelectionModel::ClearAndSelect);
}

void TodoListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (m_heights.count() == 0)
        return;
    const QRect area = rect.normalized();
    const int offset = verticalOffset() - topMargin;
    if (area.bottom() + offset < 0 || area.top() + offset >= m_heights.total()) {
        selectionModel()->select(QItemSelection(), command);
        return;
    }
    const QModelIndex first = titleIndex(m_heights.rowAt(area.top() + offset));
    const QModelIndex last = titleIndex(m_heights.rowAt(area.bottom() + offset));
    selectionModel()->select({first, last}, command);
}

QRegion TodoListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int rows = m_heights.count();
    for (const QItemSelectionRange &range : selection) {
        if (!range.isValid() || range.bottom() >= rows)
            continue;
        const QRect all = rowRect(range.top()).united(rowRect(range.bottom()));
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

// ---------------------------------------------------------------------------------------------------------------
// Painting

void TodoListView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QAbstractItemView::initViewItemOption(option);
    option->font = Theme::of(this).type().row;
    option->showDecorationSelected = true;
}

void TodoListView::paintEvent(QPaintEvent *event)
{
    settle();
    QPainter painter(viewport());
    if (m_heights.count() == 0)
        return;
    m_motion->paintGhosts(painter);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int offset = verticalOffset() - topMargin;
    // Rows that are still on their way may be painted a little beside their place.
    const int beside = m_motion->isRunning() ? viewport()->height() / 2 : 0;
    const int first = m_heights.rowAt(event->rect().top() + offset - beside);
    const int last = m_heights.rowAt(event->rect().bottom() + offset + beside);
    for (int row = first; row <= last; ++row)
        paintRow(painter, row, option);
    paintDropLine(painter);
}

void TodoListView::paintRow(QPainter &painter, int row, QStyleOptionViewItem &option) const
{
    const QModelIndex index = titleIndex(row);
    const bool hovered = row == m_hoveredRow;
    const bool current = hasFocus() && index == currentIndex();
    option.rect = rowRect(row).translated(0, m_motion->shift(row));
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_MouseOver, hovered);
    option.state.setFlag(QStyle::State_HasFocus, current);
    option.state.setFlag(QStyle::State_KeyboardFocusChange, current && m_byKeyboard);
    option.state.setFlag(QStyle::State_Sunken, hovered && isOverCircle(option, index));
    painter.setOpacity(m_motion->opacity(row));
    itemDelegate()->paint(&painter, option, index);
    painter.setOpacity(1);
    if (!isHeader(row))
        m_painted.insert(row, index.data(TodoTableModel::TodoRole).value<domain::Todo>());
}

void TodoListView::paintDropLine(QPainter &painter) const
{
    if (m_dropRow < 0)
        return;
    constexpr double dot = 3.5;
    const double y = std::max(dot, m_heights.top(m_dropRow) + topMargin - verticalOffset() - 0.5);
    const double left = sideMargin + metrics::rowPaddingX;
    const double right = viewport()->width() - left;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).colors().accent, 2));
    painter.setBrush(Theme::of(this).colors().window);
    painter.drawLine(QPointF(left + dot, y), QPointF(right, y));
    painter.drawEllipse(QPointF(left, y), dot, dot);
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
