// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "localserver/childprocess.h"
#include "localserver/clusterlocation.h"
#include "localserver/pidfile.h"
#include "localserver/process.h"
#include "localserver/serverbinaries.h"

#include <functional>

namespace tusk::localserver
{

// Who uses a cluster now. The file postmaster.pid alone does not say it: it stays behind after a crash, and
// its number may belong to another process by then, or to one that is dead but not buried.
struct Occupancy {
    enum class Kind {
        Free,
        FreeAfterCrash, // the file was left behind
        Running,        // postmaster is the process, pidFile what it wrote
        Orphans,        // the postmaster is dead, one of its processes still lives: postmaster is that one
        Elsewhere,      // a server answers, but not one that we can see: a container, another computer
    };
    Kind kind = Kind::Free;
    ProcessHandle postmaster;
    PidFile pidFile;
};

[[nodiscard]] Occupancy occupancyOf(const ClusterLocation &location);

// Removes the lock files of a dead server that PostgreSQL would take for those of a living one: their number
// belongs to another process, or they are empty. Only for a cluster that is FreeAfterCrash.
void removeDeadLocks(const ClusterLocation &location, const QString &socketFolder);

// Executes postgres, in a session of its own. Returns before the server is ready.
[[nodiscard]] base::Result<DetachedChild> startPostmaster(const ClusterLocation &location,
                                                          const ServerBinaries &binaries);

enum class Readiness {
    Ready,
    Ended, // or about to end
    TimedOut,
    Cancelled,
};

// Waits for the line in postmaster.pid by which the server says that it accepts connections. whenSlow is
// called once if that takes noticeably long.
[[nodiscard]] Readiness waitUntilReady(const ProcessHandle &postmaster, const QString &cluster,
                                       QDeadlineTimer deadline, const Cancellation &cancellation,
                                       const std::function<void()> &whenSlow);

struct StopLimits {
    std::chrono::milliseconds fast{10'000};     // for the last checkpoint
    std::chrono::milliseconds immediate{5'000}; // then without it: the next start recovers
};

// True once the server has ended. Its clients are disconnected.
[[nodiscard]] bool stopPostmaster(const ProcessHandle &postmaster, StopLimits limits);

// True if something accepts connections on the server's socket in this folder.
[[nodiscard]] bool socketAnswers(const QString &socketFolder, int port);

} // namespace tusk::localserver
