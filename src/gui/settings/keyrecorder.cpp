// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/keyrecorder.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace tusk::gui
{

KeyRecorder::KeyRecorder(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setPlaceholderText(tr("Press the new key, or Esc to leave it as it is"));
}

QKeySequence KeyRecorder::keyOf(const QKeyEvent &event)
{
    const int key = event.key();
    if (key == Qt::Key_unknown || key == 0 || (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) ||
        key == Qt::Key_AltGr || key == Qt::Key_Super_L || key == Qt::Key_Super_R)
        return {};
    Qt::KeyboardModifiers modifiers =
        event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier);
    const bool isSign = key > Qt::Key_Space && key < Qt::Key_Escape && !QChar(key).isLetter();
    if (isSign)
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(key)));
}

bool KeyRecorder::event(QEvent *event)
{
    // What is pressed here runs no action.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyRecorder::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (event->key() == Qt::Key_Escape && !event->modifiers()) {
        Q_EMIT cancelled();
        return;
    }
    const QKeySequence key = keyOf(*event);
    if (!key.isEmpty())
        Q_EMIT recorded(key);
}

void KeyRecorder::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    Q_EMIT cancelled();
}

void KeyRecorder::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
}

} // namespace tusk::gui
