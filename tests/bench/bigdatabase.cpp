// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"

#include "models/opendatabase.h"

namespace tusk::bench
{

namespace
{

tests::TestServerOptions asUsual()
{
    tests::TestServerOptions options;
    options.tcp = true;
    options.fsync = true;
    options.settings = {{QStringLiteral("shared_buffers"), QStringLiteral("128MB")},
                        {QStringLiteral("max_wal_size"), QStringLiteral("1GB")}};
    return options;
}

} // namespace

void fill(tests::TestServer &server, const base::ConnectionSettings &settings, qint64 todos)
{
    server.psql(QStringLiteral(R"(
        SET tusk.log = off;
        SET synchronous_commit = off;
        INSERT INTO tusk.list (name) SELECT 'List ' || i FROM generate_series(1, 20) i;
        INSERT INTO tusk.tag (name) SELECT 'tag' || i FROM generate_series(1, 20) i;
        CREATE TEMP TABLE words AS SELECT ARRAY['water', 'tomatoes', 'contract', 'Ana', 'plumber', 'dripping', 'tap',
            'review', 'Jonas', 'draft', 'table', 'Saturday', 'chapter', 'parcel', 'passport', 'renew', 'invoice', 'meeting',
            'budget', 'garden', 'Zürich', 'café', 'write', 'report', 'call', 'pick', 'send', 'book', 'clean', 'fix'] AS w;
        CREATE TEMP TABLE lists AS SELECT array_agg(id) AS l FROM tusk.list;
        INSERT INTO tusk.todo (id, title, notes, list_id, priority, due_date, position, completed_at, deleted_at, created_at)
        SELECT gen_random_uuid(), w[1 + (i * 7) % 30] || ' ' || w[1 + (i * 13) % 30] || ' ' || w[1 + (i / 30) % 30] || ' '
                   || substr(md5(i::text), 1, 6),
               CASE WHEN i % 3 = 0 THEN 'some notes about ' || w[1 + (i * 11) % 30] || ' and common words ' || i ELSE '' END,
               CASE WHEN i % 4 = 0 THEN NULL ELSE l[1 + i % 20] END, i % 4,
               CASE WHEN i % 3 = 0 THEN date '2026-10-01' + (i % 100)::integer END, lpad(i::text, 9, '0') || 'V',
               CASE WHEN i % 5 < 2 THEN now() - i * interval '1 second' END, CASE WHEN i % 50 = 0 THEN now() END,
               now() - i * interval '1 minute'
        FROM generate_series(1, %1::bigint) i, words, lists;
        INSERT INTO tusk.todo_tag SELECT id, (SELECT id FROM tusk.tag LIMIT 1) FROM tusk.todo WHERE priority = 3 LIMIT 100000;
        ANALYZE tusk.todo; ANALYZE tusk.todo_search; ANALYZE tusk.todo_tag;
        SELECT 1)")
                    .arg(todos),
                settings.database);
}

void putIntoOneList(tests::TestServer &server, const base::ConnectionSettings &settings)
{
    server.psql(QStringLiteral(R"(
        SET tusk.log = off;
        WITH numbered AS (SELECT id, row_number() OVER (ORDER BY position) AS number FROM tusk.todo)
        UPDATE tusk.todo t
        SET list_id = (SELECT id FROM tusk.list ORDER BY name LIMIT 1), completed_at = NULL, deleted_at = NULL,
            due_date = CASE WHEN number % 2 = 0 THEN current_date - (number % 100)::integer END
        FROM numbered WHERE numbered.id = t.id;
        ANALYZE tusk.todo;
        SELECT 1)"),
                settings.database);
}

BigDatabase::BigDatabase(qint64 todos)
    : m_server(asUsual())
    , m_settings(tests::createTuskDatabase(m_server))
    , m_with(QStringLiteral(", %L1 todos").arg(todos))
{
    fill(m_server, m_settings, todos);
    m_server.psql(QStringLiteral("VACUUM ANALYZE"), m_settings.database);
}

} // namespace tusk::bench
