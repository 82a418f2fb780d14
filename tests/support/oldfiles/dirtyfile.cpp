// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/oldfiles/dirtyfile.h"

#include "support/oldfiles/samplefile.h"

namespace tusk::tests
{

using namespace Qt::StringLiterals;

void writeDirtyTasks(const QString &path, int rows)
{
    SampleFile sample(path);
    sample.run(
        u"CREATE TABLE tasks (id INT PRIMARY KEY, title VARCHAR(5), description TEXT, completed BOOLEAN, "
        "completed_at DATETIME, due_date DATETIME, priority TEXT, parent_id INTEGER, created_at DATETIME)"_s);
    sample.run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO "
               u"tasks SELECT "
               "i, 'fine', '', 0, NULL, '2026-01-12', 'low', NULL, '2026-01-12 10:00:00' FROM n"_s.arg(rows));
    const int before = rows - 40; // all of them fine
    const auto change = [&sample, before](int row, const QString &what) {
        sample.run(u"UPDATE tasks SET %1 WHERE id = %2"_s.arg(what).arg(before + row));
    };
    const auto parent = [before](int row) { return u"parent_id = %1"_s.arg(before + row); };
    change(1, u"title = ' '"_s);
    change(2, u"completed = 2"_s);
    change(3, u"due_date = '2024-02-30'"_s);
    change(4, u"due_date = ''"_s);
    change(5, u"due_date = 9e999"_s);
    change(6, u"priority = 'purple'"_s);
    change(7, parent(99));
    change(8, parent(9));
    change(9, parent(8));
    change(10, parent(10));
    change(11, u"title = X'6d696c6b'"_s);
    change(12, u"completed_at = '2026-01-13 10:00:00'"_s);
    change(13, u"created_at = 9223372036854775807"_s);
    change(14, u"title = 'a' || char(10) || 'b'"_s);
    const auto retitle = [&sample, before](int row, const QByteArray &title) {
        sample.insert(u"UPDATE tasks SET title = ? WHERE id = %1"_s.arg(before + row), {title});
    };
    retitle(15, QByteArray("a\0b", 3));
    retitle(16, "Gr\xfc\xdf"
                "e");
    retitle(17, QByteArray(600, 'x'));
    change(18, u"title = 'due in seconds', due_date = 1768212000"_s);
    change(19, u"title = 'due in milliseconds', due_date = 1768212000000"_s);
    change(20, u"title = 'due on a Julian day', due_date = 2461052.75"_s);
    change(21, u"title = 'due in India', due_date = '2026-01-12T10:00:00+05:30'"_s);
    change(22, u"title = 'due never', due_date = '0000-00-00 00:00:00'"_s);
    change(23, u"title = 'with a text as id', id = 'twenty-three'"_s);
    sample.close();
}

} // namespace tusk::tests
