// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/csvreader.h"

#include "importer/source/sourcefailures.h"
#include "importer/text/linereader.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace tusk::importer
{

using base::Result;

namespace
{

constexpr qsizetype sampledRecords = 100;

// The numbers of values in the first records, without regard to what cannot be told from a sample.
QMap<qsizetype, qsizetype> widthsOf(const QByteArray &sample, char separator)
{
    QMap<qsizetype, qsizetype> widths;
    qsizetype width = 1;
    qsizetype records = 0;
    bool isQuoted = false;
    bool isBlank = true;
    for (const char byte : sample) {
        if (byte == '"')
            isQuoted = !isQuoted;
        if (!isQuoted && byte == separator)
            ++width;
        if (isQuoted || byte != '\n') {
            isBlank = isBlank && (byte == ' ' || byte == '\r');
            continue;
        }
        if (!isBlank)
            ++widths[width];
        width = 1;
        isBlank = true;
        if (++records == sampledRecords)
            return widths;
    }
    if (!isBlank)
        ++widths[width];
    return widths;
}

} // namespace

void CsvReader::endValue()
{
    m_record.append(m_value);
    m_value.clear();
    m_state = State::Begin;
}

CsvReader::Step CsvReader::take(char byte)
{
    const bool isQuoted = m_state == State::Quoted;
    if (byte == '\n' && m_wasReturn && !isQuoted) { // the second half of a line end
        m_wasReturn = false;
        return Step::Goes;
    }
    m_wasReturn = byte == '\r' && !isQuoted;
    if (byte == '\n' || m_wasReturn)
        ++m_line;
    if (isQuoted) {
        if (byte == '"')
            m_state = State::QuoteInQuoted;
        else
            m_value += byte;
        return Step::Goes;
    }
    if (byte == '"' && m_state == State::Begin) {
        m_state = State::Quoted;
    } else if (byte == '"' && m_state == State::QuoteInQuoted) {
        m_value += byte;
        m_state = State::Quoted;
    } else if (byte == m_separator) {
        endValue();
    } else if (byte == '\n' || byte == '\r') {
        endValue();
        return Step::RecordEnds;
    } else {
        m_value += byte;
        m_state = State::Plain;
    }
    return Step::Goes;
}

base::Error CsvReader::tooLong() const
{
    return damagedFile(m_text.file(), QStringLiteral("the value in line %1 is too long").arg(m_recordLine));
}

Result<std::optional<CsvRecord>> CsvReader::next()
{
    const auto isBlank = [](const CsvRecord &record) {
        return record.isEmpty() || (record.size() == 1 && record.constFirst().trimmed().isEmpty());
    };
    m_record.clear();
    m_recordLine = m_line;
    while (true) {
        if (m_at >= m_portion.size()) {
            const auto portion = m_text.next();
            if (!portion)
                return portion.error();
            m_portion = *portion;
            m_at = 0;
            if (m_portion.isEmpty())
                break;
        }
        if (m_value.size() > longestText)
            return tooLong();
        if (take(m_portion.at(m_at++)) == Step::Goes)
            continue;
        if (!isBlank(m_record))
            return std::optional(m_record);
        m_record.clear();
        m_recordLine = m_line;
    }
    if (m_state == State::Quoted)
        return damagedFile(m_text.file(),
                           QStringLiteral("a quotation mark of line %1 is never closed").arg(m_recordLine));
    if (m_record.isEmpty() && m_value.isEmpty() && m_state == State::Begin)
        return std::optional<CsvRecord>();
    endValue();
    const CsvRecord last = std::exchange(m_record, {});
    return isBlank(last) ? std::optional<CsvRecord>() : std::optional(last);
}

bool isSeparatorLine(const CsvRecord &record)
{
    return !record.isEmpty() && record.constFirst().trimmed().compare("sep=", Qt::CaseInsensitive) == 0;
}

Separator separatorOf(const QByteArray &sample)
{
    constexpr qsizetype sizeOfLine = 5;
    if (sample.size() > sizeOfLine && sample.left(4).compare("sep=", Qt::CaseInsensitive) == 0 &&
        (sample.at(sizeOfLine) == '\r' || sample.at(sizeOfLine) == '\n'))
        return {sample.at(4), 1};
    Separator best;
    for (const char sign : {',', ';', '\t', '|'}) {
        const auto widths = widthsOf(sample, sign);
        qsizetype records = 0;
        qsizetype most = 0;
        for (const auto &[width, count] : widths.asKeyValueRange()) {
            records += count;
            if (width > 1)
                most = std::max(most, count);
        }
        const double share = records == 0 ? 0 : double(most) / double(records);
        if (share > best.share)
            best = {sign, share};
    }
    return best;
}

} // namespace tusk::importer
