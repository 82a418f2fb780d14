// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QList>
#include <QString>

#include <optional>

namespace tusk::app
{

// What the doctor looks at on this computer, without a connection. All of this blocks and only looks.

struct Finding {
    bool ok = true;
    QString check;  // what was looked at
    QString result; // what was found
    QString advice; // what to do; empty where all is well

    bool operator==(const Finding &) const = default;
};

struct PrivateServerCheck {
    QList<Finding> findings;
    bool hasCluster = false; // there is something to connect to
};
[[nodiscard]] PrivateServerCheck checkPrivateServer();

// Changes that wait for a database; none: the private one.
[[nodiscard]] Finding checkUnsent(const std::optional<base::ConnectionSettings> &database);

} // namespace tusk::app
