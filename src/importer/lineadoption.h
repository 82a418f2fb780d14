// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/namebook.h"
#include "importer/write/staging.h"

namespace tusk::importer
{

class ImportTransaction;
class SqliteFile;
struct ImportRecord;
struct ImportRequest;
struct SourceIdentity;

// What came of it: the todos that became rows of the source, and what the sums of the staged rows have grown
// by.
struct AdoptedLines {
    qint64 adopted = 0;
    Staged change = {};
};

// Does for todo.txt what adoptTodos() does for other files, and also for todos of the source: a line holds
// less of a todo than Tusk, so each todo that a staged row is about is asked what its line would say. Where
// the file says that, the row takes over what is here: notes, times of day, names with blanks. What it says
// otherwise was changed in the file where the todo is as old here as the line says it was; else it was
// changed on both sides, as far as is known of the row. The import has to be announced before. Blocks for the
// server and for the disk.
[[nodiscard]] base::Result<AdoptedLines> adoptLines(SqliteFile &file, const ImportRequest &request,
                                                    const SourceIdentity &identity, const NameBook &lists,
                                                    const NameBook &tags, ImportTransaction &transaction,
                                                    const ImportRecord &record);

} // namespace tusk::importer
