// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/importprogress.h"

#include <array>
#include <chrono>
#include <stop_token>

namespace tusk::importer
{

// Tells a listener how far an import is, not more often than it is worth: ten times a second, besides each
// beginning and end of a stage. Thread: that of the job, on which the listener is called.
class ProgressTeller final
{
public:
    using Stage = ImportProgress::Stage;

    // listener: may be none. Both must outlive this.
    ProgressTeller(const ProgressListener &listener, const std::stop_token &stop);
    Q_DISABLE_COPY_MOVE(ProgressTeller)

    // How many rows a stage has; before it begins.
    void expect(Stage stage, qint64 rows) { m_totals[size_t(stage)] = rows; }

    void tell(Stage stage, qint64 done);
    // The same, unless the import is to end: Cancelled.
    [[nodiscard]] base::Result<void> goOn(Stage stage, qint64 done);

private:
    const ProgressListener &m_listener;
    const std::stop_token &m_stop;
    std::array<qint64, size_t(Stage::Comparing) + 1> m_totals{};
    ImportProgress m_told;
    std::chrono::steady_clock::time_point m_toldAt;
};

} // namespace tusk::importer
