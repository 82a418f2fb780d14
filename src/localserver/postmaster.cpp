// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/postmaster.h"

#include "base/logging.h"
#include "localserver/clusterfiles.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

QString socketPath(const QString &folder, int port)
{
    return folder + u"/.s.PGSQL.%1"_s.arg(port);
}

// A postmaster and its children have the data directory as their working folder. Where the kernel does not
// let us see that (root in a container, without the right to trace), a postmaster's own words have to do.
bool worksIn(pid_t pid, const QString &cluster)
{
    struct stat folder = {};
    struct stat working = {};
    if (stat(QFile::encodeName(cluster).constData(), &folder) < 0)
        return false;
    const QByteArray link = "/proc/" + QByteArray::number(pid) + "/cwd";
    if (stat(link.constData(), &working) == 0)
        return folder.st_dev == working.st_dev && folder.st_ino == working.st_ino;
    QFile words(u"/proc/%1/cmdline"_s.arg(pid));
    if (errno != EACCES || !words.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> list = words.readAll().split('\0');
    const qsizetype option = list.indexOf("-D");
    return option >= 0 && list.value(option + 1) == QFile::encodeName(cluster);
}

bool isServerProcess(pid_t pid, const ClusterLocation &location)
{
    const std::optional<ProcessFacts> facts = processFacts(pid);
    return facts && facts->name == "postgres" && facts->state != 'Z' && facts->state != 'X' &&
           facts->user == location.account.user && worksIn(pid, location.cluster);
}

// Looks at every process: only for the rare case that the file does not tell.
ProcessHandle findServerProcess(const ClusterLocation &location)
{
    const QStringList numbers = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &number : numbers) {
        const pid_t pid = number.toInt();
        if (pid <= 0 || !isServerProcess(pid, location))
            continue;
        if (std::optional<ProcessHandle> process = ProcessHandle::open(pid))
            return std::move(*process);
    }
    return {};
}

// Signal 0 only asks whether there is such a process. That is also all that PostgreSQL asks.
bool exists(pid_t pid)
{
    return kill(pid, 0) == 0 || errno == EPERM;
}

void removeIfDead(const QString &lockFile, const ClusterLocation &location)
{
    QFile file(lockFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const pid_t pid = PidFile::parse(file.readAll()).pid;
    if (pid > 0 && (!exists(pid) || isServerProcess(pid, location)))
        return;
    qCInfo(base::logLocalServer) << "removing the lock file of a dead server" << lockFile << "of process"
                                 << pid;
    file.remove();
}

FileDescriptor watchFolder(const QString &folder)
{
    FileDescriptor watch(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    // Without a watch (their number is limited) the ticks of waitUntilReady have to do.
    if (watch.isValid())
        inotify_add_watch(watch.get(), QFile::encodeName(folder).constData(), IN_CREATE | IN_MODIFY);
    return watch;
}

void drain(const FileDescriptor &watch)
{
    std::array<char, 4096> events{};
    while (read(watch.get(), events.data(), events.size()) > 0) {
    }
}

} // namespace

Occupancy occupancyOf(const ClusterLocation &location)
{
    const std::optional<PidFile> file = PidFile::read(location.cluster);
    if (!file)
        return {};
    std::optional<ProcessHandle> process = ProcessHandle::open(file->pid);
    // Looked at after it was opened: what we hold is what we see.
    if (process && isServerProcess(file->pid, location))
        return {Occupancy::Kind::Running, std::move(*process), *file};
    if (ProcessHandle orphan = findServerProcess(location); orphan.isValid())
        return {Occupancy::Kind::Orphans, std::move(orphan), *file};
    if (!file->socketFolder.isEmpty() && socketAnswers(file->socketFolder, file->port))
        return {Occupancy::Kind::Elsewhere, {}, *file};
    return {Occupancy::Kind::FreeAfterCrash, {}, *file};
}

void removeDeadLocks(const ClusterLocation &location, const QString &socketFolder)
{
    removeIfDead(location.cluster + "/postmaster.pid"_L1, location);
    removeIfDead(socketPath(socketFolder, serverPort) + ".lock"_L1, location);
}

base::Result<DetachedChild> startPostmaster(const ClusterLocation &location, const ServerBinaries &binaries)
{
    const ChildCommand command{.program = binaries.program("postgres"_L1),
                               .arguments = {u"-D"_s, location.cluster, u"-k"_s, location.sockets, u"-p"_s,
                                             QString::number(serverPort)},
                               .account = location.account,
                               .workingFolder = location.cluster};
    return startDetached(command);
}

Readiness waitUntilReady(const ProcessHandle &postmaster, const QString &cluster, QDeadlineTimer deadline,
                         const Cancellation &cancellation, const std::function<void()> &whenSlow)
{
    constexpr std::chrono::milliseconds tick{100}; // in case an event is missed, as on some network disks
    constexpr std::chrono::milliseconds slow{400};
    QDeadlineTimer stillQuick(slow);
    const FileDescriptor watch = watchFolder(cluster);
    for (;;) {
        drain(watch); // before reading the file, so that no change goes unseen
        const std::optional<PidFile> file = PidFile::read(cluster);
        const bool written = file && file->pid == postmaster.pid();
        if (postmaster.hasEnded() || (written && file->status.startsWith("stopping")))
            return Readiness::Ended;
        if (written && file->status.startsWith("ready"))
            return Readiness::Ready;
        if (deadline.hasExpired())
            return Readiness::TimedOut;
        if (stillQuick.hasExpired() && !stillQuick.isForever()) {
            whenSlow();
            stillQuick.setRemainingTime(-1);
        }
        const QDeadlineTimer until = std::min(QDeadlineTimer(tick), deadline);
        if (waitFor({{postmaster.descriptor(), POLLIN, 0}, {watch.get(), POLLIN, 0}}, until, cancellation) ==
            Waited::Cancelled)
            return Readiness::Cancelled;
    }
}

bool stopPostmaster(const ProcessHandle &postmaster, StopLimits limits)
{
    const Cancellation never;
    postmaster.send(SIGINT);
    if (postmaster.waitForEnd(QDeadlineTimer(limits.fast), never) == Waited::Ready)
        return true;
    qCInfo(base::logLocalServer) << "the server takes long to stop; the next start will recover";
    postmaster.send(SIGQUIT);
    return postmaster.waitForEnd(QDeadlineTimer(limits.immediate), never) == Waited::Ready;
}

bool socketAnswers(const QString &socketFolder, int port)
{
    const QByteArray path = QFile::encodeName(socketPath(socketFolder, port));
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (static_cast<size_t>(path.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    const FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int result = connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return result == 0 || errno == EAGAIN; // EAGAIN: it listens, but many are waiting
}

} // namespace tusk::localserver
