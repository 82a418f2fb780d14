// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/sidebar/sidebardelegate.h"

#include <QListView>

#include <functional>

class QMimeData;

namespace tusk::gui
{

// One of the lists of the sidebar (places, lists, tags): as high as its rows, in a column that scrolls as a
// whole. The arrow keys lead over its ends into the section above or below. Rows of sections with a drag type
// are dragged to another place among themselves; other things can be dropped onto rows that take them.
class SidebarSection final : public QListView
{
    Q_OBJECT

public:
    // Whether what is dragged may be dropped onto the row; drops are announced by droppedOnto().
    using Accepts = std::function<bool(const QMimeData &, const QModelIndex &)>;

    SidebarSection(QAbstractItemModel *model, int column, SidebarDelegate::EntryOf entryOf,
                   QWidget *parent = nullptr);

    // The Tab key leads to one section, the arrow keys from there to the others. Where nothing is current it
    // would not be seen that it has the focus, and Qt makes the first row current, which opens it.
    void setReachable(bool reachable);

    void setAccepts(Accepts accepts);
    // Rows can be dragged among themselves: announced by rowMoved().
    void setRowDragType(const QString &mimeType);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    // The section is as high as its rows: what scrolls is the area that it lies in.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void leftUpwards();
    void leftDownwards();
    void droppedOnto(const QModelIndex &index, const QMimeData *mime);
    // before: the row in front of which it was dropped; rowCount() for the end.
    void rowMoved(int row, int before);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    // Letters are shortcuts, not a search among the rows.
    void keyboardSearch(const QString &search) override;
    // What was refused stays open.
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override; // scrolls the whole sidebar
    void paintEvent(QPaintEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Drop {
        QModelIndex onto;
        int before = -1; // -1: onto a row
    };
    [[nodiscard]] std::optional<Drop> dropAt(const QPoint &position, const QMimeData &mime) const;
    [[nodiscard]] int draggedRow(const QMimeData &mime) const;
    void showDrop(std::optional<Drop> drop);
    void makeSelectedCurrent();

    Accepts m_accepts;
    QString m_rowDragType;
    std::optional<Drop> m_drop;
};

} // namespace tusk::gui
