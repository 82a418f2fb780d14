// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/nameline.h"

#include <QApplication>
#include <QKeyEvent>

namespace tusk::gui
{

NameLine::NameLine(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    hide();
    connect(this, &QLineEdit::returnPressed, this, [this] {
        if (!text().trimmed().isEmpty())
            Q_EMIT named(text());
    });
}

void NameLine::ask()
{
    if (!hasFocus())
        m_focusBefore = QApplication::focusWidget();
    clear();
    show();
    setFocus(Qt::OtherFocusReason);
}

void NameLine::leave()
{
    if (hasFocus() && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason); // before Qt looks for another place
    hide();
}

void NameLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void NameLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // What is typed stays; a menu or another window takes the focus for a moment only.
    if (text().trimmed().isEmpty() && event->reason() != Qt::PopupFocusReason &&
        event->reason() != Qt::ActiveWindowFocusReason)
        hide();
}

} // namespace tusk::gui
