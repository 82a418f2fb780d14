// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationrunner.h"

#include "base/logging.h"
#include "data/migration/migrationfailures.h"
#include "data/migration/migrationtransaction.h"

#include <QElapsedTimer>

namespace tusk::migration
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr auto quickly = 1min; // reading a few rows
constexpr auto patiently = 2h; // a migration of a large database says nothing until it is done

constexpr char tableSql[] = R"(CREATE TABLE tusk.migration (
    number integer PRIMARY KEY CHECK (number > 0),
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    duration_ms integer NOT NULL,
    program text NOT NULL
);
COMMENT ON TABLE tusk.migration IS 'The version of this schema: one row for each file that made it what it is. Tusk alone writes here.';
COMMENT ON COLUMN tusk.migration.number IS 'Number of the file; they follow each other without a gap.';
COMMENT ON COLUMN tusk.migration.name IS 'Name of the file, without number and ending.';
COMMENT ON COLUMN tusk.migration.checksum IS 'SHA-256 of the file with LF as line end. A program that brings another file of this number stops.';
COMMENT ON COLUMN tusk.migration.applied_at IS 'When it was applied.';
COMMENT ON COLUMN tusk.migration.duration_ms IS 'How long that took, in milliseconds.';
COMMENT ON COLUMN tusk.migration.program IS 'Version of the Tusk that did it.';
)";
constexpr char schemaSql[] = R"(CREATE SCHEMA tusk;
COMMENT ON SCHEMA tusk IS 'Todos of the program Tusk. docs/postgresql.md of its sources describes the tables.';
)";

session::Statement recordStatement(const Migration &migration, qint64 milliseconds)
{
    return {.name = "migration record",
            .sql = "INSERT INTO tusk.migration (number, name, checksum, duration_ms, program) "
                   "VALUES ($1::integer, $2, $3, $4::integer, $5)",
            .values = {QByteArray::number(migration.number), migration.name.toUtf8(), migration.checksum,
                       QByteArray::number(milliseconds), QByteArrayLiteral(TUSK_VERSION)}};
}

base::Result<bool> hasTodos(session::Connection &connection)
{
    auto table = connection.execute(
        {.name = "todo table", .sql = "SELECT to_regclass('tusk.todo') IS NOT NULL", .values = {}}, quickly);
    if (!table || table->scalar() != "t")
        return table ? base::Result<bool>(false) : table.error();
    auto row = connection.execute(
        {.name = "any todo", .sql = "SELECT EXISTS (SELECT FROM tusk.todo)", .values = {}}, quickly);
    return row ? base::Result<bool>(row->scalar() == "t") : row.error();
}

} // namespace

MigrationRunner::MigrationRunner(session::Connection &connection, MigrationCatalog catalog)
    : m_connection(connection)
    , m_catalog(std::move(catalog))
{
}

base::Result<MigrationPlan> MigrationRunner::plan()
{
    auto found = look();
    if (!found)
        return found.error();
    if (auto allowed = checkRights(found->state); !allowed && !found->plan.pending.isEmpty())
        return allowed.error();
    return found->plan;
}

base::Result<MigrationReport> MigrationRunner::apply(const MigrationHooks &hooks)
{
    auto found = look();
    if (!found)
        return found.error();
    MigrationReport report{found->plan.current, found->plan.current, {}};
    if (found->plan.pending.isEmpty())
        return report;
    if (auto allowed = checkRights(found->state); !allowed)
        return allowed.error();
    if (auto announced = announce(hooks); !announced)
        return announced.error();
    // Ends with a look that finds nothing left to do: only that proves that COMMIT did what it says.
    while (true) {
        auto applied = applyNext(hooks, report.after);
        if (!applied)
            return applied.error();
        if (*applied == 0)
            break;
        report.applied.append(m_catalog.migrations().at(*applied - 1).fileName());
        report.after = *applied;
    }
    report.after = m_catalog.newest();
    return report;
}

