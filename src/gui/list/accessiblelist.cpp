// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/accessiblelist.h"

#include "gui/list/headerlayout.h"
#include "gui/list/tododelegate.h"
#include "gui/list/todolistview.h"
#include "models/groupedtodosmodel.h"

#include <QApplication>
#include <QItemSelectionModel>
#include <QMenu>

#include <utility>

namespace tusk::gui
{

namespace
{

using models::GroupedTodosModel;
using models::TodoTableModel;

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<TodoListView *>(object);
    return view ? new AccessibleList(*view) : nullptr;
}

QModelIndex indexOf(const QAccessibleInterface *item)
{
    const auto *row = dynamic_cast<const AccessibleRow *>(item);
    return row ? row->index() : QModelIndex();
}

} // namespace

// ---------------------------------------------------------------------------------------------------------------
// The list

AccessibleList::AccessibleList(TodoListView &view)
    : QAccessibleWidget(&view, QAccessible::List)
{
}

AccessibleList::~AccessibleList()
{
    for (const QAccessible::Id id : std::as_const(m_rows))
        QAccessible::deleteAccessibleInterface(id);
}

void AccessibleList::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

TodoListView &AccessibleList::view() const
{
    return *static_cast<TodoListView *>(widget());
}

AccessibleList *AccessibleList::of(TodoListView &view)
{
    if (!QAccessible::isActive())
        return nullptr;
    return dynamic_cast<AccessibleList *>(QAccessible::queryAccessibleInterface(&view));
}

void AccessibleList::tellFocus(TodoListView &view)
{
    const AccessibleList *list = of(view);
    if (!list || !view.hasFocus() || !view.currentIndex().isValid())
        return;
    QAccessibleEvent event(list->child(view.currentIndex().row()), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void AccessibleList::tellChanges(TodoListView &view, int firstRow, int lastRow)
{
    const AccessibleList *list = of(view);
    if (!list || list->m_rows.isEmpty())
        return;
    for (int row = firstRow; row <= lastRow; ++row) {
        if (AccessibleRow *known = list->knownRow(row))
            known->tellChanges();
    }
}

void AccessibleList::tellChanges(TodoListView &view, const QItemSelection &rows)
{
    for (const QItemSelectionRange &range : rows)
        tellChanges(view, range.top(), range.bottom());
}

int AccessibleList::rows() const
{
    return view().model() ? view().model()->rowCount() : 0;
}

AccessibleRow *AccessibleList::knownRow(int row) const
{
    const QPersistentModelIndex index = view().model()->index(row, TodoTableModel::Title);
    const QAccessible::Id known = m_rows.value(index);
    return known ? static_cast<AccessibleRow *>(QAccessible::accessibleInterface(known)) : nullptr;
}

int AccessibleList::childCount() const
{
    return rows() + QAccessibleWidget::childCount();
}

QAccessibleInterface *AccessibleList::child(int index) const
{
    if (index < 0)
        return nullptr;
    if (index >= rows())
        return QAccessibleWidget::child(index - rows());
    if (AccessibleRow *known = knownRow(index))
        return known;
    m_rows.removeIf([](const std::pair<const QPersistentModelIndex &, QAccessible::Id &> &entry) {
        if (entry.first.isValid())
            return false;
        QAccessible::deleteAccessibleInterface(entry.second);
        return true;
    });
    const QPersistentModelIndex row = view().model()->index(index, TodoTableModel::Title);
    auto *made = new AccessibleRow(view(), row); // QAccessible owns it from here
    m_rows.insert(row, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *AccessibleList::childAt(int x, int y) const
{
    const QModelIndex index = view().indexAt(view().viewport()->mapFromGlobal(QPoint(x, y)));
    for (int i = rows(); i < childCount(); ++i) {
        QAccessibleInterface *widget = child(i);
        // The viewport holds editors, and lies below the rows otherwise.
        if (!widget->state().invisible && widget->rect().contains(x, y) &&
            (!index.isValid() || widget->childAt(x, y)))
            return widget;
    }
    return index.isValid() ? child(index.row()) : nullptr;
}

QAccessibleInterface *AccessibleList::focusChild() const
{
    const QModelIndex current = view().currentIndex();
    return view().hasFocus() && current.isValid() ? child(current.row()) : QAccessibleWidget::focusChild();
}

int AccessibleList::indexOfChild(const QAccessibleInterface *item) const
{
    const QModelIndex index = indexOf(item);
    if (index.isValid())
        return index.row();
    const int widget = QAccessibleWidget::indexOfChild(item);
    return widget < 0 ? -1 : rows() + widget;
}

// ---------------------------------------------------------------------------------------------------------------
// A row

AccessibleRow::AccessibleRow(TodoListView &view, const QModelIndex &index)
    : m_view(view)
    , m_index(index)
    , m_saidName(text(QAccessible::Name))
    , m_saidCompleted(isCompleted())
    , m_saidSelected(isSelected())
{
}

void AccessibleRow::tellChanges()
{
    const QString name = text(QAccessible::Name);
    const bool completed = isCompleted();
    const bool selected = isSelected();
    if (std::exchange(m_saidName, name) != name) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    QAccessible::State changed;
    changed.checked = std::exchange(m_saidCompleted, completed) != completed;
    changed.selected = std::exchange(m_saidSelected, selected) != selected;
    if (changed == QAccessible::State())
        return;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
}

bool AccessibleRow::isCompleted() const
{
    return m_index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
}

bool AccessibleRow::isSelected() const
{
    return m_view.selectionModel()->isSelected(m_index);
}

QWindow *AccessibleRow::window() const
{
    return m_view.window()->windowHandle();
}

bool AccessibleRow::isValid() const
{
    return m_index.isValid();
}

bool AccessibleRow::isHeader() const
{
    return m_index.data(GroupedTodosModel::HeaderRole).toBool();
}

bool AccessibleRow::isOverdueHeader() const
{
    return isHeader() && m_index.data(GroupedTodosModel::GroupKindRole).toInt() ==
                             static_cast<int>(models::TodoGroup::Kind::Overdue);
}

QAccessibleInterface *AccessibleRow::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_view);
}

QString AccessibleRow::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Name:
        return m_index.data(Qt::AccessibleTextRole).toString();
    case QAccessible::Value:
        return m_index.data(Qt::DisplayRole).toString();
    default:
        return {};
    }
}

