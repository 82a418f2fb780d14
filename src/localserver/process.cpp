// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/process.h"

#include <QFile>

#include <sys/syscall.h>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

std::optional<ProcessFacts> processFacts(pid_t pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    ProcessFacts facts;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (line.startsWith("Name:"))
            facts.name = value;
        else if (line.startsWith("State:") && !value.isEmpty())
            facts.state = value.front();
        else if (line.startsWith("PPid:"))
            facts.parent = value.toInt();
        else if (line.startsWith("Uid:"))
            facts.user = value.split('\t').value(1).toUInt(); // real, effective, saved, file system
    }
    return facts;
}

// By number: the header of these two calls cannot be used from C++ in every version of the C library.
std::optional<ProcessHandle> ProcessHandle::open(pid_t pid)
{
    if (pid <= 0)
        return std::nullopt;
    ProcessHandle handle;
    handle.m_pid = pid;
    handle.m_descriptor = FileDescriptor(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))); // closed on exec
    if (!handle.m_descriptor.isValid())
        return std::nullopt;
    return handle;
}

bool ProcessHandle::hasEnded() const
{
    if (!isValid())
        return true;
    pollfd event{descriptor(), POLLIN, 0};
    return poll(&event, 1, 0) > 0;
}

void ProcessHandle::send(int signal) const
{
    syscall(SYS_pidfd_send_signal, descriptor(), signal, nullptr, 0);
}

Waited ProcessHandle::waitForEnd(QDeadlineTimer deadline, const Cancellation &cancellation) const
{
    return waitFor({{descriptor(), POLLIN, 0}}, deadline, cancellation);
}

} // namespace tusk::localserver
