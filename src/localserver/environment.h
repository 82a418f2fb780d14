// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <sys/types.h>

namespace tusk::localserver
{

// What the local server takes from the world around the process: everything that decides where it looks and
// under which account it works. A value, so that it is read once, on the main thread, and can be set by
// tests.
struct Environment {
    uid_t user = 0;         // effective user of this process
    QString clusterFolder;  // $TUSK_CLUSTER_DIR, empty if unset; relative to the working folder
    QString dataFolder;     // where Tusk's data belongs by default
    QString runtimeFolder;  // $XDG_RUNTIME_DIR, empty if unset
    QString binariesFolder; // $TUSK_PG_BINDIR: the only place to look for PostgreSQL if set
    QStringList searchPath; // $PATH
    QString packagesFolder = QStringLiteral("/usr/lib/postgresql"); // <version>/bin each, as Debian has it
    QString systemFolder = QStringLiteral("/var/lib/tusk");         // for the clusters of root
    QString serverAccount = QStringLiteral("postgres");             // under which root runs its server

    [[nodiscard]] static Environment current();

    bool operator==(const Environment &) const = default;
};

} // namespace tusk::localserver
