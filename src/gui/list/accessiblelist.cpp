// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/accessiblelist.h"

#include "gui/list/tododelegate.h"
#include "gui/list/todolistview.h"
#include "models/groupedtodosmodel.h"

#include <QItemSelectionModel>

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

int AccessibleList::childCount() const
{
    return view().model() ? view().model()->rowCount() : 0;
}

QAccessibleInterface *AccessibleList::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const QPersistentModelIndex row = view().model()->index(index, TodoTableModel::Title);
    if (const QAccessible::Id known = m_rows.value(row))
        return QAccessible::accessibleInterface(known);
    m_rows.removeIf([](const std::pair<const QPersistentModelIndex &, QAccessible::Id &> &entry) {
        if (entry.first.isValid())
            return false;
        QAccessible::deleteAccessibleInterface(entry.second);
        return true;
    });
    auto *made = new AccessibleRow(view(), row); // QAccessible owns it from here
    m_rows.insert(row, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *AccessibleList::childAt(int x, int y) const
{
    const QModelIndex index = view().indexAt(view().viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? child(index.row()) : nullptr;
}

QAccessibleInterface *AccessibleList::focusChild() const
{
    const QModelIndex current = view().currentIndex();
    return view().hasFocus() && current.isValid() ? child(current.row()) : nullptr;
}

int AccessibleList::indexOfChild(const QAccessibleInterface *item) const
{
    const QModelIndex index = indexOf(item);
    return index.isValid() ? index.row() : -1;
}

// ---------------------------------------------------------------------------------------------------------------
// A row

AccessibleRow::AccessibleRow(TodoListView &view, const QModelIndex &index)
    : m_view(view)
    , m_index(index)
{
}

bool AccessibleRow::isValid() const
{
    return m_index.isValid();
}

bool AccessibleRow::isHeader() const
{
    return m_index.data(GroupedTodosModel::HeaderRole).toBool();
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
    state.selected = m_view.selectionModel()->isSelected(m_index);
    state.checkable = true;
    state.checked = m_index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    state.editable = true;
    return state;
}

void *AccessibleRow::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList AccessibleRow::actionNames() const
{
    return isHeader() ? QStringList{pressAction()}
                      : QStringList{toggleAction(), setFocusAction(), pressAction()};
}

void AccessibleRow::doAction(const QString &name)
{
    if (isHeader()) {
        m_view.toggleFolded(m_index);
    } else if (name == toggleAction()) {
        Q_EMIT m_view.delegate().circleClicked(m_index);
    } else if (name == setFocusAction()) {
        m_view.setFocus(Qt::OtherFocusReason);
        m_view.selectOnly(QModelIndex(m_index));
    } else if (name == pressAction()) {
        m_view.selectOnly(QModelIndex(m_index));
        m_view.editCurrent();
    }
}

} // namespace tusk::gui
