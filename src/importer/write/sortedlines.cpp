// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/sortedlines.h"

#include <algorithm>
#include <numeric>

namespace tusk::importer
{

void SortedLines::sort()
{
    m_order.resize(m_ends.size());
    std::iota(m_order.begin(), m_order.end(), quint32(0));
    std::ranges::sort(m_order, [this](quint32 a, quint32 b) { return line(a) < line(b); });
}

QByteArrayView SortedLines::at(qsizetype index) const
{
    return line(m_order.empty() ? quint32(index) : m_order[size_t(index)]);
}

QByteArrayView SortedLines::line(quint32 number) const
{
    const quint32 begin = number == 0 ? 0 : m_ends[number - 1];
    return QByteArrayView(m_bytes).sliced(begin, m_ends[number] - begin);
}

} // namespace tusk::importer
