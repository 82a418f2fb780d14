// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/applier.h"

namespace tusk::importer
{

class ConflictList;
class ImportTransaction;

// Brings rows that changed in the file since the last import to their todos, field by field: written is what
// nobody touched in Tusk; what both sides changed stays and is a conflict. Every written value is read back
// and compared. The counts and conflicts of the report are filled in, and all conflicts listed. How many rows
// that were.
struct Merged {
    qint64 rows = 0;
    qint64 conflicting = 0; // with a value that stays as it is in Tusk
};
// done: told how many rows.
[[nodiscard]] base::Result<Merged> mergeChanged(ImportTransaction &transaction, const ImportRecord &record,
                                                ImportReport &report, ConflictList &conflicts,
                                                const TodosDone &done);

} // namespace tusk::importer
