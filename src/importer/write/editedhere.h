// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/applier.h"

namespace tusk::importer
{

class ImportTransaction;
struct Mapping;

// Which rows of a source that was imported before are looked at.
enum class LookedAt {
    AllRows,       // the file as a whole says what it said
    UnchangedRows, // those of which a staged row says what it said
};

// Todos that are another than the row of the file that they came from, though it says what it said: somebody
// has edited them here, or put them into the Trash. Those that were deleted for good are none of them. Reads
// no more todos than have changed since the import that brought them, and of a file of Tusk those that
// adoptExact() has found to be older in it. mapping: of the file.
[[nodiscard]] base::Result<qint64> countEditedHere(ImportTransaction &transaction, const ImportRecord &record,
                                                   LookedAt lookedAt, const Mapping &mapping);

} // namespace tusk::importer
