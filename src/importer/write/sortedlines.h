// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace tusk::importer
{

// Many lines, or records of a binary format, in one buffer: half a million lines on their own would take
// nearly as much memory for their heads as for their bytes. At most 4 GiB.
class SortedLines final
{
public:
    // What is appended to it until endLine() is the next line.
    [[nodiscard]] QByteArray &next() { return m_bytes; }
    void endLine() { m_ends.push_back(quint32(m_bytes.size())); }

    // By bytes, as memcmp() does; once, after the last line.
    void sort();

    [[nodiscard]] qsizetype count() const { return qsizetype(m_ends.size()); }
    [[nodiscard]] qsizetype bytes() const { return m_bytes.size(); }
    // In the order of sort(), or as they were appended before it. Valid as long as nothing is appended.
    [[nodiscard]] QByteArrayView at(qsizetype index) const;

private:
    [[nodiscard]] QByteArrayView line(quint32 number) const;

    QByteArray m_bytes;
    std::vector<quint32> m_ends;  // of each line in m_bytes
    std::vector<quint32> m_order; // numbers of lines; empty: as they are
};

} // namespace tusk::importer
