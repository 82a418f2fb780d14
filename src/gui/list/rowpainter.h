// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/list/headerlayout.h"
#include "gui/list/todolayout.h"

#include <QStyleOptionViewItem>

class QPainter;

namespace tusk::gui
{

// Puts a row on the screen where its layout says.
class RowPainter final
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme);

    void paintTodo(const TodoLayout &layout, const domain::Todo &todo, const QString &searched,
                   bool isEdited) const;
    void paintHeader(const HeaderLayout &layout) const;

private:
    [[nodiscard]] bool has(QStyle::StateFlag flag) const { return m_option.state.testFlag(flag); }
    void paintBackground(const QRect &rect, const QColor &color) const;
    void paintFocus(const QRect &rect) const;
    void paintCircle(const QRect &circle, const domain::Todo &todo) const;
    void paintTitle(const QRect &rect, const domain::Todo &todo, const QString &searched) const;
    void paintPieces(const TodoLayout &layout, bool completed, const QString &searched) const;
    // With what was found marked. Begins where the window begins, whatever the script.
    void paintFound(const QRect &rect, const QString &text, const QFont &font, const QColor &color,
                    const QString &searched) const;
    void paintText(const QRect &rect, const QString &text, const QFont &font, const QColor &color) const;

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
};

} // namespace tusk::gui
