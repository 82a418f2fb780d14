// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/applier.h"
#include "importer/write/staging.h"

namespace tusk::importer
{

class Findings;
class ImportTransaction;

// Subtasks among the staged rows that are new, or of another parent than before, while their parent was
// deleted for good here, was refused, or is neither here nor in the file: they stand alone. findings: which
// ones. column: of the parents, as the user knows it. Gives what the sums have grown by.
[[nodiscard]] base::Result<Staged> releaseOrphans(ImportTransaction &transaction, const ImportRecord &record,
                                                  const QString &column, Findings &findings);

} // namespace tusk::importer
