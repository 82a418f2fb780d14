// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "demofile.h"

#include "support/oldfiles/samplefile.h"

namespace tusk::pictures
{

void writeDemoFile(const QString &path)
{
    tests::SampleFile(path)
        .run(QStringLiteral(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);"
            "CREATE TABLE users (id CHAR(32) PRIMARY KEY, email VARCHAR(255), password_hash VARCHAR(255));"
            "INSERT INTO users VALUES ('1', 'ana@example.org', 'x'), ('2', 'jonas@example.org', 'x'), ('3', "
            "'test', 'x');"
            "CREATE TABLE tasks (title VARCHAR(255), description TEXT, completed BOOLEAN, id CHAR(32) "
            "PRIMARY KEY,"
            " user_id CHAR(32) REFERENCES users (id), completed_at DATETIME, created_at DATETIME, updated_at "
            "DATETIME,"
            " color VARCHAR(7));"
            "INSERT INTO tasks VALUES"
            " ('Buy milk', NULL, 0, 'a1', '1', NULL, '2026-01-12 09:14:00', '2026-01-12 09:14:00', "
            "'#cc8844'),"
            " ('Send the tax papers', 'Ask Jonas for the receipts', 0, 'a2', '1', NULL, '2026-01-13 "
            "18:02:11', '2026-01-13 18:02:11', NULL),"
            " ('Call grandma', NULL, 1, 'a3', '1', '2026-01-13 13:41:00', '2026-01-12 08:00:00', '2026-01-13 "
            "13:41:00', NULL),"
            " ('', 'nobody knows what this was', 0, 'a4', '1', NULL, '2026-01-14 07:30:00', '2026-01-14 "
            "07:30:00', NULL),"
            " ('Book the train to Lisbon', NULL, 0, 'a5', '1', NULL, '2026-02-31 10:00:00', '2026-02-01 "
            "10:00:00', '#3859d0'),"
            " ('Mend the bicycle', 'back wheel', 1, 'a6', '1', '2026-02-08 16:20:00', '2026-02-01 11:00:00', "
            "'2026-02-08 16:20:00', NULL),"
            " ('Write to the landlord', NULL, 2, 'a7', '1', NULL, '2026-02-03 11:00:00', '2026-02-03 "
            "11:00:00', NULL)"))
        .run(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5400) "
            "INSERT INTO tasks SELECT 'Todo ' || i, CASE WHEN i % 3 = 0 THEN 'some notes' END, i % 4 = 0, "
            "'b' || i,"
            " CASE WHEN i % 14 = 0 THEN '2' WHEN i % 39 = 0 THEN '3' ELSE '1' END,"
            " CASE WHEN i % 4 = 0 THEN datetime(1770000000 + i * 600, 'unixepoch') END,"
            " datetime(1770000000 + i * 300, 'unixepoch'), datetime(1770000000 + i * 400, 'unixepoch'),"
            " CASE WHEN i % 5 = 0 THEN '#267435' END FROM n"));
}

} // namespace tusk::pictures
