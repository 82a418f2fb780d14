// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "sandbox.h"

#include "localserver/servercontrol.h"
#include "support/failure.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

#ifdef __SANITIZE_THREAD__
// Servers are started by forking twice, from a program with threads.
extern "C" const char *__tsan_default_options();
extern "C" const char *__tsan_default_options()
{
    return "die_after_fork=0";
}
#endif

namespace tusk::tests
{

namespace
{

void makeFolder(const QString &path, mode_t mode)
{
    if (mkdir(qUtf8Printable(path), mode) != 0)
        giveUp(u"cannot make %1"_s.arg(path));
}

localserver::ServerBinaries newestInstalled()
{
    const base::Result<localserver::ServerBinaries> binaries =
        localserver::newestServerBinaries(localserver::Environment::current());
    if (!binaries)
        giveUp(binaries.error().sentence);
    return *binaries;
}

// A cluster with the database tusk, at rest.
const localserver::ClusterLocation &clusterTemplate()
{
    static const Sandbox sandbox;
    static const localserver::ClusterLocation location = [] {
        const localserver::Cancellation never;
        localserver::ServerControl control(sandbox.environment(), sandbox.location());
        const base::Result<base::ConnectionSettings> made = control.acquire(never);
        if (!made)
            giveUp(made.error().sentence + u' ' + made.error().detail);
        return sandbox.location();
    }();
    return location;
}

} // namespace

Sandbox::Sandbox()
    : m_folder(u"local"_s, Storage::Memory)
{
    makeFolder(path(u"home"_s), 0700);
    makeFolder(path(u"run"_s), 0700);
}

localserver::Environment Sandbox::environment() const
{
    localserver::Environment environment;
    environment.user = geteuid();
    environment.dataFolder = path(u"home/data"_s);
    environment.runtimeFolder = path(u"run"_s);
    environment.systemFolder = path(u"system"_s);
    return environment;
}

localserver::ClusterLocation Sandbox::location() const
{
    const base::Result<localserver::ClusterLocation> location = localserver::locateCluster(environment());
    if (!location)
        giveUp(location.error().sentence);
    return *location;
}

void Sandbox::addCluster() const
{
    const QString target = location().cluster;
    QDir().mkpath(QFileInfo(target).path());
    runTool({u"cp"_s, u"-a"_s, clusterTemplate().cluster, target});
}

localserver::ServerBinaries Sandbox::fakeBinaries(const QByteArray &initdb, const QByteArray &postgres) const
{
    const QVersionNumber version = newestInstalled().version;
    const QByteArray says = "echo 'postgres (PostgreSQL) " + version.toString().toUtf8() + "'";
    const QString folder = path(u"fake"_s);
    write(folder + u"/initdb"_s,
          "#!/bin/sh\nfor last; do :; done\nfolder=${last#--pgdata=}\n" + initdb + '\n');
    write(folder + u"/postgres"_s,
          "#!/bin/sh\n[ \"$1\" = --version ] && " + says + " && exit\n" + postgres + '\n');
    for (const QString &program : {u"/initdb"_s, u"/postgres"_s})
        chmod(qUtf8Printable(folder + program), 0755);
    return {version, folder};
}

QStringList Sandbox::fingerprint(const QString &folder)
{
    QStringList lines;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo entry = entries.nextFileInfo();
        struct stat facts = {};
        lstat(qUtf8Printable(entry.filePath()), &facts);
        lines.append(u"%1 %2 %3 %4 %5.%6"_s.arg(entry.filePath())
                         .arg(facts.st_size)
                         .arg(facts.st_mode)
                         .arg(facts.st_uid)
                         .arg(facts.st_mtim.tv_sec)
                         .arg(facts.st_mtim.tv_nsec));
    }
    lines.sort();
    return lines;
}

base::ConnectionSettings settingsFor(const QString &socketFolder, const QString &database)
{
    base::ConnectionSettings settings;
    settings.host = socketFolder;
    settings.database = database;
    settings.user = u"tusk"_s;
    return settings;
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        giveUp(u"cannot write "_s + path);
}

QByteArray runTool(const QStringList &command)
{
    QProcess process;
    process.setWorkingDirectory(u"/"_s);
    process.start(command.first(), command.sliced(1));
    if (!process.waitForFinished() || process.exitCode() != 0)
        giveUp(command.join(u' ') + u": "_s + QString::fromLocal8Bit(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

QString serverProgram(const QString &name)
{
    return newestInstalled().folder + u'/' + name;
}

} // namespace tusk::tests
