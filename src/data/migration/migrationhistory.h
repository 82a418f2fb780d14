// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/migration/migrationcatalog.h"
#include "data/session/statement.h"

#include <QList>

namespace tusk::migration
{

// What a database says about itself before anything is done to it.
struct DatabaseState {
    QString database;
    QString user;
    QString encoding;      // of the server's texts
    int serverVersion = 0; // 150020 is 15.20
    bool hasSchema = false;
    bool mayCreateInSchema = false;
    bool mayCreateSchema = false;
    bool hasTable = false; // tusk.migration
    bool mayReadTable = false;
};
[[nodiscard]] session::Statement stateStatement();
[[nodiscard]] base::Result<DatabaseState> toState(const session::Answer &answer);

[[nodiscard]] session::Statement historyStatement();
[[nodiscard]] QList<AppliedMigration> toHistory(const session::Answer &answer); // ascending

// Whether the database can be one of ours at all: its encoding, the server's version, the right to read.
[[nodiscard]] base::Result<void> checkState(const DatabaseState &state);
// Whether this user may make what is missing.
[[nodiscard]] base::Result<void> checkRights(const DatabaseState &state);

// What is to be done to a database with this history; SchemaNewer when a newer program has been there,
// SchemaDrift when a migration is missing in between or was another one when it was applied.
[[nodiscard]] base::Result<MigrationPlan> planFor(const MigrationCatalog &catalog,
                                                  const QList<AppliedMigration> &history);

} // namespace tusk::migration
