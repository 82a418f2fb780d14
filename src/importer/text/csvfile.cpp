// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/csvfile.h"

#include "importer/mapping/columnnames.h"
#include "importer/source/sourcefailures.h"
#include "importer/text/ticktick.h"
#include "importer/text/todoist.h"
#include "importer/text/tuskfile.h"
#include "importer/texts.h"

#include <algorithm>
#include <array>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr qsizetype mostPreamble = 40; // records before the heading

bool isFieldName(const QString &name)
{
    for (int target = 0; target < targetCount; ++target) {
        if (nameScore(plainName(name), Target(target)) > 0)
            return true;
    }
    return false;
}

qsizetype fieldNames(const CsvRecord &record)
{
    return std::ranges::count_if(record,
                                 [](const QByteArray &name) { return isFieldName(QString::fromUtf8(name)); });
}

// Each another one: SQL does not tell upper and lower case apart.
QStringList columnsOf(const CsvRecord &heading, qsizetype width)
{
    QStringList columns;
    for (qsizetype i = 0; i < width; ++i) {
        const QString name = QString::fromUtf8(heading.value(i)).remove(QChar::Null).simplified();
        QString column = name.isEmpty() ? Text::tr("column %1").arg(i + 1) : name.left(200);
        for (int number = 2; columns.contains(column, Qt::CaseInsensitive); ++number)
            column = u"%1 %2"_s.arg(name.left(190)).arg(number);
        columns.append(column);
    }
    return columns;
}

// Whose files are known by their headings.
struct Program {
    bool (*isHeading)(const CsvRecord &record);
    Result<void> (*read)(TextReading &reading, CsvReader &records, const CsvRecord &heading);
};
constexpr std::array programs{Program{isTuskHeading, readTuskCsv}, Program{isTodoistHeading, readTodoist},
                              Program{isTickTickHeading, readTickTick}};

// Any file of separated values.
class PlainCsv final
{
public:
    PlainCsv(TextReading &reading, char separator)
        : m_reading(reading)
        , m_separator(separator)
    {
    }

    Result<void> read()
    {
        // The key is a column that is called so and in which no value is missing or there twice; that shows
        // on the way.
        for (const bool withKey : {true, false}) {
            const auto done = readOnce(withKey);
            if (!done || *done)
                return done ? Result<void>() : done.error();
            const auto textAgain = m_reading.text.rewind();
            const auto tablesAgain = m_reading.tables.beginAnew();
            if (!textAgain || !tablesAgain)
                return textAgain ? tablesAgain : textAgain;
            m_tooWide = 0;
        }
        return {};
    }

private:
    // False: what was taken for the key is none.
    Result<bool> readOnce(bool withKey)
    {
        CsvReader records(m_reading.text, m_separator);
        auto first = records.next();
        if (first && *first && isSeparatorLine(**first))
            first = records.next();
        if (!first)
            return first.error();
        if (!*first)
            return emptyFile(m_reading.text.file());
        const bool hasHeading = fieldNames(**first) > 0;
        m_columns = columnsOf(hasHeading ? **first : CsvRecord(), (*first)->size());
        if (m_reading.acceptsDamage)
            records.recover(m_columns.size());
        const QString key = withKey ? keyColumn() : QString();
        const auto made = m_reading.tables.addTable(u"todos"_s, m_columns, key);
        if (!made)
            return made.error();
        const qsizetype keyAt = m_columns.indexOf(key);
        std::optional<CsvRecord> record = hasHeading ? std::nullopt : *first;
        while (true) {
            if (!record) {
                const auto more = records.next();
                if (!more) {
                    const auto ended = m_reading.damaged(more.error());
                    return ended ? atEnd(records) : ended.error();
                }
                if (!*more)
                    return atEnd(records);
                record = *more;
            }
            auto added = add(*made, *record, keyAt);
            if (!added || !*added)
                return added;
            record.reset();
        }
    }

    [[nodiscard]] QString keyColumn() const
    {
        for (const QString &column : m_columns) {
            if (nameScore(plainName(column), Target::Id) > 0)
                return column;
        }
        return {};
    }

    Result<bool> add(qsizetype table, const CsvRecord &record, qsizetype keyAt)
    {
        if (m_reading.stop.stop_requested())
            return readingCancelled();
        TextRow row(m_columns.size());
        for (qsizetype i = 0; i < std::min(row.size(), record.size()); ++i) {
            if (!record.at(i).isEmpty())
                row[i] = record.at(i);
        }
        const auto isText = [](const QByteArray &value) { return !value.trimmed().isEmpty(); };
        if (record.size() > row.size() && std::any_of(record.cbegin() + row.size(), record.cend(), isText))
            ++m_tooWide;
        if (keyAt >= 0 && !row.at(keyAt))
            return false;
        const auto added = m_reading.tables.addRow(table, row);
        return added ? Result<bool>(*added == TableMaker::Added::New) : added.error();
    }

    Result<bool> atEnd(const CsvReader &records)
    {
        m_reading.losses += records.losses();
        const char *sentence =
            QT_TRANSLATE_N_NOOP("Import", "In %Ln lines there are more values than columns.");
        if (m_tooWide > 0)
            m_reading.losses.append(QCoreApplication::translate("Import", sentence, nullptr, int(m_tooWide)));
        return true;
    }

    TextReading &m_reading;
    const char m_separator;
    QStringList m_columns;
    qint64 m_tooWide = 0; // records
};

} // namespace

Result<CsvKind> readCsv(TextReading &reading, char separator)
{
    CsvReader records(reading.text, separator);
    for (qsizetype i = 0; i < mostPreamble; ++i) {
        const auto record = records.next();
        // Whether that is damage is for the one who reads the file to say.
        if (!record || !*record)
            break;
        for (const Program &program : programs) {
            if (!program.isHeading(**record))
                continue;
            if (reading.acceptsDamage)
                records.recover((*record)->size());
            const auto read = program.read(reading, records, **record);
            reading.losses += records.losses();
            return read ? Result<CsvKind>(CsvKind{}) : read.error();
        }
    }
    if (const auto again = reading.text.rewind(); !again)
        return again.error();
    const auto read = PlainCsv(reading, separator).read();
    return read ? Result<CsvKind>(CsvKind{true}) : read.error();
}

bool hasTodoHeading(const QByteArray &sample, char separator)
{
    const qsizetype end = sample.indexOf('\n');
    CsvRecord heading;
    for (const QByteArray &name : sample.left(end < 0 ? sample.size() : end).split(separator))
        heading.append(name.trimmed().replace('"', ""));
    return fieldNames(heading) >= 2;
}

} // namespace tusk::importer
