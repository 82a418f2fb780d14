// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/windowbadge.h"

#include "gui/theme/icons.h"

#include <QPainter>
#include <QPixmap>

namespace tusk::gui
{

namespace
{

constexpr double dotShare = 0.42;  // of the icon
constexpr double rimShare = 0.045; // of the icon, white: it stands out on every colour

QPixmap badged(QPixmap pixmap, const QColor &color)
{
    const double size = pixmap.width();
    const double dot = size * dotShare;
    const double rim = size * rimShare;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF corner(size - dot, size - dot, dot, dot);
    painter.setBrush(Qt::white);
    painter.drawEllipse(corner);
    painter.setBrush(color);
    painter.drawEllipse(corner.adjusted(rim, rim, -rim, -rim));
    return pixmap;
}

} // namespace

QIcon badgedIcon(const QColor &color)
{
    const QIcon plain = applicationIcon();
    QIcon icon;
    for (const QSize &size : plain.availableSizes())
        icon.addPixmap(badged(plain.pixmap(size, 1.0), color));
    return icon;
}

} // namespace tusk::gui
