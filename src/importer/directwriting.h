// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/applier.h"
#include "importer/write/staging.h"

namespace tusk::importer
{

class ImportTransaction;
class PortionMaker;
struct ImportRequest;

// Whether the todos of a file can be written as they are read: nothing of the database has to be looked at to
// know what becomes of a row, and no todo comes before its parent.
[[nodiscard]] bool canWriteDirectly(const ImportRequest &request, bool sourceIsKnown);

struct DirectlyWritten {
    Staged sent = {};    // without rows: the import was not announced
    qsizetype lists = 0; // how many came into being with them
    qsizetype tags = 0;
};

// Writes what the maker gives while it makes the next: the server, which takes longer, never waits. The
// import is announced before the first todo. done: told how many todos. Blocks for the disk and the server;
// the maker is used on another thread until this returns.
[[nodiscard]] base::Result<DirectlyWritten> writeDirectly(ImportTransaction &transaction,
                                                          const ImportRecord &record, PortionMaker &maker,
                                                          const TodosDone &done);

} // namespace tusk::importer
