// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/wakeup.h"

#include <atomic>

namespace tusk::session
{

// How one thread asks another to stop waiting for the server. It stays raised until it is cleared.
// Thread: every function is safe from any thread.
class Interruption final
{
public:
    enum class Level : int {
        None,
        Cancel,   // ask the server to stop; the connection is kept if it answers soon
        ShutDown, // stop waiting now; the connection is given up
    };

    // Only ever raises: a shut-down is not softened by a later cancel.
    void raise(Level level)
    {
        Level current = m_level.load();
        while (current < level && !m_level.compare_exchange_weak(current, level)) {
        }
        m_bell.ring();
    }
    // Ends a cancel. A shut-down is final.
    void clearCancel()
    {
        Level expected = Level::Cancel;
        m_level.compare_exchange_strong(expected, Level::None);
    }
    [[nodiscard]] Level level() const { return m_level.load(); }
    [[nodiscard]] bool isRaised() const { return level() != Level::None; }

    [[nodiscard]] WakeUp &bell() { return m_bell; }

private:
    std::atomic<Level> m_level = Level::None;
    WakeUp m_bell;
};

} // namespace tusk::session
