// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <memory>

namespace tusk::session
{

// Sees to it that a request is answered once, whoever answers it, and that no answer is delivered late.
// Shared by the session, the worker and the answer on its way.
// Thread: every function is safe from any thread.
class Ticket final
{
public:
    // True for the first who asks: only that one may answer.
    [[nodiscard]] bool claim() { return !m_claimed.exchange(true); }

    // An answer that is under way, but has not arrived, arrives as Cancelled from now on.
    void revoke() { m_revoked = true; }
    [[nodiscard]] bool isRevoked() const { return m_revoked; }

private:
    std::atomic<bool> m_claimed = false;
    std::atomic<bool> m_revoked = false;
};

using TicketPointer = std::shared_ptr<Ticket>;

} // namespace tusk::session
