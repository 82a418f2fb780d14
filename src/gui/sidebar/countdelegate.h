// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace tusk::gui
{

// A name at the left and a quiet count at the right; nothing for zero.
class CountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // countRole: qint64.
    explicit CountDelegate(int countRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_countRole;
};

} // namespace tusk::gui
