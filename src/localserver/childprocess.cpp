// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/childprocess.h"

#include "localserver/failures.h"
#include "localserver/launch.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace tusk::localserver
{

namespace
{

// A file in memory: unlike a pipe nobody has to read it, and it outlives both ends without a trace on disk.
base::Result<FileDescriptor> captureFile()
{
    FileDescriptor file(memfd_create("tusk-output", MFD_CLOEXEC));
    if (!file.isValid())
        return failures::systemCallFailed("memfd_create", errno);
    return file;
}

int exitCodeOf(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Ends the child and whatever it started: it leads a process group.
void endGroup(const ProcessHandle &process)
{
    constexpr std::chrono::seconds timeToTidyUp{5};
    const Cancellation never;
    kill(-process.pid(), SIGTERM);
    if (process.waitForEnd(QDeadlineTimer(timeToTidyUp), never) != Waited::Ready)
        kill(-process.pid(), SIGKILL);
}

} // namespace

QByteArray readCaptured(const FileDescriptor &captured)
{
    constexpr off_t most = 65'536;
    struct stat facts = {};
    if (fstat(captured.get(), &facts) < 0)
        return {};
    QByteArray text(std::min(facts.st_size, most), Qt::Uninitialized);
    const ssize_t count = pread(captured.get(), text.data(), static_cast<size_t>(text.size()), 0);
    text.truncate(std::max<ssize_t>(count, 0));
    return text;
}

base::Result<ChildResult> runToEnd(const ChildCommand &command, QDeadlineTimer deadline,
                                   const Cancellation &cancellation)
{
    base::Result<FileDescriptor> captured = captureFile();
    if (!captured)
        return captured.error();
    ChildCommand capturing = command;
    if (capturing.standardOutput < 0)
        capturing.standardOutput = captured->get();
    const base::Result<pid_t> child = launch(capturing, captured->get(), LaunchKind::Child);
    if (!child)
        return child.error();
    // Cannot fail: the number stays the child's until it is reaped below.
    const ProcessHandle process = ProcessHandle::open(*child).value_or(ProcessHandle());
    const Waited waited = process.waitForEnd(deadline, cancellation);
    if (waited != Waited::Ready)
        endGroup(process);
    const int exitCode = exitCodeOf(*child);
    if (waited == Waited::Cancelled)
        return failures::cancelled();
    if (waited == Waited::TimedOut)
        return failures::systemCallFailed(qPrintable(command.program), ETIMEDOUT);
    return ChildResult{exitCode, readCaptured(*captured)};
}

base::Result<DetachedChild> startDetached(const ChildCommand &command)
{
    base::Result<FileDescriptor> captured = captureFile();
    if (!captured)
        return captured.error();
    const base::Result<pid_t> pid = launch(command, captured->get(), LaunchKind::Detached);
    if (!pid)
        return pid.error();
    DetachedChild child;
    child.errors = std::move(*captured);
    if (std::optional<ProcessHandle> process = ProcessHandle::open(*pid))
        child.process = std::move(*process);
    return child;
}

} // namespace tusk::localserver
