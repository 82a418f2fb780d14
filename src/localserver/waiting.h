// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "localserver/filedescriptor.h"

#include <QDeadlineTimer>

#include <initializer_list>
#include <poll.h>

namespace tusk::localserver
{

// Ends what another thread waits for. Lasts until the object dies: a cancelled worker does no more work.
// Thread: any.
class Cancellation final
{
public:
    Cancellation();
    Q_DISABLE_COPY_MOVE(Cancellation)

    void cancel() const;
    [[nodiscard]] bool isCancelled() const;
    [[nodiscard]] int descriptor() const { return m_event.get(); } // readable once cancelled

private:
    FileDescriptor m_event;
};

enum class Waited {
    Ready, // at least one of the descriptors
    TimedOut,
    Cancelled,
};

// Blocks until one of the descriptors is ready, the deadline has passed or the wait is cancelled. Without
// descriptors it is a pause that can be cancelled. Cancellation wins over readiness.
[[nodiscard]] Waited waitFor(std::initializer_list<pollfd> descriptors, QDeadlineTimer deadline,
                             const Cancellation &cancellation);

// A pause that begins short and grows, for what can only be tried again.
class Backoff final
{
public:
    explicit Backoff(QDeadlineTimer deadline)
        : m_deadline(deadline)
    {
    }

    // TimedOut when the deadline is over, Ready when it is time to try again.
    [[nodiscard]] Waited pause(const Cancellation &cancellation);

private:
    QDeadlineTimer m_deadline;
    int m_milliseconds = 1;
};

} // namespace tusk::localserver
