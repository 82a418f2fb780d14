// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"

namespace tusk::importer
{

class SqliteFile;

// Whoever writes 03/14/2026 in one column writes 3/1/2026 in the next one alike: columns of which no value
// tells days from months take the order of the others, if these agree. Also of columns that become nothing.
// What somebody has said stays. Blocks for the disk.
[[nodiscard]] base::Result<void> learnDayOrdersFromOthers(SqliteFile &file, Mapping &mapping);

} // namespace tusk::importer
