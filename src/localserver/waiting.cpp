// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/waiting.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <sys/eventfd.h>
#include <vector>

namespace tusk::localserver
{

namespace
{

int pollTimeout(const QDeadlineTimer &deadline)
{
    const qint64 remaining = deadline.remainingTime(); // -1: for ever
    return static_cast<int>(std::min<qint64>(remaining, std::numeric_limits<int>::max()));
}

} // namespace

Cancellation::Cancellation()
    : m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

void Cancellation::cancel() const
{
    eventfd_write(m_event.get(), 1);
}

bool Cancellation::isCancelled() const
{
    pollfd event{m_event.get(), POLLIN, 0};
    return poll(&event, 1, 0) > 0;
}

Waited waitFor(std::initializer_list<pollfd> descriptors, QDeadlineTimer deadline,
               const Cancellation &cancellation)
{
    std::vector<pollfd> waiting{{cancellation.descriptor(), POLLIN, 0}};
    waiting.insert(waiting.end(), descriptors);
    for (;;) {
        const int ready = poll(waiting.data(), waiting.size(), pollTimeout(deadline));
        if (ready < 0 && errno == EINTR)
            continue;
        if (waiting.front().revents != 0)
            return Waited::Cancelled;
        return ready > 0 ? Waited::Ready : Waited::TimedOut;
    }
}

Waited Backoff::pause(const Cancellation &cancellation)
{
    constexpr int longest = 50;
    if (m_deadline.hasExpired())
        return Waited::TimedOut;
    const QDeadlineTimer until = std::min(QDeadlineTimer(m_milliseconds), m_deadline);
    m_milliseconds = std::min(m_milliseconds * 2, longest);
    return waitFor({}, until, cancellation) == Waited::Cancelled ? Waited::Cancelled : Waited::Ready;
}

} // namespace tusk::localserver
