// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "otherloaders.h"

#include "benchtable.h"
#include "support/failure.h"
#include "support/runprogram.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tusk::bench
{

using namespace Qt::StringLiterals;

namespace
{

// The same rows as an import stages, as a file for psql.
constexpr auto columns = "id, title, notes, list_id, parent_id, priority, due_date, due_time, due_zone, "
                         "start_date, start_time, start_zone, "
                         "repeat, \"position\", completed_at, deleted_at, created_at, updated_at";

// In the schema in which pgloader looks for a role of that name. Generated columns in place of the table that
// search looks at, which triggers fill: nobody else's loader knows of that.
constexpr auto standIn =
    "CREATE TABLE tusk.tasks (LIKE tusk.todo INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES); "
    "ALTER TABLE tusk.tasks RENAME notes TO description; "
    "ALTER TABLE tusk.tasks OWNER TO tusk, ALTER description DROP NOT NULL, "
    "ADD completed boolean NOT NULL, ADD user_id text NOT NULL, "
    // Constraints of tusk.todo that LIKE leaves out. Nothing in the file refers to lists or parents.
    "ADD FOREIGN KEY (list_id) REFERENCES tusk.list ON DELETE SET NULL, "
    "ADD FOREIGN KEY (parent_id) REFERENCES tusk.tasks (id) ON DELETE SET NULL; ";
constexpr auto wordsOfStandIn =
    "ALTER TABLE tusk.tasks ADD folded text NOT NULL GENERATED ALWAYS AS (tusk.fold(title)) STORED, "
    "ADD words tsvector NOT NULL GENERATED ALWAYS AS (tusk.search_words(title, coalesce(description, ''))) "
    "STORED; "
    "CREATE INDEX ON tusk.tasks USING gin (words); "
    "CREATE INDEX ON tusk.tasks USING gin (folded tusk.gin_trgm_ops); ";

QString pgLoader()
{
    return QStandardPaths::findExecutable(u"pgloader"_s);
}

} // namespace

PassingDatabase::PassingDatabase(tests::TestServer &server)
    : m_server(server)
    , m_settings(tests::createTuskDatabase(server))
{
}

PassingDatabase::~PassingDatabase()
{
    m_server.psql(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_settings.database));
}

double timeOfPsql(tests::TestServer &server, const base::ConnectionSettings &source, const QString &folder)
{
    const QString file = folder + u"/rows.tsv"_s;
    const auto psql = [&](const base::ConnectionSettings &settings, const QString &script) {
        tests::runProgram({QStandardPaths::findExecutable(u"psql"_s), u"-X"_s, u"-q"_s, u"-v"_s,
                           u"ON_ERROR_STOP=1"_s, u"-h"_s, server.socketFolder(), u"-p"_s,
                           QString::number(server.port()), u"-U"_s, settings.user, u"-d"_s, settings.database,
                           u"-f"_s, u"-"_s},
                          script.toUtf8());
    };
    psql(source,
         u"\\copy (SELECT r.source_id, r.content_hash, t.* FROM tusk.import_row r JOIN (SELECT %1 FROM "
         "tusk.todo) AS t ON t.id = r.todo_id ORDER BY r.source_id) TO '%2'\n"_s.arg(
             QLatin1StringView(columns), file));
    const PassingDatabase target(server);
    const QString script =
        u"BEGIN; SET LOCAL tusk.log = off; SET LOCAL work_mem = '64MB';\n"
        "CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT ''::text AS source_id, "
        "''::bytea AS content_hash, %1 FROM tusk.todo LIMIT 0;\n"
        "\\copy staged FROM '%2'\n"
        "INSERT INTO tusk.import (id, source_kind, source_name, source_identity) VALUES "
        "('01900000-0000-7000-8000-000000000000', 'a', 'b', 'c');\n"
        "INSERT INTO tusk.todo (%1, import_id) SELECT %1, '01900000-0000-7000-8000-000000000000' FROM staged "
        "ORDER BY id;\n"
        "INSERT INTO tusk.import_row SELECT 'c', source_id, '01900000-0000-7000-8000-000000000000', id, "
        "content_hash FROM staged ORDER BY source_id COLLATE \"C\";\nCOMMIT;\n"_s.arg(
            QLatin1StringView(columns), file);
    const double time = milliseconds([&] { psql(target.onSocket(), script); });
    QFile::remove(file);
    return time;
}

bool hasPgLoader()
{
    return !pgLoader().isEmpty();
}

std::optional<double> timeOfPgLoader(tests::TestServer &server, const QString &file, qint64 todos,
                                     PgLoader how)
{
    const PassingDatabase target(server);
    const base::ConnectionSettings &settings = target.settings();
    const QString words = how == PgLoader::BTreesOnly ? QString() : QLatin1StringView(wordsOfStandIn);
    server.psql(QLatin1StringView(standIn) + words + u"SELECT 1"_s, settings.database);
    const QTemporaryDir folder;
    QFile command(folder.filePath(u"import.load"_s));
    if (!command.open(QIODevice::WriteOnly))
        tests::giveUp(u"no file for pgloader"_s);
    command.write(
        u"LOAD DATABASE FROM sqlite://%1 INTO postgresql://%2@%3:%4/%5 "
        "WITH data only, reset no sequences%6 INCLUDING ONLY TABLE NAMES LIKE 'tasks';"_s
            .arg(file, settings.user, settings.host)
            .arg(settings.port)
            .arg(settings.database, how == PgLoader::IndexesDropped ? u", drop indexes"_s : QString())
            .toUtf8());
    command.close();
    const double time = milliseconds([&] {
        tests::runProgram({pgLoader(), u"--root-dir"_s, folder.path(), command.fileName()});
    });
    const qint64 arrived =
        server.psql(u"SELECT count(*) FROM tusk.tasks"_s, settings.database).value(0).value(0).toLongLong();
    return arrived == todos ? std::optional(time) : std::nullopt;
}

} // namespace tusk::bench
