// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/doticon.h"

#include <QPainter>
#include <QPixmap>

namespace tusk::gui
{

namespace
{

constexpr int size = 16;
constexpr int scale = 3; // sharp on every screen

template <class Paint>
QIcon painted(const Paint &paint)
{
    QPixmap pixmap(size * scale, size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paint(painter);
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // or the style would tint it
    return icon;
}

} // namespace

QIcon dotIcon(const QColor &color)
{
    constexpr double margin = 3;
    return painted([&color](QPainter &painter) {
        painter.setBrush(color);
        painter.drawEllipse(QRectF(margin, margin, size - 2 * margin, size - 2 * margin));
    });
}

QIcon checkedDotIcon(const QColor &color)
{
    return painted([&color](QPainter &painter) {
        painter.setBrush(color);
        painter.drawEllipse(QRectF(0, 0, size, size));
        QPen pen(qGray(color.rgb()) > 150 ? Qt::black : Qt::white, 1.8);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        painter.drawPolyline(QPolygonF({{4.6, 8.3}, {7.0, 10.7}, {11.4, 5.6}}));
    });
}

} // namespace tusk::gui
