// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/serverstarter.h"

#include "base/logging.h"
#include "localserver/clusterfiles.h"
#include "localserver/dumps.h"
#include "localserver/failures.h"
#include "localserver/folders.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

ServerStarter::ServerStarter(const Environment &environment, const ClusterLocation &location,
                             ServerLimits limits, const Cancellation &cancellation,
                             const StateListener &listener)
    : m_environment(environment)
    , m_location(location)
    , m_limits(limits)
    , m_cancellation(cancellation)
    , m_listener(listener)
    , m_cluster(location)
{
}

base::Result<void> ServerStarter::check()
{
    const base::Result<std::optional<QVersionNumber>> version = m_cluster.inspect();
    if (!version)
        return version.error();
    // Whoever attaches needs no programs.
    if (version->has_value() && PidFile::read(m_location.cluster))
        return {};
    const base::Result<ServerBinaries> binaries = chooseBinaries();
    return binaries ? base::Result<void>() : binaries.error();
}

base::Result<RunningServer> ServerStarter::run(int heldLock)
{
    m_cluster.removeLeftovers();
    if (const base::Result<void> made = initialiseIfMissing(heldLock); !made)
        return made.error();
    m_cluster.removeOldLogs();
    m_deadline = QDeadlineTimer(m_limits.start);
    Backoff backoff(m_deadline);
    for (;;) {
        Attempt attempt = attachOrStart();
        if (!attempt)
            return attempt.error();
        if (attempt->has_value())
            return std::move(**attempt);
        const Waited waited = backoff.pause(m_cancellation);
        if (waited == Waited::Cancelled)
            return failures::cancelled();
        if (waited == Waited::TimedOut)
            return failures::startTakesTooLong(u"gave up after several attempts"_s);
    }
}

base::Result<ServerBinaries> ServerStarter::chooseBinaries()
{
    const base::Result<std::optional<QVersionNumber>> version = m_cluster.inspect();
    if (!version)
        return version.error();
    if (m_binaries && m_binaries->version == version->value_or(m_binaries->version))
        return *m_binaries;
    if (!version->has_value()) {
        base::Result<ServerBinaries> newest = newestServerBinaries(m_environment);
        if (newest)
            m_binaries = *newest;
        return newest;
    }
    const QList<ServerBinaries> installed = findServerBinaries(m_environment);
    const auto same =
        std::find_if(installed.begin(), installed.end(),
                     [&version](const ServerBinaries &binaries) { return binaries.version == **version; });
    if (same == installed.end())
        return failures::versionGone(**version, m_location.cluster, newestDump(m_location));
    m_binaries = *same;
    return *same;
}

base::Result<void> ServerStarter::initialiseIfMissing(int heldLock)
{
    const base::Result<std::optional<QVersionNumber>> version = m_cluster.inspect();
    if (!version)
        return version.error();
    if (version->has_value())
        return {};
    const base::Result<ServerBinaries> binaries = chooseBinaries();
    if (!binaries)
        return binaries.error();
    m_listener(ServerState::Initialising);
    return m_cluster.initialise(*binaries, heldLock, m_cancellation);
}

ServerStarter::Attempt ServerStarter::attachOrStart()
{
    Occupancy occupancy = occupancyOf(m_location);
    switch (occupancy.kind) {
        using enum Occupancy::Kind;
    case Running:
        return attach(std::move(occupancy));
    case Orphans:
        m_recovers = true;
        return waitForOrphan(occupancy.postmaster);
    case Elsewhere:
        return failures::usedElsewhere(
            m_location.cluster, u"process %1 answers on %2 but is not visible"_s.arg(occupancy.pidFile.pid)
                                    .arg(occupancy.pidFile.socketFolder));
    case FreeAfterCrash:
        m_recovers = true;
        removeDeadLocks(m_location, m_location.sockets);
        break;
    case Free:
        break;
    }
    return start();
}

