// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/todowriter.h"

namespace tusk::exporter
{

std::unique_ptr<TodoWriter> writerFor(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return makeJsonWriter();
    case ExportFormat::Csv:
        return makeCsvWriter();
    case ExportFormat::ICalendar:
        return makeICalendarWriter();
    case ExportFormat::TodoTxt:
        return makeTodoTxtWriter();
    case ExportFormat::Markdown:
        break;
    }
    return makeMarkdownWriter();
}

QByteArray textOf(const ExportedMoment &moment)
{
    return moment.time.isEmpty() ? moment.date : moment.date + ' ' + moment.time + ' ' + moment.zone;
}

} // namespace tusk::exporter
