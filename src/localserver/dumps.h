// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "localserver/clusterlocation.h"
#include "localserver/serverbinaries.h"
#include "localserver/serverdatabase.h"

#include <QDateTime>

namespace tusk::localserver
{

inline constexpr int keptDumps = 5;

// Path of the newest dump, empty if there is none.
[[nodiscard]] QString newestDump(const ClusterLocation &location);

// Writes the whole database to a file that pg_restore reads. The file appears when it is complete and on the
// disk, and replaces one of the same name. Blocks as long as it takes.
[[nodiscard]] base::Result<void> writeDump(const ClusterLocation &location, const ServerBinaries &binaries,
                                           const ServerAddress &address, const QString &targetFile,
                                           const Cancellation &cancellation);

// The same into the folder of dumps, under a name with this time; then only the newest few are kept.
[[nodiscard]] base::Result<QString> addDump(const ClusterLocation &location, const ServerBinaries &binaries,
                                            const ServerAddress &address, const QDateTime &now,
                                            const Cancellation &cancellation);

} // namespace tusk::localserver
