// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/linereader.h"

#include "importer/source/sourcefailures.h"

#include <algorithm>

namespace tusk::importer
{

using base::Result;

Result<std::optional<QByteArray>> LineReader::next()
{
    QByteArray line;
    while (true) {
        if (m_bytes.isUsedUp()) {
            const auto more = m_bytes.fill();
            if (!more)
                return more.error();
            if (!*more)
                break;
        }
        if (m_skipsLineFeed && m_bytes.rest().front() == '\n')
            m_bytes.skip(1);
        m_skipsLineFeed = false;
        const QByteArrayView rest = m_bytes.rest();
        const auto *const end =
            std::find_if(rest.begin(), rest.end(), [](char byte) { return byte == '\n' || byte == '\r'; });
        const bool isWhole = end != rest.end();
        line.append(QByteArrayView(rest.begin(), end));
        if (line.size() > longestText)
            return damagedFile(m_bytes.file(), QStringLiteral("line %1 is too long").arg(m_number + 1));
        m_skipsLineFeed = isWhole && *end == '\r';
        m_bytes.skip(end - rest.begin() + (isWhole ? 1 : 0));
        if (!isWhole)
            continue;
        ++m_number;
        return std::optional(line);
    }
    if (line.isEmpty())
        return std::optional<QByteArray>();
    ++m_number;
    return std::optional(line);
}

} // namespace tusk::importer
