// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/pendinglistcleaner.h"

#include "base/logging.h"
#include "data/session/connection.h"
#include "data/session/interruption.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace tusk::importer
{

using base::Result;

const char cleanPendingListsSql[] =
    "SELECT pg_catalog.gin_clean_pending_list(oid) FROM pg_catalog.pg_class "
    "WHERE oid IN (pg_catalog.to_regclass('tusk.todo_search_words_idx'), "
    "pg_catalog.to_regclass('tusk.todo_search_title_idx')) AND pg_catalog.pg_has_role(relowner, 'USAGE')";

namespace
{

using namespace std::chrono_literals;

constexpr auto patience = 10min; // with a silent server

// Entries are gathered in this much memory and sorted before they go into an index.
constexpr char settingsSql[] = "SELECT set_config('statement_timeout', '0', true), "
                               "set_config('maintenance_work_mem', '64MB', true)";

// How many indexes it was.
Result<qsizetype> cleanOnce(session::Connection &connection)
{
    const auto answers = connection.executeInTransaction(
        {{.name = "import index settings", .sql = settingsSql, .values = {}},
         {.name = "import index cleanup", .sql = cleanPendingListsSql, .values = {}}},
        patience);
    return answers ? Result<qsizetype>(answers->constLast().rows.size()) : answers.error();
}

} // namespace

struct PendingListCleaner::Shared {
    explicit Shared(base::ConnectionSettings theSettings)
        : settings(std::move(theSettings))
    {
    }

    // The life of the thread.
    void run()
    {
        session::Connection connection(settings, interruption);
        if (const auto opened = connection.open(); !opened)
            return giveUp(opened.error().detail);
        do {
            const auto cleaned = cleanOnce(connection);
            if (!cleaned)
                return giveUp(cleaned.error().detail);
            if (*cleaned == 0)
                return giveUp(QStringLiteral("they are another owner's"));
            state = State::Ready;
        } while (waitForOrder());
    }

    // False: that was the last one.
    bool waitForOrder()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return isAsked || isEnding; });
        isAsked = false;
        return !isEnding;
    }

    void giveUp(const QString &why)
    {
        qCDebug(base::logSession) << "the search indexes are left to the import:" << why;
        state = State::Unavailable;
    }

    const base::ConnectionSettings settings;
    const std::shared_ptr<session::Interruption> interruption = std::make_shared<session::Interruption>();
    std::atomic<State> state = State::Connecting;
    std::mutex mutex{};
    std::condition_variable changed{};
    bool isAsked = false;  // by mutex
    bool isEnding = false; // by mutex
};

PendingListCleaner::PendingListCleaner(const base::ConnectionSettings &settings)
    : m_shared(std::make_shared<Shared>(settings))
    , m_thread([shared = m_shared] { shared->run(); })
{
}

PendingListCleaner::~PendingListCleaner()
{
    stop();
}

void PendingListCleaner::stop()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isEnding = true;
    }
    m_shared->changed.notify_one();
    m_shared->interruption->raise(session::Interruption::Level::Cancel);
}

PendingListCleaner::State PendingListCleaner::state() const
{
    return m_shared->state;
}

void PendingListCleaner::clean()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isAsked = true;
    }
    m_shared->changed.notify_one();
}

} // namespace tusk::importer
