// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/migration/migrationcatalog.h"
#include "data/migration/migrationhistory.h"
#include "data/session/connection.h"

#include <functional>

namespace tusk::migration
{

struct MigrationProgress {
    QString fileName; // that is begun now
    int number = 0;   // its place among all: number of total
    int total = 0;
};

// What apply() did.
struct MigrationReport {
    int before = 0; // version of the database that was found; 0: no schema
    int after = 0;
    QStringList applied; // file names; not those that another Tusk applied meanwhile
};

struct MigrationHooks {
    std::function<void(const MigrationProgress &)> progress = {}; // on the thread of the connection
    // Before the first migration of a database that has todos: for a dump. Its error stops everything.
    std::function<base::Result<void>()> beforeFirst = {};
};

// Brings the schema of a database to the version of this program. Each migration is one transaction that also
// records it in tusk.migration; two programs that start at once apply it once, the second waits. Every error
// leaves the database as the last complete migration left it, and says so in a sentence. It never goes back
// to an older version. Thread: that of the connection, which it blocks. The connection must go to the server
// itself: the statements of a migration are many, and it may take minutes.
class MigrationRunner final
{
public:
    MigrationRunner(session::Connection &connection, MigrationCatalog catalog);

    // A dry run: reads only. What apply() would not be allowed to do is an error here too.
    [[nodiscard]] base::Result<MigrationPlan> plan();
    [[nodiscard]] base::Result<MigrationReport> apply(const MigrationHooks &hooks = {});

private:
    struct Found {
        DatabaseState state;
        MigrationPlan plan;
    };
    [[nodiscard]] base::Result<Found> look();
    [[nodiscard]] base::Result<void> announce(const MigrationHooks &hooks);
    [[nodiscard]] base::Result<int> applyNext(const MigrationHooks &hooks, int after);
    [[nodiscard]] base::Result<void> bootstrap(const DatabaseState &state);
    [[nodiscard]] base::Result<void> run(const Migration &migration, int serverVersion);

    session::Connection &m_connection;
    MigrationCatalog m_catalog;
};

// The version of the schema in a database; 0 where there is none. Reads only.
[[nodiscard]] base::Result<int> schemaVersion(session::Connection &connection);

} // namespace tusk::migration
