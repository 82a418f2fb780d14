// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/textstream.h"

#include <QList>

#include <optional>

namespace tusk::importer
{

using CsvRecord = QList<QByteArray>;

// The records of a file of values parted by commas (RFC 4180), semicolons or tabs. Blank lines are no
// records. What programs get wrong is read as they mean it: a quotation mark within a value that did not
// begin with one is a character like others.
class CsvReader final
{
public:
    CsvReader(TextStream &text, char separator)
        : m_text(text)
        , m_separator(separator)
    {
    }
    Q_DISABLE_COPY_MOVE(CsvReader)

    // None: that was the last one. Error: a value is never closed, or too long; or the disk.
    [[nodiscard]] base::Result<std::optional<CsvRecord>> next();
    [[nodiscard]] qint64 line() const { return m_recordLine; } // in which the record began

private:
    enum class State { Begin, Plain, Quoted, QuoteInQuoted };
    enum class Step { Goes, RecordEnds };

    [[nodiscard]] Step take(char byte);
    [[nodiscard]] base::Error tooLong() const;
    void endValue();

    TextStream &m_text;
    const char m_separator;
    QByteArray m_portion;
    qsizetype m_at = 0;
    State m_state = State::Begin;
    QByteArray m_value;
    CsvRecord m_record;
    bool m_wasReturn = false; // the character before was CR outside of quotes
    qint64 m_line = 1;
    qint64 m_recordLine = 1;
};

// What parts the values of a text: the sign by which most of its first records have the same number of
// values, and more than one.
struct Separator {
    char sign = ',';
    double share = 0; // of the records, that have that number of values
};
[[nodiscard]] Separator separatorOf(const QByteArray &sample);
// “sep=;”, which spreadsheets write and read before the heading.
[[nodiscard]] bool isSeparatorLine(const CsvRecord &record);

} // namespace tusk::importer
