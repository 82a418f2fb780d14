// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/servercluster.h"

#include "base/logging.h"
#include "localserver/childprocess.h"
#include "localserver/clusterfiles.h"
#include "localserver/failures.h"
#include "localserver/folders.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

constexpr QLatin1StringView unfinished = ".new-"_L1; // then a uuid

base::Error systemFailure(const QString &folder, const char *call)
{
    const QString detail = failures::systemText(call, errno);
    if (errno == ENOSPC || errno == EDQUOT)
        return failures::diskFull(folder, detail);
    return failures::folderNotWritable(folder, detail);
}

void removeTree(const QString &folder)
{
    std::error_code ignored; // what cannot be removed now is a leftover for the next start
    std::filesystem::remove_all(QFile::encodeName(folder).toStdString(), ignored);
}

QFileInfoList logFiles(const QString &cluster)
{
    const QDir folder(cluster + "/log"_L1);
    return folder.entryInfoList({u"server-*.log"_s}, QDir::Files | QDir::NoSymLinks, QDir::Name);
}

} // namespace

ServerCluster::ServerCluster(ClusterLocation location)
    : m_location(std::move(location))
{
}

base::Result<std::optional<QVersionNumber>> ServerCluster::inspect() const
{
    struct stat facts = {};
    if (lstat(QFile::encodeName(m_location.cluster).constData(), &facts) < 0) {
        if (errno == ENOENT)
            return std::optional<QVersionNumber>();
        return failures::clusterUnreadable(m_location.cluster, failures::systemText("lstat", errno));
    }
    if (!S_ISDIR(facts.st_mode))
        return failures::notACluster(m_location.cluster, u"not a directory"_s);
    if (facts.st_uid != m_location.account.user) {
        return failures::folderOfSomeoneElse(m_location.cluster, u"owner is user %1"_s.arg(facts.st_uid));
    }
    return inspectFolder();
}

