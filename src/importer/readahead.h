// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/todoportion.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace tusk::importer
{

// Makes the next portion of a file on a thread of its own while the server is busy with the one before; none
// beyond that, as they are large. What
// the maker uses is its alone until this is gone. Thread: made, used and destroyed on one.
class ReadAhead final
{
public:
    // A portion without rows, or an error, is its last one.
    using Maker = std::function<base::Result<TodoPortion>(const std::stop_token &stop)>;

    explicit ReadAhead(Maker maker);
    // Stops the maker and waits for it.
    ~ReadAhead() = default;
    Q_DISABLE_COPY_MOVE(ReadAhead)

    // The next portion; waits until it is made. Not after the last one.
    [[nodiscard]] base::Result<TodoPortion> take();

private:
    void run(const std::stop_token &stop);

    const Maker m_maker;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<base::Result<TodoPortion>> m_ready; // by m_mutex
    std::jthread m_thread;                            // last: it uses all of the above
};

} // namespace tusk::importer
