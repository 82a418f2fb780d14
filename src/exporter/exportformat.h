// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace tusk::exporter
{

// docs/exporting.md says what each of them holds.
enum class ExportFormat {
    Json, // everything; imported again it gives the same
    Csv,
    ICalendar,
    TodoTxt,
    Markdown, // for reading
};

[[nodiscard]] const QList<ExportFormat> &allFormats();
[[nodiscard]] QString wordFor(ExportFormat format);   // “json”, as one types it
[[nodiscard]] QString nameOf(ExportFormat format);    // for people
[[nodiscard]] QString suffixOf(ExportFormat format);  // of files: “ics”
[[nodiscard]] QString purposeOf(ExportFormat format); // a sentence: what it is good for, what it leaves out
[[nodiscard]] std::optional<ExportFormat> formatNamed(const QString &word);
// By the ending of its name.
[[nodiscard]] std::optional<ExportFormat> formatOfFile(const QString &file);

} // namespace tusk::exporter
