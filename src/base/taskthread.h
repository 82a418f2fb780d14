// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>
#include <queue>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace tusk::base
{

// A thread that runs tasks one after the other, in the order of posting: for work that waits for a disk or
// another program. Results go back through base::Inbox. The owner declares it after everything that its tasks
// use, so that it ends first.
class TaskThread final
{
public:
    TaskThread();
    // Waits until everything that was posted has run, also what those tasks post themselves: what was asked
    // for is done. Not from one of its own tasks.
    ~TaskThread();
    Q_DISABLE_COPY_MOVE(TaskThread)

    // Returns at once. Thread: any, its own included, until the destructor begins. The task must not throw;
    // it is destroyed on this thread, before the next one runs.
    void post(std::function<void()> task);

private:
    void run();
    [[nodiscard]] std::function<void()> nextTask(); // empty: the end

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::queue<std::function<void()>> m_tasks; // by m_mutex
    bool m_ending = false;                     // by m_mutex
    std::thread m_thread;                      // last: begins when all the others are there
};

} // namespace tusk::base
