// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importing.h"
#include "importer/oldapp.h"
#include "importer/samplefile.h"
#include "models/opendatabase.h"
#include "scenarios.h"
#include "support/failure.h"
#include "support/runprogram.h"

#include <QStandardPaths>
#include <QTemporaryDir>

namespace tusk::bench
{

namespace
{

tests::TestServerOptions asUsual()
{
    tests::TestServerOptions options;
    options.fsync = true;
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

// The same rows as an import stages, as a file for psql.
constexpr auto columns = "id, title, notes, list_id, parent_id, priority, due_date, due_time, due_zone, "
                         "start_date, start_time, start_zone, "
                         "repeat, \"position\", completed_at, deleted_at, created_at, updated_at";

// What psql needs for the least that an import has to do: the rows into a temporary table, todos out of them
// in the order of their keys, and the table that knows them again. Neither read back nor compared.
double floorTime(tests::TestServer &server, const base::ConnectionSettings &source, const QString &folder)
{
    const QString file = folder + QStringLiteral("/rows.tsv");
    const auto psql = [&](const base::ConnectionSettings &settings, const QString &script) {
        tests::runProgram({QStandardPaths::findExecutable(QStringLiteral("psql")), QStringLiteral("-X"),
                           QStringLiteral("-q"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"),
                           QStringLiteral("-h"), server.socketFolder(), QStringLiteral("-p"),
                           QString::number(server.port()), QStringLiteral("-U"), settings.user,
                           QStringLiteral("-d"), settings.database, QStringLiteral("-f"),
                           QStringLiteral("-")},
                          script.toUtf8());
    };
    psql(source,
         QStringLiteral(
             "\\copy (SELECT r.source_id, r.content_hash, t.* FROM tusk.import_row r JOIN (SELECT %1 FROM "
             "tusk.todo) AS t ON t.id = r.todo_id ORDER BY r.source_id) TO '%2'\n")
             .arg(QLatin1StringView(columns), file));
    const base::ConnectionSettings target = tests::createTuskDatabase(server);
    const QString script =
        QStringLiteral("BEGIN; SET LOCAL tusk.log = off; SET LOCAL work_mem = '64MB';\n"
                       "CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT ''::text AS source_id, "
                       "''::bytea AS content_hash, %1 "
                       "FROM tusk.todo LIMIT 0;\n"
                       "\\copy staged FROM '%2'\n"
                       "INSERT INTO tusk.import (id, source_kind, source_name, source_identity) VALUES "
                       "('01900000-0000-7000-8000-000000000000', 'a', 'b', 'c');\n"
                       "INSERT INTO tusk.todo (%1, import_id) SELECT %1, "
                       "'01900000-0000-7000-8000-000000000000' FROM staged ORDER BY id;\n"
                       "INSERT INTO tusk.import_row SELECT 'c', source_id, "
                       "'01900000-0000-7000-8000-000000000000', id, content_hash "
                       "FROM staged ORDER BY source_id COLLATE \"C\";\nCOMMIT;\n")
            .arg(QLatin1StringView(columns), file);
    return milliseconds([&] { psql(target, script); });
}

} // namespace

void measureImport(BenchTable &table, const Setting &setting)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("todo_app_local.db"));
    const QString with = QStringLiteral(", %L1 todos").arg(setting.todos);
    tests::writeOldApp(path, int(setting.todos));
    tests::TestServer server(asUsual());
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    tests::Importing importing(settings);
    const double memoryBefore = peakMemory();

    const double ours = milliseconds([&] { import(importing, path); });
    const double memory = peakMemory();
    const double floor = floorTime(server, settings, folder.path());
    table.add({QStringLiteral("import with verification") + with, QStringLiteral("ms"), ours, floor,
               1.3 * floor, QStringLiteral("other: psql, \\copy and INSERT … SELECT, nothing compared")});
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
    table.add({QStringLiteral("import after 10 changes") + with,
               QStringLiteral("ms"),
               again,
               {},
               20'000,
               QStringLiteral("%1 changes found").arg(report.changed)});
}

} // namespace tusk::bench
