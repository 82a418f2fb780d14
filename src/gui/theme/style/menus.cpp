// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/menus.h"

#include "gui/theme/contrast.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionMenuItem>

namespace tusk::gui::menus
{

namespace
{

using namespace shapes;

constexpr int padding = metrics::wideGap; // left and right in an item
constexpr int markColumn = metrics::grid * 6;
constexpr int shortcutGap = metrics::grid * 8;
constexpr int separatorHeight = 2 * metrics::tightGap + 1;
constexpr double itemRadius = 7;

bool hasMarkColumn(const QStyleOptionMenuItem &option)
{
    return option.menuHasCheckableItems || option.maxIconWidth > 0;
}

void drawMark(const QStyleOptionMenuItem &option, QPainter &painter, const Theme &theme, const QRect &column)
{
    const Colors &colors = theme.colors();
    const QRectF square = squareIn(column, theme.iconSize());
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, Icon::Check, square, isEnabled(option) ? colors.accent : colors.faint);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, square.toRect(), Qt::AlignCenter,
                          isEnabled(option) ? QIcon::Normal : QIcon::Disabled);
}

// Stronger than under the mouse elsewhere: keys move it too.
QColor chosenColor(const Theme &theme)
{
    return mixed(theme.colors().panel, theme.colors().text, theme.isDark() ? 0.1 : 0.07);
}

int textFlags()
{
    return Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine |
           Qt::TextDontClip;
}

void drawTexts(const QStyleOptionMenuItem &option, QPainter &painter, const Theme &theme, const QRect &rect)
{
    const Colors &colors = theme.colors();
    const auto start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    painter.setFont(option.font);
    painter.setPen(isEnabled(option) ? colors.text : colors.faint);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // a key reads Ctrl+, from right to left too
    painter.drawText(rect, textFlags() | static_cast<int>(start), option.text.section(u'\t', 0, 0));
    painter.setPen(isEnabled(option) ? colors.secondary : colors.faint);
    painter.drawText(rect, textFlags() | static_cast<int>(end), option.text.section(u'\t', 1, 1));
}

} // namespace

void drawPanel(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    drawRounded(painter, option.rect, metrics::menuRadius, theme.colors().panel, theme.colors().hairline);
}

void drawItem(const QStyleOptionMenuItem &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(option.rect.adjusted(padding, separatorHeight / 2, -padding,
                                              -(option.rect.height() - separatorHeight / 2 - 1)),
                         colors.hairline);
        return;
    }
    painter.save();
    const bool chosen = option.state.testFlag(QStyle::State_Selected) && isEnabled(option);
    if (chosen)
        drawRounded(painter, option.rect, itemRadius, chosenColor(theme));
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const int left = padding + (hasMarkColumn(option) ? markColumn : 0);
    const QRect &all = option.rect;
    drawMark(option, painter, theme,
             mirrored(QRect(all.left() + padding / 2, all.top(), markColumn, all.height())));
    drawTexts(option, painter, theme, mirrored(all.adjusted(left, 0, -padding, 0)));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect column = mirrored(QRect(all.right() - markColumn, all.top(), markColumn, all.height()));
        paintIcon(painter, option.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight,
                  squareIn(column, 12), colors.secondary);
    }
    painter.restore();
}

QSize itemSize(const QStyleOptionMenuItem &option, const Theme &theme)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {10, separatorHeight};
    const QFontMetrics font(option.font);
    int width = 2 * padding + (hasMarkColumn(option) ? markColumn : 0);
    width += font.size(textFlags(), option.text.section(u'\t', 0, 0)).width();
    const QString shortcut = option.text.section(u'\t', 1, 1);
    if (!shortcut.isEmpty())
        width += shortcutGap + font.horizontalAdvance(shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += markColumn;
    return {width, theme.sidebarRowHeight()};
}

void drawBarItem(const QStyleOptionMenuItem &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    if (option.state.testFlag(QStyle::State_Selected) && isEnabled(option))
        drawRounded(painter, QRectF(option.rect).adjusted(1, 2, -1, -2), itemRadius, chosenColor(theme));
    painter.save();
    painter.setPen(isEnabled(option) ? colors.text : colors.faint);
    painter.drawText(option.rect, textFlags() | Qt::AlignHCenter, option.text);
    painter.restore();
}

void drawToolTip(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    drawRounded(painter, option.rect, metrics::controlRadius, theme.colors().inverse);
}

} // namespace tusk::gui::menus
