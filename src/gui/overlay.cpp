// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/overlay.h"

#include "gui/accessiblepanels.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int distanceToTop = 110; // in a window of 800
constexpr int usualHeight = 800;
constexpr int shadowSteps = 12;
constexpr double shadowShare = 0.016; // of each step

} // namespace

Overlay::Overlay(QWidget &window)
    : QWidget(&window)
    , m_panel(new QWidget(this))
    , m_layout(new QVBoxLayout(m_panel))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    installAccessiblePanels();
    hide();
    window.installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { onFocusChanged(now); });
}

Overlay::~Overlay()
{
    // Its children outlive this part of the object, and the focus leaves them while they go.
    disconnect(qApp, nullptr, this, nullptr);
}

void Overlay::open()
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    placePanel();
    show();
    raise();
    firstFocus()->setFocus(Qt::ShortcutFocusReason);
}

void Overlay::close()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void Overlay::placePanel()
{
    const QSize window = parentWidget()->size();
    setGeometry({{}, window});
    const QSize size = panelSize(window);
    const int centred = (window.height() - size.height()) / 2;
    const int top = std::min(distanceToTop * window.height() / usualHeight, centred);
    m_panel->setGeometry((window.width() - size.width()) / 2, std::max(top, 0), size.width(), size.height());
    update();
}

void Overlay::onFocusChanged(const QWidget *now)
{
    // Without any focus the whole window has lost it, and gets it back here.
    if (isVisible() && now && !isAncestorOf(now) && now->window() == window())
        close();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        placePanel();
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *start = QApplication::focusWidget();
    if (!start)
        return false;
    QWidget *widget = start;
    do {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (isAncestorOf(widget) && widget->focusPolicy() & Qt::TabFocus && widget->isEnabled() &&
            widget->isVisible()) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (widget != start);
    return true;
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    // Nothing that is pressed here reaches what lies below.
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        close();
}

void Overlay::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.colors().shade);
    const QRectF panel = m_panel->geometry();
    QColor shadow = theme.colors().shade;
    shadow.setAlphaF(shadowShare);
    for (int step = shadowSteps; step > 0; --step)
        shapes::drawRounded(painter, panel.adjusted(-step, -0.5 * step, step, 2.0 * step),
                            metrics::popUpRadius + step, shadow);
    paintPanel(painter, panel);
}

void Overlay::paintPanel(QPainter &painter, const QRectF &panel) const
{
    const Colors &colors = Theme::of(this).colors();
    shapes::drawRounded(painter, panel, metrics::popUpRadius, colors.panel, colors.hairline);
}

} // namespace tusk::gui
