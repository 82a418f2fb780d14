// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationhistory.h"

#include "data/migration/migrationfailures.h"

namespace tusk::migration
{

using namespace Qt::StringLiterals;

namespace
{

// The oldest that the tests have seen; pg_snapshot came with it.
constexpr int oldestServer = 130000;

QString textAt(const QList<std::optional<QByteArray>> &row, int column)
{
    return QString::fromUtf8(row.at(column).value_or(QByteArray()));
}

bool isTrue(const QList<std::optional<QByteArray>> &row, int column)
{
    return row.at(column) == QByteArrayLiteral("t");
}

base::Result<void> checkApplied(const AppliedMigration &applied, const Migration &known)
{
    if (applied.number != known.number)
        return failures::missingMigration(known.fileName());
    if (applied.checksum != known.checksum)
        return failures::changedMigration(known.fileName());
    return {};
}

} // namespace

session::Statement stateStatement()
{
    // to_regclass() would fail where the schema may not be used. The row of has_..._privilege() of nothing is
    // NULL.
    return {.name = "schema state",
            .sql = "SELECT current_database(), current_user, current_setting('server_encoding'), "
                   "current_setting('server_version_num'), n.oid IS NOT NULL, "
                   "has_schema_privilege(n.oid, 'CREATE'), "
                   "has_database_privilege(current_database(), 'CREATE'), c.oid IS NOT NULL, "
                   "has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') "
                   "FROM (VALUES (1)) AS one LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = 'tusk' "
                   "LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = 'migration'",
            .values = {}};
}

base::Result<DatabaseState> toState(const session::Answer &answer)
{
    if (answer.rows.size() != 1 || answer.rows.constFirst().size() != 9)
        return failures::unexpectedAnswer(stateStatement().name);
    const auto &row = answer.rows.constFirst();
    return DatabaseState{.database = textAt(row, 0),
                         .user = textAt(row, 1),
                         .encoding = textAt(row, 2),
                         .serverVersion = textAt(row, 3).toInt(),
                         .hasSchema = isTrue(row, 4),
                         .mayCreateInSchema = isTrue(row, 5),
                         .mayCreateSchema = isTrue(row, 6),
                         .hasTable = isTrue(row, 7),
                         .mayReadTable = isTrue(row, 8)};
}

session::Statement historyStatement()
{
    return {.name = "schema history",
            .sql = "SELECT number, name, checksum FROM tusk.migration ORDER BY number",
            .values = {}};
}

QList<AppliedMigration> toHistory(const session::Answer &answer)
{
    QList<AppliedMigration> history;
    for (const auto &row : answer.rows)
        history.append({textAt(row, 0).toInt(), textAt(row, 1), row.at(2).value_or(QByteArray())});
    return history;
}

base::Result<void> checkState(const DatabaseState &state)
{
    if (state.encoding != "UTF8"_L1)
        return failures::wrongEncoding(state.database, state.encoding);
    if (state.serverVersion < oldestServer)
        return failures::serverTooOld(state.serverVersion / 10000, oldestServer / 10000);
    if (state.hasTable && !state.mayReadTable)
        return failures::mayNotRead(state.database, state.user);
    return {};
}

base::Result<void> checkRights(const DatabaseState &state)
{
    if (state.hasSchema ? state.mayCreateInSchema : state.mayCreateSchema)
        return {};
    return failures::mayNotCreate(state.database, state.user, state.hasSchema);
}

base::Result<MigrationPlan> planFor(const MigrationCatalog &catalog, const QList<AppliedMigration> &history)
{
    const QList<Migration> &known = catalog.migrations();
    const int current = history.isEmpty() ? 0 : history.constLast().number;
    if (current > catalog.newest())
        return failures::schemaNewer(current, catalog.newest());
    MigrationPlan plan{current, catalog.newest(), {}};
    for (int i = 0; i < current; ++i) {
        // Where the history is shorter than its last number, something is missing in between.
        const AppliedMigration &applied = history.at(std::min<qsizetype>(i, history.size() - 1));
        if (auto checked = checkApplied(applied, known.at(i)); !checked)
            return checked.error();
    }
    for (int i = current; i < known.size(); ++i)
        plan.pending.append(known.at(i).fileName());
    return plan;
}

} // namespace tusk::migration
