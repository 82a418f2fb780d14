// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/progressteller.h"

namespace tusk::importer
{

using namespace std::chrono_literals;

ProgressTeller::ProgressTeller(const ProgressListener &listener)
    : m_listener(listener)
{
}

void ProgressTeller::tell(const ImportProgress &progress)
{
    const auto now = std::chrono::steady_clock::now();
    const bool isSoon = progress.stage == m_told.stage && now - m_toldAt < 100ms;
    if (!m_listener || (isSoon && progress.done < progress.total))
        return;
    m_told = progress;
    m_toldAt = now;
    m_listener(m_told);
}

} // namespace tusk::importer
