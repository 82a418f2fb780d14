// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "data/session/partingthread.h"

#include <QtGlobal>

#include <memory>

namespace tusk::importer
{

// Moves what an import adds to the search indexes on from their pending lists, on a connection of its own
// while the import goes on writing: a third of the server's work, which another processor takes over. That
// the rows are not committed does not matter, as an index knows of no transaction (PostgreSQL's manual, "GIN
// Fast Update Technique"). Nothing depends on it: where it cannot be had, the import does that work itself.
// Thread: made, used and destroyed on one, which it never keeps waiting but for a moment at the end.
class PendingListCleaner final
{
public:
    // Connects, which takes its time. settings: those of the import's own connection.
    explicit PendingListCleaner(const base::ConnectionSettings &settings);
    ~PendingListCleaner(); // as stop(), and waits a moment for the thread, see PartingThread
    Q_DISABLE_COPY_MOVE(PendingListCleaner)

    enum class State {
        Connecting,
        Ready,       // the pending lists may be left to it
        Unavailable, // it got no connection, failed, or the indexes are another's: only an owner may clean
                     // them
    };
    [[nodiscard]] State state() const;
    // Asks for it; returns at once. What comes while it is under way is cleaned behind it.
    void clean();
    // Ends what goes on, also on the server: what is not cleaned yet is no less complete. Returns at once.
    void stop();

private:
    struct Shared; // with the thread

    const std::shared_ptr<Shared> m_shared;
    session::PartingThread m_thread;
};

// What cleans the pending lists of the search indexes: one row for each that is there and may be cleaned.
extern const char cleanPendingListsSql[];

} // namespace tusk::importer
