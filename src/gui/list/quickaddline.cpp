// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/quickaddline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace tusk::gui
{

void QuickAddLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    if (text().isEmpty() && event->matches(QKeySequence::Paste) &&
        QGuiApplication::clipboard()->text().trimmed().contains(u'\n')) {
        Q_EMIT linesPasted();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace tusk::gui
