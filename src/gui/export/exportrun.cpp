// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/export/exportrun.h"

#include "exporter/exportjob.h"
#include "models/databaselink.h"

#include <memory>

namespace tusk::gui
{

using exporter::ExportProgress;
using exporter::ExportReport;

ExportRun::ExportRun(QObject *parent)
    : QObject(parent)
{
}

ExportRun::~ExportRun()
{
    cancel();
}

void ExportRun::start(models::DatabaseLink &link, const exporter::ExportRequest &request)
{
    cancel();
    m_link = &link;
    m_stop = {};
    // Written by the task, read once it has ended.
    const auto report = std::make_shared<ExportReport>();
    const auto told = [this, number = m_number, home = m_inbox.address()](const ExportProgress &progress) {
        home.post([this, number, progress] {
            if (number == m_number)
                Q_EMIT progressed(progress);
        });
    };
    const auto task = [request, report, told,
                       stop = m_stop.get_token()](session::Connection &connection) -> base::Result<void> {
        auto written = exporter::runExport(request, connection, told, stop);
        if (!written)
            return written.error();
        *report = *written;
        return {};
    };
    m_id = link.runLong(task, m_inbox, [this, number = m_number, report](const base::Result<void> &done) {
        if (number != m_number)
            return;
        m_id.reset();
        if (done)
            Q_EMIT finished(*report);
        else
            Q_EMIT failed(done.error());
    });
}

void ExportRun::cancel()
{
    ++m_number;
    m_stop.request_stop();
    if (m_id)
        m_link->cancelLong(*m_id);
    m_id.reset();
}

} // namespace tusk::gui
