// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "data/session/interruption.h"
#include "data/session/libpqhandles.h"
#include "data/session/patientconnect.h"
#include "environments/steprecorder.h"

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
    [[nodiscard]] bool resolve();
    [[nodiscard]] bool connect();
    [[nodiscard]] base::Result<session::ConnectionHandle> connectOnce(session::ConnectWatch &watch);
    [[nodiscard]] bool waitForWaking(int attempt);
    bool failConnecting(const session::ConnectWatch &watch, const base::Error &error);
    void reportConnected();
    [[nodiscard]] StepReport encryption() const;
    [[nodiscard]] bool judge(const base::Error &error);

    const base::ConnectionSettings m_settings;
    const std::shared_ptr<session::Interruption> m_interruption;
    const ProbeListener m_listener;
    StepRecorder m_recorder;
    session::Deadline m_wakingEnds;
    session::ConnectionHandle m_connection;
};

} // namespace tusk::environments
