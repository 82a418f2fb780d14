// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/csvparser.h"

#include <utility>

namespace tusk::importer
{

CsvParser::Step CsvParser::take(char byte)
{
    const bool isQuoted = isInQuotes();
    const bool isSecondHalf = byte == '\n' && m_wasReturn && !isQuoted; // of a line end
    m_wasReturn = byte == '\r' && !isQuoted;
    if (isSecondHalf)
        return Step::Goes;
    if (byte == '\n' || m_wasReturn)
        ++m_line;
    Step step = Step::Goes;
    if (isQuoted)
        takeInQuotes(byte);
    else
        step = takeOutside(byte);
    ++m_at;
    if (m_keepsRaw)
        m_raw += byte;
    return step;
}

void CsvParser::takeInQuotes(char byte)
{
    if (byte == '"') {
        m_state = State::QuoteInQuoted;
        return;
    }
    m_value += byte;
    if (byte != '\n')
        return;
    m_valueHasLines = true;
    if (!std::exchange(m_hasLines, true))
        m_quoteOfLines = m_quoteAt;
}

CsvParser::Step CsvParser::takeOutside(char byte)
{
    if (byte == m_separator) {
        endValue();
    } else if (byte == '\n' || byte == '\r') {
        endValue();
        return Step::RecordEnds;
    } else if (byte == '"' && m_state == State::Begin && m_at != m_literalQuote) {
        m_state = State::Quoted;
        m_quoteAt = m_at;
    } else if (byte == '"' && m_state == State::QuoteInQuoted) {
        m_value += byte;
        m_state = State::Quoted;
    } else {
        const bool isBehind = m_state == State::QuoteInQuoted || m_state == State::BehindQuotes;
        m_value += byte;
        m_state = isBehind && byte == ' ' ? State::BehindQuotes : State::Plain;
        if (isBehind && byte != ' ' && m_valueHasLines)
            return Step::IsDamaged;
    }
    return Step::Goes;
}

void CsvParser::endValue()
{
    m_record.append(m_value);
    m_value.clear();
    m_valueHasLines = false;
    m_state = State::Begin;
}

CsvRecord CsvParser::takeRecord()
{
    CsvRecord record = std::exchange(m_record, {});
    beginRecord();
    return record;
}

void CsvParser::beginRecord()
{
    m_record.clear();
    m_value.clear();
    m_raw.clear();
    m_state = State::Begin;
    m_at = 0;
    m_quoteAt = 0;
    m_hasLines = false;
    m_valueHasLines = false;
}

bool CsvParser::isEmpty() const
{
    return m_record.isEmpty() && m_value.isEmpty() && m_state == State::Begin;
}

CsvRecord splitRecord(QByteArrayView text, char separator, qsizetype literalQuote)
{
    CsvParser parser(separator, literalQuote);
    for (const char byte : text) {
        if (parser.take(byte) != CsvParser::Step::Goes)
            return {};
    }
    if (parser.isInQuotes())
        return {};
    parser.end();
    return parser.takeRecord();
}

} // namespace tusk::importer
