// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/exporting.h"

#include "data/session/connection.h"

namespace tusk::tests
{

base::Result<exporter::ExportReport> runExport(const base::ConnectionSettings &settings,
                                               const exporter::ExportRequest &request,
                                               const exporter::ProgressListener &progress,
                                               const std::stop_token &stop)
{
    session::Connection connection(settings);
    if (const auto opened = connection.open(); !opened)
        return opened.error();
    return exporter::runExport(request, connection, progress, stop);
}

exporter::ExportRequest exportOfAll(const QString &file, exporter::ExportFormat format)
{
    exporter::ExportRequest request;
    request.format = format;
    request.selection.withClosed = true;
    request.file = file;
    request.now = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    return request;
}

} // namespace tusk::tests
