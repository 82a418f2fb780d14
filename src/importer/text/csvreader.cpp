// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/csvreader.h"

#include "importer/source/sourcefailures.h"
#include "importer/text/linereader.h"
#include "importer/texts.h"

#include <QMap>

#include <algorithm>

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

// Spreadsheets write the empty rows below their last one with all of their separators.
bool isBlank(const CsvRecord &record)
{
    return std::ranges::all_of(record, [](const QByteArray &value) { return value.trimmed().isEmpty(); });
}

base::Error neverClosed(const QString &file, qint64 line)
{
    return damagedFile(file, QStringLiteral("a quotation mark of line %1 is never closed").arg(line));
}

base::Error tooLong(const QString &file, qint64 line)
{
    return damagedFile(file, QStringLiteral("the value in line %1 is too long").arg(line));
}

} // namespace

void CsvReader::recover(qsizetype width)
{
    m_width = width;
    m_parser.keepRaw();
}

void CsvReader::beginRecord()
{
    m_parser.beginRecord();
    m_recordLine = m_parser.line();
}

Result<std::optional<CsvRecord>> CsvReader::next()
{
    beginRecord();
    while (true) {
        if (m_bytes.isUsedUp()) {
            const auto isMore = m_bytes.fill();
            if (!isMore)
                return isMore.error();
            if (!*isMore) {
                auto last = atEnd();
                // A salvaged line may have others behind it.
                if (!last || *last || m_bytes.isUsedUp())
                    return last;
                continue;
            }
        }
        const CsvParser::Step step = m_parser.take(m_bytes.take());
        const bool isTooLong = m_parser.valueSize() > longestText;
        if (step == CsvParser::Step::Goes && !isTooLong)
            continue;
        auto record = step == CsvParser::Step::RecordEnds ? ended()
                      : isTooLong                         ? salvage(tooLong(m_bytes.file(), m_recordLine))
                                  : salvage(neverClosed(m_bytes.file(), m_recordLine));
        if (!record || *record)
            return record;
        beginRecord();
    }
}

// None: there is none, or it is salvaged and others follow.
Result<std::optional<CsvRecord>> CsvReader::atEnd()
{
    if (m_parser.isInQuotes()) {
        auto salvaged = salvage(neverClosed(m_bytes.file(), m_recordLine));
        if (salvaged && !*salvaged)
            beginRecord();
        return salvaged;
    }
    if (m_parser.isEmpty())
        return std::optional<CsvRecord>();
    m_parser.end();
    return ended();
}

// None: it is blank, or lost.
Result<std::optional<CsvRecord>> CsvReader::ended()
{
    if (m_width > 0 && m_parser.hasLines()) {
        if (const auto other = withoutDoubtfulQuote())
            return other;
    }
    const CsvRecord record = m_parser.takeRecord();
    if (isBlank(record))
        return std::optional<CsvRecord>();
    if (m_isSearching && record.size() != m_width) {
        lose(m_recordLine, m_parser.line());
        return std::optional<CsvRecord>();
    }
    m_isSearching = false;
    return std::optional(record);
}
std::optional<CsvRecord> CsvReader::withoutDoubtfulQuote()
{
    const QByteArray raw = m_parser.raw();
    const qsizetype quote = m_parser.doubtfulQuote();
    qsizetype end = quote;
    while (end < raw.size() && raw.at(end) != '\n' && raw.at(end) != '\r')
        ++end;
    const CsvRecord record = splitRecord(QByteArrayView(raw).first(end), m_separator, quote);
    if (record.size() != m_width)
        return std::nullopt;
    const qint64 line = m_recordLine + raw.first(end).count('\n');
    if (m_literal.count++ == 0)
        m_literal.first = line;
    m_isSearching = false;
    readAgain(end, line);
    return record;
}

void CsvReader::readAgain(qsizetype from, qint64 line)
{
    m_bytes.giveBack(m_parser.raw().sliced(from));
    m_parser.beginRecord();
    m_parser.setLine(line);
}

Result<std::optional<CsvRecord>> CsvReader::salvage(const base::Error &error)
{
    if (m_width == 0)
        return error;
    if (const auto record = withoutDoubtfulQuote())
        return record;
    const QByteArray &raw = m_parser.raw();
    const qsizetype end = raw.indexOf('\n', m_parser.doubtfulQuote());
    const qsizetype rest = end < 0 ? raw.size() : end + 1;
    const qint64 line = m_recordLine + raw.first(rest).count('\n');
    lose(m_recordLine, std::max(line, m_recordLine + 1));
    m_isSearching = true;
    readAgain(rest, line);
    return std::optional<CsvRecord>();
}

void CsvReader::lose(qint64 first, qint64 behind)
{
    if (m_lost.count == 0)
        m_lost.first = first;
    m_lost.count += behind - first;
}

QStringList CsvReader::losses() const
{
    QStringList sentences;
    const auto add = [&sentences](const char *sentence, const Lines &lines) {
        if (lines.count > 0)
            sentences.append(
                QCoreApplication::translate("Import", sentence, nullptr, int(lines.count)).arg(lines.first));
    };
    add(QT_TRANSLATE_N_NOOP("Import",
                            "%Ln lines could not be read, because a quotation mark is never closed; "
                            "the first of them is line %1."),
        m_lost);
    add(QT_TRANSLATE_N_NOOP("Import", "%Ln quotation marks are never closed and were taken for letters; the "
                                      "first of them is in line %1."),
        m_literal);
    return sentences;
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
