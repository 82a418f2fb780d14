// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/importreport.h"
#include "importer/write/applier.h"
#include "importer/write/staging.h"

#include <QtGlobal>

namespace tusk::importer
{

class ImportTransaction;

// What an import has sent and what should have become of it.
struct WrittenRows {
    Staged sent = {};
    StagedCounts counts = {};
    qint64 conflicting = 0; // with a value that stays as it is in Tusk
};

// Reads back every todo that is new and compares it with what was sent; of a source that was known before
// also what is known of its other rows. The sums of the new ones, which agree; anything else is an error,
// after which the transaction must not be committed. done: told how many todos. Blocks for the server.
[[nodiscard]] base::Result<ComparedSums> proveImport(ImportTransaction &transaction,
                                                     const ImportRecord &record, const WrittenRows &written,
                                                     const TodosDone &done);

} // namespace tusk::importer
