// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/databasesession.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace tusk::session
{

// A request on its way: made by the session, carried out by a worker, answered by one of the two. All but the
// ticket is written before the worker gets it.
struct Job {
    DatabaseSession::RequestId id = 0;
    Statement statement;
    Ordering ordering = Ordering::Free;
    bool waitsForConnection = false;
    std::optional<std::chrono::milliseconds> limit = {};
    std::chrono::steady_clock::time_point asked = std::chrono::steady_clock::now();
    // One of the two. Answering is safe from any thread and counts once, see Ticket.
    std::function<void(base::Result<Answer>, const TicketPointer &)> done;
    std::function<void(base::Result<Connection *>, const TicketPointer &)> task;
    TicketPointer ticket = std::make_shared<Ticket>();

    [[nodiscard]] bool isTask() const { return static_cast<bool>(task); }

    void fail(const base::Error &why)
    {
        if (isTask())
            task(why, ticket);
        else
            done(why, ticket);
    }
};

using JobPointer = std::shared_ptr<Job>;

} // namespace tusk::session
