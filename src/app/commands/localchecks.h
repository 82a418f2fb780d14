// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

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

// Changes that wait for a database: ChosenDatabase::unsentFolder().
[[nodiscard]] Finding checkUnsent(const QString &folder);
// Of all other folders: where something waits, or cannot be read.
[[nodiscard]] QList<Finding> checkOtherUnsent(const QString &folder);

} // namespace tusk::app
