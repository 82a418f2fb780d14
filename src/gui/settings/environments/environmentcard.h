// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace tusk::gui
{

// An environment in the row of them: a bar in its colour, its name, how its database is.
class EnvironmentCardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, StateRole, ColorRole };

    static constexpr int leastWidth = 128; // with the gap behind it
    static constexpr int naturalWidth = 288;

    using QStyledItemDelegate::QStyledItemDelegate;

    // Where there is not room for all that it says.
    void setMostWidth(int width) { m_mostWidth = width; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_mostWidth = naturalWidth;
};

} // namespace tusk::gui
