// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/overlay.h"

#include "gui/accessiblepanels.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QAction>
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

constexpr int distanceToTop = metrics::grid * 28; // in a window of 800
constexpr int usualHeight = 800;
constexpr int shadowReach = 24; // pixels, each a step of its own
constexpr double shadowStrength = 0.2;

// What hands its focus on, as the line of a spin box does, is no stop of its own.
bool isStop(const QWidget &widget)
{
    return widget.focusPolicy() & Qt::TabFocus && !widget.focusProxy() && widget.isEnabled() &&
           widget.isVisible();
}

// What lies between the round corners of a panel.
QRect insideOf(const QRect &panel)
{
    constexpr int corner = metrics::popUpRadius;
    return panel.adjusted(corner, corner, -corner, -corner);
}

} // namespace

Overlay::Overlay(QWidget &window, WindowKeys keys)
    : QWidget(&window)
    , m_windowKeys(keys)
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

bool Overlay::event(QEvent *event)
{
    if (!keepsFromWindow(*event))
        return QWidget::event(event);
    event->accept();
    return true;
}

bool Overlay::keepsFromWindow(const QEvent &event) const
{
    if (m_windowKeys == WindowKeys::Work || event.type() != QEvent::ShortcutOverride)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    return !key.modifiers().testFlag(Qt::AltModifier) && !isKeyOfQuitting(key);
}

bool Overlay::isKeyOfQuitting(const QKeyEvent &key) const
{
    const QKeySequence pressed(key.keyCombination());
    const QList<QAction *> actions = parentWidget()->actions();
    return std::ranges::any_of(actions, [&pressed](const QAction *action) {
        return action->menuRole() == QAction::QuitRole && action->shortcuts().contains(pressed);
    });
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
        if (isAncestorOf(widget) && isStop(*widget)) {
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
    // Nothing that is pressed here reaches what lies below. This one is for what has the focus, and its way
    // there is by the window; see ContextMenuKey.
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        event->ignore();
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        close();
}

void Overlay::paintEvent(QPaintEvent *event)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.colors().shade);
    const QRectF panel = m_panel->geometry();
    const QRect inside = insideOf(m_panel->geometry());
    if (!inside.contains(event->rect()))
        paintShadow(painter, panel, inside);
    paintPanel(painter, panel);
}

// Nothing of it is seen beneath the panel, which is most of its area.
void Overlay::paintShadow(QPainter &painter, const QRectF &panel, const QRect &inside) const
{
    const Theme theme = Theme::of(this);
    QColor shadow = theme.colors().shade;
    painter.setClipRegion(QRegion(rect()).subtracted(inside));
    constexpr double steps = shadowReach * (shadowReach + 1) / 2.0;
    for (int step = shadowReach; step > 0; --step) { // ever stronger: it has no edge
        shadow.setAlphaF(static_cast<float>(shadowStrength * (shadowReach + 1 - step) / steps));
        shapes::drawRounded(painter, panel.adjusted(-step, -0.5 * step, step, 1.5 * step),
                            metrics::popUpRadius + step, shadow);
    }
    painter.setClipping(false);
}

void Overlay::paintPanel(QPainter &painter, const QRectF &panel) const
{
    const Colors &colors = Theme::of(this).colors();
    shapes::drawRounded(painter, panel, metrics::popUpRadius, colors.panel, colors.hairline);
}

} // namespace tusk::gui
