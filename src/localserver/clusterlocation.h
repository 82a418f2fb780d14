// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/account.h"
#include "localserver/environment.h"

#include <QStringList>

namespace tusk::localserver
{

// Where the private cluster of this user is, what lies beside it, and who runs it. All paths are absolute.
struct ClusterLocation {
    QString cluster;     // PostgreSQL's data directory
    QString side;        // locks and marks that processes of Tusk leave for each other
    QString dumps;       // the last few dumps
    QString sockets;     // where a server that we start puts its socket; a running one may be elsewhere
    Account account;     // owns the cluster and the sockets, and runs the server
    QStringList clients; // names of the accounts that may connect, as the role tusk

    bool operator==(const ClusterLocation &) const = default;
};

// The cluster is $TUSK_CLUSTER_DIR, else $XDG_DATA_HOME/tusk/cluster. PostgreSQL refuses root: there it is
// /var/lib/tusk/<first 16 hex digits of the SHA-256 of that path>, with the account postgres.
// Only looks, makes nothing. Error: no such account.
[[nodiscard]] base::Result<ClusterLocation> locateCluster(const Environment &environment);

// The longest path of a folder in which PostgreSQL can have its socket: with "/.s.PGSQL.5432" 107 bytes.
inline constexpr int longestSocketFolder = 93;

} // namespace tusk::localserver
