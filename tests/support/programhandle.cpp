// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/programhandle.h"

#include "support/failure.h"

#include <QProcess>

#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

QStringList asServerAccount(QStringList command)
{
    if (geteuid() == 0)
        command =
            QStringList{u"setpriv"_s, u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--init-groups"_s} +
            command;
    return command;
}

void giveToServerAccount(const QString &path)
{
    if (geteuid() != 0)
        return;
    const passwd *account = getpwnam("postgres");
    if (!account)
        giveUp(u"as root, the postgres account is needed, and there is none"_s);
    if (chown(qUtf8Printable(path), account->pw_uid, account->pw_gid) != 0)
        giveUp(u"cannot give %1 to the postgres account"_s.arg(path));
}

ProgramHandle::ProgramHandle(const QStringList &command, const QString &logFile)
{
    QProcess process;
    process.setProgram(command.first());
    process.setArguments(command.sliced(1));
    process.setWorkingDirectory(u"/"_s);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(logFile, QIODevice::Append);
    process.setStandardErrorFile(logFile, QIODevice::Append);
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        giveUp(u"cannot start %1: %2"_s.arg(command.join(u' '), process.errorString()));
    *this = ProgramHandle(static_cast<pid_t>(pid));
}

ProgramHandle::ProgramHandle(pid_t running)
    : m_pid(running)
    , m_descriptor(static_cast<int>(syscall(SYS_pidfd_open, running, 0)))
{
}

ProgramHandle::~ProgramHandle()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

ProgramHandle::ProgramHandle(ProgramHandle &&other) noexcept
    : m_pid(std::exchange(other.m_pid, 0))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

ProgramHandle &ProgramHandle::operator=(ProgramHandle &&other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

void ProgramHandle::sendSignal(int number) const
{
    if (m_descriptor >= 0)
        syscall(SYS_pidfd_send_signal, m_descriptor, number, nullptr, 0);
}

bool ProgramHandle::waitForEnd(std::chrono::milliseconds limit) const
{
    if (m_descriptor < 0)
        return true;
    pollfd wait{m_descriptor, POLLIN, 0};
    return poll(&wait, 1, static_cast<int>(limit.count())) == 1;
}

} // namespace tusk::tests
