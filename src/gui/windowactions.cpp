// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/windowactions.h"

namespace tusk::gui
{

namespace
{

QAction *make(QObject *parent, const char *id, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(QString::fromLatin1(id));
    action->setShortcuts(keys);
    return action;
}

} // namespace

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , newTodo(make(this, "newTodo", tr("New Todo"), {QKeySequence(Qt::CTRL | Qt::Key_N)}))
    , find(make(this, "find", tr("Find"), {QKeySequence(Qt::CTRL | Qt::Key_F)}))
    , leaveSearch(make(this, "leaveSearch", tr("Leave Search"), {QKeySequence(Qt::Key_Escape)}))
    , edit(make(this, "edit", tr("Edit Title"), {QKeySequence(Qt::Key_F2)}))
    , toggleCompleted(make(this, "toggleCompleted", tr("Complete or Reopen"), {QKeySequence(Qt::Key_Space)}))
    , remove(make(this, "remove", tr("Delete"), {QKeySequence(Qt::Key_Delete)}))
    , restore(make(this, "restore", tr("Restore"), {}))
    , toggleDetails(
          make(this, "toggleDetails", tr("Show or Hide Details"), {QKeySequence(Qt::CTRL | Qt::Key_D)}))
    , undo(make(this, "undo", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}))
    , redo(make(this, "redo", tr("Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}))
    , retry(make(this, "retry", tr("Connect Now"), {QKeySequence(Qt::Key_F5)}))
    , quit(make(this, "quit", tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}))
{
    // Keys of the list work where the list has the focus and no editor is open.
    for (QAction *action : {edit, toggleCompleted, remove, leaveSearch})
        action->setShortcutContext(Qt::WidgetShortcut);
}

QList<QAction *> WindowActions::all() const
{
    return {newTodo, find,          leaveSearch, edit, toggleCompleted, remove,
            restore, toggleDetails, undo,        redo, retry,           quit};
}

} // namespace tusk::gui
