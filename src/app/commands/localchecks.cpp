// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/localchecks.h"

#include "app/texts.h"
#include "app/unsentfolder.h"
#include "localserver/servercontrol.h"

namespace tusk::app
{

using localserver::ClusterLocation;
using localserver::ServerStatus;

namespace
{

Finding programsFinding(const localserver::Environment &environment)
{
    const QString check = Text::tr("PostgreSQL");
    const auto binaries = localserver::newestServerBinaries(environment);
    if (!binaries)
        return {false, check, Text::tr("not found"), binaries.error().sentence};
    return {
        true, check, Text::tr("version %1, in %2").arg(binaries->version.toString(), binaries->folder), {}};
}

Finding clusterFinding(const ServerStatus &status)
{
    return {true,
            Text::tr("database"),
            status.version.isNull()
                ? Text::tr("none yet; made when it is needed, in %1").arg(status.clusterFolder)
                : Text::tr("of PostgreSQL %1, in %2").arg(status.version.toString(), status.clusterFolder),
            {}};
}

Finding serverFinding(const ServerStatus &status)
{
    return {true,
            Text::tr("server"),
            status.running
                ? Text::tr("running as process %1; users now: %2").arg(status.pid).arg(status.users)
                : Text::tr("not running; started when it is needed"),
            {}};
}

Finding socketFinding(const ServerStatus &status, const ClusterLocation &location)
{
    return {true, Text::tr("socket"), status.running ? status.socketFolder : location.sockets, {}};
}

} // namespace

PrivateServerCheck checkPrivateServer()
{
    const auto environment = localserver::Environment::current();
    PrivateServerCheck result{{programsFinding(environment)}, false};
    const auto location = localserver::locateCluster(environment);
    if (!location) {
        result.findings.append(
            {false, Text::tr("account"), Text::tr("not usable"), location.error().sentence});
        return result;
    }
    const auto status = localserver::ServerControl(environment, *location).status();
    if (!status) {
        result.findings.append({false, Text::tr("database"), location->cluster, status.error().sentence});
        return result;
    }
    result.hasCluster = !status->version.isNull();
    result.findings.append(
        {clusterFinding(*status), serverFinding(*status), socketFinding(*status, *location)});
    return result;
}

Finding checkUnsent(const QString &folder)
{
    const QString check = Text::tr("unsent");
    const UnsentCount count = countUnsent(folder);
    if (count.damaged > 0)
        return {false, check, Text::tr("damaged records: %1, in %2").arg(count.damaged).arg(folder),
                Text::tr("The rest is safe; please keep the folder until you know what is missing.")};
    if (count.actions > 0)
        return {false, check, Text::tr("changes that wait: %1, in %2").arg(count.actions).arg(folder),
                Text::tr("They are sent when the window is open and the database can be reached.")};
    return {true, check, Text::tr("all changes were saved"), {}};
}

QList<Finding> checkOtherUnsent(const QString &folder)
{
    QList<Finding> findings;
    for (const QString &other : unsentFolders()) {
        if (other == folder)
            continue;
        if (const Finding finding = checkUnsent(other); !finding.ok)
            findings.append(finding);
    }
    return findings;
}

} // namespace tusk::app
