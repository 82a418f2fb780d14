// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importing.h"
#include "importwindow.h"
#include "otherloaders.h"
#include "scenarios.h"
#include "support/failure.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/proxy.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

namespace tusk::bench
{

using namespace Qt::StringLiterals;

namespace
{

tests::TestServerOptions asUsual()
{
    tests::TestServerOptions options;
    options.fsync = true;
    options.tcp = true; // for the proxy
    options.settings = {{QStringLiteral("shared_buffers"), QStringLiteral("128MB")},
                        {QStringLiteral("max_wal_size"), QStringLiteral("1GB")}};
    return options;
}

importer::ImportReport import(tests::Importing &importing, const QString &path)
{
    auto report = importing.run(path);
    if (!report)
        tests::giveUp(report.error().sentence + QLatin1Char('\n') + report.error().detail);
    return *report;
}

// Beside them, no slower than the slowest of its ways, which keeps what keeps todos in order and found.
void addOthers(BenchTable &table, tests::TestServer &server, const QString &path, const Setting &setting,
               double ours, const QString &with)
{
    const std::pair<PgLoader, QString> ways[] = {{PgLoader::IndexesKept, u"indexes kept"_s},
                                                 {PgLoader::IndexesDropped, u"drop indexes"_s},
                                                 {PgLoader::BTreesOnly, u"b-trees only"_s}};
    if (!hasPgLoader()) {
        std::puts("pgloader is not installed, so the import is not measured beside it.");
        return;
    }
    for (const auto &[way, name] : ways) {
        const auto time = timeOfPgLoader(server, path, setting.todos, way);
        Figure figure{u"import with verification, beside pgloader"_s + with,          u"ms"_s, ours, time, {},
                      u"other: pgloader, data only, %1, nothing compared"_s.arg(name)};
        if (way == PgLoader::IndexesKept)
            figure.reach = time;
        if (!time)
            figure.note += u"; it lost rows"_s;
        table.add(figure);
    }
}

// Into a database of its own, and a server that has its files for the log already: what is measured beside it
// finds them, too.
double timeOfImport(tests::TestServer &server, const QString &path)
{
    const PassingDatabase target(server);
    tests::Importing importing(target.onSocket());
    return milliseconds([&] { import(importing, path); });
}

void addFarImport(BenchTable &table, tests::TestServer &server, const QString &path, double local,
                  const QString &with)
{
    const PassingDatabase far(server);
    tests::Proxy network(far.settings());
    network.setRoundTrip(std::chrono::milliseconds(50));
    tests::Importing importing(network.settings());
    const double time = milliseconds([&] { import(importing, path); });
    table.add({u"import with verification, round trip 50 ms"_s + with, u"ms"_s, time, local,
               1.3 * local + 2'000, u"other: without any"_s});
}

} // namespace

void measureImport(BenchTable &table, const Setting &setting)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("todo_app_local.db"));
    const QString with = QStringLiteral(", %L1 todos").arg(setting.todos);
    tests::writeOldApp(path, int(setting.todos));
    tests::TestServer server(asUsual());
    const base::ConnectionSettings settings = server.onSocket(tests::createTuskDatabase(server));
    tests::Importing importing(settings);
    const double memoryBefore = peakMemory();

    const double first = milliseconds([&] { import(importing, path); });
    const double memory = peakMemory();
    const double floor = timeOfPsql(server, settings, folder.path());
    const double ours = timeOfImport(server, path);
    table.add({QStringLiteral("import with verification") + with, QStringLiteral("ms"), ours, floor,
               1.3 * floor,
               QStringLiteral("other: psql, \\copy and INSERT … SELECT, nothing compared; the first of "
                              "this server took %1 ms")
                   .arg(first, 0, 'f', 0)});
    table.add({QStringLiteral("import: peak memory of this program") + with,
               QStringLiteral("MB"),
               memory,
               {},
               150,
               QStringLiteral("before: %1 MB").arg(memoryBefore)});
    table.add({QStringLiteral("import of the same file again") + with,
               QStringLiteral("ms"),
               milliseconds([&] { import(importing, path); }),
               {},
               2'000,
               {}});
    tests::SampleFile(path).run(QStringLiteral(
        "UPDATE tasks SET title = title || '!' WHERE rowid IN (SELECT rowid FROM tasks LIMIT 10)"));
    importer::ImportReport report;
    const double again = milliseconds([&] { report = import(importing, path); });
    if (report.changed != 10 || report.created + report.conflictCount != 0)
        tests::giveUp(u"10 todos have changed in the file, but %1 were brought up to date and %2 came anew."_s
                          .arg(report.changed)
                          .arg(report.created));
    table.add({QStringLiteral("import after 10 changes") + with,
               QStringLiteral("ms"),
               again,
               {},
               20'000,
               QStringLiteral("%1 changes found").arg(report.changed)});
    server.psql(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(settings.database));
    QFile::remove(path);
    tests::writeOldApp(path, int(setting.todos)); // without those changes
    addOthers(table, server, path, setting, ours, with);
    addFarImport(table, server, path, ours, with);
    measureImportInWindow(table, server, path, with);
}

} // namespace tusk::bench