base::Result<std::optional<QVersionNumber>> ServerCluster::inspectFolder() const
{
    const QString &cluster = m_location.cluster;
    const FileDescriptor opened = openFolder(cluster);
    struct stat facts = {};
    if (!opened.isValid() || fstat(opened.get(), &facts) < 0)
        return failures::clusterUnreadable(cluster, failures::systemText("open", errno));
    if (!QDir(cluster).isReadable())
        return failures::clusterUnreadable(cluster, u"no permission to read it"_s);
    if (QDir(cluster).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return std::optional<QVersionNumber>(); // made by hand, for us to fill
    const base::Result<QVersionNumber> version = inspectFiles();
    if (!version)
        return version.error();
    if ((facts.st_mode & 0027U) != 0)
        return failures::clusterOpenToOthers(cluster);
    return std::optional(*version);
}

base::Result<QVersionNumber> ServerCluster::inspectFiles() const
{
    const QString &cluster = m_location.cluster;
    QFile versionFile(cluster + "/PG_VERSION"_L1);
    if (!versionFile.exists())
        return failures::notACluster(cluster, u"not empty, and no PG_VERSION"_s);
    if (!versionFile.open(QIODevice::ReadOnly))
        return failures::clusterUnreadable(cluster, versionFile.errorString());
    const QVersionNumber version = majorVersion(QString::fromLatin1(versionFile.readAll()));
    if (version.isNull())
        return failures::clusterUnreadable(cluster, u"PG_VERSION holds no version"_s);
    if (!QFile::exists(cluster + u'/' + QLatin1StringView(settingsFile)))
        return failures::notACluster(cluster, u"a PostgreSQL cluster without tusk.conf"_s);
    return version;
}

base::Result<void> ServerCluster::initialise(const ServerBinaries &binaries, int heldLock,
                                             const Cancellation &cancellation) const
{
    const QString folder =
        m_location.cluster + unfinished + QUuid::createUuid().toString(QUuid::WithoutBraces);
    base::Result<void> made = makePrivateFolder(folder, m_location.account);
    if (made)
        made = makeIn(folder, binaries, heldLock, cancellation);
    if (!made)
        removeTree(folder);
    return made;
}

base::Result<void> ServerCluster::makeIn(const QString &folder, const ServerBinaries &binaries, int heldLock,
                                         const Cancellation &cancellation) const
{
    // Synced once, at the end, with our own files: half the time of initdb's own way.
    const QStringList make{u"--no-sync"_s,
                           u"--data-checksums"_s,
                           u"--encoding=UTF8"_s,
                           u"--locale=C.UTF-8"_s,
                           u"--auth-local=peer"_s,
                           u"--auth-host=reject"_s,
                           u"--username=%1"_s.arg(QLatin1StringView(roleName)),
                           u"--pgdata="_s + folder};
    const QStringList sync{u"--sync-only"_s, u"--pgdata="_s + folder};
    if (base::Result<void> made = runInitdb(make, binaries, heldLock, cancellation); !made)
        return made;
    if (base::Result<void> written = writeFiles(folder); !written)
        return written;
    if (base::Result<void> synced = runInitdb(sync, binaries, heldLock, cancellation); !synced)
        return synced;
    return moveIntoPlace(folder);
}

base::Result<void> ServerCluster::runInitdb(const QStringList &arguments, const ServerBinaries &binaries,
                                            int heldLock, const Cancellation &cancellation) const
{
    constexpr std::chrono::minutes longest{5};
    const ChildCommand command{.program = binaries.program("initdb"_L1),
                               .arguments = arguments,
                               .account = m_location.account,
                               .workingFolder = u"/"_s,
                               .keepOpen = heldLock};
    const base::Result<ChildResult> result = runToEnd(command, QDeadlineTimer(longest), cancellation);
    if (!result)
        return result.error();
    if (result->exitCode == 0)
        return {};
    const QString output = QString::fromUtf8(result->output);
    if (failures::saysDiskFull(result->output) || isFull(QFileInfo(m_location.cluster).path()))
        return failures::diskFull(m_location.cluster, output);
    return failures::initialisingFailed(output);
}

base::Result<void> ServerCluster::writeFiles(const QString &folder) const
{
    QFile settings(folder + "/postgresql.conf"_L1);
    if (!settings.open(QIODevice::ReadOnly))
        return systemFailure(folder, "open");
    const std::array<std::pair<const char *, QByteArray>, 4> files{{
        {settingsFile, serverSettings()},
        {"postgresql.conf", settings.readAll() + settingsInclude()},
        {"pg_hba.conf", accessRules()},
        {"pg_ident.conf", accountMap(m_location.clients)},
    }};
    for (const auto &[name, content] : files) {
        if (base::Result<void> written =
                replaceFile(folder + u'/' + QLatin1StringView(name), content, m_location.account);
            !written)
            return written;
    }
    return {};
}

base::Result<void> ServerCluster::moveIntoPlace(const QString &folder) const
{
    // Takes the place of an empty folder too, but of nothing else.
    const QByteArray from = QFile::encodeName(folder);
    const QByteArray to = QFile::encodeName(m_location.cluster);
    if (rename(from.constData(), to.constData()) < 0)
        return systemFailure(m_location.cluster, "rename");
    syncFolder(QFileInfo(m_location.cluster).path());
    return {};
}

void ServerCluster::removeLeftovers() const
{
    static const QRegularExpression uuid(u"\\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"_s);
    const QFileInfo cluster(m_location.cluster);
    const QString prefix = cluster.fileName() + unfinished;
    QDirIterator entries(cluster.path(), QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        const QFileInfo entry = entries.nextFileInfo();
        const QString name = entry.fileName();
        const bool ours = entry.ownerId() == m_location.account.user || entry.ownerId() == geteuid();
        if (!ours || !name.startsWith(prefix) || !uuid.match(name.sliced(prefix.size())).hasMatch())
            continue;
        qCInfo(base::logLocalServer) << "removing a half-made cluster" << entry.filePath();
        removeTree(entry.filePath());
    }
}

void ServerCluster::removeOldLogs() const
{
    constexpr qsizetype kept = 5;
    QFileInfoList files = logFiles(m_location.cluster);
    while (files.size() > kept)
        QFile::remove(files.takeFirst().filePath());
}

LogMark ServerCluster::markLog() const
{
    const QFileInfoList files = logFiles(m_location.cluster);
    return files.isEmpty() ? LogMark() : LogMark{files.back().filePath(), files.back().size()};
}

QByteArray ServerCluster::logSince(const LogMark &mark) const
{
    constexpr qint64 most = 4096;
    const LogMark end = markLog();
    QFile newest(end.file);
    if (end.file.isEmpty() || !newest.open(QIODevice::ReadOnly))
        return {};
    const qint64 begin = end.file == mark.file ? mark.size : 0;
    newest.seek(std::max(begin, end.size - most));
    return newest.readAll();
}

} // namespace tusk::localserver
