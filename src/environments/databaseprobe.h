// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "data/session/interruption.h"
#include "data/session/libpqhandles.h"
#include "data/session/statement.h"

#include <memory>

namespace tusk::environments
{

class StepRecorder;

// The second half of a test, on a connection that is let in: what kind of database it is, on which way, and
// what may be done there. Blocks; changes nothing in it.
class DatabaseProbe final
{
public:
    // connection and recorder must outlive the probe.
    DatabaseProbe(const base::ConnectionSettings &settings,
                  std::shared_ptr<session::Interruption> interruption, PGconn *connection,
                  StepRecorder &recorder);

    void run(); // up to the step that fails, or an interruption

private:
    [[nodiscard]] bool lookAtVersion();
    [[nodiscard]] bool lookAtRoute();
    [[nodiscard]] bool measureLatency();
    [[nodiscard]] bool lookAtRights();
    [[nodiscard]] bool lookAtSchema();

    [[nodiscard]] base::Result<session::Answer> ask(const char *name, const char *sql) const;
    [[nodiscard]] base::Result<session::Answer> ask(const session::Statement &statement) const;
    [[nodiscard]] bool mayListen() const;

    const base::ConnectionSettings &m_settings;
    const std::shared_ptr<session::Interruption> m_interruption;
    PGconn *const m_connection;
    StepRecorder &m_recorder;
    bool m_isPooled = false;
    session::Answer m_state; // of the database, as the migrations ask for it
};

} // namespace tusk::environments
