// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/importreport.h"

#include <QString>

namespace tusk::importer
{

// Writes the report with every repair and conflict: as a page to read where the name of the file ends in
// .html or .htm, as JSON for programs else. repairsFile: one repair a line, as Findings writes it; may be
// missing. Blocks for the disk. Error: LocalFile; the file is as it was then.
[[nodiscard]] base::Result<void> writeReport(const ImportReport &report, const QString &repairsFile,
                                             const QString &file);

// Whether a report can be written there, for asking before an import. Error: there is no such folder, no
// right to, or it would overwrite the file that is imported, or what belongs to it. Blocks for the disk.
[[nodiscard]] base::Result<void> checkReportFile(const QString &source, const QString &file);

} // namespace tusk::importer
