// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/noisyneighbours.h"

#include "support/sqlclient.h"

using namespace Qt::StringLiterals;

namespace tusk::tests
{

NoisyNeighbours::NoisyNeighbours(const base::ConnectionSettings &settings, int count)
{
    base::ConnectionSettings theirs = settings;
    theirs.applicationName = u"neighbour"_s;
    for (int i = 0; i < count; ++i)
        m_threads.emplace_back([this, theirs] { makeNoise(theirs); });
    while (m_statements < count)
        std::this_thread::yield();
}

NoisyNeighbours::~NoisyNeighbours()
{
    m_stop = true;
    for (std::thread &thread : m_threads)
        thread.join();
}

void NoisyNeighbours::makeNoise(const base::ConnectionSettings &settings)
{
    SqlClient client(settings);
    while (!m_stop) {
        if (!client.ask(u"SELECT pg_sleep(0.003)"_s).ok)
            ++m_failures;
        ++m_statements;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace tusk::tests
