// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationrunner.h"
#include "localserver/clusterlocation.h"
#include "localserver/environment.h"
#include "localserver/servercontrol.h"
#include "scenarios.h"
#include "support/temporaryhome.h"
#include "support/testserver.h"

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <unistd.h>

namespace tusk::bench
{

namespace
{

// The steps that a person would take, with the programs of PostgreSQL and as the account that may run them.
constexpr char byHand[] = R"(
set -e
cd "$1"
"$2/initdb" --pgdata=data --encoding=UTF8 --locale=C.UTF-8 --username=tusk --auth=peer >/dev/null
echo "m $(id -un) tusk" >>data/pg_ident.conf
printf 'local all all peer map=m\n' >data/pg_hba.conf
"$2/pg_ctl" --pgdata=data --options="-k $1 -h ''" --log=log --wait start >/dev/null
"$2/createdb" --host="$1" --username=tusk tusk
"$2/psql" --quiet --host="$1" --username=tusk --command='CREATE SCHEMA tusk' tusk
for file in "$3"/*.sql; do "$2/psql" --quiet --set=ON_ERROR_STOP=1 --single-transaction --host="$1" --username=tusk --file="$file" tusk 2>/dev/null; done
)";

double firstRunByHand(const QString &programs)
{
    QTemporaryDir folder(QStringLiteral("/tmp/tusk-bench-XXXXXX"));
    QFile::setPermissions(folder.path(), QFile::Permissions(0x7777));
    QStringList command{QStringLiteral("bash"),         QStringLiteral("-c"), QString::fromLatin1(byHand),
                        QStringLiteral("byhand"),       folder.path(),        programs,
                        QStringLiteral(TUSK_MIGRATIONS)};
    if (getuid() == 0)
        command = QStringList{QStringLiteral("runuser"), QStringLiteral("-u"), QStringLiteral("postgres"),
                              QStringLiteral("--")} +
                  command;
    const double time = milliseconds([&] {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(command.first(), command.mid(1));
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            qFatal("the steps by hand failed");
    });
    QFile pidFile(folder.filePath(QStringLiteral("data/postmaster.pid")));
    if (pidFile.open(QIODevice::ReadOnly))
        ::kill(pidFile.readLine().trimmed().toInt(), SIGQUIT);
    return time;
}

} // namespace

void measureServerStart(BenchTable &table, const Setting &setting)
{
    const tests::TemporaryHome home;
    localserver::Environment environment = localserver::Environment::current();
    // Where the account of the server may go, too.
    QTemporaryDir system(QStringLiteral("/tmp/tusk-bench-XXXXXX"));
    QFile::setPermissions(system.path(), QFile::Permissions(0x7755));
    environment.systemFolder = system.path();
    const localserver::Cancellation never;
    QList<double> ours;
    QList<double> hand;
    QList<double> later;
    const tests::TestServer server; // knows where the programs are
    for (int run = 0; run < (setting.quick ? 1 : 3); ++run) {
        QTemporaryDir folder;
        environment.clusterFolder = folder.filePath(QStringLiteral("cluster"));
        auto control = std::make_unique<localserver::ServerControl>(environment,
                                                                    *localserver::locateCluster(environment));
        ours.append(milliseconds([&] {
            const auto settings = control->acquire(never);
            if (!settings)
                qFatal("%s %s", qPrintable(settings.error().sentence), qPrintable(settings.error().detail));
            session::Connection connection(*settings);
            if (!connection.open() ||
                !migration::MigrationRunner(connection, *migration::MigrationCatalog::compiledIn()).apply())
                qFatal("the schema could not be made");
        }));
        for (int start = 0; start < 3; ++start) {
            (void)control->release();
            later.append(milliseconds([&] { (void)control->acquire(never); }));
        }
        (void)control->stop();
        hand.append(firstRunByHand(server.programs()));
    }
    table.add({QStringLiteral("private server: first run to a usable database"), QStringLiteral("ms"),
               median(ours), median(hand), 1.5 * median(hand),
               QStringLiteral("other: the same steps by hand")});
    table.add(
        {QStringLiteral("private server: later start"), QStringLiteral("ms"), median(later), {}, 150, {}});
}

} // namespace tusk::bench
