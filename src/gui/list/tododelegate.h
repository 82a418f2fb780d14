// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace tusk::gui
{

// A todo in a list: check box and title; completed ones struck through, and a quiet mark while it is being
// saved.
class TodoDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TodoDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    // A row that changes meanwhile does not overwrite what is being typed.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace tusk::gui
