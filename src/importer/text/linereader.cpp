// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/linereader.h"

#include "importer/source/sourcefailures.h"

#include <algorithm>

namespace tusk::importer
{

using base::Result;

// False: the text is at its end.
Result<bool> LineReader::fill()
{
    const auto portion = m_text.next();
    if (!portion)
        return portion.error();
    m_portion = *portion;
    m_at = 0;
    return !m_portion.isEmpty();
}

Result<std::optional<QByteArray>> LineReader::next()
{
    QByteArray line;
    while (true) {
        if (m_at >= m_portion.size()) {
            const auto more = fill();
            if (!more)
                return more.error();
            if (!*more)
                break;
        }
        if (m_skipsLineFeed && m_portion.at(m_at) == '\n')
            ++m_at;
        m_skipsLineFeed = false;
        const auto begin = m_portion.cbegin() + m_at;
        const auto end =
            std::find_if(begin, m_portion.cend(), [](char byte) { return byte == '\n' || byte == '\r'; });
        line.append(QByteArrayView(begin, end - begin));
        m_at += end - begin;
        if (line.size() > longestText)
            return damagedFile(m_text.file(), QStringLiteral("line %1 is too long").arg(m_number + 1));
        if (end == m_portion.cend())
            continue;
        m_skipsLineFeed = m_portion.at(m_at) == '\r';
        ++m_at;
        ++m_number;
        return std::optional(line);
    }
    if (line.isEmpty())
        return std::optional<QByteArray>();
    ++m_number;
    return std::optional(line);
}

} // namespace tusk::importer
