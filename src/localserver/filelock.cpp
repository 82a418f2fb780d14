// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/filelock.h"

#include "localserver/failures.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace tusk::localserver
{

base::Result<FileLock> FileLock::open(const QString &path)
{
    FileLock lock;
    lock.m_file = FileDescriptor(
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (lock.isOpen())
        return lock;
    if (errno == ENOSPC)
        return failures::diskFull(path, failures::systemText("open", errno));
    return failures::folderNotWritable(path, failures::systemText("open", errno));
}

bool FileLock::tryLock(Mode mode) const
{
    const int operation = (mode == Mode::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    int result = 0;
    do
        result = flock(descriptor(), operation);
    while (result < 0 && errno == EINTR);
    return result == 0;
}

Waited FileLock::lock(Mode mode, QDeadlineTimer deadline, const Cancellation &cancellation) const
{
    // flock itself could wait, but nothing of ours could end that wait.
    Backoff backoff(deadline);
    while (!tryLock(mode)) {
        if (const Waited waited = backoff.pause(cancellation); waited != Waited::Ready)
            return waited;
    }
    return Waited::Ready;
}

} // namespace tusk::localserver
