// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/doticon.h"

#include <QPainter>
#include <QPixmap>

namespace tusk::gui
{

QIcon dotIcon(const QColor &color)
{
    constexpr int size = 16;
    constexpr double margin = 3;
    constexpr int scale = 3; // sharp on every screen
    QPixmap pixmap(size * scale, size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(margin, margin, size - 2 * margin, size - 2 * margin));
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // or the style would tint it
    return icon;
}

} // namespace tusk::gui
