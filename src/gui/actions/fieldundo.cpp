// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/fieldundo.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace tusk::gui
{

namespace
{

template <class Field>
bool hasNothing(const Field &field, bool undo)
{
    return field.isReadOnly() || !(undo ? field.isUndoAvailable() : field.isRedoAvailable());
}

bool hasNothingToTakeBack(const QObject *field, bool undo)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return hasNothing(*line, undo);
    const auto inDocument = [undo](const auto *text) {
        return text->isReadOnly() ||
               !(undo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable());
    };
    if (const auto *text = qobject_cast<const QTextEdit *>(field))
        return inDocument(text);
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(field))
        return inDocument(text);
    return false;
}

} // namespace

FieldUndo::FieldUndo(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FieldUndo::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    // Not accepted, it goes on to the shortcuts.
    return (undo || key->matches(QKeySequence::Redo)) && hasNothingToTakeBack(watched, undo);
}

} // namespace tusk::gui
