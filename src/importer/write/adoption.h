// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/applier.h"

namespace tusk::importer
{

class ImportTransaction;

// Todos of the file that are in the database although no import of that source has brought them: it was
// exported from here. They become rows of the source, so that the import goes on as for the second time: of
// a todo that has changed since only on the side of the file, that is, later there, the file's values are
// taken; any other difference is a conflict. The number of them. The import has to be announced before.
[[nodiscard]] base::Result<qint64> adoptTodos(ImportTransaction &transaction, const ImportRecord &record);

// What was deleted here for good since a file of Tusk was imported comes again with it: it may be a backup.
// source: as tusk.import_row has it.
[[nodiscard]] base::Result<void> forgetDeleted(ImportTransaction &transaction, const QByteArray &source);

} // namespace tusk::importer
