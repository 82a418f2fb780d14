// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/digitrow.h"

#include "gui/actions/actionregistry.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace tusk::gui
{

namespace
{

// The codes of the keys with 1 and 9, on X11 and Wayland alike.
constexpr quint32 firstDigit = 10;
constexpr quint32 lastDigit = 18;

// Where the focus is.
bool isHeard(const QAction &action)
{
    return action.shortcutContext() != Qt::WidgetShortcut ||
           action.associatedObjects().contains(QApplication::focusWidget());
}

} // namespace

DigitRow::DigitRow(const ActionRegistry &actions, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_window(window)
{
    window.installEventFilter(this);
    QCoreApplication::instance()->installEventFilter(this);
}

QAction *DigitRow::meant(const QKeyEvent &key) const
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::ControlModifier;
    if (key.nativeScanCode() < firstDigit || key.nativeScanCode() > lastDigit ||
        !(plain || modifiers == (Qt::ControlModifier | Qt::ShiftModifier)))
        return nullptr;
    const auto digit = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(key.nativeScanCode() - firstDigit));
    const QKeySequence byPlace(QKeyCombination(modifiers, digit));
    const QKeySequence bySign(QKeyCombination(modifiers, static_cast<Qt::Key>(key.key())));
    QAction *found = nullptr;
    for (const ActionInfo &info : allActions()) {
        QAction &action = m_actions.action(info.id);
        if (!action.isEnabled() || !isHeard(action))
            continue;
        if (plain && bySign != byPlace && action.shortcuts().contains(bySign))
            return nullptr; // that is what the sign is for
        if (action.shortcuts().contains(byPlace))
            found = &action;
    }
    return found;
}

bool DigitRow::eventFilter(QObject *watched, QEvent *event)
{
    // It comes to the window where no field wants the key for itself.
    if (event->type() == QEvent::ShortcutOverride && watched == &m_window) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!meant(*key))
            return false;
        m_taken = key->nativeScanCode();
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress || m_taken == 0)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (std::exchange(m_taken, 0) != key->nativeScanCode())
        return false;
    if (QAction *action = meant(*key))
        action->trigger();
    return true;
}

} // namespace tusk::gui
