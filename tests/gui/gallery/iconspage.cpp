// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/gallery/iconspage.h"

#include "gui/theme/icondrawing.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using namespace tusk::gui;

namespace tusk::tests
{

namespace
{

constexpr int columns = 8;
constexpr int cellWidth = 150;
constexpr int cellHeight = 52;

} // namespace

IconsPage::IconsPage(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(columns * cellWidth + 24, 640);
}

void IconsPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(this);
    painter.setFont(theme.type().small);
    const int last = static_cast<int>(Icon::Warning);
    for (int i = 0; i <= last; ++i) {
        const auto icon = static_cast<Icon>(i);
        if (icon == Icon::Elephant)
            continue;
        const QPoint corner(12 + i % columns * cellWidth, 12 + i / columns * cellHeight);
        paintIcon(painter, icon, QRectF(corner, QSizeF(16, 16)), theme.colors().secondary);
        paintIcon(painter, icon, QRectF(corner + QPoint(26, 0), QSizeF(12, 12)), theme.colors().secondary);
        paintIcon(painter, icon, QRectF(corner + QPoint(46, -4), QSizeF(24, 24)), theme.colors().text);
        themedIcon(icon).paint(&painter, QRect(corner + QPoint(80, 0), QSize(16, 16)), Qt::AlignCenter,
                               QIcon::Disabled);
        themedIcon(icon).paint(&painter, QRect(corner + QPoint(104, 0), QSize(16, 16)), Qt::AlignCenter,
                               QIcon::Selected);
        painter.setPen(theme.colors().faint);
        painter.drawText(QPoint(corner + QPoint(0, 34)),
                         iconFile(icon).section(u'/', -1).section(u'.', 0, 0));
    }
    paintLists(painter, 12 + (last / columns + 1) * cellHeight);
}

void IconsPage::paintLists(QPainter &painter, int top) const
{
    const Theme theme = Theme::of(this);
    int left = 24;
    for (const QColor &color : listColors()) {
        shapes::drawRounded(painter, QRectF(left, top, 10, 10), 5, theme.listColor(color.name()));
        left += 32;
    }
    left = 24;
    for (int priority = 0; priority <= 3; ++priority) {
        QColor fill = theme.priorityColor(priority);
        fill.setAlphaF(0.1F);
        shapes::drawRounded(painter, QRectF(left, top + 30, 18, 18), 9, fill, theme.priorityColor(priority));
        left += 40;
    }
    left = 24;
    for (const int size : {16, 24, 32, 48, 64, 128}) {
        painter.drawPixmap(left, top + 70, applicationIcon().pixmap(QSize(size, size), devicePixelRatioF()));
        left += size + 24;
    }
    paintIcon(painter, Icon::Elephant, QRectF(left + 40, top + 50, 96, 64), theme.colors().accent);
}

} // namespace tusk::tests
