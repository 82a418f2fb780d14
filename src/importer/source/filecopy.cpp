// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/filecopy.h"

#include "importer/source/sourcefailures.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tusk::importer
{

using base::Descriptor;

namespace
{

constexpr size_t stride = 1 << 22; // between two looks at the stop

// By read() and write(), for file systems that copy_file_range() does not know. Negative: errno.
ssize_t copyByHand(int from, int to)
{
    static constexpr size_t portion = 1 << 16;
    char buffer[portion];
    const ssize_t read = ::read(from, buffer, portion);
    for (ssize_t written = 0; written < read;) {
        const ssize_t now = ::write(to, buffer + written, static_cast<size_t>(read - written));
        if (now < 0)
            return now;
        written += now;
    }
    return read;
}

ssize_t copyPortion(int from, int to)
{
    const ssize_t copied = copy_file_range(from, nullptr, to, nullptr, stride, 0);
    const bool unable = copied < 0 && (errno == EXDEV || errno == EINVAL || errno == ENOSYS ||
                                       errno == EOPNOTSUPP || errno == EPERM || errno == EIO);
    // Some file systems claim to have copied nothing.
    return unable || copied == 0 ? copyByHand(from, to) : copied;
}

} // namespace

Descriptor openForReading(const QString &path)
{
    // Without O_NONBLOCK a pipe would hold us until somebody writes to it.
    return Descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
}

QByteArray firstBytes(const Descriptor &file, qsizetype most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    const ssize_t read = ::pread(file.number(), bytes.data(), static_cast<size_t>(most), 0);
    bytes.truncate(std::max<ssize_t>(read, 0));
    return bytes;
}

QByteArray stampOf(const QString &path)
{
    const Descriptor file = openForReading(path);
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0)
        return {};
    return QByteArray::number(qint64(status.st_size)) + ' ' +
           QByteArray::number(qint64(status.st_mtim.tv_sec)) + '.' +
           QByteArray::number(qint64(status.st_mtim.tv_nsec)) + ' ' + firstBytes(file, 100).toHex();
}

base::Result<void> copyFile(const Descriptor &from, const QString &to, const QString &source,
                            const std::stop_token &stop)
{
    const Descriptor target(
        ::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!target.isOpen())
        return noCopy(source, errno);
    if (::lseek(from.number(), 0, SEEK_SET) < 0)
        return notReadable(source, errno);
    while (true) {
        if (stop.stop_requested())
            return readingCancelled();
        const ssize_t copied = copyPortion(from.number(), target.number());
        if (copied == 0)
            return {};
        if (copied < 0 && errno != EINTR)
            return noCopy(source, errno);
    }
}

} // namespace tusk::importer
