// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/sidebarsection.h"

#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QDrag>
#include <QDropEvent>
#include <QFocusEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>
#include <QWheelEvent>

namespace tusk::gui
{

SidebarSection::SidebarSection(QAbstractItemModel *model, int column, SidebarDelegate::EntryOf entryOf,
                               QWidget *parent)
    : QListView(parent)
{
    setModel(model);
    setModelColumn(column);
    setItemDelegate(new SidebarDelegate(std::move(entryOf), this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setReachable(false);
    const auto resize = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, resize);
    connect(model, &QAbstractItemModel::rowsRemoved, this, resize);
    connect(model, &QAbstractItemModel::modelReset, this, resize);
    // Screen readers select; keys and the mouse have made it the current one when this comes.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SidebarSection::makeSelectedCurrent, Qt::QueuedConnection);
}

void SidebarSection::makeSelectedCurrent()
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.size() == 1 && selected.first() != currentIndex())
        setCurrentIndex(selected.first());
}

void SidebarSection::setReachable(bool reachable)
{
    setFocusPolicy(reachable ? Qt::StrongFocus : Qt::ClickFocus);
}

void SidebarSection::setAccepts(Accepts accepts)
{
    m_accepts = std::move(accepts);
    setAcceptDrops(true);
    setDropIndicatorShown(false); // our own is painted
}

void SidebarSection::setRowDragType(const QString &mimeType)
{
    m_rowDragType = mimeType;
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
}

QSize SidebarSection::sizeHint() const
{
    const int rows = model()->rowCount();
    return {metrics::sidebarWidth / 2, rows * Theme::of(this).sidebarRowHeight()};
}

QSize SidebarSection::minimumSizeHint() const
{
    return sizeHint();
}

QModelIndex SidebarSection::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int row = currentIndex().row();
    if ((action == MoveUp || action == MovePrevious) && row <= 0) {
        Q_EMIT leftUpwards();
        return currentIndex();
    }
    if ((action == MoveDown || action == MoveNext) && row == model()->rowCount() - 1) {
        Q_EMIT leftDownwards();
        return currentIndex();
    }
    return QListView::moveCursor(action, modifiers);
}

void SidebarSection::keyboardSearch(const QString &) {}

void SidebarSection::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (TypingDelegate::mayClose(editor, hint))
        QListView::closeEditor(editor, hint);
    else if (!editor->hasFocus())
        setState(NoState); // other names can be edited meanwhile
}

void SidebarSection::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QListView::scrollTo(index, hint);
    const QRect row = visualRect(index);
    for (QWidget *outer = parentWidget(); outer && !row.isEmpty(); outer = outer->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(outer);
        if (!area)
            continue;
        const QPoint middle = mapTo(area->widget(), row.center());
        area->ensureVisible(middle.x(), middle.y(), 0, row.height());
    }
}

void SidebarSection::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    // The area may have been scrolled since.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        scrollTo(currentIndex());
}

void SidebarSection::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void SidebarSection::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_drop)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).colors().accent, 2));
    if (m_drop->before < 0) {
        painter.drawRoundedRect(QRectF(visualRect(m_drop->onto)).adjusted(1, 1, -1, -1),
                                metrics::controlRadius, metrics::controlRadius);
        return;
    }
    const int rows = model()->rowCount();
    const int height = Theme::of(this).sidebarRowHeight();
    const int y = std::clamp(m_drop->before * height, 1, rows * height - 1);
    painter.drawLine(metrics::grid * 2, y, viewport()->width() - metrics::grid * 2, y);
}

// ---------------------------------------------------------------------------------------------------------------
// Drag and drop

void SidebarSection::startDrag(Qt::DropActions)
{
    const QModelIndex index = currentIndex();
    if (m_rowDragType.isEmpty() || !index.isValid())
        return;
    auto *dragged = new QMimeData;
    dragged->setData(m_rowDragType, QByteArray::number(index.row()));
    auto *drag = new QDrag(this);
    drag->setMimeData(dragged);
    drag->setPixmap(viewport()->grab(visualRect(index)));
    drag->setHotSpot({metrics::grid * 4, visualRect(index).height() / 2});
    drag->exec(Qt::MoveAction);
}

int SidebarSection::draggedRow(const QMimeData &mime) const
{
    return !m_rowDragType.isEmpty() && mime.hasFormat(m_rowDragType) ? mime.data(m_rowDragType).toInt() : -1;
}

std::optional<SidebarSection::Drop> SidebarSection::dropAt(const QPoint &position,
                                                           const QMimeData &mime) const
{
    const QModelIndex index = indexAt(position);
    if (const int dragged = draggedRow(mime); dragged >= 0) {
        const int height = Theme::of(this).sidebarRowHeight();
        const int before = std::clamp((position.y() + height / 2) / height, 0, model()->rowCount());
        // Onto itself: nothing would happen.
        return before == dragged || before == dragged + 1 ? std::nullopt : std::optional(Drop{{}, before});
    }
    if (index.isValid() && m_accepts && m_accepts(mime, index))
        return Drop{index, -1};
    return std::nullopt;
}

void SidebarSection::showDrop(std::optional<Drop> drop)
{
    m_drop = drop;
    viewport()->update();
}

void SidebarSection::dragEnterEvent(QDragEnterEvent *event)
{
    event->accept();
}

void SidebarSection::dragMoveEvent(QDragMoveEvent *event)
{
    showDrop(dropAt(event->position().toPoint(), *event->mimeData()));
    event->setAccepted(m_drop.has_value());
}

void SidebarSection::dragLeaveEvent(QDragLeaveEvent *)
{
    showDrop(std::nullopt);
}

void SidebarSection::dropEvent(QDropEvent *event)
{
    const auto drop = dropAt(event->position().toPoint(), *event->mimeData());
    showDrop(std::nullopt);
    if (!drop)
        return;
    event->acceptProposedAction();
    if (drop->before >= 0)
        Q_EMIT rowMoved(draggedRow(*event->mimeData()), drop->before);
    else
        Q_EMIT droppedOnto(drop->onto, event->mimeData());
}

bool SidebarSection::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    return QListView::viewportEvent(event);
}

} // namespace tusk::gui
