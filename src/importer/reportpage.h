// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/importreport.h"

class QFile;
class QIODevice;

namespace tusk::importer
{

// The report as a page for a browser, for people who want to know what became of their todos and have never
// seen a database from inside. repairs and conflicts: as Findings and ConflictList write them, open for
// reading, or not open: none, and of the conflicts those of the report. Only one of them is in memory at a
// time. False: the target is full or broken.
[[nodiscard]] bool writeReportPage(const ImportReport &report, QFile &repairs, QFile &conflicts,
                                   QIODevice &target);

} // namespace tusk::importer
