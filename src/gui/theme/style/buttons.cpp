// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/buttons.h"

#include "gui/theme/contrast.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace tusk::gui::buttons
{

namespace
{

using namespace shapes;

constexpr double checkBoxRadius = 5;

bool isPrimary(const QStyleOptionButton &option)
{
    return option.features.testFlag(QStyleOptionButton::DefaultButton) && isEnabled(option);
}

void drawPrimary(const QStyleOptionButton &option, QPainter &painter, const Colors &colors)
{
    QColor fill = colors.accent;
    if (isPressed(option))
        fill = mixed(fill, colors.inverse, 0.2);
    else if (isHovered(option))
        fill = mixed(fill, colors.onAccent, 0.1);
    drawRounded(painter, option.rect, metrics::controlRadius, fill);
    // Around it the ring has the button's own colour nearly.
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawRing(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), metrics::controlRadius - 2,
                 colors.onAccent, 1.5);
}

// Of check boxes and radio buttons: one outline, filled with the accent when on.
struct Indicator {
    QColor fill;
    QColor outline;
    QColor mark;
};

Indicator indicatorFor(const QStyleOption &option, const Colors &colors)
{
    const bool filled = isOn(option) || option.state.testFlag(QStyle::State_NoChange);
    if (!isEnabled(option))
        return {filled ? colors.faint : colors.hover, colors.faint, colors.window};
    if (filled)
        return {isHovered(option) ? mixed(colors.accent, colors.onAccent, 0.1) : colors.accent, QColor(),
                colors.onAccent};
    return {isHovered(option) ? colors.hover : colors.panel,
            isHovered(option) ? colors.secondary : colors.control, QColor()};
}

} // namespace

void drawPanel(const QStyleOptionButton &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    const bool flat = option.features.testFlag(QStyleOptionButton::Flat);
    if (isPrimary(option) && !flat) {
        drawPrimary(option, painter, colors);
        return;
    }
    const bool active = isPressed(option) || isOn(option);
    if (flat && !active && !isHovered(option))
        return;
    QColor fill = flat ? colors.hover : colors.panel;
    if (active)
        fill = isOn(option) ? colors.selection : mixed(colors.hover, colors.text, 0.06);
    else if (isHovered(option))
        fill = colors.hover;
    drawRounded(painter, option.rect, metrics::controlRadius, fill, flat ? QColor() : colors.hairline);
}

void drawToolPanel(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    QColor fill;
    if (isPressed(option))
        fill = mixed(colors.hover, colors.text, 0.06);
    else if (isOn(option))
        fill = colors.selection;
    else if (isHovered(option))
        fill = colors.hover;
    drawRounded(painter, option.rect, metrics::controlRadius, fill);
}

void drawLabel(const QStyleOptionButton &option, QPainter &painter, const Theme &theme)
{
    const bool primary = isPrimary(option) && !option.features.testFlag(QStyleOptionButton::Flat);
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine;
    const int textWidth = option.fontMetrics.size(flags, option.text).width();
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconWidth > 0 && textWidth > 0 ? 2 * metrics::grid : 0;
    const int width = std::min(iconWidth + gap + textWidth, option.rect.width());
    QRect rect(option.rect.left() + (option.rect.width() - width) / 2, option.rect.top(), width,
               option.rect.height());
    const auto mirrored = [&option](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    if (iconWidth > 0)
        option.icon.paint(&painter, mirrored(QRect(rect.left(), rect.top(), iconWidth, rect.height())),
                          Qt::AlignCenter,
                          !isEnabled(option)  ? QIcon::Disabled
                          : isHovered(option) ? QIcon::Active
                                              : QIcon::Normal,
                          isOn(option) ? QIcon::On : QIcon::Off);
    painter.setPen(primary ? theme.colors().onAccent : option.palette.color(QPalette::ButtonText));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // that of the words, not that of the window
    painter.drawText(mirrored(rect.adjusted(iconWidth + gap, 0, 0, 0)), flags, option.text);
    painter.setLayoutDirection(option.direction);
}

void drawCheckBox(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    const Indicator indicator = indicatorFor(option, theme.colors());
    drawRounded(painter, option.rect, checkBoxRadius, indicator.fill, indicator.outline);
    if (option.state.testFlag(QStyle::State_NoChange)) {
        const QRectF bar(option.rect.left() + 4.5, option.rect.center().y(), option.rect.width() - 9, 2);
        drawRounded(painter, bar, 1, indicator.mark);
    } else if (isOn(option)) {
        paintIcon(painter, Icon::Check, squareIn(option.rect, option.rect.height() - 4), indicator.mark);
    }
}

void drawRadioButton(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    const Indicator indicator = indicatorFor(option, theme.colors());
    const double side = option.rect.height();
    drawRounded(painter, option.rect, side / 2, indicator.fill, indicator.outline);
    if (isOn(option)) {
        const double dot = side * 0.4;
        drawRounded(painter,
                    QRectF(QRectF(option.rect).center() - QPointF(dot / 2, dot / 2), QSizeF(dot, dot)),
                    dot / 2, indicator.mark);
    }
}

} // namespace tusk::gui::buttons
