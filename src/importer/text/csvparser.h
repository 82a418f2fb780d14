// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace tusk::importer
{

using CsvRecord = QList<QByteArray>;

// Takes one record of separated values, character by character.
class CsvParser final
{
public:
    enum class Step {
        Goes,
        RecordEnds,
        // Behind a value in quotation marks that goes over several lines stands more of it: one of the marks
        // belongs to something else.
        IsDamaged,
    };

    // literalQuote: where in the record stands a quotation mark that is a character like others; -1: nowhere.
    explicit CsvParser(char separator, qsizetype literalQuote = -1)
        : m_separator(separator)
        , m_literalQuote(literalQuote)
    {
    }

    [[nodiscard]] Step take(char byte);
    // What ended. The next one begins.
    [[nodiscard]] CsvRecord takeRecord();
    // The text ends here, and with it the record.
    void end() { endValue(); }
    void beginRecord();
    // From the next record on, for the case that it has to be read in another way.
    void keepRaw() { m_keepsRaw = true; }

    [[nodiscard]] const QByteArray &raw() const { return m_raw; } // the record as it is written
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isInQuotes() const { return m_state == State::Quoted; }
    [[nodiscard]] bool hasLines() const { return m_hasLines; } // a value in quotation marks has several
    // The quotation mark, if any, that is not closed or encloses several lines.
    [[nodiscard]] qsizetype doubtfulQuote() const { return m_hasLines ? m_quoteOfLines : m_quoteAt; }
    [[nodiscard]] qsizetype valueSize() const { return m_value.size(); }
    [[nodiscard]] qint64 line() const { return m_line; } // of the next character; the first one is 1
    void setLine(qint64 line) { m_line = line; }

private:
    enum class State { Begin, Plain, Quoted, QuoteInQuoted, BehindQuotes };

    void takeInQuotes(char byte);
    [[nodiscard]] Step takeOutside(char byte);
    void endValue();

    char m_separator;
    qsizetype m_literalQuote;
    State m_state = State::Begin;
    QByteArray m_value;
    CsvRecord m_record;
    QByteArray m_raw;
    bool m_keepsRaw = false;
    qsizetype m_at = 0; // in the record
    qsizetype m_quoteAt = 0;
    qsizetype m_quoteOfLines = 0;
    bool m_hasLines = false;
    bool m_valueHasLines = false;
    bool m_wasReturn = false; // the character before was CR outside of quotes
    qint64 m_line = 1;
};

// A record by itself, without its line end; empty: a quotation mark stays open.
[[nodiscard]] CsvRecord splitRecord(QByteArrayView text, char separator, qsizetype literalQuote);

} // namespace tusk::importer
