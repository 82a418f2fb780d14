// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/taskthread.h"
#include "localserver/waiting.h"

#include <functional>

namespace tusk::app
{

// Work that waits for the system, on a thread of its own; what comes of it is handed over to the thread that
// made this object. The destructor cancels what runs and waits for its end.
class Background final
{
public:
    Background() = default;
    ~Background() { m_cancellation.cancel(); }
    Q_DISABLE_COPY_MOVE(Background)

    template <class T>
    void run(std::function<T(const localserver::Cancellation &)> task, std::function<void(T)> done)
    {
        m_thread.post([this, task = std::move(task), done = std::move(done), home = m_inbox.address()] {
            home.post([done, result = task(m_cancellation)] { done(result); });
        });
    }

private:
    localserver::Cancellation m_cancellation;
    base::Inbox m_inbox;
    base::TaskThread m_thread; // last: it ends first
};

} // namespace tusk::app
