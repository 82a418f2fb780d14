// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/clusterlocation.h"
#include "localserver/serverbinaries.h"
#include "localserver/waiting.h"

#include <optional>

namespace tusk::localserver
{

// An end of the server's log.
struct LogMark {
    QString file; // the newest then; empty: there was none
    qint64 size = 0;
};

// The data directory on disk: says what it is, and makes it. Whoever calls initialise or removeLeftovers
// holds the lock that keeps all other processes of Tusk from doing the same.
class ServerCluster final
{
public:
    explicit ServerCluster(ClusterLocation location);

    // The major version of the PostgreSQL that made it, or nothing if there is no cluster yet. Only reads.
    // Error: something that is not a cluster of ours, or not readable; it is left alone.
    [[nodiscard]] base::Result<std::optional<QVersionNumber>> inspect() const;

    // Makes the cluster in a folder beside its place and moves it there when it is complete and on the disk:
    // at any moment there is either none or a whole one. heldLock is held by initdb too, so that nobody takes
    // its folder for a leftover even when this process is killed.
    [[nodiscard]] base::Result<void> initialise(const ServerBinaries &binaries, int heldLock,
                                                const Cancellation &cancellation) const;

    // Removes half-made clusters of processes that were killed.
    void removeLeftovers() const;

    // Removes all but the newest few log files.
    void removeOldLogs() const;
    [[nodiscard]] LogMark markLog() const;
    // What the server has written since, at most its last few kilobytes.
    [[nodiscard]] QByteArray logSince(const LogMark &mark) const;

private:
    [[nodiscard]] base::Result<std::optional<QVersionNumber>> inspectFolder() const;
    [[nodiscard]] base::Result<QVersionNumber> inspectFiles() const;
    [[nodiscard]] base::Result<void> makeIn(const QString &folder, const ServerBinaries &binaries,
                                            int heldLock, const Cancellation &cancellation) const;
    [[nodiscard]] base::Result<void> runInitdb(const QStringList &arguments, const ServerBinaries &binaries,
                                               int heldLock, const Cancellation &cancellation) const;
    [[nodiscard]] base::Result<void> writeFiles(const QString &folder) const;
    [[nodiscard]] base::Result<void> moveIntoPlace(const QString &folder) const;

    ClusterLocation m_location;
};

} // namespace tusk::localserver
