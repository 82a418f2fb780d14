// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tusk::environments
{
struct EnvironmentProfile;
}

namespace tusk::app
{

// Where the actions that the database has not confirmed are kept: of an environment, whatever its address
// becomes, and of a database without one, by its address.
[[nodiscard]] QString unsentFolder(const environments::EnvironmentProfile &environment);
[[nodiscard]] QString unsentFolder(const base::ConnectionSettings &settings);

// Where the user says that the database of an environment is, by which it is remembered which one was there.
[[nodiscard]] QString rememberedAddress(const environments::EnvironmentProfile &environment);

// Where the private server's data is, if not at its usual place. Each such cluster is a database of its own.
[[nodiscard]] QString otherCluster();

// Environments once kept theirs by the address too: what still waits there moves to the first of profiles
// that has it. What another process is using stays for the next time. Blocks for the disk.
void adoptUnsent(const QList<environments::EnvironmentProfile> &profiles);

// Of all environments, also of those that were removed.
[[nodiscard]] QStringList unsentFolders();

struct UnsentCount {
    qsizetype actions = 0;
    int damaged = 0; // records that nobody can read any more
};
// Only looks; the actions stay whose they are. Blocks for the disk.
[[nodiscard]] UnsentCount countUnsent(const QString &folder);

} // namespace tusk::app
