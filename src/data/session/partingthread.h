// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/wakeup.h"

#include <functional>
#include <memory>
#include <thread>

namespace tusk::session
{

// A thread whose end is not waited for at any price: what it runs owns all that it touches, so it may be left
// to itself when something holds it that nothing can interrupt (the driver while connecting, the system's
// resolver). It then ends when it is let go.
class PartingThread final
{
public:
    explicit PartingThread(std::function<void()> body);
    // Waits for the end, but a moment only. Whoever wants it to come soon has told the thread before.
    ~PartingThread();
    Q_DISABLE_COPY_MOVE(PartingThread)

    // Does not even wait for a moment.
    void leaveAlone();

    // Whether any is still running, of those left to themselves too. While it is, the program must end in a
    // way that takes nothing away from it: without the destructors of global objects. Thread: any.
    [[nodiscard]] static bool anyRunning();

private:
    std::shared_ptr<WakeUp> m_ended = std::make_shared<WakeUp>();
    std::thread m_thread;
};

} // namespace tusk::session
