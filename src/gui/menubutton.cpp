// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/menubutton.h"

#include "gui/theme/icons.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace tusk::gui
{

MenuButton::MenuButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("menuButton"));
    setIcon(themedIcon(Icon::More));
    setAccessibleName(tr("Menu"));
    setAccessibleDescription(tr("Opens the menu"));
    setToolTip(tr("Menu"));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    // Never by the mouse, see below.
    connect(this, &QToolButton::clicked, this, &MenuButton::openByKey);
}

void MenuButton::setContents(QMenu *menu)
{
    if (m_contents)
        m_contents->disconnect(this);
    m_contents = menu;
    if (menu)
        connect(menu, &QMenu::aboutToHide, this, [this] { setDown(false); });
}

void MenuButton::open()
{
    if (!m_contents)
        return;
    // At the side where the button is: there it does not leave the window.
    const int width = m_contents->sizeHint().width();
    const int left = isRightToLeft() ? 0 : this->width() - width;
    m_contents->setAttribute(Qt::WA_NoMouseReplay); // a second press closes it, and does not open it again
    m_contents->setLayoutDirection(layoutDirection());
    m_contents->popup(mapToGlobal(QPoint(left, height())));
    setDown(true);
}

void MenuButton::openByKey()
{
    open();
    if (m_contents)
        m_contents->setActiveAction(m_contents->actions().value(0));
}

void MenuButton::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        open();
}

void MenuButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        openByKey();
        break;
    default:
        QToolButton::keyPressEvent(event);
    }
}

} // namespace tusk::gui
