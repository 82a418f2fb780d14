// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/exportformat.h"

#include "exporter/texts.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tusk::exporter
{

namespace
{

struct Info {
    QLatin1StringView word;
    QLatin1StringView suffix;
    const char *name;
    const char *purpose;
};

// In the order of ExportFormat.
constexpr std::array infos{
    Info{QLatin1StringView("json"), QLatin1StringView("json"), QT_TRANSLATE_NOOP("Export", "Tusk (JSON)"),
         QT_TRANSLATE_NOOP("Export", "Everything. Imported again, it gives the same todos, lists and tags.")},
    Info{QLatin1StringView("csv"), QLatin1StringView("csv"), QT_TRANSLATE_NOOP("Export", "Table (CSV)"),
         QT_TRANSLATE_NOOP("Export",
                           "For spreadsheets. All of the todos; not the colours of lists and tags.")},
    Info{
        QLatin1StringView("icalendar"), QLatin1StringView("ics"),
        QT_TRANSLATE_NOOP("Export", "Calendar (iCalendar)"),
        QT_TRANSLATE_NOOP("Export", "For calendars and other todo apps. Not the colours of lists and tags.")},
    Info{QLatin1StringView("todotxt"), QLatin1StringView("txt"), QT_TRANSLATE_NOOP("Export", "todo.txt"),
         QT_TRANSLATE_NOOP("Export", "One line for each todo. Without notes and without the Trash.")},
    Info{QLatin1StringView("markdown"), QLatin1StringView("md"),
         QT_TRANSLATE_NOOP("Export", "Text (Markdown)"),
         QT_TRANSLATE_NOOP("Export",
                           "For reading and printing. Without repeats, times of completion and the Trash.")}};

const Info &infoOf(ExportFormat format)
{
    return infos[size_t(format)];
}

} // namespace

const QList<ExportFormat> &allFormats()
{
    static const QList<ExportFormat> formats{ExportFormat::Json, ExportFormat::Csv, ExportFormat::ICalendar,
                                             ExportFormat::TodoTxt, ExportFormat::Markdown};
    return formats;
}

QString wordFor(ExportFormat format)
{
    return infoOf(format).word;
}

QString nameOf(ExportFormat format)
{
    return Text::tr(infoOf(format).name);
}

QString suffixOf(ExportFormat format)
{
    return infoOf(format).suffix;
}

QString purposeOf(ExportFormat format)
{
    return Text::tr(infoOf(format).purpose);
}

std::optional<ExportFormat> formatNamed(const QString &word)
{
    const auto *found = std::ranges::find_if(
        infos, [&word](const Info &info) { return word.compare(info.word, Qt::CaseInsensitive) == 0; });
    return found == infos.end() ? std::nullopt : std::optional(ExportFormat(found - infos.begin()));
}

std::optional<ExportFormat> formatOfFile(const QString &file)
{
    const QString suffix = QFileInfo(file).suffix();
    const auto *found = std::ranges::find_if(
        infos, [&suffix](const Info &info) { return suffix.compare(info.suffix, Qt::CaseInsensitive) == 0; });
    return found == infos.end() ? std::nullopt : std::optional(ExportFormat(found - infos.begin()));
}

} // namespace tusk::exporter
