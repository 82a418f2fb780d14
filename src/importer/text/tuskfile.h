// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/csvreader.h"
#include "importer/text/textreading.h"

namespace tusk::importer
{

// What Tusk itself has exported: nothing in it has to be guessed, and every value can be taken as it is.

[[nodiscard]] bool isTuskJson(const QByteArray &sample);
[[nodiscard]] base::Result<void> readTuskJson(TextReading &reading);

[[nodiscard]] bool isTuskHeading(const CsvRecord &heading);
// records: behind the heading.
[[nodiscard]] base::Result<void> readTuskCsv(TextReading &reading, CsvReader &records,
                                             const CsvRecord &heading);

} // namespace tusk::importer
