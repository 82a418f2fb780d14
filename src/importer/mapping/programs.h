// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/tablemapping.h"

#include <optional>

namespace tusk::importer
{

class SqliteFile;

// The mapping for a file of a program whose format is known; none: it is of none of them.
[[nodiscard]] base::Result<std::optional<ScoredMapping>> mapProgram(SqliteFile &file,
                                                                    const QList<TableShape> &tables);

} // namespace tusk::importer
