// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/contextmenukey.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>
#include <QWindow>

namespace tusk::gui
{

ContextMenuKey::ContextMenuKey(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    window.installEventFilter(this);
}

bool ContextMenuKey::eventFilter(QObject *watched, QEvent *event)
{
    // It comes to the window where nothing in it has a use for the key.
    if (watched != &m_window || event->type() != QEvent::KeyPress || !m_window.windowHandle())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F10 || key->modifiers() != Qt::ShiftModifier)
        return false;
    // As the desktop sends it for the menu key: Qt finds the focus and the place.
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(), QPoint(), Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.windowHandle(), &menu);
    return true;
}

} // namespace tusk::gui
