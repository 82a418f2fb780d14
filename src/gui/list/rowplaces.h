// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/list/rowheights.h"

#include <QAbstractItemView>
#include <QRect>

namespace tusk::gui
{

// Where the rows of a list are: in all of it, and in the part that is seen.
class RowPlaces final
{
public:
    // view must outlive the places.
    explicit RowPlaces(const QAbstractItemView &view)
        : m_view(view)
    {
    }

    [[nodiscard]] RowHeights &heights() { return m_heights; }
    [[nodiscard]] const RowHeights &heights() const { return m_heights; }
    [[nodiscard]] int count() const { return m_heights.count(); }

    [[nodiscard]] int offset() const;     // of the viewport in the list
    [[nodiscard]] int mostOffset() const; // where its end is seen
    // In the viewport, as wide as it.
    [[nodiscard]] QRect rect(int row) const;
    [[nodiscard]] int rowAt(int y) const;     // -1 where there is none
    [[nodiscard]] int nearestTo(int y) const; // -1 only in an empty list
    [[nodiscard]] int firstSeen() const;
    [[nodiscard]] int lastSeen() const;
    // The offset at which that row is seen as wished, with the header right above it if it is the first of
    // its group.
    [[nodiscard]] int offsetShowing(int row, bool isHeaded, QAbstractItemView::ScrollHint hint) const;

private:
    const QAbstractItemView &m_view;
    RowHeights m_heights;
};

} // namespace tusk::gui
