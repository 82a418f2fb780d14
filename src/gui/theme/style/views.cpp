// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/views.h"

#include "gui/theme/contrast.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/calendars.h"
#include "gui/theme/style/popups.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOptionHeader>
#include <QStyleOptionProgressBar>
#include <QStyleOptionSlider>
#include <QStyleOptionTab>
#include <QStyleOptionViewItem>
#include <QTreeView>
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

using Position = QStyleOptionViewItem::ViewItemPosition;

QColor rowColor(const QStyleOptionViewItem &option, const Colors &colors)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return colors.selection;
    if (isHovered(option))
        return colors.hover;
    return option.backgroundBrush.style() == Qt::NoBrush ? QColor() : option.backgroundBrush.color();
}

// A row of several cells is rounded at its outer ends only: the others reach beyond what is drawn.
void fillCell(const QStyleOptionViewItem &option, QPainter &painter, const Theme &theme, Position position)
{
    const QColor fill = rowColor(option, theme.colors());
    if (!fill.isValid())
        return;
    QRectF rect = option.rect;
    const double beyond = metrics::controlRadius;
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (position == Position::Beginning || position == Position::Middle)
        rect.adjust(mirrored ? -beyond : 0, 0, mirrored ? 0 : beyond, 0);
    if (position == Position::End || position == Position::Middle)
        rect.adjust(mirrored ? 0 : -beyond, 0, mirrored ? beyond : 0, 0);
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    const bool outlined = theme.isHighContrast() && option.state.testFlag(QStyle::State_Selected);
    drawRounded(painter, rect, metrics::controlRadius, fill, outlined ? theme.colors().accent : QColor());
    painter.restore();
}

// What stands left of the cell belongs to the row too.
bool isIndented(const QStyleOptionViewItem &option, const QWidget *widget)
{
    const auto *tree = qobject_cast<const QTreeView *>(widget);
    if (!tree || !option.index.isValid())
        return false;
    const int start = tree->columnViewportPosition(option.index.column());
    return option.direction == Qt::RightToLeft
               ? option.rect.right() + 1 < start + tree->columnWidth(option.index.column())
               : option.rect.left() > start;
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

void drawRow(const QStyleOptionViewItem &option, QPainter &painter, const Theme &theme, const QWidget *widget)
{
    Position position = calendars::isDays(widget) ? Position::OnlyOne : option.viewItemPosition;
    if (calendars::isDays(widget) && !option.state.testFlag(QStyle::State_Selected) && !isHovered(option))
        return; // the names of the days have a ground of their own otherwise
    if (isIndented(option, widget))
        position = position == Position::Beginning ? Position::Middle : Position::End;
    fillCell(option, painter, theme, position);
}

void drawBranchGround(const QStyleOptionViewItem &option, QPainter &painter, const Theme &theme)
{
    if (option.rect.width() > 0)
        fillCell(option, painter, theme, Position::Beginning);
}

bool showsRowFocus(const QStyleOption &option, const QWidget *widget)
{
    // A tree that shows it for whole rows is named by the option only.
    const QObject *named = widget ? widget : option.styleObject;
    const auto *view = qobject_cast<const QAbstractItemView *>(named);
    // In the list of a combo box the chosen row is enough.
    return view && !popups::isPopUpFrame(view->parentWidget()) &&
           option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

void drawRowFocus(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    drawRing(painter, option.rect, metrics::controlRadius, theme.colors().accent, 1.5);
}

void drawFocusFrame(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    constexpr int ring = metrics::focusRing;
    drawRing(painter, option.rect, metrics::controlRadius + ring, theme.colors().focusRing, ring);
    // The edge of the control itself, for whoever does not see the pale ring.
    drawRing(painter, QRectF(option.rect).adjusted(ring, ring, -ring, -ring), metrics::controlRadius,
             theme.colors().accent, 1);
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
    drawRounded(
        painter, handle, thickness / 2,
        mixed(colors.window, colors.text, (active ? 0.45 : 0.22) + (theme.isHighContrast() ? 0.4 : 0)));
}

void drawProgress(const QStyleOptionProgressBar &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    const QRectF groove(option.rect.left(), option.rect.center().y() - progressHeight / 2 + 0.5,
                        option.rect.width(), progressHeight);
    drawRounded(painter, groove, progressHeight / 2, theme.isHighContrast() ? colors.hover : colors.hairline);
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
