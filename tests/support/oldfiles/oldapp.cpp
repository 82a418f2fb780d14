// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/oldfiles/oldapp.h"

#include "support/oldfiles/samplefile.h"

namespace tusk::tests
{

void writeOldApp(const QString &path, int todos)
{
    SampleFile(path)
        .run(QStringLiteral(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);"
            "INSERT INTO alembic_version VALUES ('4f1c');"
            "CREATE TABLE users (id CHAR(32) NOT NULL, email VARCHAR(255) NOT NULL, password_hash "
            "VARCHAR(255) NOT NULL,"
            " created_at DATETIME NOT NULL, PRIMARY KEY (id), UNIQUE (email));"
            "INSERT INTO users VALUES ('00000000000000000000000000000001', 'ana@example.org', 'secret-1', "
            "'2026-01-01 08:00:00'),"
            " ('00000000000000000000000000000002', 'jonas@example.org', 'secret-2', '2026-01-02 08:00:00');"
            "CREATE TABLE tasks (title VARCHAR(255) NOT NULL, description TEXT, completed BOOLEAN NOT NULL,"
            " id CHAR(32) NOT NULL, user_id CHAR(32) NOT NULL, completed_at DATETIME, created_at DATETIME "
            "NOT NULL,"
            " updated_at DATETIME NOT NULL, PRIMARY KEY (id), FOREIGN KEY(user_id) REFERENCES users (id));"
            "CREATE INDEX ix_tasks_user_id ON tasks (user_id)"))
        .run(QStringLiteral(
                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                 "INSERT INTO tasks SELECT 'Todo ' || i || ' – Grüße', CASE WHEN i % 3 = 0 THEN 'Notes of ' "
                 "|| i || char(10) || "
                 "'tab' || char(9) || 'back\\slash' END, i % 5 = 0, printf('%032x', i * 7919), "
                 "'0000000000000000000000000000000' || (CASE WHEN i % 3 = 0 THEN 2 ELSE 1 END), "
                 "CASE WHEN i % 5 = 0 THEN datetime(1767225600 + i * 60, 'unixepoch') END, "
                 "datetime(1767225600 + i, 'unixepoch') || (CASE WHEN i % 2 = 0 THEN '.123456' ELSE '' END), "
                 "datetime(1767225600 + i * 2, 'unixepoch') FROM n")
                 .arg(todos));
}

} // namespace tusk::tests
