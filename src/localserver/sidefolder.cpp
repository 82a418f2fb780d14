// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/sidefolder.h"

#include "localserver/failures.h"
#include "localserver/folders.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

constexpr QLatin1StringView controlFile = "control.lock"_L1;
constexpr QLatin1StringView usersFile = "users.lock"_L1;

// Another value after every start of the computer.
QByteArray bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

Account ownAccount()
{
    return Account{geteuid(), getegid(), QString(), QString()};
}

} // namespace

SideFolder::SideFolder(const ClusterLocation &location)
    : m_folder(location.side)
    , m_parent(QFileInfo(location.cluster).path())
    , m_ofRoot(location.account.user != geteuid())
{
}

base::Result<void> SideFolder::make() const
{
    // The account of root's server has to find its way through.
    if (base::Result<void> made = makeFolder(m_parent, m_ofRoot ? 0755 : 0700); !made)
        return made;
    return makePrivateFolder(m_folder, ownAccount());
}

base::Result<FileLock> SideFolder::takeControl(QDeadlineTimer deadline,
                                               const Cancellation &cancellation) const
{
    base::Result<FileLock> lock = FileLock::open(path(controlFile));
    if (!lock)
        return lock;
    switch (lock->lock(FileLock::Mode::Exclusive, deadline, cancellation)) {
    case Waited::Ready:
        return lock;
    case Waited::TimedOut:
        return failures::busyElsewhere();
    case Waited::Cancelled:
        break;
    }
    return failures::cancelled();
}

base::Result<FileLock> SideFolder::join() const
{
    base::Result<FileLock> user = FileLock::open(path(usersFile));
    // Refused only to one who does not hold control: nobody else takes this lock exclusively.
    if (user && !user->tryLock(FileLock::Mode::Shared))
        return failures::busyElsewhere();
    return user;
}

bool SideFolder::leave(FileLock user) const
{
    return user.isOpen() && user.tryLock(FileLock::Mode::Exclusive);
}

int SideFolder::countUsers() const
{
    struct stat facts = {};
    if (stat(QFile::encodeName(path(usersFile)).constData(), &facts) < 0)
        return 0;
    // "1: FLOCK  ADVISORY  READ 4711 fe:00:123456 0 EOF"; waiting ones have "->" before the kind.
    QFile locks(u"/proc/locks"_s);
    if (!locks.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray inode = ':' + QByteArray::number(static_cast<quint64>(facts.st_ino));
    const QList<QByteArray> lines = locks.readAll().split('\n');
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [&inode](const QByteArray &line) {
        const QList<QByteArray> words = line.simplified().split(' ');
        return words.value(1) == "FLOCK" && words.value(5).endsWith(inode);
    }));
}

QString SideFolder::markPath(Mark mark) const
{
    return path(mark == Mark::KeepRunning ? "keep-running"_L1 : "stopped-on-request"_L1);
}

base::Result<void> SideFolder::setMark(Mark mark) const
{
    return replaceFile(markPath(mark), bootId(), ownAccount());
}

void SideFolder::clearMark(Mark mark) const
{
    QFile::remove(markPath(mark));
}

bool SideFolder::hasMark(Mark mark) const
{
    QFile file(markPath(mark));
    return file.open(QIODevice::ReadOnly) && file.readAll() == bootId();
}

} // namespace tusk::localserver