// Whether something is to be done before.
base::Result<void> MigrationRunner::announce(const MigrationHooks &hooks)
{
    if (!hooks.beforeFirst)
        return {};
    const auto precious = hasTodos(m_connection);
    if (!precious)
        return precious.error();
    return *precious ? hooks.beforeFirst() : base::Result<void>();
}

base::Result<MigrationRunner::Found> MigrationRunner::look()
{
    auto answer = m_connection.execute(stateStatement(), quickly);
    if (!answer)
        return answer.error();
    auto state = toState(*answer);
    if (!state)
        return state.error();
    if (auto checked = checkState(*state); !checked)
        return checked.error();
    QList<AppliedMigration> history;
    if (state->hasTable) {
        auto rows = m_connection.execute(historyStatement(), quickly);
        if (!rows)
            return rows.error();
        history = toHistory(*rows);
    }
    auto plan = planFor(m_catalog, history);
    return plan ? base::Result<Found>(Found{*state, *plan}) : plan.error();
}

// The number of the migration that was applied; 0 when there was nothing left. after: the newest one that
// this runner believes to be applied.
base::Result<int> MigrationRunner::applyNext(const MigrationHooks &hooks, int after)
{
    MigrationTransaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun)
        return begun.error();
    // Another Tusk may have been quicker: what counts is what is there now that nobody else can migrate.
    auto found = look();
    if (!found)
        return found.error();
    if (found->plan.current < after)
        return failures::notCommitted(m_catalog.migrations().at(after - 1).fileName());
    if (found->plan.pending.isEmpty())
        return 0;
    const Migration &migration = m_catalog.migrations().at(found->plan.current);
    if (hooks.progress)
        hooks.progress({migration.fileName(), migration.number, m_catalog.newest()});
    if (auto made = bootstrap(found->state); !made)
        return failures::stepFailed(migration.fileName(), made.error());
    if (auto ran = run(migration, found->state.serverVersion); !ran)
        return ran.error();
    if (auto committed = transaction.commit(); !committed)
        return failures::stepFailed(migration.fileName(), committed.error());
    qCInfo(base::logMigration) << "applied" << qUtf8Printable(migration.fileName());
    return migration.number;
}

base::Result<void> MigrationRunner::bootstrap(const DatabaseState &state)
{
    if (state.hasTable)
        return {};
    // CREATE SCHEMA IF NOT EXISTS would need the right to make one even where it exists.
    const QByteArray sql = (state.hasSchema ? QByteArray() : QByteArray(schemaSql)) + tableSql;
    return m_connection.executeScript({.name = "migration table", .sql = sql, .values = {}}, quickly);
}

base::Result<void> MigrationRunner::run(const Migration &migration, int serverVersion)
{
    QElapsedTimer clock;
    clock.start();
    const QByteArray name = migration.fileName().toLatin1();
    if (auto ran = m_connection.executeScript(
            {.name = name, .sql = sqlFor(migration, serverVersion), .values = {}}, patiently);
        !ran)
        return failures::stepFailed(migration.fileName(), ran.error());
    if (!m_connection.inTransaction())
        return failures::transactionEnded(migration.fileName());
    if (auto recorded = m_connection.execute(recordStatement(migration, clock.elapsed()), quickly); !recorded)
        return failures::stepFailed(migration.fileName(), recorded.error());
    return {};
}

base::Result<int> schemaVersion(session::Connection &connection)
{
    auto table = connection.execute(
        {.name = "migration table", .sql = "SELECT to_regclass('tusk.migration') IS NOT NULL", .values = {}},
        quickly);
    if (!table || table->scalar() != "t")
        return table ? base::Result<int>(0) : table.error();
    auto version = connection.execute({.name = "schema version",
                                       .sql = "SELECT coalesce(max(number), 0) FROM tusk.migration",
                                       .values = {}},
                                      quickly);
    return version ? base::Result<int>(version->scalar().toInt()) : version.error();
}

} // namespace tusk::migration
