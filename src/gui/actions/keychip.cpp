// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/keychip.h"

#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int paddingX = metrics::grid * 2;
constexpr int paddingY = metrics::lineGap;
constexpr double radius = 4;

} // namespace

QSize keyChipSize(const QString &key, const Theme &theme)
{
    const QFontMetrics small(theme.type().small);
    return {small.horizontalAdvance(key) + 2 * paddingX, small.height() + 2 * paddingY};
}

void paintKeyChip(QPainter &painter, const QRect &rect, const QString &key, const Theme &theme,
                  Qt::LayoutDirection direction)
{
    const QRect chip =
        QStyle::alignedRect(direction, Qt::AlignRight | Qt::AlignVCenter, keyChipSize(key, theme), rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = theme.colors();
    shapes::drawRounded(painter, chip.translated(0, 1), radius, colors.hairline);
    shapes::drawRounded(painter, chip, radius, colors.window, colors.hairline);
    painter.setFont(theme.type().small);
    painter.setPen(colors.secondary);
    painter.drawText(chip, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace tusk::gui
