// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/csvparser.h"
#include "importer/text/portions.h"

#include <QStringList>

#include <optional>

namespace tusk::importer
{

// The records of a file of values parted by commas (RFC 4180), semicolons or tabs. Lines of nothing
// but blanks and separators are no records. What programs get wrong is read as they mean it: a quotation mark
// within a value that did not begin with one is a character like others.
class CsvReader final
{
public:
    CsvReader(TextStream &text, char separator)
        : m_bytes(text)
        , m_parser(separator)
        , m_separator(separator)
    {
    }
    Q_DISABLE_COPY_MOVE(CsvReader)

    // From here on each record has that many values: where a quotation mark is never closed, the text is read
    // on from the next line that has them. Without it that is the end.
    void recover(qsizetype width);
    // None: that was the last one. Error: a value is never closed, or too long; or the disk.
    [[nodiscard]] base::Result<std::optional<CsvRecord>> next();
    [[nodiscard]] qint64 line() const { return m_recordLine; } // in which the record began
    // Sentences: what was damaged, and what became of it.
    [[nodiscard]] QStringList losses() const;

private:
    [[nodiscard]] base::Result<std::optional<CsvRecord>> atEnd();
    [[nodiscard]] base::Result<std::optional<CsvRecord>> ended();
    // Of a damaged record its first line, should that make sense with the mark as a letter; none: it is lost,
    // and so is what follows until there is a record again. error: where nothing is to be recovered.
    [[nodiscard]] base::Result<std::optional<CsvRecord>> salvage(const base::Error &error);
    [[nodiscard]] std::optional<CsvRecord> withoutDoubtfulQuote();
    void beginRecord();
    // The record from a character of it on; line: of that character.
    void readAgain(qsizetype from, qint64 line);
    void lose(qint64 first, qint64 behind);

    struct Lines {
        qint64 count = 0;
        qint64 first = 0;
    };

    Portions m_bytes;
    CsvParser m_parser;
    const char m_separator;
    qsizetype m_width = 0; // of each record; 0: damage is the end
    qint64 m_recordLine = 1;
    bool m_isSearching = false; // for a record, after a loss
    Lines m_lost;
    Lines m_literal; // where a quotation mark was taken for a letter
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
