// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/views.h"

#include "gui/theme/contrast.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOptionHeader>
#include <QStyleOptionProgressBar>
#include <QStyleOptionSlider>
#include <QStyleOptionTab>
#include <QStyleOptionViewItem>
#include <QWidget>

#include <algorithm>

namespace tusk::gui::views
{

namespace
{

using namespace shapes;

constexpr double thinHandle = 5;
constexpr double wideHandle = 7;
constexpr double progressHeight = 6;

// A row of several cells is rounded at its outer ends only: the others reach beyond what is drawn.
QRectF cellRect(const QStyleOptionViewItem &option)
{
    QRectF rect = option.rect;
    const double beyond = metrics::controlRadius;
    const bool mirrored = option.direction == Qt::RightToLeft;
    using Position = QStyleOptionViewItem::ViewItemPosition;
    const Position position = option.viewItemPosition;
    if (position == Position::Beginning || position == Position::Middle)
        (mirrored ? rect.adjust(-beyond, 0, 0, 0) : rect.adjust(0, 0, beyond, 0));
    if (position == Position::End || position == Position::Middle)
        (mirrored ? rect.adjust(0, 0, beyond, 0) : rect.adjust(-beyond, 0, 0, 0));
    return rect;
}

// The bar lies on what it scrolls.
QColor groundOf(const QWidget *widget)
{
    for (const QWidget *parent = widget; parent; parent = parent->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent)) {
            const QWidget *viewport = area->viewport();
            return viewport->autoFillBackground() ? viewport->palette().color(viewport->backgroundRole())
                                                  : QColor();
        }
    }
    return {};
}

} // namespace

void drawRow(const QStyleOptionViewItem &option, QPainter &painter, const Theme &theme)
{
    QColor fill;
    if (option.state.testFlag(QStyle::State_Selected))
        fill = theme.colors().selection;
    else if (isHovered(option))
        fill = theme.colors().hover;
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        fill = option.backgroundBrush.color();
    if (!fill.isValid())
        return;
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    drawRounded(painter, cellRect(option), metrics::controlRadius, fill);
    painter.restore();
}

void drawRowFocus(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    drawRing(painter, option.rect, metrics::controlRadius, theme.colors().accent, 1.5);
}

void drawHeaderSection(const QStyleOptionHeader &option, QPainter &painter, const Theme &theme)
{
    if (isHovered(option))
        painter.fillRect(option.rect, theme.colors().hover);
    if (option.orientation == Qt::Horizontal)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                         theme.colors().hairline);
}

void drawTab(const QStyleOptionTab &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QRectF line(option.rect.left() + 10, option.rect.bottom() - 1.0, option.rect.width() - 20.0, 2);
        drawRounded(painter, line, 1, colors.accent);
    } else if (isHovered(option)) {
        drawRounded(painter, QRectF(option.rect).adjusted(0, 0, 0, -4), metrics::controlRadius, colors.hover);
    }
}

void drawScrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter &painter,
                   const Theme &theme, const QWidget *widget)
{
    if (const QColor ground = groundOf(widget); ground.isValid())
        painter.fillRect(option.rect, ground);
    if (option.minimum >= option.maximum)
        return;
    const Colors &colors = theme.colors();
    const bool active = isHovered(option) || isPressed(option);
    const double thickness = active ? wideHandle : thinHandle;
    QRectF handle = slider;
    if (option.orientation == Qt::Vertical)
        handle =
            QRectF(handle.center().x() - thickness / 2, handle.top() + 2, thickness, handle.height() - 4);
    else
        handle =
            QRectF(handle.left() + 2, handle.center().y() - thickness / 2, handle.width() - 4, thickness);
    drawRounded(painter, handle, thickness / 2, mixed(colors.window, colors.text, active ? 0.45 : 0.22));
}

void drawProgress(const QStyleOptionProgressBar &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    const QRectF groove(option.rect.left(), option.rect.center().y() - progressHeight / 2 + 0.5,
                        option.rect.width(), progressHeight);
    drawRounded(painter, groove, progressHeight / 2, colors.hairline);
    const int range = option.maximum - option.minimum;
    QRectF done = groove;
    if (range > 0) {
        const double share =
            std::clamp((option.progress - option.minimum) / static_cast<double>(range), 0.0, 1.0);
        if (share <= 0)
            return;
        done.setWidth(std::max(progressHeight, groove.width() * share));
        if (option.direction == Qt::RightToLeft)
            done.moveRight(groove.right());
    }
    drawRounded(painter, done, progressHeight / 2,
                range > 0 ? colors.accent : mixed(colors.hairline, colors.accent, 0.5));
}

} // namespace tusk::gui::views
