// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <functional>

namespace tusk::importer
{

class Findings;
class ImportSource;
class ImportTransaction;
class NameBook;
struct ImportRecord;
struct ImportRequest;
struct SourceIdentity;
struct Staged;

// What of an import its rows are reconciled with, and what changes by it.
struct Reconciliation {
    ImportSource &source;
    const ImportRequest &request;
    ImportTransaction &transaction;
    ImportRecord &record; // known afterwards, where todos were here under the ids of the file
    SourceIdentity &identity;
    NameBook &lists;
    NameBook &tags;
    Findings &findings;
    Staged &staged;                               // some rows say something else afterwards
    std::function<base::Result<void>()> announce; // before anything refers to the import
};

// Brings the staged rows together with what the database has, so that they can be compared: todos under the
// ids of the file are the ones that are here, lists and tags that were renamed keep their todos, a parent
// that is nowhere is none, and of the new names those stay that somebody needs. Blocks.
[[nodiscard]] base::Result<void> reconcile(Reconciliation &run);

} // namespace tusk::importer
