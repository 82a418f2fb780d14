// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/installation.h"

#include "app/texts.h"
#include "base/uuidv7.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;
using domain::InstallationId;

base::Error fileError(const QString &path, int errorNumber)
{
    base::Error error;
    error.kind = errorNumber == ENOSPC || errorNumber == EDQUOT ? base::ErrorKind::DiskFull
                                                                : base::ErrorKind::LocalFile;
    error.sentence = error.kind == base::ErrorKind::DiskFull
                         ? Text::tr("The disk that holds %1 is full; nothing was changed.").arg(path)
                         : Text::tr("Tusk may not read or write %1; nothing was changed.").arg(path);
    error.detail = qt_error_string(errorNumber);
    return error;
}

// The null id where there is no such file, or a damaged one.
InstallationId readId(const QString &path)
{
    constexpr qint64 most = 64;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return InstallationId::fromString(QString::fromLatin1(file.read(most)).trimmed());
}

// The folder with its parents, closed to others as the specification of these folders asks for.
bool makeFolder(const QString &folder)
{
    if (QDir(folder).exists())
        return true;
    const QString parent = QFileInfo(folder).path();
    if (parent != folder && !makeFolder(parent))
        return false;
    return mkdir(QFile::encodeName(folder).constData(), 0700) == 0 || errno == EEXIST;
}

bool writeId(QTemporaryFile &file)
{
    const QByteArray line = InstallationId(base::makeUuidV7()).toString().toLatin1() + '\n';
    return file.open() && file.write(line) == line.size() && file.flush() && fsync(file.handle()) == 0;
}

// Whole or not at all, and only the first of several processes succeeds: a name can be given by link() once.
// What is damaged is replaced.
int publish(const QString &written, const QString &path)
{
    const QByteArray from = QFile::encodeName(written);
    const QByteArray to = QFile::encodeName(path);
    if (link(from.constData(), to.constData()) == 0)
        return 0;
    if (errno != EEXIST || !readId(path).isNull())
        return errno == EEXIST ? 0 : errno;
    return std::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
}

} // namespace

base::Result<InstallationId> installationId(const QString &folder)
{
    const QString path = folder + "/installation"_L1;
    if (const InstallationId id = readId(path); !id.isNull())
        return id;
    if (!makeFolder(folder))
        return fileError(folder, errno);
    QTemporaryFile file(path + ".XXXXXX"_L1); // mode 0600
    if (!writeId(file))
        return fileError(path, errno);
    if (const int errorNumber = publish(file.fileName(), path); errorNumber != 0)
        return fileError(path, errorNumber);
    const InstallationId id = readId(path);
    if (id.isNull())
        return fileError(path, EACCES);
    return id;
}

} // namespace tusk::app
