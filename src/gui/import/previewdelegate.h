// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/list/tododelegate.h"

#include <QStyledItemDelegate>

namespace tusk::gui
{

// Paints a todo of a preview as the list would, with the time beside its title and what was repaired below
// it.
class PreviewDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PreviewDelegate(QObject *parent = nullptr);

    void setContext(const RowContext &context) { static_cast<void>(m_todos.setContext(context)); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] int todoHeight(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    TodoDelegate m_todos;
};

} // namespace tusk::gui
