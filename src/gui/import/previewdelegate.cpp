// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/previewdelegate.h"

#include "gui/import/previewmodel.h"
#include "gui/list/rowgeometry.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"

#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int gapBeforeTime = metrics::grid * 3;

ShownTodo shownAt(const QModelIndex &index)
{
    return {index.data(PreviewModel::TodoRole).value<domain::Todo>(), {}, false};
}

} // namespace

PreviewDelegate::PreviewDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

int PreviewDelegate::todoHeight(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.widget);
    const TodoLayout parts(QRect(0, 0, 400, 0), Qt::LeftToRight, theme, shownAt(index), m_todos.context());
    return theme.rowHeight(!parts.pieces().isEmpty());
}

QSize PreviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isRepaired = !index.data(PreviewModel::RepairsRole).toString().isEmpty();
    const int line = QFontMetrics(Theme::of(option.widget).type().small).height();
    return {0, todoHeight(option, index) + (isRepaired ? line : 0)};
}

void PreviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.widget);
    const QFont &small = theme.type().small;
    const QFontMetrics metric(small);
    const QString time = index.data(PreviewModel::TimeRole).toString();
    const int timeWidth = metric.horizontalAdvance(time) + 1;
    QStyleOptionViewItem todo = option;
    todo.state &= ~(QStyle::State_MouseOver | QStyle::State_Selected);
    if (!todo.state.testFlag(QStyle::State_HasFocus)) // of a window in which keys are used all rows have it
        todo.state &= ~QStyle::State_KeyboardFocusChange;
    const QRect row = option.rect;
    const auto placed = [&option, &row](const QRect &rect) {
        return QStyle::visualRect(option.direction, row, rect);
    };
    todo.rect = placed(row.adjusted(-sideMargin, 0, sideMargin - timeWidth - gapBeforeTime, 0));
    todo.rect.setHeight(todoHeight(option, index));
    m_todos.paintTodo(*painter, todo, shownAt(index), false);

    const TodoLayout parts(todo.rect, option.direction, theme, shownAt(index), m_todos.context());
    painter->save();
    painter->setFont(small);
    painter->setPen(theme.colors().secondary);
    const QRect beside(row.right() - timeWidth - metrics::grid, parts.title().top(), timeWidth,
                       parts.title().height());
    painter->drawText(placed(beside), Qt::AlignCenter | Qt::TextSingleLine, time);
    const QString repairs = index.data(PreviewModel::RepairsRole).toString();
    if (!repairs.isEmpty()) {
        const int left = metrics::rowPaddingX + theme.checkCircle() + circleToTitle;
        const QRect below(row.left() + left, todo.rect.bottom() - metrics::grid, row.width() - left,
                          metric.height());
        painter->setPen(theme.colors().amber);
        drawFromLeadingEdge(*painter, placed(below), repairs, option.direction, Qt::AlignTop);
    }
    painter->restore();
}

} // namespace tusk::gui
