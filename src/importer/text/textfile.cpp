// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/textfile.h"

#include "importer/source/snapshot.h"
#include "importer/source/sourcefailures.h"
#include "importer/text/csvfile.h"
#include "importer/text/icalendar.h"
#include "importer/text/markdown.h"
#include "importer/text/textreading.h"
#include "importer/text/todotxt.h"
#include "importer/text/tuskfile.h"
#include "importer/texts.h"

#include <QDateTime>
#include <QFileInfo>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

enum class Format { Unknown, OtherJson, TuskJson, ICalendar, Csv, TodoTxt, Markdown };

Format formatOf(const QByteArray &sample, const QString &suffix)
{
    constexpr double nearlyAll = 0.9;
    constexpr double many = 0.3;
    const QByteArray beginning = sample.left(1000).trimmed();
    if (isICalendar(sample))
        return Format::ICalendar;
    if (isTuskJson(sample))
        return Format::TuskJson;
    if (suffix == "json"_L1 || beginning.startsWith('{'))
        return Format::OtherJson;
    if (suffix == "csv"_L1 || suffix == "tsv"_L1)
        return Format::Csv;
    if ((suffix == "md"_L1 || suffix == "markdown"_L1) && hasBox(sample))
        return Format::Markdown;
    const Separator separator = separatorOf(sample);
    if (separator.share >= nearlyAll && hasTodoHeading(sample, separator.sign))
        return Format::Csv;
    if (shareOfBoxes(sample) >= many)
        return Format::Markdown;
    return suffix == "txt"_L1 || looksLikeTodoTxt(sample) ? Format::TodoTxt : Format::Unknown;
}

Result<void> readAs(Format format, TextReading &reading, const QByteArray &sample, TextFile &file)
{
    switch (format) {
    case Format::TuskJson:
        return readTuskJson(reading);
    case Format::ICalendar:
        return readICalendar(reading);
    case Format::TodoTxt:
        return readTodoTxt(reading);
    case Format::Markdown:
        return readMarkdown(reading);
    case Format::Csv: {
        const auto read = readCsv(reading, separatorOf(sample).sign);
        if (!read)
            return read.error();
        file.isPlainCsv = read->plain;
        return {};
    }
    case Format::OtherJson:
        return unknownJson(reading.text.file());
    case Format::Unknown:
        break;
    }
    return noDatabase(reading.text.file());
}

} // namespace

Result<TextFile> readTextFile(const Snapshot &snapshot, bool acceptsDamage, const std::stop_token &stop)
{
    const auto text = TextStream::open(snapshot.file(), snapshot.source());
    if (!text)
        return text.error();
    const auto sample = (*text)->sample();
    if (!sample)
        return sample.error();
    TextFile file{snapshot.file() + ".table"_L1};
    const auto tables = TableMaker::create(file.table, snapshot.source());
    if (!tables)
        return tables.error();
    const QFileInfo source(snapshot.source());
    TextReading reading{**text,        **tables, source.completeBaseName(), source.lastModified().date(),
                        acceptsDamage, stop};
    if ((*text)->encoding() == TextEncoding::Windows1252)
        reading.remarks.append(Text::tr("The file is not in UTF-8; it was read as Windows-1252."));
    if (const auto read = readAs(formatOf(*sample, source.suffix().toLower()), reading, *sample, file); !read)
        return read.error();
    if (const auto finished = (*tables)->finish(); !finished)
        return finished.error();
    reading.remarkOnTexts();
    file.remarks = reading.remarks;
    file.losses = reading.losses;
    return file;
}

} // namespace tusk::importer
