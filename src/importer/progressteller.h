// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/importprogress.h"

#include <chrono>

namespace tusk::importer
{

// Tells a listener how far an import is, not more often than it is worth: ten times a second, besides each
// beginning and end of a stage. Thread: that of the job, on which the listener is called.
class ProgressTeller final
{
public:
    // listener: may be none; must outlive this.
    explicit ProgressTeller(const ProgressListener &listener);
    Q_DISABLE_COPY_MOVE(ProgressTeller)

    void tell(const ImportProgress &progress);

private:
    const ProgressListener &m_listener;
    ImportProgress m_told;
    std::chrono::steady_clock::time_point m_toldAt;
};

} // namespace tusk::importer
