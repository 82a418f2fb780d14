// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/progressteller.h"

#include "importer/source/sourcefailures.h"

namespace tusk::importer
{

using namespace std::chrono_literals;

ProgressTeller::ProgressTeller(const ProgressListener &listener, const std::stop_token &stop)
    : m_listener(listener)
    , m_stop(stop)
{
}

void ProgressTeller::tell(Stage stage, qint64 done)
{
    const ImportProgress progress{stage, done, m_totals[size_t(stage)]};
    const auto now = std::chrono::steady_clock::now();
    const bool isSoon = progress.stage == m_told.stage && now - m_toldAt < 100ms;
    if (!m_listener || (isSoon && progress.done < progress.total))
        return;
    m_told = progress;
    m_toldAt = now;
    m_listener(m_told);
}

base::Result<void> ProgressTeller::goOn(Stage stage, qint64 done)
{
    if (m_stop.stop_requested())
        return readingCancelled();
    tell(stage, done);
    return {};
}

} // namespace tusk::importer
