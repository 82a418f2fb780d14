// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/quickaddline.h"

#include "gui/todomimedata.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QMouseEvent>

namespace tusk::gui
{

namespace
{

// Qt's paste() cannot be overridden, and its action in the menu has no name: it is the one that leads there.
bool cutOffFromPaste(const QAction *action, const QLineEdit *line)
{
    const QMetaMethod paste = line->metaObject()->method(line->metaObject()->indexOfSlot("paste()"));
    return QObject::disconnect(action, QMetaMethod::fromSignal(&QAction::triggered), line, paste) ||
           QObject::disconnect(action, &QAction::triggered, line, &QLineEdit::paste); // newer Qt
}

} // namespace

bool QuickAddLine::takesLines(const QString &lines)
{
    if (!text().isEmpty() || !lines.trimmed().contains(u'\n'))
        return false;
    Q_EMIT linesPasted(lines);
    return true;
}

void QuickAddLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    if (event->matches(QKeySequence::Paste) && takesLines(QGuiApplication::clipboard()->text()))
        return;
    QLineEdit::keyPressEvent(event);
}

void QuickAddLine::mouseReleaseEvent(QMouseEvent *event)
{
    const QClipboard &clipboard = *QGuiApplication::clipboard();
    if (event->button() == Qt::MiddleButton && clipboard.supportsSelection() &&
        takesLines(clipboard.text(QClipboard::Selection)))
        return;
    QLineEdit::mouseReleaseEvent(event);
}

void QuickAddLine::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> actions = menu->actions();
    for (const QAction *action : actions) {
        if (!cutOffFromPaste(action, this))
            continue;
        connect(action, &QAction::triggered, this, [this] {
            if (!takesLines(QGuiApplication::clipboard()->text()))
                paste();
        });
    }
    menu->popup(event->globalPos());
}

void QuickAddLine::dropEvent(QDropEvent *event)
{
    // Todos of the list have titles as text, too, and are there already.
    if (TodoMimeData::from(event->mimeData()) || !takesLines(event->mimeData()->text())) {
        QLineEdit::dropEvent(event);
        return;
    }
    event->acceptProposedAction();
    QDragLeaveEvent leave; // or the cursor stays where the text was held over the line
    QLineEdit::dragLeaveEvent(&leave);
}

} // namespace tusk::gui
