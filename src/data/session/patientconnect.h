// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "data/session/libpqhandles.h"
#include "data/session/socketwait.h"

namespace tusk::session
{

class Interruption;

// Connects by libpq alone, step by step, so that the waiting can be ended: by the deadline (Timeout) or by an
// interruption (Cancelled). Only the name look-up inside it cannot; it takes as long as the system's
// resolver. Errors carry the SQLSTATE in every language, and a wrong password reaches the server once: libpq
// itself would repeat it without encryption under sslmode=prefer. The connection is in non-blocking mode.
// Never on the GUI thread.
base::Result<ConnectionHandle> connectPatiently(const base::ConnectionSettings &settings,
                                                Interruption &interruption, Deadline deadline);

} // namespace tusk::session