void AccessibleRow::setText(QAccessible::Text kind, const QString &text)
{
    if (kind == QAccessible::Value || kind == QAccessible::Name)
        m_view.model()->setData(m_index, text);
}

QRect AccessibleRow::rect() const
{
    const QRect rect = m_view.visualRect(m_index);
    return {m_view.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

QAccessible::Role AccessibleRow::role() const
{
    return isHeader() ? QAccessible::Heading : QAccessible::ListItem;
}

QAccessible::State AccessibleRow::state() const
{
    QAccessible::State state;
    state.focusable = true;
    state.focused = m_view.hasFocus() && m_view.currentIndex() == m_index;
    state.offscreen = !m_view.visualRect(m_index).intersects(m_view.viewport()->rect());
    if (isHeader()) {
        state.expandable = true;
        state.collapsed = m_index.data(GroupedTodosModel::FoldedRole).toBool();
        state.expanded = !state.collapsed;
        return state;
    }
    state.selectable = true;
    state.multiSelectable = true;
    state.selected = isSelected();
    state.checkable = true;
    state.checked = isCompleted();
    return state;
}

void *AccessibleRow::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList AccessibleRow::actionNames() const
{
    if (isOverdueHeader())
        return {pressAction(), HeaderLayout::actionText()};
    if (isHeader())
        return {pressAction()};
    return {toggleAction(), setFocusAction(), pressAction(), showMenuAction()};
}

void AccessibleRow::doAction(const QString &name)
{
    if (isOverdueHeader() && name == HeaderLayout::actionText()) {
        Q_EMIT m_view.delegate().headerActionClicked(m_index);
    } else if (isHeader()) {
        m_view.toggleFolded(m_index);
    } else if (name == toggleAction()) {
        Q_EMIT m_view.delegate().circleClicked(m_index);
    } else if (name == setFocusAction()) {
        m_view.setFocus(Qt::OtherFocusReason);
        m_view.selectOnly(QModelIndex(m_index));
    } else if (name == pressAction()) {
        m_view.selectOnly(QModelIndex(m_index));
        m_view.editCurrent();
    } else if (name == showMenuAction()) {
        m_view.selectOnly(QModelIndex(m_index));
        Q_EMIT m_view.menuWanted(rect().center());
        // Nobody is told of a pop-up, only of what has the focus in it.
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget()))
            menu->setActiveAction(menu->actions().value(0));
    }
}

} // namespace tusk::gui
