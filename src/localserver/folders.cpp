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
    if (mkdir(encoded.constData(), mode) == 0)
        return {};
    if (errno == EEXIST && QFileInfo(folder).isDir())
        return {};
    const int reason = errno;
    const QString parent = QFileInfo(folder).path();
    if (reason != ENOENT || parent == folder)
        return failureFor(folder, "mkdir", reason);
    if (const base::Result<void> made = makeFolder(parent, mode); !made)
        return made;
    if (mkdir(encoded.constData(), mode) == 0 || errno == EEXIST)
        return {};
    return failureFor(folder, "mkdir", errno);
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

base::Result<void> replaceFile(const FileDescriptor &folder, const QByteArray &name,
                               const QByteArray &content, const Account &owner)
{
    const QByteArray temporary = name + ".new";
    const QString shown = QFile::decodeName(name);
    unlinkat(folder.get(), temporary.constData(), 0);
    const FileDescriptor file(openat(folder.get(), temporary.constData(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isValid())
        return failureFor(shown, "openat", errno);
    if (geteuid() != owner.user && fchown(file.get(), owner.user, owner.group) < 0)
        return failureFor(shown, "fchown", errno);
    if (!writeAll(file.get(), content))
        return failureFor(shown, "write", errno);
    if (renameat(folder.get(), temporary.constData(), folder.get(), name.constData()) < 0)
        return failureFor(shown, "renameat", errno);
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
