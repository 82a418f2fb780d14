// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/importhistory.h"
#include "importer/importreport.h"

#include <QString>

namespace tusk::app
{

class CommandContext;

// On standard output, in the form that the user wants.
void print(CommandContext &context, const importer::ImportReport &report);
void print(CommandContext &context, const importer::ImportState &state);

// The report with every repair; repairsFile: one a line. Blocks for the disk.
[[nodiscard]] base::Result<void> writeReport(const importer::ImportReport &report, const QString &repairsFile,
                                             const QString &file);

} // namespace tusk::app
