// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/csvreader.h"
#include "importer/text/textreading.h"

namespace tusk::importer
{

// The file of a project of Todoist. It has no ids, no completed todos and dates in words.
[[nodiscard]] bool isTodoistHeading(const CsvRecord &record);
[[nodiscard]] base::Result<void> readTodoist(TextReading &reading, CsvReader &records,
                                             const CsvRecord &heading);

// “every 2 weeks until May 5” as a rule of RFC 5545, for what is said in English; with “;FROM=COMPLETION”
// behind it where it is “every!”. Empty: it is none of these.
[[nodiscard]] QByteArray repeatFromWords(const QString &words, const QDate &written);
// “2026-01-12 10:00”, “12 Jan 2026”, “Jan 12”, with a time behind it: as the importer reads times. A day
// without a year is the one of that year. Empty: it is no such text.
[[nodiscard]] QByteArray dateFromWords(const QString &words, int year);

} // namespace tusk::importer
