// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/icons.h"

#include "gui/theme/icondrawing.h"
#include "gui/theme/iconengine.h"

#include <QPainter>

namespace tusk::gui
{

namespace
{

// Kept as long as the program runs; the engine draws at the size that is asked for.
constexpr int applicationIconSizes[] = {16, 24, 32, 48, 64, 128};

} // namespace

QIcon themedIcon(Icon icon, Ink ink)
{
    return QIcon(new IconEngine(icon, ink)); // the icon owns it
}

void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color)
{
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    const QPixmap pixmap = drawnIcon(icon, rect.size().toSize(), ratio, color);
    const QSizeF size = pixmap.deviceIndependentSize();
    // On whole pixels of the screen: between them the thin lines would blur.
    const QPointF corner = rect.center() - QPointF(size.width() / 2, size.height() / 2);
    painter.drawPixmap(QPointF(qRound(corner.x() * ratio) / ratio, qRound(corner.y() * ratio) / ratio),
                       pixmap);
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : applicationIconSizes)
        icon.addPixmap(drawnApplicationIcon(size));
    return icon;
}

} // namespace tusk::gui
