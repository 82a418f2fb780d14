// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/namebook.h"
#include "importer/write/applier.h"
#include "importer/write/staging.h"

namespace tusk::importer
{

class ImportTransaction;

// Names of the file that are other lists and tags by now than in an earlier import of the source: where a
// staged row says what it said then it has what it was imported with, so that it counts as unchanged. Gives
// what the sums have grown by.
[[nodiscard]] base::Result<Staged> keepFormerNames(ImportTransaction &transaction, const ImportRecord &record,
                                                   const NameBook &lists, const NameBook &tags);

// Of the lists and tags that the file has and the database has not, only those are added that a new todo is
// in or has, or one that changed in the file and not in Tusk: what was deleted in Tusk stays away else.
[[nodiscard]] base::Result<void> keepNeededNames(ImportTransaction &transaction, const ImportRecord &record,
                                                 NameBook &lists, NameBook &tags);

} // namespace tusk::importer
