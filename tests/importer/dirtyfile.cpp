// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/dirtyfile.h"

#include "importer/samplefile.h"

namespace tusk::tests
{

using namespace Qt::StringLiterals;

void writeDirtyTasks(const QString &path)
{
    SampleFile sample(path);
    sample.run(
        u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, description TEXT, completed BOOLEAN, "
        "completed_at DATETIME, due_date DATETIME, priority TEXT, parent_id INTEGER, created_at DATETIME)"_s);
    for (int i = 1; i <= 40; ++i)
        sample.run(
            u"INSERT INTO tasks VALUES (%1, 'fine', '', 0, NULL, '2026-01-12', 'low', NULL, '2026-01-12 10:00:00')"_s
                .arg(i));
    sample.run(
        u"UPDATE tasks SET title = ' ' WHERE id = 1; UPDATE tasks SET completed = 2 WHERE id = 2;"
        "UPDATE tasks SET due_date = '2024-02-30' WHERE id = 3; UPDATE tasks SET due_date = '' WHERE id "
        "= 4;"
        "UPDATE tasks SET due_date = 9e999 WHERE id = 5; UPDATE tasks SET priority = 'purple' WHERE id = "
        "6;"
        "UPDATE tasks SET parent_id = 99 WHERE id = 7; UPDATE tasks SET parent_id = 9 WHERE id = 8;"
        "UPDATE tasks SET parent_id = 8 WHERE id = 9; UPDATE tasks SET parent_id = 10 WHERE id = 10;"
        "UPDATE tasks SET title = X'6d696c6b' WHERE id = 11; UPDATE tasks SET completed_at = '2026-01-13 "
        "10:00:00' WHERE id = 12;"
        "UPDATE tasks SET created_at = 9223372036854775807 WHERE id = 13; UPDATE tasks SET title = 'a' || char(10) || 'b' WHERE id = 14"_s);
    sample.insert(u"UPDATE tasks SET title = ? WHERE id = 15"_s, {QByteArray("a\0b", 3)});
    sample.insert(u"UPDATE tasks SET title = ? WHERE id = 16"_s, {"Gr\xfc\xdf"
                                                                  "e"});
    sample.insert(u"UPDATE tasks SET title = ? WHERE id = 17"_s, {QByteArray(600, 'x')});
    sample.close();
}

} // namespace tusk::tests
