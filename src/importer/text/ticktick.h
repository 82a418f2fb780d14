// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/csvreader.h"
#include "importer/text/textreading.h"

namespace tusk::importer
{

// The backup of TickTick: some lines about itself, the heading, and a record for each todo.
[[nodiscard]] bool isTickTickHeading(const CsvRecord &record);
[[nodiscard]] base::Result<void> readTickTick(TextReading &reading, CsvReader &records,
                                              const CsvRecord &heading);

} // namespace tusk::importer
