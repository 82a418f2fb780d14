// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace tusk::session
{

class WakeUp;

using Deadline = std::chrono::steady_clock::time_point;
inline constexpr Deadline noDeadline = Deadline::max();

enum class Interest { Read, ReadAndWrite, Write };

// Several may hold at once; none of them: the deadline has passed.
struct Readiness {
    bool readable = false; // or closed, or in error: reading will tell
    bool writable = false;
    bool woken = false; // the bell rings; whoever heard it clears it
    [[nodiscard]] bool timeUp() const { return !readable && !writable && !woken; }
};

// Blocks until the socket is ready, the bell rings or the deadline passes. A socket of -1 is not watched.
Readiness waitFor(int socket, Interest interest, const WakeUp &bell, Deadline deadline);

} // namespace tusk::session
