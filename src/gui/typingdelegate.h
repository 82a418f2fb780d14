// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace tusk::gui
{

// Edits a text in its row. What the model refuses stays in the editor, where it can be corrected; Escape
// gives it up. The model says what is wrong, and the view asks mayClose() before it closes an editor.
class TypingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // False while the editor holds what was refused, unless it is to be given up.
    [[nodiscard]] static bool mayClose(const QWidget *editor, EndEditHint hint);

    // A row that changes meanwhile does not overwrite what is being typed.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace tusk::gui
