// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "data/session/interruption.h"
#include "data/session/partingthread.h"
#include "environments/connectionreport.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tusk::environments
{

// Tries a connection step by step and tells each as it ends. Changes nothing in the database. A database that
// has to wake up first gets half a minute. Thread: one with an event loop, which never waits here; what may
// wait does so on a thread of its own, and is left to itself where nothing can end it (the resolver).
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(QObject *parent = nullptr);
    ~ConnectionTest() override;
    Q_DISABLE_COPY_MOVE(ConnectionTest)

    // One at a time: a test that is running is cancelled first.
    void start(const base::ConnectionSettings &settings);
    // finished() follows at once, with what is known so far.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_interruption != nullptr; }

Q_SIGNALS:
    void stepEnded(const tusk::environments::StepReport &step);
    // The server takes its time to let us in: it is probably waking up. No error; once a test.
    void waking();
    void finished(const tusk::environments::ConnectionReport &report);

private:
    void take(const StepReport &step);
    void tellWaking();
    void giveUpOnNames();
    void end();

    std::shared_ptr<session::Interruption> m_interruption; // of the running test; null: none is
    ConnectionReport m_report;
    bool m_toldWaking = false;
    quint64 m_generation = 0; // what earlier tests still say is dropped
    QTimer m_nameLimit;       // the system's resolver has none that can be set
    QTimer m_patience;        // after which a login counts as slow
    base::Inbox m_inbox;
    std::unique_ptr<session::PartingThread> m_thread;
};

} // namespace tusk::environments
