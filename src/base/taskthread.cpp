// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/taskthread.h"

#include <utility>

namespace tusk::base
{

TaskThread::TaskThread()
    : m_thread([this] { run(); })
{
}

TaskThread::~TaskThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void TaskThread::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push(std::move(task));
    }
    m_changed.notify_one();
}

void TaskThread::run()
{
    while (const auto task = nextTask())
        task();
}

std::function<void()> TaskThread::nextTask()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
    if (m_tasks.empty())
        return {};
    std::function<void()> task = std::move(m_tasks.front());
    m_tasks.pop();
    return task;
}

} // namespace tusk::base
