// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentcard.h"

#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int usualWidth = 120;
constexpr int gap = metrics::gap; // behind each card
constexpr int barOffset = metrics::wideGap;
constexpr int textOffset = barOffset + metrics::colorBar + metrics::gap;

} // namespace

// As wide as what it says, up to a limit; beyond that, the tool tip has the rest.
QSize EnvironmentCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TypeScale &type = Theme::of(option.widget).type();
    const QFontMetrics name(type.rowStrong);
    const QFontMetrics state(type.small);
    const int text = std::max(name.horizontalAdvance(index.data().toString()),
                              state.horizontalAdvance(index.data(StateRole).toString()));
    const int width = std::clamp(text + textOffset + metrics::rowPaddingX, usualWidth, naturalWidth - gap);
    return {std::min(width + gap, m_mostWidth),
            name.height() + state.height() + 3 * metrics::grid + metrics::lineGap};
}

void EnvironmentCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.widget);
    const Colors &colors = theme.colors();
    const auto placed = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QRect card = option.rect.adjusted(0, 0, -gap, 0);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor fill = hovered ? colors.hover : colors.panel;
    shapes::drawRounded(*painter, placed(card), metrics::controlRadius, chosen ? colors.selection : fill,
                        chosen ? colors.accent : colors.hairline);
    // Of a window in which keys are used all cards have the second one.
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange))
        shapes::drawRing(*painter, placed(card), metrics::controlRadius, colors.focusRing,
                         metrics::focusRing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.listColor(index.data(ColorRole).toString()));
    const QRect bar(card.left() + barOffset, card.top() + metrics::rowPaddingY, metrics::colorBar,
                    card.height() - 2 * metrics::rowPaddingY);
    painter->drawRoundedRect(placed(bar), metrics::colorBar / 2.0, metrics::colorBar / 2.0);
    const QRect text =
        placed(card.adjusted(textOffset, metrics::grid * 3 / 2, -metrics::grid, -metrics::grid * 3 / 2));
    const auto line = [&](const QFont &font, const QColor &color, const QString &words, Qt::Alignment side) {
        painter->setFont(font);
        painter->setPen(color);
        drawFromLeadingEdge(*painter, text, words, option.direction, side);
    };
    line(theme.type().rowStrong, colors.text, index.data().toString(), Qt::AlignTop);
    line(theme.type().small, colors.secondary, index.data(StateRole).toString(), Qt::AlignBottom);
    painter->restore();
}

} // namespace tusk::gui
