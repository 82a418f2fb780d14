// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "data/session/interruption.h"
#include "data/session/libpqhandles.h"
#include "data/session/patientconnect.h"
#include "data/session/statement.h"
#include "environments/connectionreport.h"

#include <functional>
#include <memory>

namespace tusk::environments
{

// Who hears of a test while it runs, on the thread on which it runs.
struct ProbeListener {
    std::function<void(const StepReport &)> stepEnded;
    std::function<void()> loggingIn; // everything but the server's answer to the login is done
    std::function<void()> waking;    // the server says that it is not ready yet; it will be asked again
};

// The blocking part of a test of a connection: by libpq alone, so that a wrong password reaches the server
// once, and everything but the look-up of the name can be interrupted. Changes nothing in the database.
class ConnectionProbe final
{
public:
    ConnectionProbe(base::ConnectionSettings settings, std::shared_ptr<session::Interruption> interruption,
                    ProbeListener listener);

    void run();

private:
    using Step = bool (ConnectionProbe::*)();

    [[nodiscard]] bool resolve();
    [[nodiscard]] bool connect();
    [[nodiscard]] bool lookAtVersion();
    [[nodiscard]] bool lookAtRoute();
    [[nodiscard]] bool measureLatency();
    [[nodiscard]] bool lookAtRights();
    [[nodiscard]] bool lookAtSchema();

    [[nodiscard]] base::Result<session::ConnectionHandle> connectOnce(session::ConnectWatch &watch);
    [[nodiscard]] bool waitForWaking(int attempt);
    bool failConnecting(const session::ConnectWatch &watch, const base::Error &error);
    void reportConnected();
    [[nodiscard]] StepReport encryption() const;
    [[nodiscard]] bool judge(const base::Error &error);
    [[nodiscard]] base::Result<session::Answer> ask(const char *name, const char *sql) const;
    [[nodiscard]] base::Result<session::Answer> ask(const session::Statement &statement) const;
    [[nodiscard]] bool mayListen() const;

    bool pass(TestStep step, const QString &finding);
    bool doubt(TestStep step, const QString &finding, const QString &advice);
    bool fail(TestStep step, const base::Error &error, const QString &advice);
    void report(StepReport report);

    const base::ConnectionSettings m_settings;
    const std::shared_ptr<session::Interruption> m_interruption;
    const ProbeListener m_listener;
    std::chrono::steady_clock::time_point m_began; // of the step
    session::Deadline m_wakingEnds;
    session::ConnectionHandle m_connection;
    bool m_isPooled = false;
    session::Answer m_state; // of the database, as the migrations ask for it
};

} // namespace tusk::environments
