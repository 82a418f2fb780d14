// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "gui/list/dropspot.h"
#include "gui/list/rowplaces.h"

#include <QAbstractItemView>
#include <QUuid>

#include <functional>
#include <memory>
#include <vector>

namespace tusk::gui
{

class RowChanges;
class RowMotion;
class TodoDelegate;
struct RowContext;

// The list of todos and of the headers above them. Rows have heights of their own and are laid out by
// themselves: a row that comes or goes costs what it costs, not a layout of all. What is seen stays where it
// is when rows come and go above it; rows that are seen to come, go or move do so within a moment. Headers
// can be folded and have the focus, but are never selected.
//
// Shows the column of titles of a model with the roles of TodoTableModel and GroupedTodosModel.
class TodoListView final : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit TodoListView(QWidget *parent = nullptr);
    ~TodoListView() override;
    Q_DISABLE_COPY_MOVE(TodoListView)

    [[nodiscard]] TodoDelegate &delegate() const { return *m_delegate; }
    void setContext(const RowContext &context);

    void setModel(QAbstractItemModel *model) override;

    [[nodiscard]] QModelIndexList selectedRows() const; // todos, in the order of the list
    [[nodiscard]] QModelIndex rowOf(const QUuid &id) const;
    // Selects and scrolls there; false if it is not shown.
    bool selectOnly(const QUuid &id);
    void selectOnly(const QModelIndex &index);
    void select(const QList<QUuid> &ids);     // those that are shown; the first becomes the current one
    void selectAlso(const QList<QUuid> &ids); // those that are shown
    void editCurrent();
    // What is being typed into a title is saved: other rows will be shown.
    void finishEditing();
    void toggleFolded(const QModelIndex &header);
    void foldGroup(); // of the current row, or unfolds it

    // Asked whether todos that are dragged over the list can be dropped there; none: nowhere.
    using DropRule = std::function<bool(const QList<domain::Todo> &todos, const DropSpot &spot)>;
    void setDropRule(DropRule rule);
    // Whether the order is the user's; where it is not, a drop that does nothing is answered by
    // dropRefused().
    void setReorderable(bool reorderable);
    // Without rows, or covered, there is nothing in it to come to with the Tab key.
    void setReachable(bool reachable);
    // A row to go on from with the keys, where the list has the focus and none is the current one.
    void haveCurrentRow();
    // The rows are those of another place: its beginning, nothing selected, and no movement from the old
    // ones.
    void startAnew();
    // The same rows in another order: its beginning, and no movement from the old one.
    void showBeginning();
    // Every height anew: another place, another font, another day.
    void measureRows();

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void reset() override;
    void doItemsLayout() override;
    void selectAll() override;
    [[nodiscard]] bool isAllSelected() const; // and there is something
    // Letters are shortcuts, not a search among the rows.
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    void nearsBeginning(); // rows before the first would be welcome
    void dropped(const QList<tusk::domain::Todo> &todos, const tusk::gui::DropSpot &spot);
    void dropRefused(); // the order is not the user's
    void selectedRowsChanged();
    void allSelected(); // all rows of the model: there may be others in the place
    // The row of a todo went while its title was being typed.
    void titleLeft(const tusk::domain::Todo &todo, const QString &typed);
    void entered(const QModelIndex &todo); // with the Enter key
    void menuWanted(const QPoint &globalPosition);

protected:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = QList<int>()) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;

    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event = nullptr) const override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;

    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    // What was refused stays open.
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void startDrag(Qt::DropActions supportedActions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void beginChange();
    void onRowsAboutToBeMoved(const QModelIndex &parent, int start, int end);
    void onRowsRemoved(const QModelIndex &parent, int first, int last);
    void onRowsMoved(const QModelIndex &parent, int first, int last, const QModelIndex &destination,
                     int before);
    void onLayoutChanged();
    void leaveEditor(int first, int last);
    void leaveRows(int first, int last);

    [[nodiscard]] QModelIndex titleIndex(int row) const;
    [[nodiscard]] QItemSelection rowsOf(const QList<QUuid> &ids) const;
    [[nodiscard]] bool isHeader(int row) const;
    [[nodiscard]] int measured(int row) const;
    [[nodiscard]] std::vector<int> measured(int first, int last) const;
    void paintRow(QPainter &painter, int row, QStyleOptionViewItem &option) const;
    void paintFocusOfNothing(QPainter &painter) const;
    void paintDropSpot(QPainter &painter) const;
    void setHovered(const QPoint &point);
    void endHover();
    [[nodiscard]] bool isOverCircle(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void onScrolled();
    bool handleHeaderKey(int key);
    [[nodiscard]] DropSpot dropSpotOf(const QDropEvent &event) const; // nowhere: they are not taken
    void showDropSpot(const DropSpot &spot);

    TodoDelegate *m_delegate;
    RowPlaces m_places;
    RowMotion *m_motion;
    std::unique_ptr<RowChanges> m_changes;
    DropRule m_dropRule;
    bool m_reorderable = false;
    DropSpot m_dropSpot;
    bool m_byKeyboard = false; // the focus ring is for those who use keys
    int m_hoveredRow = -1;
    QPoint m_mouse; // over the hovered row
};

} // namespace tusk::gui
