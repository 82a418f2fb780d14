// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/serverfolder.h"

#include "support/failure.h"
#include "support/filelock.h"
#include "support/programhandle.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

QString lockFileOf(const QString &folder)
{
    return folder + "/owner.lock"_L1;
}

void startGuardian(const QString &folder)
{
    const ProgramHandle guardian({u"/bin/sh"_s, QStringLiteral(TUSK_TEST_SUPPORT_DIR "/guardian.sh"), folder},
                                 QProcess::nullDevice());
}

// Folders whose owner and guardian are both gone. A living owner or guardian holds the lock.
void sweepOrphans(const QString &parent)
{
    const auto folders = QDir(parent).entryInfoList({u"server-*"_s}, QDir::Dirs);
    for (const QFileInfo &folder : folders) {
        const int lock = open(qUtf8Printable(lockFileOf(folder.filePath())), O_RDWR | O_CLOEXEC);
        const bool orphaned = lock < 0 || flock(lock, LOCK_EX | LOCK_NB) == 0;
        if (lock >= 0)
            close(lock);
        if (orphaned)
            startGuardian(folder.filePath());
    }
}

// A container may have as little as 64 MB there.
bool sharedMemoryHasRoom()
{
    constexpr qint64 enough = qint64(2) << 30;
    const QStorageInfo memory(u"/dev/shm"_s);
    return memory.isValid() && memory.bytesAvailable() > enough;
}

QString ownFolder(const QString &path)
{
    mkdir(qUtf8Printable(path), 0755);
    struct stat status = {};
    if (lstat(qUtf8Printable(path), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != geteuid())
        giveUp(u"%1 is not a folder of this user; set TUSK_TEST_DIR"_s.arg(path));
    return path;
}

} // namespace

QString testFolder(Storage storage)
{
    const QString chosen = qEnvironmentVariable("TUSK_TEST_DIR");
    if (!chosen.isEmpty())
        return ownFolder(chosen);
    static const bool memoryHasRoom = sharedMemoryHasRoom();
    const QString parent = storage == Storage::Memory && memoryHasRoom ? u"/dev/shm"_s : u"/tmp"_s;
    return ownFolder(parent + u"/tusk-tests-%1"_s.arg(geteuid()));
}

ServerFolder::ServerFolder(const QString &label, Storage storage)
{
    const QString parent = testFolder(storage);
    // Between making the folder and locking it, it would look like an orphan to another test.
    const FileLock creation(parent + "/folders.lock"_L1);
    sweepOrphans(parent);
    QTemporaryDir folder(parent + "/server-"_L1 + label + "-XXXXXX"_L1);
    folder.setAutoRemove(false);
    m_path = folder.path();
    if (!folder.isValid() || chmod(qUtf8Printable(m_path), 0755) != 0)
        giveUp(u"cannot make a folder in "_s + parent);
    m_lock = open(qUtf8Printable(lockFileOf(m_path)), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0 || flock(m_lock, LOCK_EX) != 0)
        giveUp(u"cannot lock %1"_s.arg(m_path));
    startGuardian(m_path);
}

ServerFolder::~ServerFolder()
{
    close(m_lock);
    const QDeadlineTimer limit(std::chrono::seconds(20));
    while (QFileInfo::exists(m_path) && !limit.hasExpired())
        QThread::msleep(2);
}

} // namespace tusk::tests
