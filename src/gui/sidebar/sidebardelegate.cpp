// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/sidebardelegate.h"

#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int padding = metrics::wideGap;
constexpr int textOffset = metrics::grid * 9; // from the left edge of the row

// The sign in the middle of a column of that width, at the side where the text begins.
QRect signRect(const QStyleOptionViewItem &option, int column, int size)
{
    const QRect &row = option.rect;
    const QRect sign(row.left() + padding + (column - size) / 2, row.center().y() - size / 2 + 1, size, size);
    return QStyle::visualRect(option.direction, row, sign);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Colors &colors)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (!selected && !hovered)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(selected ? colors.selection : colors.hover);
    painter.drawRoundedRect(option.rect, metrics::controlRadius, metrics::controlRadius);
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option, const Colors &colors)
{
    if (!option.state.testFlag(QStyle::State_HasFocus) ||
        !option.state.testFlag(QStyle::State_KeyboardFocusChange))
        return;
    constexpr qreal half = metrics::focusRing / 2.0;
    painter.setPen(QPen(colors.focusRing, metrics::focusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), metrics::controlRadius,
                            metrics::controlRadius);
}

} // namespace

SidebarDelegate::SidebarDelegate(EntryOf entryOf, QObject *parent)
    : TypingDelegate(parent)
    , m_entryOf(std::move(entryOf))
{
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.widget);
    const Colors &colors = theme.colors();
    const SidebarEntry entry = m_entryOf(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, colors);
    paintFocus(*painter, option, colors);
    if (entry.icon) {
        paintIcon(*painter, *entry.icon, signRect(option, theme.iconSize(), theme.iconSize()),
                  selected ? colors.accent : colors.secondary);
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.listColor(entry.color));
        painter->drawEllipse(signRect(option, theme.iconSize(), metrics::dot));
    }

    const QRect text =
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(textOffset, 0, -padding, 0));
    const auto aligned = [&option](Qt::Alignment alignment) {
        return int(QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter)) |
               Qt::TextSingleLine;
    };
    int countWidth = 0;
    if (entry.count > 0) {
        const QString count = option.locale.toString(entry.count);
        painter->setFont(theme.type().small);
        painter->setPen(selected ? colors.secondary : colors.faint);
        painter->drawText(text, aligned(Qt::AlignRight), count);
        countWidth = QFontMetrics(theme.type().small).horizontalAdvance(count) + metrics::grid * 2;
    }
    painter->setFont(selected ? theme.type().rowStrong : theme.type().row);
    painter->setPen(entry.isQuiet ? colors.faint : colors.text);
    const QRect room = QStyle::visualRect(option.direction, text, text.adjusted(0, 0, -countWidth, 0));
    drawFromLeadingEdge(*painter, room, entry.name, option.direction);
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {metrics::sidebarWidth / 2, Theme::of(option.widget).sidebarRowHeight()};
}

void SidebarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    const QRect place = option.rect.adjusted(textOffset - metrics::grid * 2, 0, 0, 0);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, place));
}

} // namespace tusk::gui
