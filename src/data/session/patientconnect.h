// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "data/session/errorclassifier.h"
#include "data/session/libpqhandles.h"
#include "data/session/socketwait.h"

#include <functional>
#include <optional>

namespace tusk::session
{

class Interruption;

// For who wants to know more of an attempt than its result.
struct ConnectWatch {
    // On the connecting thread, as each stage begins; from the first again if it is tried a second time.
    std::function<void(ConnectStage)> reached = {};
    // Instead of the deadline, as soon as the connection is encrypted: a database that has to wake up first
    // takes its time then.
    std::optional<Deadline> deadlineOnceEncrypted = {};
    // Out: how far it came, and why no further.
    ConnectStage stage = ConnectStage::Reaching;
    std::optional<ConnectProblem> problem = {};
};

// Connects by libpq alone, step by step, so that the waiting can be ended: by the deadline (Timeout) or by an
// interruption (Cancelled). Only the name look-up inside it cannot; it takes as long as the system's
// resolver. Errors carry the SQLSTATE in every language, and a wrong password reaches the server once: libpq
// itself would repeat it without encryption under sslmode=prefer. The connection is in non-blocking mode.
// Never on the GUI thread. watch may be null.
base::Result<ConnectionHandle> connectPatiently(const base::ConnectionSettings &settings,
                                                Interruption &interruption, Deadline deadline,
                                                ConnectWatch *watch = nullptr);

} // namespace tusk::session
