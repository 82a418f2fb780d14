// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/dumps.h"

#include "localserver/childprocess.h"
#include "localserver/clusterfiles.h"
#include "localserver/failures.h"
#include "localserver/folders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

// Sorted by name, which begins with the time.
QFileInfoList dumpFiles(const ClusterLocation &location)
{
    return QDir(location.dumps).entryInfoList({u"tusk-*.dump"_s}, QDir::Files, QDir::Name);
}

base::Error failureFor(const QString &file, const QByteArray &output)
{
    const QString detail = QString::fromUtf8(output);
    return failures::saysDiskFull(output) || isFull(QFileInfo(file).path()) ? failures::diskFull(file, detail)
                                                                            : failures::dumpFailed(detail);
}

base::Result<void> runPgDump(const ClusterLocation &location, const ServerBinaries &binaries,
                             const ServerAddress &address, int output, const QString &targetFile,
                             const Cancellation &cancellation)
{
    const QStringList arguments{u"--format=custom"_s,
                                u"--no-password"_s,
                                u"--host="_s + address.socketFolder,
                                u"--port=%1"_s.arg(address.port),
                                u"--username="_s + QLatin1StringView(roleName),
                                u"--dbname="_s + QLatin1StringView(databaseName)};
    const ChildCommand command{.program = binaries.program("pg_dump"_L1),
                               .arguments = arguments,
                               .account = location.account,
                               .workingFolder = u"/"_s,
                               .standardOutput = output};
    const base::Result<ChildResult> result =
        runToEnd(command, QDeadlineTimer(QDeadlineTimer::Forever), cancellation);
    if (!result)
        return result.error();
    if (result->exitCode != 0)
        return failureFor(targetFile, result->output);
    return {};
}

} // namespace

QString newestDump(const ClusterLocation &location)
{
    const QFileInfoList files = dumpFiles(location);
    return files.isEmpty() ? QString() : files.back().filePath();
}

base::Result<void> writeDump(const ClusterLocation &location, const ServerBinaries &binaries,
                             const ServerAddress &address, const QString &targetFile,
                             const Cancellation &cancellation)
{
    const QString partFile = targetFile + ".part"_L1;
    const QByteArray part = QFile::encodeName(partFile);
    QFile::remove(partFile);
    // Opened here: pg_dump may run as an account that may not write there.
    const FileDescriptor file(open(part.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isValid())
        return failures::folderNotWritable(targetFile, failures::systemText("open", errno));
    base::Result<void> written = runPgDump(location, binaries, address, file.get(), targetFile, cancellation);
    if (written && fsync(file.get()) < 0)
        written = failureFor(targetFile, failures::systemText("fsync", errno).toUtf8());
    if (written && rename(part.constData(), QFile::encodeName(targetFile).constData()) < 0)
        written = failures::folderNotWritable(targetFile, failures::systemText("rename", errno));
    if (!written)
        QFile::remove(partFile);
    syncFolder(QFileInfo(targetFile).path());
    return written;
}

base::Result<QString> addDump(const ClusterLocation &location, const ServerBinaries &binaries,
                              const ServerAddress &address, const QDateTime &now,
                              const Cancellation &cancellation)
{
    const Account own{geteuid(), getegid(), QString(), QString()};
    if (const base::Result<void> made = makePrivateFolder(location.dumps, own); !made)
        return made.error();
    const QString name = u"tusk-%1.dump"_s.arg(now.toUTC().toString(u"yyyyMMdd-HHmmss-zzz"));
    const QString file = location.dumps + u'/' + name;
    if (const base::Result<void> written = writeDump(location, binaries, address, file, cancellation);
        !written)
        return written.error();
    QFileInfoList files = dumpFiles(location);
    while (files.size() > keptDumps)
        QFile::remove(files.takeFirst().filePath());
    return file;
}

} // namespace tusk::localserver
