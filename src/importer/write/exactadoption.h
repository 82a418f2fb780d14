// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/applier.h"

namespace tusk::importer
{

class ImportTransaction;

// Does for files that Tusk has written what adoptTodos() does for others, and at every import: such a file
// says of each todo when it was changed, so of the file and the database the one that changed it later has it
// right. What is known of the rows is made so that merging does just that: all values of the file are taken
// where it is newer, none where it is older. Where both are of the same time, the todo was not changed here
// since it was exported, so the file was edited by hand and is taken, but for names of lists and tags that
// nobody has here: they may be former ones. Leaves pg_temp.sides: todos of which the file is newer, and those
// of which it is older. The number of todos that became rows of the source. The import has to be announced
// before.
[[nodiscard]] base::Result<qint64> adoptExact(ImportTransaction &transaction, const ImportRecord &record);

} // namespace tusk::importer
