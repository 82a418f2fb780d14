// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "exporter/exportrequest.h"

#include <functional>
#include <stop_token>

namespace tusk::session
{
class Connection;
}

namespace tusk::exporter
{

// On the thread of the job, ten times a second at most.
using ProgressListener = std::function<void(const ExportProgress &)>;

// Writes todos into a file, as they all were at one moment, one of them in memory at a time. Blocks for the
// server and the disk; not on the GUI thread. Ends as Cancelled soon after the stop is requested; then, as
// after any error, the file is as it was before.
[[nodiscard]] base::Result<ExportReport> runExport(const ExportRequest &request,
                                                   session::Connection &connection,
                                                   const ProgressListener &progress,
                                                   const std::stop_token &stop);

} // namespace tusk::exporter
