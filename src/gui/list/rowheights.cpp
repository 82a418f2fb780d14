// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowheights.h"

#include <QtGlobal>

#include <algorithm>

namespace tusk::gui
{

int RowHeights::top(int row) const
{
    Q_ASSERT(row >= 0 && row <= count());
    int known = static_cast<int>(m_tops.size()) - 1;
    if (known < row) {
        m_tops.resize(static_cast<size_t>(row) + 1);
        for (; known < row; ++known)
            m_tops[known + 1] = m_tops[known] + m_heights[known];
    }
    return m_tops[row];
}

int RowHeights::rowAt(int y) const
{
    if (m_heights.empty())
        return -1;
    const int all = count();
    static_cast<void>(top(all));
    const auto next = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return std::clamp(static_cast<int>(next - m_tops.begin()) - 1, 0, all - 1);
}

void RowHeights::assign(std::vector<int> heights)
{
    m_heights = std::move(heights);
    forgetFrom(0);
}

void RowHeights::insert(int row, const std::vector<int> &heights)
{
    m_heights.insert(m_heights.begin() + row, heights.begin(), heights.end());
    forgetFrom(row);
}

void RowHeights::remove(int first, int amount)
{
    m_heights.erase(m_heights.begin() + first, m_heights.begin() + first + amount);
    forgetFrom(first);
}

void RowHeights::move(int first, int amount, int before)
{
    if (before >= first && before <= first + amount)
        return; // there they are
    const auto begin = m_heights.begin();
    if (before < first)
        std::rotate(begin + before, begin + first, begin + first + amount);
    else
        std::rotate(begin + first, begin + first + amount, begin + before);
    forgetFrom(std::min(first, before));
}

bool RowHeights::setHeight(int row, int height)
{
    if (m_heights[row] == height)
        return false;
    m_heights[row] = height;
    forgetFrom(row);
    return true;
}

void RowHeights::forgetFrom(int row)
{
    if (m_tops.size() > static_cast<size_t>(row) + 1)
        m_tops.resize(static_cast<size_t>(row) + 1);
}

} // namespace tusk::gui
