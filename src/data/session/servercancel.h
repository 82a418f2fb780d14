// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/libpqhandles.h"

#include <atomic>
#include <memory>

namespace tusk::session
{

class Interruption;

// Asks the server to stop the statement that is running on a connection. libpq 15 does that by a blocking
// call on a connection of its own, which a frozen peer may hold for ever, so it runs on a thread that nobody
// waits for.
class ServerCancel final
{
public:
    // The bell of whom rings when the server has heard of it. Null if there is nothing to ask.
    static std::shared_ptr<ServerCancel> send(PGconn *connection, std::shared_ptr<Interruption> whom);

    // Until then the request is under way and may still strike the next statement of the connection.
    [[nodiscard]] bool isFinished() const { return m_finished; }

private:
    std::atomic<bool> m_finished = false;
};

} // namespace tusk::session
