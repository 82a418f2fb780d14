// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

struct sqlite3;

namespace tusk::importer
{

// For a database of another program, before anything is read of it: its triggers do not run, and what else
// its schema says (columns that are computed, rules, indexes, views) reaches only functions and modules
// without side effects.
void confineForeignSchema(sqlite3 *database);

} // namespace tusk::importer
