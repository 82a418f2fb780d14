// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/servercontrol.h"

#include "base/logging.h"
#include "localserver/clusterfiles.h"
#include "localserver/dumps.h"
#include "localserver/failures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

ServerControl::ServerControl(Environment environment, ClusterLocation location, ServerLimits limits)
    : m_environment(std::move(environment))
    , m_location(std::move(location))
    , m_limits(limits)
    , m_side(m_location)
{
}

ServerControl::~ServerControl()
{
    if (const base::Result<void> released = release(); !released)
        qCInfo(base::logLocalServer) << "the server was left running:" << released.error().detail;
}

base::Result<base::ConnectionSettings> ServerControl::acquire(const Cancellation &cancellation,
                                                              const StateListener &listener)
{
    const StateListener told = listener ? listener : [](ServerState) {};
    ServerStarter starter(m_environment, m_location, m_limits, cancellation, told);
    if (const base::Result<void> possible = starter.check(); !possible)
        return possible.error();
    if (const base::Result<void> made = m_side.make(); !made)
        return made.error();
    const base::Result<FileLock> control = takeControl(cancellation);
    if (!control)
        return control.error();
    base::Result<RunningServer> server = starter.run(control->descriptor());
    if (!server)
        return server.error();
    m_server = std::move(*server);
    m_side.clearMark(SideFolder::Mark::StoppedOnRequest);
    base::Result<void> usable = join();
    if (usable)
        usable = ensureDatabase(m_server.address, QDeadlineTimer(m_limits.start), cancellation);
    if (!usable) {
        const base::Result<void> left = leave();
        return left ? usable.error() : left.error();
    }
    told(ServerState::Running);
    return settings();
}

base::Result<void> ServerControl::release()
{
    if (!m_user.isOpen())
        return {};
    const Cancellation never;
    const base::Result<FileLock> control = takeControl(never);
    if (!control) {
        m_user = {};
        return control.error();
    }
    return leave();
}

base::Result<void> ServerControl::keepRunning()
{
    if (!m_user.isOpen())
        return failures::notRunning();
    return m_side.setMark(SideFolder::Mark::KeepRunning);
}

base::Result<bool> ServerControl::stop()
{
    const base::Result<ServerStatus> found = status();
    if (!found)
        return found.error();
    if (!found->running) {
        m_side.clearMark(SideFolder::Mark::KeepRunning);
        return false;
    }
    if (const base::Result<void> made = m_side.make(); !made)
        return made.error();
    const Cancellation never;
    const base::Result<FileLock> control = takeControl(never);
    if (!control)
        return control.error();
    m_side.clearMark(SideFolder::Mark::KeepRunning);
    if (const base::Result<void> marked = m_side.setMark(SideFolder::Mark::StoppedOnRequest); !marked)
        qCInfo(base::logLocalServer) << "other windows will take this stop for an accident";
    const Occupancy occupancy = occupancyOf(m_location);
    if (const base::Result<void> stopped = stopIfRunning(occupancy); !stopped)
        return stopped.error();
    return occupancy.kind == Occupancy::Kind::Running;
}

base::Result<ServerStatus> ServerControl::status() const
{
    const base::Result<std::optional<QVersionNumber>> version = ServerCluster(m_location).inspect();
    if (!version)
        return version.error();
    ServerStatus status;
    status.version = version->value_or(QVersionNumber());
    status.clusterFolder = m_location.cluster;
    status.keepRunning = m_side.hasMark(SideFolder::Mark::KeepRunning);
    status.users = m_side.countUsers();
    const Occupancy occupancy = occupancyOf(m_location);
    if (occupancy.kind == Occupancy::Kind::Running) {
        status.running = true;
        status.pid = occupancy.postmaster.pid();
        status.socketFolder = occupancy.pidFile.socketFolder;
    }
    return status;
}

base::Result<void> ServerControl::dumpTo(const QString &file, const Cancellation &cancellation) const
{
    const base::Result<ServerBinaries> binaries = binariesForDump();
    if (!binaries)
        return binaries.error();
    return writeDump(m_location, *binaries, m_server.address, file, cancellation);
}

base::Result<QString> ServerControl::dump(const QDateTime &now, const Cancellation &cancellation) const
{
    const base::Result<ServerBinaries> binaries = binariesForDump();
    if (!binaries)
        return binaries.error();
    return addDump(m_location, *binaries, m_server.address, now, cancellation);
}

bool ServerControl::wasStoppedOnRequest() const
{
    return m_side.hasMark(SideFolder::Mark::StoppedOnRequest);
}

base::Result<FileLock> ServerControl::takeControl(const Cancellation &cancellation) const
{
    return m_side.takeControl(QDeadlineTimer(m_limits.control), cancellation);
}

base::Result<void> ServerControl::join()
{
    if (m_user.isOpen())
        return {};
    base::Result<FileLock> user = m_side.join();
    if (!user)
        return user.error();
    m_user = std::move(*user);
    return {};
}

base::Result<void> ServerControl::leave()
{
    m_server = {};
    const bool last = m_side.leave(std::exchange(m_user, FileLock()));
    if (!last || m_side.hasMark(SideFolder::Mark::KeepRunning))
        return {};
    return stopIfRunning(occupancyOf(m_location));
}

base::Result<void> ServerControl::stopIfRunning(const Occupancy &occupancy) const
{
    if (occupancy.kind != Occupancy::Kind::Running)
        return {};
    if (!stopPostmaster(occupancy.postmaster, m_limits.stop))
        return failures::stopTakesTooLong(u"process %1"_s.arg(occupancy.postmaster.pid()));
    return {};
}

base::Result<ServerBinaries> ServerControl::binariesForDump() const
{
    if (m_server.address.socketFolder.isEmpty())
        return failures::notRunning();
    const base::Result<std::optional<QVersionNumber>> version = ServerCluster(m_location).inspect();
    if (!version)
        return version.error();
    const QList<ServerBinaries> installed = findServerBinaries(m_environment);
    for (const ServerBinaries &binaries : installed) {
        if (binaries.version == version->value_or(QVersionNumber()))
            return binaries;
    }
    return failures::dumpFailed(u"no pg_dump of the server's version"_s);
}

base::ConnectionSettings ServerControl::settings() const
{
    base::ConnectionSettings settings;
    settings.host = m_server.address.socketFolder;
    settings.port = m_server.address.port;
    settings.database = QLatin1StringView(databaseName);
    settings.user = QLatin1StringView(roleName);
    settings.poolSize = 2;
    settings.listen = true;
    return settings;
}

} // namespace tusk::localserver
