// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/namebook.h"

namespace tusk::importer
{

class SqliteFile;

// Tells the book what a file of Tusk says of its lists or tags; query: Mapping::lists or tags, which may be
// empty. Values that the database would not take are left to its defaults. Blocks for the disk.
[[nodiscard]] base::Result<void> expectNames(SqliteFile &file, const QString &query, NameBook &names);

} // namespace tusk::importer
