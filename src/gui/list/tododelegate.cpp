// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/tododelegate.h"

#include "gui/list/headerlayout.h"
#include "gui/list/rowpainter.h"
#include "gui/list/rowsof.h"
#include "gui/list/titleeditor.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tusk::gui
{

namespace
{

using models::TodoTableModel;

TodoLayout::Due dueOf(const QModelIndex &index)
{
    return {index.siblingAtColumn(TodoTableModel::DueDate).data(Qt::EditRole).toDate(),
            !index.siblingAtColumn(TodoTableModel::DueTime).data(Qt::EditRole).isNull()};
}

} // namespace

TodoDelegate::TodoDelegate(QObject *parent)
    : TypingDelegate(parent)
{
}

bool TodoDelegate::setContext(const RowContext &context)
{
    const bool otherHeights =
        context.place != m_context.place || context.now.today() != m_context.now.today();
    m_context = context;
    return otherHeights;
}

TodoLayout TodoDelegate::layout(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect, option.direction, Theme::of(option.widget), shownTodoOf(index), m_context};
}

void TodoDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    if (!isHeader(index)) {
        paintTodo(*painter, option, shownTodoOf(index), index == m_edited);
        return;
    }
    const Theme theme = Theme::of(option.widget);
    painter->save();
    RowPainter(*painter, option, theme).paintHeader({option.rect, option.direction, theme, index});
    painter->restore();
}

void TodoDelegate::paintTodo(QPainter &painter, const QStyleOptionViewItem &option, const ShownTodo &shown,
                             bool isEdited) const
{
    const Theme theme = Theme::of(option.widget);
    const TodoLayout parts(option.rect, option.direction, theme, shown, m_context);
    painter.save();
    RowPainter(painter, option, theme).paintTodo(parts, shown.todo, m_context.place.search, isEdited);
    painter.restore();
}

QSize TodoDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.widget);
    if (isHeader(index))
        return {0, HeaderLayout::height(theme)};
    const auto marks = TodoTableModel::Marks::fromInt(index.data(TodoTableModel::MarksRole).toInt());
    const TodoLayout::Due due = marks.testFlag(TodoTableModel::DueMark) ? dueOf(index) : TodoLayout::Due();
    return {0,
            theme.rowHeight(TodoLayout::hasSecondLine(marks, due, m_context.place, m_context.now.today()))};
}

// ---------------------------------------------------------------------------------------------------------------
// Clicks

bool TodoDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        break;
    default:
        return false;
    }
    const auto &mouse = static_cast<const QMouseEvent &>(*event);
    if (mouse.button() != Qt::LeftButton)
        return false;
    return isHeader(index) ? headerPressed(mouse, option, index) : todoClicked(mouse, option, index);
}

bool TodoDelegate::todoClicked(const QMouseEvent &event, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const bool hit = layout(option, index).circleReach().contains(event.position().toPoint());
    if (event.type() != QEvent::MouseButtonRelease) {
        m_pressed = hit ? QPersistentModelIndex(index) : QPersistentModelIndex();
        return hit;
    }
    const bool clicked = hit && m_pressed == index;
    m_pressed = QPersistentModelIndex();
    if (clicked)
        Q_EMIT circleClicked(index);
    return clicked;
}

bool TodoDelegate::headerPressed(const QMouseEvent &event, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event.type() != QEvent::MouseButtonRelease) {
        m_pressed = index;
        return false;
    }
    const bool clicked = m_pressed == index;
    m_pressed = QPersistentModelIndex();
    if (!clicked)
        return false;
    const HeaderLayout parts(option.rect, option.direction, Theme::of(option.widget), index);
    if (parts.action().contains(event.position().toPoint()))
        Q_EMIT headerActionClicked(index);
    else
        Q_EMIT headerClicked(index);
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Editing

QWidget *TodoDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    if (isHeader(index))
        return nullptr;
    m_edited = index;
    m_editedTodo = todoOf(index);
    m_editor = new TitleEditor(parent);
    return m_editor;
}

bool TodoDelegate::isEditing() const
{
    return m_editor && m_editor->window()->focusWidget() == m_editor;
}

QLineEdit *TodoDelegate::changedEditor(int firstRow, int lastRow) const
{
    const bool isThere = m_edited.isValid() && m_edited.row() >= firstRow && m_edited.row() <= lastRow;
    const bool isChanged = m_editor && m_editor->isModified() && m_editor->text() != m_editedTodo.title;
    return isThere && isChanged ? m_editor.data() : nullptr;
}

void TodoDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    m_edited = QPersistentModelIndex();
    TypingDelegate::destroyEditor(editor, index);
}

void TodoDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    if (auto *line = qobject_cast<TitleEditor *>(editor))
        line->coverTitle(layout(option, index).title());
}

bool TodoDelegate::eventFilter(QObject *editor, QEvent *event)
{
    // Tab and the arrows up and down stay in the title: they would open the next one.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            auto *widget = qobject_cast<QWidget *>(editor);
            Q_EMIT commitData(widget);
            Q_EMIT closeEditor(widget, NoHint);
            return true;
        }
    }
    return TypingDelegate::eventFilter(editor, event);
}

} // namespace tusk::gui
