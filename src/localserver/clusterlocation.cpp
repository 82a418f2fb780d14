// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/clusterlocation.h"

#include "localserver/failures.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

QString requestedCluster(const Environment &environment)
{
    if (environment.clusterFolder.isEmpty())
        return environment.dataFolder + "/cluster"_L1;
    return QDir::cleanPath(QDir::current().absoluteFilePath(environment.clusterFolder));
}

// Two names of one folder must not become two sets of locks, nor one before it is there and another one
// afterwards.
QString withoutLinks(const QString &folder)
{
    const QFileInfo facts(folder);
    if (QString canonical = facts.canonicalFilePath(); !canonical.isEmpty() || facts.isRoot())
        return canonical;
    return QDir(withoutLinks(facts.path())).filePath(facts.fileName());
}

QString hashOf(const QString &path)
{
    constexpr int digits = 16;
    const QByteArray hash = QCryptographicHash::hash(QFile::encodeName(path), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(digits));
}

// Lists of folders, which both ends of the connection read there, have no safe way to write other characters.
bool canHoldSocket(const QString &folder)
{
    static const QRegularExpression plain(u"\\A/[A-Za-z0-9/._-]*\\z"_s);
    return QFile::encodeName(folder).size() <= longestSocketFolder && plain.match(folder).hasMatch();
}

// After su or sudo the variable may still name the folder of someone else.
bool isOwnFolder(const QString &folder, uid_t user)
{
    const QFileInfo facts(folder);
    return QDir::isAbsolutePath(folder) && facts.isDir() && facts.ownerId() == user;
}

QString socketFolder(const Environment &environment, const QString &cluster)
{
    const QString hash = hashOf(cluster);
    QString below = environment.runtimeFolder + "/tusk/"_L1 + hash;
    if (canHoldSocket(below) && isOwnFolder(environment.runtimeFolder, environment.user))
        return below;
    return u"/tmp/tusk-%1-%2"_s.arg(environment.user).arg(hash);
}

base::Result<ClusterLocation> locateForRoot(const Environment &environment)
{
    const std::optional<Account> account = accountNamed(environment.serverAccount);
    if (!account)
        return failures::accountMissing(environment.serverAccount);
    ClusterLocation location;
    location.cluster = environment.systemFolder + u'/' + hashOf(requestedCluster(environment));
    location.side = location.cluster + ".side"_L1;
    location.dumps = location.cluster + ".dumps"_L1;
    location.sockets = location.cluster + ".sockets"_L1;
    location.account = *account;
    location.clients = {account->name};
    if (const std::optional<Account> root = accountOf(environment.user))
        location.clients.append(root->name);
    return location;
}

} // namespace

base::Result<ClusterLocation> locateCluster(const Environment &environment)
{
    if (environment.user == 0)
        return locateForRoot(environment);
    const std::optional<Account> account = accountOf(environment.user);
    if (!account)
        return failures::userUnknown(environment.user);
    ClusterLocation location;
    location.cluster = withoutLinks(requestedCluster(environment));
    location.side = location.cluster + ".side"_L1;
    location.dumps = environment.clusterFolder.isEmpty() ? environment.dataFolder + "/dumps"_L1
                                                         : location.cluster + ".dumps"_L1;
    location.sockets = socketFolder(environment, location.cluster);
    location.account = *account;
    location.clients = {account->name};
    return location;
}

} // namespace tusk::localserver
