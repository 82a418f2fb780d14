// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"

namespace tusk::importer
{

class SqliteFile;

// Rows of a file of values that has no ids are known the next time by their title and list, and by which one
// of several such rows they are: lines that are added, deleted or sorted move nothing that was done in Tusk
// to another todo. Changes the mapping that was just recognised; where its table has a key, nothing. Their
// ids are in a temporary table of the connection. Blocks for the disk.
[[nodiscard]] base::Result<void> knowRowsByText(SqliteFile &file, Mapping &mapping);

} // namespace tusk::importer
