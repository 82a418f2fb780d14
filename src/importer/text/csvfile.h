// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/csvreader.h"
#include "importer/text/textreading.h"

namespace tusk::importer
{

// Reads a file of separated values: that of a program that is known by its heading, or any other, whose
// columns are then judged as those of a database. True in plain: the latter.
struct CsvKind {
    bool plain = false;
};
[[nodiscard]] base::Result<CsvKind> readCsv(TextReading &reading, char separator);

// Whether at least two values of the first record are called like fields of a todo.
[[nodiscard]] bool hasTodoHeading(const QByteArray &sample, char separator);

} // namespace tusk::importer
