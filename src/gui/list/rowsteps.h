// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QAbstractItemModel;

namespace tusk::gui
{

class RowPlaces;

// From row to row in a list with headers: where the arrow keys lead, and what is chosen when a row goes. A
// header is stopped at only where its todos are folded away.
class RowSteps final
{
public:
    RowSteps(const QAbstractItemModel &model, const RowPlaces &places)
        : m_model(model)
        , m_places(places)
    {
    }

    // direction: 1 or -1. Of row itself where there is none.
    [[nodiscard]] int beside(int row, int direction) const;
    [[nodiscard]] int pageAway(int row, int direction, int pageHeight) const;
    [[nodiscard]] int first() const;
    [[nodiscard]] int last() const;
    [[nodiscard]] int headerAbove(int row) const; // -1: there is none
    // The todo that is chosen instead of those that go; -1: there is none.
    [[nodiscard]] int heirOf(int first, int last) const;

private:
    [[nodiscard]] bool isHeader(int row) const;
    [[nodiscard]] bool isFolded(int row) const;

    const QAbstractItemModel &m_model;
    const RowPlaces &m_places;
};

} // namespace tusk::gui
