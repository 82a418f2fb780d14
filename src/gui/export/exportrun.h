// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "exporter/exportrequest.h"

#include <QObject>

#include <optional>
#include <stop_token>

namespace tusk::models
{
class DatabaseLink;
}

namespace tusk::gui
{

// One export from the window, off its thread. Thread: that of the GUI.
class ExportRun final : public QObject
{
    Q_OBJECT

public:
    explicit ExportRun(QObject *parent = nullptr);
    ~ExportRun() override; // cancels

    // link must outlive the run or cancel().
    void start(models::DatabaseLink &link, const exporter::ExportRequest &request);
    void cancel(); // nothing is said of it any more
    [[nodiscard]] bool isRunning() const { return m_id.has_value(); }

Q_SIGNALS:
    void progressed(const tusk::exporter::ExportProgress &progress);
    void finished(const tusk::exporter::ExportReport &report);
    void failed(const tusk::base::Error &error);

private:
    models::DatabaseLink *m_link = nullptr;
    std::optional<quint64> m_id; // of what runs
    std::stop_source m_stop;
    int m_number = 0; // of the run; what older ones say is not heard
    base::Inbox m_inbox;
};

} // namespace tusk::gui
