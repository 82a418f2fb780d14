// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/icondrawing.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

// The resources lie in a static library, which nobody would link without this. It has to stand outside of any
// namespace.
static void initialiseIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace tusk::gui
{

namespace
{

// In the order of the enum Icon.
constexpr std::array names{
    "add",          "alert",        "all",           "archive",    "bell",        "calendar", "check",
    "chevron-down", "chevron-left", "chevron-right", "chevron-up", "circle",      "clock",    "close",
    "cloud",        "color",        "completed",     "connected",  "copy",        "database", "delete",
    "details",      "drag",         "edit",          "elephant",   "environment", "export",   "flag",
    "folder",       "import",       "inbox",         "info",       "keyboard",    "list",     "merge",
    "more",         "move",         "notes",         "offline",    "parent",      "paste",    "redo",
    "repeat",       "restore",      "search",        "server",     "settings",    "sort",     "subtasks",
    "sync",         "tag",          "today",         "trash",      "undo",        "upcoming", "warning",
};
static_assert(names.size() == static_cast<std::size_t>(Icon::Warning) + 1);

QImage rendered(const QString &file, const QSize &pixels)
{
    initialiseIconResources();
    QSvgRenderer renderer(file);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(), pixels));
    return image;
}

// The drawings are black on nothing: their opacity is the shape, of whatever colour.
QImage coloured(QImage image, const QColor &color)
{
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    return image;
}

} // namespace

QString iconFile(Icon icon)
{
    return u":/icons/" + QLatin1StringView(names.at(static_cast<std::size_t>(icon))) + u".svg";
}

QPixmap drawnIcon(Icon icon, const QSize &size, double pixelRatio, const QColor &color)
{
    const QSize pixels = (QSizeF(size) * pixelRatio).toSize();
    if (pixels.isEmpty())
        return {};
    const QString key = QStringLiteral("%1 %2x%3 %4 %5")
                            .arg(iconFile(icon))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(pixelRatio)
                            .arg(color.rgba64().operator quint64(), 0, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap::fromImage(coloured(rendered(iconFile(icon), pixels), color));
        pixmap.setDevicePixelRatio(pixelRatio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QPixmap drawnApplicationIcon(int size)
{
    return QPixmap::fromImage(
        rendered(QStringLiteral(":/icons/io.github.tusk_todo.Tusk.svg"), QSize(size, size)));
}

} // namespace tusk::gui
