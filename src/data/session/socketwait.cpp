// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/socketwait.h"

#include "data/session/wakeup.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>

namespace tusk::session
{

namespace
{

short eventsOf(Interest interest)
{
    switch (interest) {
    case Interest::Read:
        return POLLIN;
    case Interest::Write:
        return POLLOUT;
    case Interest::ReadAndWrite:
        return POLLIN | POLLOUT;
    }
    return POLLIN;
}

int millisecondsUntil(Deadline deadline)
{
    using namespace std::chrono;
    if (deadline == noDeadline)
        return -1;
    // Rounded up, so that poll() does not return just before the deadline and spin.
    const auto rest = ceil<milliseconds>(deadline - steady_clock::now()).count();
    return static_cast<int>(std::clamp<long long>(rest, 0, 3'600'000));
}

} // namespace

Readiness waitFor(int socket, Interest interest, const WakeUp &bell, Deadline deadline)
{
    std::array<pollfd, 2> watched{pollfd{bell.descriptor(), POLLIN, 0},
                                  pollfd{socket, eventsOf(interest), 0}};
    while (true) {
        const int count = poll(watched.data(), watched.size(), millisecondsUntil(deadline));
        if (count > 0)
            break;
        const bool interrupted = count < 0 && errno == EINTR;
        if (!interrupted && (deadline == noDeadline || std::chrono::steady_clock::now() >= deadline))
            return {};
    }
    const short seen = watched[1].revents;
    return {.readable = (seen & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) != 0,
            .writable = (seen & POLLOUT) != 0,
            .woken = watched[0].revents != 0};
}

} // namespace tusk::session
