// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "localserver/clusterlocation.h"
#include "localserver/serverstarter.h"
#include "localserver/sidefolder.h"

#include <QDateTime>

namespace tusk::localserver
{

struct ServerStatus {
    bool running = false;
    pid_t pid = 0;
    QVersionNumber version; // major; null while there is no cluster
    QString clusterFolder;
    QString socketFolder;     // empty while nothing runs
    bool keepRunning = false; // asked for by "tusk server start"
    int users = 0;            // processes of Tusk that use it, this one included
};

// The private server as one process of Tusk sees it: brings it up, counts itself among its users, stops it as
// the last of them. The command line uses this class; a window uses LocalServer, which has it on a thread.
// Thread: one, which every call blocks. Several processes may do the same at once.
class ServerControl final
{
public:
    ServerControl(Environment environment, ClusterLocation location, ServerLimits limits = {});
    // Releases.
    ~ServerControl();
    Q_DISABLE_COPY_MOVE(ServerControl)

    // Makes the server run, whatever that takes, and this process one of its users. Again after the server
    // has died: then it is started once more. The listener is called on this thread.
    [[nodiscard]] base::Result<base::ConnectionSettings> acquire(const Cancellation &cancellation,
                                                                 const StateListener &listener = {});
    // No user any more; the last one stops the server, unless it was asked to keep running.
    base::Result<void> release();

    // The server runs on without users, until stop() or the end of the computer's day. Needs acquire() first.
    [[nodiscard]] base::Result<void> keepRunning();

    // Stops the server although others may use it, and takes back keepRunning(). True if it was running.
    [[nodiscard]] base::Result<bool> stop();

    // Only looks. Error: what is there is no cluster of ours.
    [[nodiscard]] base::Result<ServerStatus> status() const;

    // Writes the database to a file, or into the folder of dumps of which the newest few are kept. Needs
    // acquire() first. The server may be in use meanwhile.
    [[nodiscard]] base::Result<void> dumpTo(const QString &file, const Cancellation &cancellation) const;
    [[nodiscard]] base::Result<QString> dump(const QDateTime &now, const Cancellation &cancellation) const;

    // The server that acquire() brought up, for watching: its descriptor is readable once it has ended.
    [[nodiscard]] const ProcessHandle &postmaster() const { return m_server.postmaster; }
    // After it has ended: whether someone asked for that.
    [[nodiscard]] bool wasStoppedOnRequest() const;
    void forgetServer() { m_server = {}; }

private:
    [[nodiscard]] base::Result<FileLock> takeControl(const Cancellation &cancellation) const;
    [[nodiscard]] base::Result<void> join();
    [[nodiscard]] base::Result<void> leave(); // holding control
    [[nodiscard]] base::Result<void> stopIfRunning(const Occupancy &occupancy) const;
    [[nodiscard]] base::Result<ServerBinaries> binariesForDump() const;
    [[nodiscard]] base::ConnectionSettings settings() const;

    Environment m_environment;
    ClusterLocation m_location;
    ServerLimits m_limits;
    SideFolder m_side;
    RunningServer m_server;
    FileLock m_user; // open while this process is a user
};

} // namespace tusk::localserver
