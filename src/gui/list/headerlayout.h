// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/theme.h"

#include <QModelIndex>
#include <QRect>
#include <QString>

namespace tusk::gui
{

// Where everything of the header of a group lies in its row. A value.
class HeaderLayout final
{
public:
    // rect: the whole row, as wide as the list.
    HeaderLayout(const QRect &rect, Qt::LayoutDirection direction, const Theme &theme,
                 const QModelIndex &header);

    [[nodiscard]] static int height(const Theme &theme);
    [[nodiscard]] static QString actionText();

    [[nodiscard]] QRect background() const { return m_background; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QRect label() const { return m_label; }
    [[nodiscard]] QRect chevron() const { return m_chevron; }
    [[nodiscard]] QRect action() const { return m_action; } // "Move all to today"; empty where there is none
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] bool isOverdue() const { return m_overdue; }

private:
    QRect m_background;
    QString m_text;
    QRect m_label;
    QRect m_chevron;
    QRect m_action;
    bool m_folded = false;
    bool m_overdue = false;
};

} // namespace tusk::gui