ServerStarter::Attempt ServerStarter::attach(Occupancy occupancy)
{
    m_listener(ServerState::Starting);
    // Who started it is gone: a start that lasts is a recovery.
    m_recovers = occupancy.pidFile.status.startsWith("starting");
    const ProcessHandle &postmaster = occupancy.postmaster;
    switch (waitUntilReady(postmaster)) {
        using enum Readiness;
    case Ended: {
        const Waited ended = postmaster.waitForEnd(m_deadline, m_cancellation);
        if (ended == Waited::Ready)
            return lookAgain();
        return ended == Waited::Cancelled ? failures::cancelled() : failures::stopTakesTooLong({});
    }
    case TimedOut:
        return failures::startTakesTooLong(u"process %1"_s.arg(postmaster.pid()));
    case Cancelled:
        return failures::cancelled();
    case Ready:
        break;
    }
    const PidFile file = PidFile::read(m_location.cluster).value_or(PidFile());
    if (socketAnswers(file.socketFolder, file.port))
        return Found(RunningServer{std::move(occupancy.postmaster), {file.socketFolder, file.port}});
    if (postmaster.hasEnded())
        return lookAgain();
    // Its socket was removed from under it, as at a logout: nobody can reach it any more.
    qCInfo(base::logLocalServer) << "restarting a server that lost its socket" << file.socketFolder;
    if (!stopPostmaster(postmaster, m_limits.stop))
        return failures::stopTakesTooLong(u"process %1"_s.arg(postmaster.pid()));
    return lookAgain();
}

ServerStarter::Attempt ServerStarter::waitForOrphan(const ProcessHandle &orphan)
{
    const QDeadlineTimer limit = std::min(QDeadlineTimer(m_limits.orphans), m_deadline);
    switch (orphan.waitForEnd(limit, m_cancellation)) {
    case Waited::Ready:
        return lookAgain();
    case Waited::Cancelled:
        return failures::cancelled();
    case Waited::TimedOut:
        break;
    }
    return failures::usedElsewhere(m_location.cluster,
                                   u"process %1 of an earlier server"_s.arg(orphan.pid()));
}

ServerStarter::Attempt ServerStarter::start()
{
    const base::Result<ServerBinaries> binaries = chooseBinaries();
    if (!binaries)
        return binaries.error();
    if (const base::Result<void> made = makeSocketFolder(); !made)
        return made.error();
    m_listener(ServerState::Starting);
    const LogMark before = m_cluster.markLog();
    base::Result<DetachedChild> child = startPostmaster(m_location, *binaries);
    if (!child)
        return child.error();
    return waitForStarted(std::move(*child), before);
}

ServerStarter::Attempt ServerStarter::waitForStarted(DetachedChild child, const LogMark &before)
{
    switch (waitUntilReady(child.process)) {
        using enum Readiness;
    case Ready:
        return Found(RunningServer{std::move(child.process), {m_location.sockets, serverPort}});
    case Ended:
        return afterFailedStart(readCaptured(child.errors), before);
    case TimedOut:
        return failures::startTakesTooLong(QString::fromUtf8(m_cluster.logSince(before)));
    case Cancelled:
        break;
    }
    // Nobody is going to use it.
    return stopPostmaster(child.process, m_limits.stop) ? failures::cancelled()
                                                        : failures::stopTakesTooLong({});
}

ServerStarter::Attempt ServerStarter::afterFailedStart(const QByteArray &output, const LogMark &before)
{
    // Someone else was quicker, or a process of the last server is still there: looking again tells.
    if (output.contains("already exists") || output.contains("is still in use"))
        return lookAgain();
    const QByteArray words = output + m_cluster.logSince(before);
    const QString detail = QString::fromUtf8(words);
    if (failures::saysDiskFull(words) || isFull(m_location.cluster))
        return failures::diskFull(m_location.cluster, detail);
    return failures::startFailed(detail);
}

base::Result<void> ServerStarter::makeSocketFolder() const
{
    if (base::Result<void> made = makeFolder(QFileInfo(m_location.sockets).path(), 0700); !made)
        return made;
    return makePrivateFolder(m_location.sockets, m_location.account);
}

Readiness ServerStarter::waitUntilReady(const ProcessHandle &postmaster) const
{
    return localserver::waitUntilReady(postmaster, m_location.cluster, m_deadline, m_cancellation, [this] {
        if (m_recovers)
            m_listener(ServerState::Recovering);
    });
}

} // namespace tusk::localserver
