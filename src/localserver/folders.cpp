// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/folders.h"

#include "localserver/failures.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

base::Error failureFor(const QString &folder, const char *call, int errorNumber)
{
    const QString detail = failures::systemText(call, errorNumber);
    return errorNumber == ENOSPC || errorNumber == EDQUOT ? failures::diskFull(folder, detail)
                                                          : failures::folderNotWritable(folder, detail);
}

bool writeAll(int file, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t count =
            write(file, content.constData() + done, static_cast<size_t>(content.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(count, 0);
    }
    return fsync(file) == 0;
}

} // namespace

base::Result<void> makeFolder(const QString &folder, mode_t mode)
{
    const QByteArray encoded = QFile::encodeName(folder);
    int made = mkdir(encoded.constData(), mode);
    const QString parent = QFileInfo(folder).path();
    if (made < 0 && errno == ENOENT && parent != folder) {
        if (base::Result<void> above = makeFolder(parent, mode); !above)
            return above;
        made = mkdir(encoded.constData(), mode);
    }
    if (made < 0 && errno == EEXIST && QFileInfo(folder).isDir())
        return {};
    // The user's mask may have taken away what the account of the server needs.
    if (made < 0 || chmod(encoded.constData(), mode) < 0)
        return failureFor(folder, "mkdir", errno);
    return {};
}

base::Result<void> makePrivateFolder(const QString &folder, const Account &owner)
{
    const QByteArray encoded = QFile::encodeName(folder);
    if (mkdir(encoded.constData(), 0700) < 0 && errno != EEXIST)
        return failureFor(folder, "mkdir", errno);
    const FileDescriptor opened = openFolder(folder);
    struct stat facts = {};
    if (!opened.isValid() || fstat(opened.get(), &facts) < 0)
        return failures::folderOfSomeoneElse(folder, failures::systemText("open", errno));
    // One of our own may be left from a process that was killed before it could give the folder away.
    const bool ours = facts.st_uid == geteuid();
    if (!ours && facts.st_uid != owner.user)
        return failures::folderOfSomeoneElse(folder, u"owner is user %1"_s.arg(facts.st_uid));
    if (facts.st_uid != owner.user && fchown(opened.get(), owner.user, owner.group) < 0)
        return failureFor(folder, "fchown", errno);
    if ((facts.st_mode & 07777U) != 0700U && fchmod(opened.get(), 0700) < 0)
        return failureFor(folder, "fchmod", errno);
    return {};
}

FileDescriptor openFolder(const QString &folder)
{
    return FileDescriptor(
        open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

base::Result<void> replaceFile(const QString &path, const QByteArray &content, const Account &owner)
{
    const QByteArray name = QFile::encodeName(QFileInfo(path).fileName());
    const QByteArray temporary = name + ".new";
    const FileDescriptor folder = openFolder(QFileInfo(path).path());
    unlinkat(folder.get(), temporary.constData(), 0);
    const FileDescriptor file(openat(folder.get(), temporary.constData(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isValid())
        return failureFor(path, "openat", errno);
    if (geteuid() != owner.user && fchown(file.get(), owner.user, owner.group) < 0)
        return failureFor(path, "fchown", errno);
    if (!writeAll(file.get(), content))
        return failureFor(path, "write", errno);
    if (renameat(folder.get(), temporary.constData(), folder.get(), name.constData()) < 0)
        return failureFor(path, "renameat", errno);
    return {};
}

void syncFolder(const QString &folder)
{
    const FileDescriptor opened = openFolder(folder);
    fsync(opened.get());
}

bool isFull(const QString &folder)
{
    constexpr quint64 hardlyAnything = 1U << 20U;
    struct statvfs facts = {};
    if (statvfs(QFile::encodeName(folder).constData(), &facts) < 0)
        return false;
    return facts.f_bavail * facts.f_frsize < hardlyAnything;
}

} // namespace tusk::localserver
