// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "exporter/exportjob.h"

namespace tusk::tests
{

// Exports as the program does, on the thread of the test.
[[nodiscard]] base::Result<exporter::ExportReport> runExport(const base::ConnectionSettings &settings,
                                                             const exporter::ExportRequest &request,
                                                             const exporter::ProgressListener &progress = {},
                                                             const std::stop_token &stop = {});

// Everything, also what is completed or in the Trash.
[[nodiscard]] exporter::ExportRequest exportOfAll(const QString &file, exporter::ExportFormat format);

} // namespace tusk::tests
