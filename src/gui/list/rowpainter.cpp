// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowpainter.h"

#include "gui/list/searchhits.h"
#include "gui/theme/metrics.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace tusk::gui
{

namespace
{

constexpr double circleWidth = 1.5;
constexpr double circleTint = 0.14;
constexpr double ringWidth = 2;

QColor seeThrough(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

QList<QTextLayout::FormatRange> markedHits(const QString &title, const QString &searched,
                                           const QColor &marked)
{
    QList<QTextLayout::FormatRange> ranges;
    if (searched.isEmpty())
        return ranges;
    for (const SearchHit &hit : searchHits(title, searched)) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(hit.start);
        range.length = static_cast<int>(hit.length);
        range.format.setBackground(marked);
        ranges.append(range);
    }
    return ranges;
}

QColor toneColor(TodoLayout::Tone tone, const Colors &colors)
{
    switch (tone) {
    case TodoLayout::Tone::Quiet:
        return colors.secondary;
    case TodoLayout::Tone::Overdue:
        return colors.red;
    case TodoLayout::Tone::Today:
        return colors.green;
    }
    return colors.secondary;
}

} // namespace

RowPainter::RowPainter(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
    : m_painter(painter)
    , m_option(option)
    , m_theme(theme)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void RowPainter::paintTodo(const TodoLayout &layout, const domain::Todo &todo, const QString &searched,
                           bool isEdited) const
{
    const Colors &colors = m_theme.colors();
    if (has(QStyle::State_Selected))
        paintBackground(layout.background(), colors.selection);
    else if (has(QStyle::State_MouseOver))
        paintBackground(layout.background(), colors.hover);
    if (has(QStyle::State_KeyboardFocusChange))
        paintFocus(layout.background());
    paintCircle(layout.circle(), todo);
    if (!isEdited)
        paintTitle(layout.title(), todo, searched);
    paintPieces(layout, todo.completedAt.has_value(), searched);
    if (!layout.saving().isNull())
        paintText(layout.saving(), TodoLayout::savingText(), m_theme.type().small, colors.faint);
}

void RowPainter::paintBackground(const QRect &rect, const QColor &color) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawRoundedRect(rect, metrics::rowRadius, metrics::rowRadius);
}

void RowPainter::paintFocus(const QRect &rect) const
{
    m_painter.setPen(QPen(m_theme.colors().accent, ringWidth));
    m_painter.setBrush(Qt::NoBrush);
    const double inset = ringWidth / 2;
    m_painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), metrics::rowRadius - inset,
                              metrics::rowRadius - inset);
}

void RowPainter::paintCircle(const QRect &circle, const domain::Todo &todo) const
{
    const Colors &colors = m_theme.colors();
    const int priority = static_cast<int>(todo.priority);
    const QColor color = m_theme.priorityColor(priority);
    const double inset = circleWidth / 2;
    const QRectF ring = QRectF(circle).adjusted(inset, inset, -inset, -inset);
    if (todo.completedAt) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colors.faint);
        m_painter.drawEllipse(QRectF(circle));
        paintIcon(m_painter, Icon::Check, QRectF(circle).adjusted(2, 2, -2, -2), colors.window);
        return;
    }
    m_painter.setPen(QPen(color, circleWidth));
    m_painter.setBrush(priority > 0 ? seeThrough(color, circleTint) : QColor(Qt::transparent));
    m_painter.drawEllipse(ring);
    if (has(QStyle::State_Sunken)) // the mouse is over the circle: what a click will do
        paintIcon(m_painter, Icon::Check, QRectF(circle).adjusted(2, 2, -2, -2), color);
}

void RowPainter::paintTitle(const QRect &rect, const domain::Todo &todo, const QString &searched) const
{
    const Colors &colors = m_theme.colors();
    QFont font = m_theme.type().row;
    font.setStrikeOut(todo.completedAt.has_value());
    const QString title = QFontMetrics(font).elidedText(singleLine(todo.title), Qt::ElideRight, rect.width());
    paintFound(rect, title, font, todo.completedAt ? colors.faint : colors.text, searched);
}

void RowPainter::paintFound(const QRect &rect, const QString &text, const QFont &font, const QColor &color,
                            const QString &searched) const
{
    QTextLayout layout(text, font, m_painter.device());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(Qt::AlignAbsolute |
                        (m_option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    layout.setTextOption(option);
    layout.setCacheEnabled(false);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    m_painter.setPen(color);
    const double above = (rect.height() - line.height()) / 2;
    layout.draw(&m_painter, QPointF(rect.left(), rect.top() + above),
                markedHits(text, searched, m_theme.colors().marked));
}

void RowPainter::paintPieces(const TodoLayout &layout, bool completed, const QString &searched) const
{
    const Colors &colors = m_theme.colors();
    for (const TodoLayout::Piece &piece : layout.pieces()) {
        const QColor color = completed ? colors.faint : toneColor(piece.tone, colors);
        if (piece.dot) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_theme.listColor(*piece.dot));
            m_painter.drawEllipse(QRectF(piece.mark));
        } else if (piece.icon) {
            paintIcon(m_painter, *piece.icon, piece.mark, color);
        }
        if (piece.isFound)
            paintFound(piece.label, piece.text, m_theme.type().small, color, searched);
        else
            paintText(piece.label, piece.text, m_theme.type().small, color);
    }
}

void RowPainter::paintHeader(const HeaderLayout &layout) const
{
    const Colors &colors = m_theme.colors();
    if (has(QStyle::State_KeyboardFocusChange))
        paintFocus(layout.background());
    const QColor color = layout.isOverdue() ? colors.red : colors.secondary;
    paintText(layout.label(), layout.text(), m_theme.type().smallStrong, color);
    if (layout.isFolded() || has(QStyle::State_MouseOver) || has(QStyle::State_KeyboardFocusChange)) {
        const Icon away = m_option.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
        paintIcon(m_painter, layout.isFolded() ? away : Icon::ChevronDown, layout.chevron(), colors.faint);
    }
    if (!layout.action().isNull())
        paintText(layout.action(), HeaderLayout::actionText(), m_theme.type().smallStrong, colors.accent);
}

void RowPainter::paintText(const QRect &rect, const QString &text, const QFont &font,
                           const QColor &color) const
{
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.setLayoutDirection(Qt::LayoutDirectionAuto); // that of the words, not that of the window
    m_painter.drawText(rect, Qt::AlignAbsolute | Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace tusk::gui
