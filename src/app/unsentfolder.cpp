// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/unsentfolder.h"

#include "base/lockedfile.h"
#include "base/logging.h"
#include "base/paths.h"
#include "data/repository/journalrecords.h"
#include "environments/environmentprofile.h"
#include "localserver/clusterlocation.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

namespace tusk::app
{

using namespace Qt::StringLiterals;

namespace
{

QString folderNamed(const QString &name)
{
    return base::dataFolder() + "/unsent/"_L1 + name;
}

QString addressOf(const base::ConnectionSettings &settings)
{
    return u"%1:%2/%3"_s.arg(settings.host).arg(settings.port).arg(settings.database);
}

// Short, for the name of a folder; empty for the usual cluster.
QString clusterMark()
{
    const QString cluster = otherCluster();
    if (cluster.isEmpty())
        return {};
    constexpr int digits = 16;
    const QByteArray hash = QCryptographicHash::hash(QFile::encodeName(cluster), QCryptographicHash::Sha256);
    return u'-' + QString::fromLatin1(hash.toHex().left(digits));
}

// Under the first number that is free there. A file that is there already is never replaced.
void moveInto(const QString &folder, const base::LockedFile &file)
{
    const QString name = QFileInfo(file.path()).fileName().section(u'.', 0, 0);
    const QByteArray from = QFile::encodeName(file.path());
    for (int number = 1;; ++number) {
        const QString suffix = number == 1 ? QString() : u".%1"_s.arg(number);
        const QString to = folder + u'/' + name + suffix + ".jsonl"_L1;
        if (::link(from.constData(), QFile::encodeName(to).constData()) == 0) {
            ::unlink(from.constData());
            return;
        }
        if (errno != EEXIST) {
            qCWarning(base::logApp) << "unsent actions stay in" << file.path() << "for now";
            return;
        }
    }
}

void adopt(const QString &folder, const QDir &former)
{
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const QString &name : former.entryList({u"*.jsonl"_s}, QDir::Files)) {
        const auto file = base::LockedFile::open(former.filePath(name));
        if (file && *file)
            moveInto(folder, **file);
    }
    QDir().rmdir(former.path()); // if nothing is left in it
}

} // namespace

QString unsentFolder(const environments::EnvironmentProfile &environment)
{
    return folderNamed(environment.isPrivateServer() ? u"local"_s + clusterMark()
                                                     : environment.id.toString(QUuid::WithoutBraces));
}

QString rememberedAddress(const environments::EnvironmentProfile &environment)
{
    return environment.isPrivateServer() ? u"local"_s + otherCluster()
                                         : addressOf(environments::connectionSettings(environment, {}));
}

QString unsentFolder(const base::ConnectionSettings &settings)
{
    const QString address = addressOf(settings);
    return folderNamed(QString::fromLatin1(address.toUtf8().toPercentEncoding("-_.", "~")));
}

QString otherCluster()
{
    localserver::Environment environment = localserver::Environment::current();
    if (environment.clusterFolder.isEmpty())
        return {};
    const auto chosen = localserver::locateCluster(environment);
    if (!chosen)
        return environment.clusterFolder; // there is none that could be opened
    environment.clusterFolder.clear();
    const auto usual = localserver::locateCluster(environment);
    return usual && usual->cluster == chosen->cluster ? QString() : chosen->cluster;
}

void adoptUnsent(const QList<environments::EnvironmentProfile> &profiles)
{
    for (const environments::EnvironmentProfile &profile : profiles) {
        if (profile.isPrivateServer())
            continue;
        const QDir former(unsentFolder(environments::connectionSettings(profile, {})));
        if (former.exists())
            adopt(unsentFolder(profile), former);
    }
}

QStringList unsentFolders()
{
    QStringList folders;
    const QDir all(folderNamed({}));
    for (const QString &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        folders.append(folderNamed(name));
    return folders;
}

UnsentCount countUnsent(const QString &folder)
{
    UnsentCount count;
    const QDir files(folder);
    for (const QString &name : files.entryList({u"*.jsonl"_s}, QDir::Files)) {
        QFile file(files.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const repository::JournalContents contents = repository::readJournal(file.readAll());
        count.actions += contents.open.size();
        count.damaged += contents.damaged;
    }
    return count;
}

} // namespace tusk::app
