// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/clusterlocation.h"
#include "localserver/postmaster.h"
#include "localserver/servercluster.h"
#include "localserver/serverdatabase.h"

#include <functional>
#include <optional>

namespace tusk::localserver
{

enum class ServerState {
    Stopped,
    Initialising, // the first run: the cluster is being made
    Starting,
    Recovering, // the last server did not stop in order: what it had logged is being applied
    Running,
};

using StateListener = std::function<void(ServerState)>;

// How long things may take, so that a sentence comes instead of silence. None is ever reached in good health.
struct ServerLimits {
    std::chrono::milliseconds control{180'000}; // another process initialises, starts or stops
    std::chrono::milliseconds start{120'000};   // recovery included; the server goes on recovering beyond it
    std::chrono::milliseconds orphans{10'000};  // processes of a dead server end by themselves
    StopLimits stop = {};
};

struct RunningServer {
    ProcessHandle postmaster;
    ServerAddress address;
};

// One attempt to have the server run: makes the cluster if there is none, attaches to a server that runs,
// starts one if none does. Used by one thread, which it blocks, and which holds control of the cluster.
class ServerStarter final
{
public:
    // The references must outlive the starter.
    ServerStarter(const Environment &environment, const ClusterLocation &location, ServerLimits limits,
                  const Cancellation &cancellation, const StateListener &listener);

    // Whether it can succeed, as far as looking tells; changes nothing and needs no control.
    [[nodiscard]] base::Result<void> check();

    // heldLock: descriptor of the control lock.
    [[nodiscard]] base::Result<RunningServer> run(int heldLock);

private:
    using Found = std::optional<RunningServer>;
    using Attempt = base::Result<Found>;
    // What was found has changed meanwhile.
    [[nodiscard]] static Attempt lookAgain() { return Found(); }

    [[nodiscard]] base::Result<ServerBinaries> chooseBinaries();
    [[nodiscard]] base::Result<void> initialiseIfMissing(int heldLock);
    [[nodiscard]] Attempt attachOrStart();
    [[nodiscard]] Attempt attach(Occupancy occupancy);
    [[nodiscard]] Attempt waitForOrphan(const ProcessHandle &orphan);
    [[nodiscard]] Attempt start();
    [[nodiscard]] Attempt waitForStarted(DetachedChild child, const LogMark &before);
    [[nodiscard]] Attempt afterFailedStart(const QByteArray &output, const LogMark &before);
    [[nodiscard]] base::Result<void> makeSocketFolder() const;
    [[nodiscard]] Readiness waitUntilReady(const ProcessHandle &postmaster) const;

    const Environment &m_environment;
    const ClusterLocation &m_location;
    ServerLimits m_limits;
    const Cancellation &m_cancellation;
    const StateListener &m_listener;
    ServerCluster m_cluster;
    std::optional<ServerBinaries> m_binaries;
    QDeadlineTimer m_deadline; // of the attempts to attach or start
    bool m_recovers = false;   // the last server did not stop in order
};

} // namespace tusk::localserver
