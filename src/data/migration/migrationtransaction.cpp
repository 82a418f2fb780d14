// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationtransaction.h"

namespace tusk::migration
{

namespace
{

using namespace std::chrono_literals;

// Silence of the server: longer than its own limits for waiting.
constexpr auto patience = 5min;

// "Tusk" and a number. Sessions with a default of their own for these settings would see the database as it
// was before the wait, give up a long migration, or tell about each thing that was there already.
constexpr char lockSql[] =
    "SELECT set_config('lock_timeout', '2min', true), set_config('statement_timeout', '0', true), "
    "set_config('client_min_messages', 'warning', true), "
    "pg_catalog.pg_advisory_xact_lock(6085897374859788289)";
constexpr char beginSql[] = "BEGIN ISOLATION LEVEL READ COMMITTED";
// From here on we would wait for people at work: not for long, as others then wait behind us.
constexpr char hurrySql[] = "SELECT set_config('lock_timeout', '10s', true)";

} // namespace

MigrationTransaction::MigrationTransaction(session::Connection &connection)
    : m_connection(connection)
{
}

MigrationTransaction::~MigrationTransaction()
{
    if (!m_connection.inTransaction())
        return;
    if (!m_connection.execute({.name = "migration rollback", .sql = "ROLLBACK", .values = {}}, patience))
        m_connection.close();
}

base::Result<void> MigrationTransaction::begin()
{
    for (const session::Statement &statement :
         {session::Statement{.name = "migration begin", .sql = beginSql, .values = {}},
          session::Statement{.name = "migration lock", .sql = lockSql, .values = {}},
          session::Statement{.name = "migration limits", .sql = hurrySql, .values = {}}}) {
        if (auto done = m_connection.execute(statement, patience); !done)
            return done.error();
    }
    return {};
}

base::Result<void> MigrationTransaction::commit()
{
    auto done = m_connection.execute({.name = "migration commit", .sql = "COMMIT", .values = {}}, patience);
    return done ? base::Result<void>() : done.error();
}

} // namespace tusk::migration
