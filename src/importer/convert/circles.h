// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"

#include <QByteArray>
#include <QSet>

namespace tusk::importer
{

class SqliteFile;

// Ids of rows that are among their own ancestors. Blocks for the disk.
[[nodiscard]] base::Result<QSet<QByteArray>> idsInCircles(SqliteFile &file, const Mapping &mapping,
                                                          const QStringList &owners);

} // namespace tusk::importer
