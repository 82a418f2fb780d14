// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/popup.h"

#include "gui/accessiblepanels.h"
#include "gui/contextmenukey.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/compositing.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>

namespace tusk::gui
{

namespace
{

constexpr int gap = metrics::tightGap; // to the control

// Where it opens: aligned with the edge at which reading begins.
QRect placeFor(const QSize &size, const QRect &anchor, const QRect &room, Qt::LayoutDirection direction)
{
    QRect place(QPoint(anchor.left(), anchor.bottom() + 1 + gap), size);
    if (direction == Qt::RightToLeft)
        place.moveRight(anchor.right());
    if (place.bottom() > room.bottom() && anchor.top() - gap - size.height() >= room.top())
        place.moveBottom(anchor.top() - gap);
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    place.moveTop(std::max(place.top(), room.top()));
    place.moveRight(std::min(place.right(), room.right()));
    place.moveLeft(std::max(place.left(), room.left()));
    return place;
}

} // namespace

PopUp::PopUp(QWidget *anchor)
    : QWidget(anchor, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
{
    setLayoutDirection(anchor->layoutDirection()); // windows do not inherit it
    installAccessiblePanels();
    new ContextMenuKey(*this);
    setAttribute(Qt::WA_DeleteOnClose);
    if (compositing::isOn())
        setAttribute(Qt::WA_TranslucentBackground);
}

void PopUp::open()
{
    const QWidget *anchor = parentWidget();
    const QRect place(anchor->mapToGlobal(QPoint()), anchor->size());
    const QSize size = sizeHint().expandedTo(minimumSizeHint());
    const QRect screen = anchor->screen()->availableGeometry();
    // Within the window where it has room there: what hangs out of it belongs to nothing.
    const QRect window =
        screen.intersected(anchor->window()->geometry()).marginsRemoved({gap, gap, gap, gap});
    const bool hasRoom = window.width() >= size.width() && window.height() >= size.height();
    setGeometry(placeFor(size, place, hasRoom ? window : screen, layoutDirection()));
    show();
}

// Where nothing can be see-through, what lies outside of the corners is no part of the window.
void PopUp::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (testAttribute(Qt::WA_TranslucentBackground))
        return;
    QPainterPath path;
    path.addRoundedRect(rect(), metrics::popUpRadius, metrics::popUpRadius);
    setMask(QRegion(path.toFillPolygon().toPolygon()));
}

void PopUp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = Theme::of(this).colors();
    shapes::drawRounded(painter, rect(), metrics::popUpRadius, colors.panel, colors.hairline);
}

void PopUp::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_left = true;
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PopUp::closeEvent(QCloseEvent *event)
{
    if (!std::exchange(m_closing, true)) {
        if (!m_left)
            takeTyped();
        Q_EMIT closed();
    }
    QWidget::closeEvent(event);
}

} // namespace tusk::gui
