// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/portions.h"

#include <optional>

namespace tusk::importer
{

// The longest line or value that is read; what is longer is no text that a person has written.
inline constexpr qsizetype longestText = 64 << 20;

// The lines of a text, ended by LF, CR LF or CR, without their ends.
class LineReader final
{
public:
    explicit LineReader(TextStream &text)
        : m_bytes(text)
    {
    }
    Q_DISABLE_COPY_MOVE(LineReader)

    // None: that was the last one. Error: a line is too long, or the disk.
    [[nodiscard]] base::Result<std::optional<QByteArray>> next();
    [[nodiscard]] qint64 number() const { return m_number; } // of the line that was read last

private:
    Portions m_bytes;
    qint64 m_number = 0;
    bool m_skipsLineFeed = false; // the portion before ended with CR
};

} // namespace tusk::importer
