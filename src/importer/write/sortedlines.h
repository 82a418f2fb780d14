// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace tusk::importer
{

// Many lines, or records of a binary format, in a few buffers: hundreds of thousands of lines on their own
// would take nearly as much memory for their heads as for their bytes, and one large buffer would be copied
// as it grows.
class SortedLines final
{
public:
    // What is appended to it until endLine() is the next line.
    [[nodiscard]] QByteArray &next();
    void endLine();

    // By bytes, as memcmp() does; once, after the last line.
    void sort();

    [[nodiscard]] qsizetype count() const { return qsizetype(m_lines.size()); }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    // In the order of sort(), or as they were appended before it. Valid as long as nothing is appended.
    [[nodiscard]] QByteArrayView at(qsizetype index) const { return view(m_lines[size_t(index)]); }

private:
    struct Line {
        quint32 buffer;
        quint32 begin; // in bytes, as size
        quint32 size;
    };
    [[nodiscard]] QByteArrayView view(const Line &line) const;

    std::vector<QByteArray> m_buffers;
    std::vector<Line> m_lines;
    qsizetype m_bytes = 0;
};

} // namespace tusk::importer
