// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "data/session/connectfailures.h"
#include "data/session/socketwait.h"
#include "data/session/wakeup.h"

#include <functional>
#include <optional>

namespace tusk::session
{

// Tells what is wrong with a certificate where libpq says only that it is. Looks at that of the server
// itself: blocks until the deadline or until the bell rings, on the thread that connects. None: it could not
// be seen.
using CertificateJudge = std::function<std::optional<ConnectProblem>(const base::ConnectionSettings &settings,
                                                                     const WakeUp &bell, Deadline deadline)>;

} // namespace tusk::session
