// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/sortedlines.h"

#include <algorithm>

namespace tusk::importer
{

namespace
{

constexpr qsizetype bufferSize = 1 << 18;
constexpr qsizetype usualRoom = 1 << 12; // of a line: fewer bytes are left to a buffer that is full

} // namespace

QByteArray &SortedLines::next()
{
    if (m_buffers.empty() || m_buffers.back().size() > bufferSize - usualRoom)
        m_buffers.emplace_back().reserve(bufferSize);
    return m_buffers.back();
}

void SortedLines::endLine()
{
    const auto number = quint32(m_buffers.size() - 1);
    const bool isFirst = m_lines.empty() || m_lines.back().buffer != number;
    const quint32 begin = isFirst ? 0 : m_lines.back().begin + m_lines.back().size;
    const auto size = quint32(m_buffers.back().size() - begin);
    m_lines.push_back({number, begin, size});
    m_bytes += size;
}

void SortedLines::sort()
{
    std::ranges::sort(m_lines, [this](const Line &a, const Line &b) { return view(a) < view(b); });
}

QByteArrayView SortedLines::view(const Line &line) const
{
    return QByteArrayView(m_buffers[line.buffer]).sliced(line.begin, line.size);
}

} // namespace tusk::importer
