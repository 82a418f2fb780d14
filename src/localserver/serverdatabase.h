// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/waiting.h"

#include <QString>

namespace tusk::localserver
{

// Where a running server of ours listens.
struct ServerAddress {
    QString socketFolder;
    int port = 0;

    bool operator==(const ServerAddress &) const = default;
};

// Connects to the database tusk, and makes it if the cluster has none yet; so a first run that was
// interrupted is completed by the next. Blocks; also proves that the server lets us in.
[[nodiscard]] base::Result<void> ensureDatabase(const ServerAddress &address, QDeadlineTimer deadline,
                                                const Cancellation &cancellation);

} // namespace tusk::localserver
