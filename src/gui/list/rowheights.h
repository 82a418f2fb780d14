// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <vector>

namespace tusk::gui
{

// The heights of the rows of a list, and where each begins. Sums are made when they are asked for and kept up
// to the first row that has changed since: a thousand changes before the next question cost one summing.
class RowHeights final
{
public:
    [[nodiscard]] int count() const { return static_cast<int>(m_heights.size()); }
    [[nodiscard]] int height(int row) const { return m_heights[row]; }
    [[nodiscard]] int top(int row) const; // row may be count(): the end of the last row
    [[nodiscard]] int total() const { return top(count()); }
    // The row at y; the first above, the last below all of them; -1 where there are none.
    [[nodiscard]] int rowAt(int y) const;

    void assign(std::vector<int> heights);
    void insert(int row, const std::vector<int> &heights);
    void remove(int first, int amount);
    void move(int first, int amount, int before); // before: as in QAbstractItemModel::rowsMoved
    // True if that is another height than before.
    bool setHeight(int row, int height);

private:
    void forgetFrom(int row);

    std::vector<int> m_heights;
    mutable std::vector<int> m_tops{0}; // of the rows before m_tops.size()
};

} // namespace tusk::gui
