// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "data/migration/migrationrunner.h"

#include <functional>

namespace tusk::session
{
class DatabaseSession;
}

namespace tusk::app
{

// Brings the schema of a connected database to the version of this program, unless the environment is set to
// read only.
class SchemaSetup final
{
public:
    template <class T>
    using Done = std::function<void(base::Result<T>)>;
    // Begins a dump, and calls back with its path.
    using Dump = std::function<void(Done<QString>)>;

    // session must outlive this. dump is used before anything happens to a database that holds todos; none
    // where its owner makes backups.
    SchemaSetup(session::DatabaseSession &session, Dump dump);
    Q_DISABLE_COPY_MOVE(SchemaSetup)

    void plan(Done<migration::MigrationPlan> done);
    void bringUp(Done<migration::MigrationReport> done);

private:
    struct Step {
        bool wantsDump = false; // nothing was done: there are todos, and no dump yet
        migration::MigrationReport report;
    };

    [[nodiscard]] static base::Result<Step> take(session::Connection &connection,
                                                 const migration::MigrationCatalog &catalog, bool dumped);
    void refuseToChange(Done<migration::MigrationReport> done);
    void take(bool dumped, Done<migration::MigrationReport> done);
    void dumpFirst(Done<migration::MigrationReport> done);

    session::DatabaseSession &m_session;
    Dump m_dump;
    base::Inbox m_inbox;
};

} // namespace tusk::app
