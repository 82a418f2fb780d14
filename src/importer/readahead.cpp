// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/readahead.h"

#include "base/threadpriority.h"

#include <utility>

namespace tusk::importer
{

using base::Result;

ReadAhead::ReadAhead(Maker maker)
    : m_maker(std::move(maker))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Result<TodoPortion> ReadAhead::take()
{
    std::optional<Result<TodoPortion>> taken;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ready.has_value(); });
        taken = std::exchange(m_ready, std::nullopt);
    }
    m_changed.notify_one();
    return *std::move(taken);
}

void ReadAhead::run(const std::stop_token &stop)
{
    base::giveWayToTheWindow();
    for (bool isLast = false; !isLast;) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_ready.has_value(); }))
                return;
        }
        auto made = m_maker(stop);
        isLast = !made || made->sent.rows == 0;
        {
            const std::lock_guard lock(m_mutex);
            m_ready = std::move(made);
        }
        m_changed.notify_one();
    }
}

} // namespace tusk::importer
