// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/serverbinaries.h"

#include "localserver/childprocess.h"
#include "localserver/failures.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

constexpr QLatin1StringView initdb = "initdb"_L1;
constexpr QLatin1StringView postgres = "postgres"_L1;

bool holdsServer(const QString &folder)
{
    const auto isProgram = [&folder](QLatin1StringView name) {
        const QFileInfo file(folder + u'/' + name);
        return file.isFile() && file.isExecutable();
    };
    return isProgram(initdb) && isProgram(postgres);
}

// "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
QVersionNumber askVersion(const QString &folder, uid_t user)
{
    const std::optional<Account> account = accountOf(user);
    if (!account)
        return {};
    const Cancellation never;
    const ChildCommand command{.program = folder + u'/' + postgres,
                               .arguments = {u"--version"_s},
                               .account = *account,
                               .workingFolder = u"/"_s};
    const base::Result<ChildResult> result =
        runToEnd(command, QDeadlineTimer(std::chrono::seconds(5)), never);
    if (!result || result->exitCode != 0)
        return {};
    return majorVersion(QString::fromLocal8Bit(result->output).section(u' ', 2, 2));
}

QList<ServerBinaries> inPackages(const QString &packages)
{
    QList<ServerBinaries> found;
    const QStringList names = QDir(packages).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString folder = packages + u'/' + name + "/bin"_L1;
        const QVersionNumber version = majorVersion(name);
        if (!version.isNull() && holdsServer(folder))
            found.append({version, folder});
    }
    return found;
}

QList<ServerBinaries> inFolders(const QStringList &folders, uid_t user)
{
    QList<ServerBinaries> found;
    for (const QString &folder : folders) {
        if (!QDir::isAbsolutePath(folder) || !holdsServer(folder))
            continue;
        const QString canonical = QFileInfo(folder).canonicalFilePath();
        const QVersionNumber version = askVersion(canonical, user);
        if (!version.isNull())
            found.append({version, canonical});
    }
    return found;
}

} // namespace

QVersionNumber majorVersion(QStringView text)
{
    constexpr int firstWithOneNumber = 10;
    qsizetype end = 0;
    const QVersionNumber version = QVersionNumber::fromString(text.trimmed().toString(), &end);
    if (version.isNull())
        return {};
    if (version.majorVersion() >= firstWithOneNumber)
        return QVersionNumber(version.majorVersion());
    return QVersionNumber(version.majorVersion(), version.minorVersion());
}

QList<ServerBinaries> findServerBinaries(const Environment &environment)
{
    QList<ServerBinaries> found;
    if (!environment.binariesFolder.isEmpty()) {
        found = inFolders({environment.binariesFolder}, environment.user);
    } else {
        found = inPackages(environment.packagesFolder);
        found += inFolders(environment.searchPath, environment.user);
    }
    // By number, not by name: 9.6 < 15. Stable: a package's folder comes before one on the path.
    std::stable_sort(found.begin(), found.end(),
                     [](const ServerBinaries &a, const ServerBinaries &b) { return a.version > b.version; });
    return found;
}

base::Result<ServerBinaries> newestServerBinaries(const Environment &environment)
{
    const QList<ServerBinaries> found = findServerBinaries(environment);
    if (found.isEmpty()) {
        const QString looked =
            environment.binariesFolder.isEmpty()
                ? environment.packagesFolder + "/*/bin:"_L1 + environment.searchPath.join(u':')
                : environment.binariesFolder;
        return failures::postgresMissing("no initdb and postgres in "_L1 + looked);
    }
    if (found.front().version.majorVersion() < oldestServerMajor)
        return failures::postgresTooOld(found.front().version, oldestServerMajor);
    return found.front();
}

} // namespace tusk::localserver
