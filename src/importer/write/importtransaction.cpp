// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/importtransaction.h"

#include "data/session/connection.h"
#include "importer/texts.h"

#include <utility>

namespace tusk::importer
{

using base::Result;

namespace
{

using namespace std::chrono_literals;

// Silence of the server while it inserts a million rows; a dead network is noticed by the keepalives.
constexpr auto patience = 1h;

constexpr char commitName[] = "import commit";

// Of the pending list of an index, at which this connection itself cleans it.
constexpr char limitAlone[] = "32MB";
constexpr char limitWithCleaner[] = "256MB";

// Dates and times are read back as texts, so their forms are fixed. Sorting and joining a million rows on
// disk would take longer. "Tusk", "import" and a number keep two imports apart: nothing else can be waited
// for.
constexpr char settingsSql[] =
    "SELECT set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', "
    "'0', true), "
    "set_config('lock_timeout', '10s', true), set_config('client_min_messages', 'warning', true), "
    "set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), "
    "set_config('client_encoding', 'UTF8', true), set_config('work_mem', '64MB', true), "
    "set_config('gin_pending_list_limit', '32MB', true), set_config('jit', 'off', true), "
    "pg_catalog.pg_advisory_xact_lock(6085897374859788290)";

base::Error anotherIsRunning(base::Error error)
{
    if (error.sqlState == "55P03")
        error.sentence = Text::tr("An import into this database is running already, so nothing was changed. "
                                  "Please try again when it is done.");
    return error;
}

} // namespace

ImportTransaction::ImportTransaction(session::Connection &connection)
    : m_connection(connection)
{
}

ImportTransaction::~ImportTransaction()
{
    if (m_cleaner)
        m_cleaner->stop();
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
    return set ? Result<void>() : anotherIsRunning(set.error());
}

Result<void> ImportTransaction::commit()
{
    if (auto waited = waitForIndexing(); !waited)
        return waited;
    // What is not in the indexes themselves yet would be looked through by each search. Where the tables are
    // another's, the server does it by itself some time.
    if (const auto cleaned = execute("import search indexes", cleanPendingListsSql); !cleaned)
        return cleaned.error();
    const auto done = execute(commitName, "COMMIT");
    if (done)
        return {};
    base::Error error = done.error();
    if (isInDoubt(error)) {
        error.kind = base::ErrorKind::ConnectionLost;
        error.sentence =
            Text::tr("The connection ended while the import was being saved, so it is not known whether "
                     "it is there. Importing the file again tells, and brings nothing twice.");
    }
    return error;
}

Result<void> ImportTransaction::logRows(bool areLogged)
{
    const auto set = execute("import log", "SELECT set_config('tusk.log', $1, true)",
                             {QByteArray(areLogged ? "" : "off")});
    return set ? Result<void>() : set.error();
}

Result<void> ImportTransaction::keepTimes(bool areKept)
{
    const auto set = execute("import times", "SELECT set_config('tusk.times', $1, true)",
                             {QByteArray(areKept ? "kept" : "")});
    return set ? Result<void>() : set.error();
}

void ImportTransaction::shareIndexing()
{
    m_cleaner.emplace(m_connection.settings());
}

// An index is cleaned by one at a time, and the last portion may take longer than others may keep us waiting.
Result<void> ImportTransaction::waitForIndexing()
{
    if (!m_cleaner)
        return {};
    const auto set = execute("import patience", "SELECT set_config('lock_timeout', '0', true)");
    return set ? Result<void>() : set.error();
}

Result<void> ImportTransaction::passOnIndexing()
{
    if (!m_cleaner)
        return {};
    m_cleaner->clean();
    const bool canLeave = m_cleaner->state() == PendingListCleaner::State::Ready;
    if (std::exchange(m_areListsLeft, canLeave) == canLeave)
        return {};
    const auto set = execute("import pending lists", "SELECT set_config('gin_pending_list_limit', $1, true)",
                             {QByteArray(canLeave ? limitWithCleaner : limitAlone)});
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
