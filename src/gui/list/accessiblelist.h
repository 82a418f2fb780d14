// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QItemSelection>
#include <QPersistentModelIndex>

namespace tusk::gui
{

class AccessibleRow;
class TodoListView;

// The list for screen readers: a list whose children are its rows, made when they are asked for. What
// QAccessible has for item views knows only Qt's own three, and a cell for each of a model's columns.
class AccessibleList final : public QAccessibleWidget
{
public:
    explicit AccessibleList(TodoListView &view);
    ~AccessibleList() override;

    // To be called once, before the first list is shown to anybody.
    static void install();

    // Told by the view; these cost nothing while no screen reader runs.
    static void tellFocus(TodoListView &view);
    static void tellChanges(TodoListView &view, int firstRow, int lastRow);
    static void tellChanges(TodoListView &view, const QItemSelection &rows);

    // Rows first, then what else lies in the view: an open editor, the empty state.
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;

private:
    [[nodiscard]] static AccessibleList *of(TodoListView &view); // null while nobody listens
    [[nodiscard]] TodoListView &view() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] AccessibleRow *knownRow(int row) const; // null if nobody has asked for it

    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_rows;
};

// A row: a check box that can be toggled, or the header of a group that can be folded.
class AccessibleRow final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleRow(TodoListView &view, const QModelIndex &index);

    [[nodiscard]] QModelIndex index() const { return m_index; }
    // Says what of name and state is not as it was said last.
    void tellChanges();

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text kind, const QString &text) override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] bool isHeader() const;
    [[nodiscard]] bool isOverdueHeader() const;
    [[nodiscard]] bool isCompleted() const;
    [[nodiscard]] bool isSelected() const;

    TodoListView &m_view;
    QPersistentModelIndex m_index;
    QString m_saidName;
    bool m_saidCompleted;
    bool m_saidSelected;
};

} // namespace tusk::gui
