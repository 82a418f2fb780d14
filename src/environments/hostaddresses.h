// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/connectfailures.h"
#include "data/session/socketwait.h"
#include "environments/ownedsocket.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::environments
{

struct HostAddresses {
    QStringList addresses;                          // in numbers
    std::optional<session::ConnectProblem> problem; // why there are none
    QString detail;
};

// Blocks for as long as the system's resolver takes; nothing can end that.
[[nodiscard]] HostAddresses lookUp(const QString &host);

// A socket that is connected to the first address of the host that answers, in non-blocking mode; none if
// none did. Blocks until the deadline, or until the bell rings.
[[nodiscard]] OwnedSocket connectTo(const QString &host, int port, const session::WakeUp &bell,
                                    session::Deadline deadline);

} // namespace tusk::environments
