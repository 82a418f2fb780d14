// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/lockedfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tusk::base
{

using namespace Qt::StringLiterals;

namespace
{

constexpr mode_t fileMode = 0600;
constexpr mode_t folderMode = 0700;
constexpr int flags = O_RDWR | O_APPEND | O_CLOEXEC;

// By errno.
Error failure(const char *call, const QString &path)
{
    const int number = errno;
    const bool isFull = number == ENOSPC || number == EDQUOT || number == EFBIG;
    Error error;
    error.kind = isFull ? ErrorKind::DiskFull : ErrorKind::LocalFile;
    error.detail = u"%1 %2: %3"_s.arg(QLatin1StringView(call), path, qt_error_string(number));
    return error;
}

QByteArray native(const QString &path)
{
    return QFile::encodeName(path);
}

QString temporaryName(const QString &path)
{
    return path + ".tmp"_L1;
}

// A new name is on disk when its folder is.
Result<void> syncFolder(const QString &folder)
{
    const Descriptor descriptor(::open(native(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.isOpen())
        return failure("open", folder);
    if (fsync(descriptor.number()) != 0 && errno != EINVAL) // EINVAL: this file system has no such thing
        return failure("fsync", folder);
    return {};
}

Result<void> makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    const QString parent = QFileInfo(folder).path();
    if (auto made = makeFolder(parent); !made)
        return made;
    if (mkdir(native(folder).constData(), folderMode) != 0 && errno != EEXIST)
        return failure("mkdir", folder);
    return syncFolder(parent);
}

bool lock(const Descriptor &descriptor)
{
    return flock(descriptor.number(), LOCK_EX | LOCK_NB) == 0;
}

// False when the name was removed or given to another file.
bool isNamed(const Descriptor &descriptor, const QString &path)
{
    struct stat open = {};
    struct stat named = {};
    return fstat(descriptor.number(), &open) == 0 && stat(native(path).constData(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

bool writeAll(const Descriptor &descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = write(descriptor.number(), bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(qMax<ssize_t>(written, 0));
    }
    return true;
}

} // namespace

LockedFile::LockedFile(QString path, Descriptor descriptor, qint64 size)
    : m_path(std::move(path))
    , m_descriptor(std::move(descriptor))
    , m_size(size)
{
}

Result<LockedFile::Pointer> LockedFile::open(const QString &path)
{
    for (;;) {
        Descriptor descriptor(::open(native(path).constData(), flags));
        if (!descriptor.isOpen())
            return errno == ENOENT ? Result<Pointer>(nullptr) : failure("open", path);
        if (!lock(descriptor))
            return errno == EWOULDBLOCK ? Result<Pointer>(nullptr) : failure("flock", path);
        struct stat status = {};
        if (fstat(descriptor.number(), &status) != 0)
            return failure("fstat", path);
        if (!isNamed(descriptor, path))
            continue; // replaced or removed by who had it before: look again
        unlink(native(temporaryName(path)).constData()); // of somebody who was killed in replace()
        return Pointer(new LockedFile(path, std::move(descriptor), status.st_size));
    }
}

Result<LockedFile::Pointer> LockedFile::create(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (const auto made = makeFolder(folder); !made)
        return made.error();
    Descriptor descriptor(::open(native(path).constData(), flags | O_CREAT | O_EXCL, fileMode));
    if (!descriptor.isOpen())
        return errno == EEXIST ? Result<Pointer>(nullptr) : failure("open", path);
    const bool isLocked = lock(descriptor);
    if (!isLocked && errno == EWOULDBLOCK)
        return Pointer(); // another process has found it already
    const auto ready = isLocked ? syncFolder(folder) : failure("flock", path);
    if (!ready) {
        unlink(native(path).constData());
        return ready.error();
    }
    if (!isNamed(descriptor, path))
        return Pointer(); // found, and removed again
    return Pointer(new LockedFile(path, std::move(descriptor), 0));
}

bool LockedFile::isStillThere() const
{
    if (isNamed(m_descriptor, m_path))
        return true;
    errno = ESTALE;
    return false;
}

Result<QByteArray> LockedFile::read() const
{
    QByteArray bytes(m_size, Qt::Uninitialized);
    qint64 done = 0;
    while (done < m_size) {
        const ssize_t got =
            pread(m_descriptor.number(), bytes.data() + done, static_cast<size_t>(m_size - done), done);
        if (got < 0 && errno != EINTR)
            return failure("read", m_path);
        if (got == 0)
            break; // shortened by somebody who does not ask for the lock
        done += qMax<ssize_t>(got, 0);
    }
    bytes.truncate(done);
    return bytes;
}

Result<void> LockedFile::append(const QByteArray &bytes, Sync sync)
{
    if (m_tailInDoubt) {
        if (auto cutOff = cut(m_size); !cutOff)
            return cutOff;
    }
    Result<void> result;
    if (!writeAll(m_descriptor, bytes))
        result = failure("write", m_path);
    else if (sync == Sync::Now && fdatasync(m_descriptor.number()) != 0)
        result = failure("fdatasync", m_path);
    if (result)
        m_size += bytes.size();
    else
        m_tailInDoubt = !cut(m_size);
    return result;
}

Result<void> LockedFile::cut(qint64 size)
{
    if (ftruncate(m_descriptor.number(), size) != 0)
        return failure("ftruncate", m_path);
    m_size = size;
    m_tailInDoubt = false;
    return {};
}

Result<void> LockedFile::replace(const QByteArray &bytes)
{
    const QString name = temporaryName(m_path);
    Descriptor descriptor(::open(native(name).constData(), flags | O_CREAT | O_TRUNC, fileMode));
    if (!descriptor.isOpen())
        return failure("open", name);
    // Locked before it gets the name under which others look for it.
    if (!isStillThere() || !lock(descriptor) || !writeAll(descriptor, bytes) ||
        fsync(descriptor.number()) != 0 ||
        rename(native(name).constData(), native(m_path).constData()) != 0) {
        const Error error = failure("replace", m_path);
        unlink(native(name).constData());
        return error;
    }
    m_descriptor = std::move(descriptor);
    m_size = bytes.size();
    m_tailInDoubt = false;
    return syncFolder(QFileInfo(m_path).path());
}

Result<QString> LockedFile::keepCopy() const
{
    for (int number = 1;; ++number) {
        const QString name = u"%1.damaged-%2"_s.arg(m_path).arg(number);
        if (link(native(m_path).constData(), native(name).constData()) == 0)
            return name;
        if (errno == EEXIST)
            continue;
        const Error error = failure("link", name);
        if (QFile::copy(m_path, name)) // a file system without second names
            return name;
        return error;
    }
}

void LockedFile::remove()
{
    if (isStillThere())
        unlink(native(m_path).constData());
}

} // namespace tusk::base
