// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/list/rowcontext.h"
#include "gui/list/rowsof.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "models/todotablemodel.h"

#include <QRect>
#include <QString>

#include <optional>

namespace tusk::gui
{

// Where everything of a todo lies in its row, and what its second line says: made once for painting, clicking
// and editing. A value.
class TodoLayout final
{
public:
    enum class Tone { Quiet, Overdue, Today };

    // Of the second line: an icon or the dot of a list, a text, or both.
    struct Piece {
        std::optional<Icon> icon;
        std::optional<QString> dot; // the stored colour of the list
        QString text;
        Tone tone = Tone::Quiet;
        QRect mark; // of the icon or the dot
        QRect label;
        bool isFound = false; // the search found something in the text
    };

    // rect: the whole row, as wide as the list.
    TodoLayout(const QRect &rect, Qt::LayoutDirection direction, const Theme &theme, const ShownTodo &shown,
               const RowContext &context);

    [[nodiscard]] QRect background() const { return m_background; }
    [[nodiscard]] QRect circle() const { return m_circle; }
    // What a click on the circle may miss by.
    [[nodiscard]] QRect circleReach() const { return m_circle.adjusted(-8, -8, 6, 8); }
    [[nodiscard]] QRect title() const { return m_title; }
    [[nodiscard]] QRect saving() const { return m_saving; } // empty unless it is being saved
    [[nodiscard]] const QList<Piece> &pieces() const { return m_pieces; }

    [[nodiscard]] static QString savingText();
    // Whether there is a second line, without the cost of a whole layout. dueDate and dueTime are asked for
    // only where marks say that there is a date.
    struct Due {
        QDate date;
        bool hasTime = false;
    };
    [[nodiscard]] static bool hasSecondLine(models::TodoTableModel::Marks marks, const Due &due,
                                            const domain::TodoFilter &place, QDate today);

private:
    void placeParts(const QRect &rect, const Theme &theme, bool pending);
    void placePieces(const QRect &line, const Theme &theme);
    void mirror(const QRect &rect);

    QRect m_background;
    QRect m_circle;
    QRect m_title;
    QRect m_saving;
    QList<Piece> m_pieces;
};

// The title on one line: line breaks and control characters are blanks.
[[nodiscard]] QString singleLine(const QString &title);

} // namespace tusk::gui
