// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/list/rowmotion.h"
#include "gui/list/rowsof.h"

#include <QPersistentModelIndex>

#include <functional>
#include <optional>
#include <vector>

class QAbstractItemView;

namespace tusk::gui
{

class RowPlaces;

// What becomes of the sight of a list while its rows come, go and move: what is seen before is noted, and
// when the changes are over it is where it was, and the rows that are elsewhere move there.
class RowChanges final
{
public:
    // Paints a todo that need not be in the model any more.
    using PaintTodo = std::function<void(QPainter &painter, const QRect &rect, const ShownTodo &todo)>;

    // All must outlive this.
    RowChanges(QAbstractItemView &view, RowPlaces &places, RowMotion &motion, PaintTodo paint);

    // Before the model changes, as long as heights and rows agree. True if that was the first change.
    bool begin();
    [[nodiscard]] bool haveBegun() const { return m_begun; }
    void addInserted(int first, int last);
    void addRemoved(int first, int last);   // while they are still there
    void addMoved(int first, int last);     // while they are still where they were
    void setTooMany() { m_tooMany = true; } // for a movement that one could follow
    // The rows are others altogether: from the top, without a movement.
    void startAnew();
    void forget();
    // Scrolls to where what was seen is again, and lets the rest move there.
    void settle();

    // By row, as long as none has changed: one that goes can no longer be asked.
    void notePainted(int row, const ShownTodo &todo) { m_painted.insert(row, todo); }
    void forgetPainted() { m_painted.clear(); }

private:
    // A row that was seen before rows changed, where, and what was painted.
    struct Seen {
        QPersistentModelIndex index;
        int top = 0;
        std::optional<ShownTodo> todo;
    };

    [[nodiscard]] QPersistentModelIndex indexOf(int row) const;
    [[nodiscard]] QPixmap picture(int row, const ShownTodo &todo) const;
    void keepInPlace() const;
    void move() const;
    [[nodiscard]] QHash<int, int> topsBefore() const;

    QAbstractItemView &m_view;
    RowPlaces &m_places;
    RowMotion &m_motion;
    PaintTodo m_paint;
    bool m_begun = false;
    bool m_tooMany = false;
    bool m_atTop = true;
    std::vector<Seen> m_seen;
    QList<QPersistentModelIndex> m_fresh;
    QHash<int, ShownTodo> m_painted;
    std::vector<RowMotion::Ghost> m_ghosts;
};

} // namespace tusk::gui
