// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/importtransaction.h"

#include "data/session/connection.h"
#include "importer/texts.h"

namespace tusk::importer
{

using base::Result;

namespace
{

using namespace std::chrono_literals;

// Silence of the server while it inserts a million rows; a dead network is noticed by the keepalives.
constexpr auto patience = 1h;

constexpr char commitName[] = "import commit";

// Dates and times are read back as texts, so their forms are fixed. Sorting and joining a million rows on
// disk would take longer. "Tusk", "import" and a number keep two imports apart.
constexpr char settingsSql[] =
    "SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', "
    "'0', true), "
    "set_config('lock_timeout', '10s', true), set_config('client_min_messages', 'warning', true), "
    "set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), "
    "set_config('client_encoding', 'UTF8', true), set_config('work_mem', '64MB', true), "
    "set_config('gin_pending_list_limit', '32MB', true), set_config('jit', 'off', true), "
    "pg_catalog.pg_advisory_xact_lock(6085897374859788290)";

// Portions that were not sorted in yet would be looked through by each search. Only an owner may ask for it;
// where the tables are another's, the server does it by itself some time.
constexpr char sortedInSql[] =
    "SELECT pg_catalog.gin_clean_pending_list(oid) FROM pg_catalog.pg_class "
    "WHERE oid IN (pg_catalog.to_regclass('tusk.todo_search_words_idx'), "
    "pg_catalog.to_regclass('tusk.todo_search_title_idx')) AND pg_catalog.pg_has_role(relowner, 'USAGE')";

} // namespace

ImportTransaction::ImportTransaction(session::Connection &connection)
    : m_connection(connection)
{
}

ImportTransaction::~ImportTransaction()
{
    if (!m_connection.inTransaction())
        return;
    // Where an interruption keeps us from saying so, the end of the connection says it.
    if (!execute("import rollback", "ROLLBACK"))
        m_connection.close();
}

Result<void> ImportTransaction::begin()
{
    if (const auto begun = execute("import begin", "BEGIN ISOLATION LEVEL READ COMMITTED"); !begun)
        return begun.error();
    const auto set = execute("import settings", settingsSql);
    return set ? Result<void>() : set.error();
}

Result<void> ImportTransaction::commit()
{
    if (const auto sorted = execute("import search indexes", sortedInSql); !sorted)
        return sorted.error();
    const auto done = execute(commitName, "COMMIT");
    if (done)
        return {};
    base::Error error = done.error();
    if (isInDoubt(error)) {
        error.kind = base::ErrorKind::ConnectionLost;
        error.sentence =
            Text::tr("The connection ended while the import was being saved, so it is not known whether "
                     "it is there. “tusk verify” tells; importing the file again brings nothing twice.");
    }
    return error;
}

Result<void> ImportTransaction::logRows(bool areLogged)
{
    const auto set = execute("import log", "SELECT set_config('tusk.log', $1, true)",
                             {QByteArray(areLogged ? "" : "off")});
    return set ? Result<void>() : set.error();
}

Result<session::Answer> ImportTransaction::execute(const char *name, const QByteArray &sql,
                                                   const QList<std::optional<QByteArray>> &values)
{
    return m_connection.execute({.name = name, .sql = sql, .values = values}, patience);
}

Result<qint64> ImportTransaction::number(const char *name, const QByteArray &sql,
                                         const QList<std::optional<QByteArray>> &values)
{
    const auto answer = execute(name, sql, values);
    if (!answer)
        return answer.error();
    return answer->scalar().toLongLong();
}

Result<void> ImportTransaction::copyIn(const char *name, const QByteArray &sql,
                                       const session::CopySource &source)
{
    return m_connection.copyIn({.name = name, .sql = sql, .values = {}}, source, patience);
}

Result<void> ImportTransaction::copyOut(const char *name, const QByteArray &sql,
                                        const session::CopySink &sink)
{
    return m_connection.copyOut({.name = name, .sql = sql, .values = {}}, sink, patience);
}

bool isInDoubt(const base::Error &error)
{
    return error.statement == commitName && !error.connectionUsable;
}

} // namespace tusk::importer
