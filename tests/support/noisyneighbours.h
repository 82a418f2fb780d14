// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <atomic>
#include <thread>
#include <vector>

namespace tusk::tests
{

// Other clients of the same pool, each with statements of 3 ms and pauses of 1 ms, from construction
// to destruction. They make a pooler hand its servers around. application_name "neighbour".
class NoisyNeighbours final
{
public:
    explicit NoisyNeighbours(const base::ConnectionSettings &settings, int count = 4);
    ~NoisyNeighbours();
    Q_DISABLE_COPY_MOVE(NoisyNeighbours)

    [[nodiscard]] int statements() const { return m_statements; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    void makeNoise(const base::ConnectionSettings &settings);

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_statements = 0;
    std::atomic<int> m_failures = 0;
    std::vector<std::thread> m_threads;
};

} // namespace tusk::tests
