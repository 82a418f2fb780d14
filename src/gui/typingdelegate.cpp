// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/typingdelegate.h"

#include <QLineEdit>

namespace tusk::gui
{

namespace
{

constexpr auto refusedProperty = "refused";

bool isRefused(const QWidget &editor)
{
    return editor.property(refusedProperty).toBool();
}

} // namespace

bool TypingDelegate::mayClose(const QWidget *editor, EndEditHint hint)
{
    return !editor || hint == RevertModelCache || !isRefused(*editor);
}

void TypingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *line = qobject_cast<QLineEdit *>(editor);
    const bool isTyped = line && (line->isModified() || isRefused(*line));
    // The same text once more would take the selection and the cursor with it.
    const bool isShown = line && line->text() == index.data(Qt::EditRole).toString();
    if (!isTyped && !isShown)
        QStyledItemDelegate::setEditorData(editor, index);
}

void TypingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *line = qobject_cast<QLineEdit *>(editor))
        editor->setProperty(refusedProperty, !model->setData(index, line->text(), Qt::EditRole));
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace tusk::gui
