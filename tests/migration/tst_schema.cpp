// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <QElapsedTimer>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

class TestSchema final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldHaveAnIndexForEveryReferenceOnTheReferringSide()
    {
        // A reference that no index begins with.
        const auto unindexed = client().sql().rows(uR"(
            SELECT c.conrelid::regclass, c.conname FROM pg_constraint c
            WHERE c.contype = 'f' AND c.connamespace = 'tusk'::regnamespace AND NOT EXISTS (
                SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indisvalid
                AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] = c.conkey))"_s);
        QCOMPARE(unindexed, QList<QStringList>());
        QCOMPARE_GE(value(u"SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND connamespace = "
                          "'tusk'::regnamespace"_s)
                        .toInt(),
                    7);
    }

    // Which triggers see to.
    void shouldReferOnlyToImportsThatAreThere_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a new todo") << u"INSERT INTO tusk.todo (title, import_id) VALUES ('a', 'MISSING')"_s;
        QTest::newRow("one of several") << u"INSERT INTO tusk.todo (title, import_id) VALUES ('a', NULL), "
                                           "('b', 'PRESENT'), ('c', 'MISSING')"_s;
        QTest::newRow("a todo") << u"UPDATE tusk.todo SET import_id = 'MISSING' WHERE title = 'Hers'"_s;
        QTest::newRow("a todo of no import")
            << u"UPDATE tusk.todo SET import_id = 'MISSING' WHERE title = 'Mine'"_s;
        QTest::newRow("a new row")
            << u"INSERT INTO tusk.import_row VALUES ('a', '2', 'MISSING', 'PRESENT', '')"_s;
        QTest::newRow("a row") << u"UPDATE tusk.import_row SET import_id = 'MISSING'"_s;
        QTest::newRow("the id of an import") << u"UPDATE tusk.import SET id = 'MISSING'"_s;
    }
    void shouldReferOnlyToImportsThatAreThere()
    {
        QFETCH(const QString, sql);
        addImport();

        const auto answer = client().sql().ask(
            QString(sql).replace(u"PRESENT"_s, todoId(1)).replace(u"MISSING"_s, todoId(2)));

        QVERIFY(!answer.ok);
        QVERIFY2(answer.message.contains(u"There is no import"_s) ||
                     answer.message.contains(u"stays as it is"_s),
                 qPrintable(answer.message));
    }

    void shouldKeepTodosWhoseImportIsDeleted_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("deleted") << u"DELETE FROM tusk.import"_s;
        QTest::newRow("truncated") << u"TRUNCATE tusk.import CASCADE"_s;
    }
    void shouldKeepTodosWhoseImportIsDeleted()
    {
        QFETCH(const QString, sql);
        addImport();

        client().sql().rows(sql);

        QCOMPARE(client().sql().rows(u"SELECT title, import_id FROM tusk.todo ORDER BY 1"_s),
                 (QList<QStringList>{{u"Hers"_s, QString()}, {u"Mine"_s, QString()}}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.import_row"_s), u"0"_s);
    }

    void shouldWaitForAnImportThatIsBeingDeleted()
    {
        addImport();
        SqlClient other(settings());
        other.rows(u"BEGIN"_s);
        other.rows(u"INSERT INTO tusk.todo (title, import_id) VALUES ('Late', '%1')"_s.arg(todoId(1)));

        const auto answer =
            client().sql().ask(u"SET lock_timeout = '50ms'; DELETE FROM tusk.import; RESET lock_timeout"_s);

        QVERIFY(!answer.ok);
        QVERIFY2(answer.message.contains(u"lock timeout"_s), qPrintable(answer.message));
        other.rows(u"COMMIT"_s);
        client().sql().rows(u"DELETE FROM tusk.import"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE import_id IS NOT NULL"_s), u"0"_s);
    }

    void shouldReadNoWholeTableToDeleteTodos()
    {
        // Given
        if (value(u"SELECT to_regproc('pg_stat_force_next_flush') IS NOT NULL"_s) != u"t")
            QSKIP("Before version 15 nobody can tell when the statistics of the server are up to date.");
        // Without the triggers, which would take longer than all tests of this class.
        client().sql().rows(uR"(BEGIN;
            ALTER TABLE tusk.todo DISABLE TRIGGER USER;
            INSERT INTO tusk.todo (title, "position") SELECT 'Todo ' || i, 'V' FROM generate_series(1, 100000) i;
            INSERT INTO tusk.todo_search SELECT id, '', '' FROM tusk.todo;
            ALTER TABLE tusk.todo ENABLE TRIGGER USER;
            COMMIT; ANALYZE tusk.todo, tusk.todo_search)"_s);
        const QString readings =
            u"SELECT pg_stat_force_next_flush()::text || sum(seq_scan) FROM pg_stat_user_tables WHERE "
            "schemaname = 'tusk'"_s;
        const QString chosen =
            value(u"SELECT array_agg(id)::text FROM (SELECT id FROM tusk.todo LIMIT 20) AS chosen"_s);
        value(readings);
        const QString before = value(readings);
        // When
        QElapsedTimer clock;
        clock.start();
        for (const QString &id : chosen.mid(1, chosen.size() - 2).split(u','))
            client().sql().rows(u"DELETE FROM tusk.todo WHERE id = '%1'"_s.arg(id));
        qInfo("20 deletions among 100,000 todos: %lld ms", clock.elapsed());
        // Then
        value(readings);
        QCOMPARE(value(readings), before);
    }

    void shouldExplainEverything()
    {
        const auto unexplained = client().sql().rows(uR"(
            WITH ours AS (
                SELECT 'pg_class'::regclass AS catalog, c.oid, 0 AS sub, c.oid::regclass::text AS what FROM pg_class c
                WHERE c.relnamespace = 'tusk'::regnamespace AND c.relkind IN ('r', 'v', 'S')
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'i') -- identity
                UNION ALL
                SELECT 'pg_class'::regclass, c.oid, a.attnum, c.oid::regclass || '.' || a.attname
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'tusk'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, 0, p.oid::regprocedure::text FROM pg_proc p
                WHERE p.pronamespace = 'tusk'::regnamespace
                UNION ALL
                SELECT 'pg_namespace'::regclass, oid, 0, nspname FROM pg_namespace WHERE nspname = 'tusk'
            )
            SELECT o.what FROM ours o
            WHERE NOT EXISTS (SELECT FROM pg_description d WHERE d.classoid = o.catalog AND d.objoid = o.oid
                              AND d.objsubid = o.sub AND d.description ~ '\S')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.catalog AND d.objid = o.oid AND d.deptype = 'e')
            ORDER BY 1)"_s);
        QCOMPARE(unexplained, QList<QStringList>());
    }

    void shouldRefuseWhatBreaksARule_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("constraint");
        const auto row = [](const char *name, const QString &columns, const QString &values,
                            const QString &constraint) {
            QTest::addRow("%s", name) << columns << values << constraint;
        };
        row("blank title", u"title"_s, u"e' \\t'"_s, u"todo_title_length"_s);
        row("501 characters", u"title"_s, u"repeat('ä', 501)"_s, u"todo_title_length"_s);
        row("notes over 1 MB", u"title, notes"_s, u"'a', repeat('ä', 524289)"_s, u"todo_notes_length"_s);
        row("priority 4", u"title, priority"_s, u"'a', 4"_s, u"todo_priority_range"_s);
        row("due before year 1", u"title, due_date"_s, u"'a', '0001-12-31 BC'"_s, u"todo_due_range"_s);
        row("due after year 9999", u"title, due_date"_s, u"'a', '10000-01-01'"_s, u"todo_due_range"_s);
        row("due never, trap 36", u"title, due_date"_s, u"'a', 'infinity'"_s, u"todo_due_range"_s);
        row("time without zone", u"title, due_date, due_time"_s, u"'a', '2026-01-01', '9:00'"_s,
            u"todo_due_form"_s);
        row("time without date", u"title, due_time, due_zone"_s, u"'a', '9:00', 'UTC'"_s, u"todo_due_form"_s);
        row("start after year 9999", u"title, start_date"_s, u"'a', 'infinity'"_s, u"todo_start_range"_s);
        row("start time without zone", u"title, start_date, start_time"_s, u"'a', '2026-01-01', '9:00'"_s,
            u"todo_start_form"_s);
        row("long zone", u"title, due_date, due_time, due_zone"_s,
            u"'a', '2026-01-01', '9:00', repeat('z', 101)"_s, u"todo_zone_length"_s);
        row("long rule", u"title, repeat"_s, u"'a', repeat('z', 1001)"_s, u"todo_repeat_length"_s);
        row("position of other digits", u"title, \"position\""_s, u"'a', 'a-b'"_s, u"todo_position_form"_s);
        row("position that ends in 0", u"title, \"position\""_s, u"'a', 'a0'"_s, u"todo_position_form"_s);
        row("position that is empty", u"title, \"position\""_s, u"'a', ''"_s, u"todo_position_form"_s);
        row("position of 201 digits", u"title, \"position\""_s, u"'a', repeat('1', 201)"_s,
            u"todo_position_form"_s);
        row("its own parent", u"id, title, parent_id"_s, u"'%1', 'a', '%1'"_s.arg(todoId(1)),
            u"todo_parent_other"_s);
        row("completed never", u"title, completed_at"_s, u"'a', 'infinity'"_s, u"todo_instants_range"_s);
        row("deleted never", u"title, deleted_at"_s, u"'a', '-infinity'"_s, u"todo_instants_range"_s);
        row("made never", u"title, created_at"_s, u"'a', '-infinity'"_s, u"todo_instants_range"_s);
        row("unknown list", u"title, list_id"_s, u"'a', '%1'"_s.arg(listId(1)), u"todo_list_id_fkey"_s);
    }
    void shouldRefuseWhatBreaksARule()
    {
        QFETCH(const QString, columns);
        QFETCH(const QString, values);
        QFETCH(const QString, constraint);
        const auto answer =
            client().sql().ask(u"INSERT INTO tusk.todo (%1) VALUES (%2)"_s.arg(columns, values));
        QVERIFY(!answer.ok);
        QVERIFY2(answer.message.contains(u'"' + constraint + u'"'), qPrintable(answer.message));
    }

    void shouldTakeWhatIsJustAllowed()
    {
        client().sql().rows(uR"(INSERT INTO tusk.todo (title, notes, due_date, due_time, due_zone, start_date)
            VALUES (repeat('🎉', 500), repeat('ä', 524288), '9999-12-31', '23:59:59', 'Pacific/Kiritimati', '0001-01-01'),
                   ('.', '', '0001-01-01', NULL, NULL, '9999-12-31'))"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"2"_s);
    }

    void shouldSaveNotesThatFillTheSearchIndex_data()
    {
        QTest::addColumn<QString>("notes");
        QTest::addRow("one word of 1 MB") << u"repeat('x', 1048576)"_s;
        QTest::addRow("a quarter of a million different signs")
            << u"(SELECT string_agg(chr(c), '') FROM generate_series(131072, 131072 + 262000) AS c)"_s;
        QTest::addRow("hundred thousands of different words")
            << u"left((SELECT string_agg(to_hex(i * 2654435761 % 4294967296), ' ') FROM generate_series(1, "
               u"200000) AS i), "
               "1048576)"_s;
        QTest::addRow("words that grow when folded") << u"repeat(chr(64766), 340000)"_s;
        QTest::addRow("every letter there is")
            << u"left((SELECT string_agg(chr(c), ' ') FROM generate_series(160, 1114111) AS c "
               "WHERE c NOT BETWEEN 55296 AND 57343), 260000)"_s;
    }
    void shouldSaveNotesThatFillTheSearchIndex()
    {
        QFETCH(const QString, notes);
        const auto answer =
            client().sql().ask(u"INSERT INTO tusk.todo (title, notes) SELECT 'needle', %1"_s.arg(notes));
        QVERIFY2(answer.ok, qPrintable(answer.message));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.search_todos('needle', 10)"_s), u"1"_s);
    }

    void shouldKnowEveryColumnOfATodoAsAField_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("field");
        const QList<std::pair<QString, QString>> changes{
            {u"title = 'other'"_s, u"title"_s},
            {u"notes = 'other'"_s, u"notes"_s},
            {u"list_id = '%1'"_s.arg(listId(1)), u"list_id"_s},
            {u"parent_id = '%1'"_s.arg(todoId(2)), u"parent_id"_s},
            {u"priority = 2"_s, u"priority"_s},
            {u"due_date = '2026-05-01'"_s, u"due"_s},
            {u"start_date = '2026-05-01'"_s, u"start"_s},
            {u"due_time = '10:30', due_zone = 'UTC', due_date = '2026-05-02'"_s, u"due"_s},
            {u"start_time = '10:30', start_zone = 'UTC', start_date = '2026-05-02'"_s, u"start"_s},
            {u"repeat = 'FREQ=DAILY'"_s, u"repeat"_s},
            {u"\"position\" = 'zzz'"_s, u"position"_s},
            {u"completed_at = '2026-05-01 12:00:00.600+02'"_s, u"completed_at"_s},
            {u"deleted_at = '2026-05-01 12:00+02'"_s, u"deleted_at"_s},
            {u"created_at = '1800-05-01 12:00+02'"_s, u"created_at"_s},
            {u"import_id = (SELECT id FROM tusk.import)"_s, u"import_id"_s},
        };
        for (const auto &[change, field] : changes)
            QTest::addRow("%s", qPrintable(change)) << change << field;
    }
    void shouldKnowEveryColumnOfATodoAsAField()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, field);
        createTodos(2);
        client().sql().rows(
            u"INSERT INTO tusk.list (id, name) VALUES ('%1', 'Garden'); INSERT INTO tusk.import (id, "
            "source_kind, source_name, source_identity) VALUES (gen_random_uuid(), '', '', '')"_s.arg(
                listId(1)));
        const QJsonObject before = todo(1);
        client().sql().rows(u"UPDATE tusk.todo SET %1 WHERE id = '%2'"_s.arg(change, todoId(1)));
        const QJsonObject after = todo(1);
        // The three functions that know the fields agree
        QVERIFY(after.value(field) != before.value(field));
        QCOMPARE(
            client().object(
                u"SELECT jsonb_build_object('%1', tusk.todo_field(t, '%1')) FROM tusk.todo t WHERE id = '%2'"_s
                    .arg(field, todoId(1))),
            (QJsonObject{{field, after.value(field)}}));
        const QJsonObject logged = client().object(
            u"SELECT jsonb_build_object('before', before, 'after', after) FROM tusk.change ORDER BY ordinal DESC LIMIT 1"_s);
        QCOMPARE(logged.value(u"before"_s).toObject(), (QJsonObject{{field, before.value(field)}}));
        QCOMPARE(logged.value(u"after"_s).toObject(), (QJsonObject{{field, after.value(field)}}));
    }

    void shouldHaveNoColumnThatIsNotLogged()
    {
        QStringList columns;
        for (const QStringList &row : client().sql().rows(u"SELECT attname FROM pg_attribute WHERE attrelid "
                                                          u"= 'tusk.todo'::regclass AND attnum > 0 AND NOT "
                                                          "attisdropped ORDER BY attnum"_s))
            columns.append(row.constFirst());
        // Whoever adds one here has added it to shouldKnowEveryColumnOfATodoAsAField too.
        QCOMPARE(columns, QStringList({u"id"_s,        u"title"_s,      u"notes"_s,        u"list_id"_s,
                                       u"parent_id"_s, u"priority"_s,   u"due_date"_s,     u"due_time"_s,
                                       u"due_zone"_s,  u"start_date"_s, u"start_time"_s,   u"start_zone"_s,
                                       u"repeat"_s,    u"position"_s,   u"completed_at"_s, u"deleted_at"_s,
                                       u"import_id"_s, u"created_at"_s, u"updated_at"_s,   u"version"_s}));
    }

    void shouldGiveEveryChangeANewVersion()
    {
        createTodos(1);
        const QString version = u"SELECT version FROM tusk.todo"_s;
        const qint64 made = value(version).toLongLong();
        client().sql().rows(u"UPDATE tusk.todo SET title = 'other'"_s);
        const qint64 edited = value(version).toLongLong();
        QCOMPARE_GT(edited, made);
        client().sql().rows(
            u"INSERT INTO tusk.tag (id, name) VALUES ('%1', 'home'); INSERT INTO tusk.todo_tag VALUES "
            "('%2', '%1')"_s.arg(tagId(1), todoId(1)));
        const qint64 tagged = value(version).toLongLong();
        QCOMPARE_GT(tagged, edited);
        client().sql().rows(u"DELETE FROM tusk.tag"_s);
        QCOMPARE_GT(value(version).toLongLong(), tagged);
    }

    void shouldPutRowsOfOtherProgramsAtTheEndInTheirOrder()
    {
        createTodos(1);
        client().sql().rows(
            u"INSERT INTO tusk.todo (title) SELECT 'row ' || i FROM generate_series(1, 9) i"_s);
        QCOMPARE(value(u"SELECT string_agg(title, ',' ORDER BY \"position\", id) FROM tusk.todo"_s),
                 u"Todo 1,row 1,row 2,row 3,row 4,row 5,row 6,row 7,row 8,row 9"_s);
    }

    void shouldCutLongNotesInRows_data()
    {
        QTest::addColumn<QString>("notes");
        QTest::addColumn<bool>("cut");
        QTest::addRow("none") << u"''"_s << false;
        QTest::addRow("1000 bytes") << u"repeat('a', 1000)"_s << false;
        QTest::addRow("1001 bytes") << u"repeat('a', 1001)"_s << true;
        QTest::addRow("1000 long characters") << u"repeat('🎉', 1000)"_s << false;
        QTest::addRow("1001 long characters") << u"repeat('🎉', 1001)"_s << true;
        QTest::addRow("1 MB") << u"repeat('a', 1048576)"_s << true;
    }
    void shouldCutLongNotesInRows()
    {
        QFETCH(const QString, notes);
        QFETCH(const bool, cut);
        client().sql().rows(u"INSERT INTO tusk.todo (title, notes) SELECT 'a', %1"_s.arg(notes));
        const QJsonObject row = client().object(u"SELECT tusk.todo_row(t) FROM tusk.todo t"_s);
        QCOMPARE(row.value(u"notes_cut"_s).toBool(), cut);
        QCOMPARE(row.value(u"notes"_s).toString(),
                 QString::fromUtf8(value(u"SELECT left(notes, 1000) FROM tusk.todo"_s).toUtf8()));
    }

    void shouldShowRowsInTheSameFormInEverySession()
    {
        client().sql().rows(
            uR"(INSERT INTO tusk.todo (title, due_date, due_time, due_zone, completed_at, created_at)
            VALUES ('a', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29 01:30:00.600+00', '1883-01-01 00:00+00'))"_s);
        const QString row = u"SELECT tusk.todo_row(t) || tusk.todo_fields(t) FROM tusk.todo t"_s;
        const QJsonObject plain = client().object(row);
        QCOMPARE(plain.value(u"due_date"_s), u"2026-03-29"_s);
        QCOMPARE(plain.value(u"due_time"_s), u"02:30:00"_s);
        QCOMPARE(plain.value(u"completed_at"_s), u"2026-03-29T01:30:00.600Z"_s);
        QCOMPARE(plain.value(u"created_at"_s), u"1883-01-01T00:00:00.000Z"_s);
        TodoClient other(settings());
        other.sql().rows(u"SET TimeZone = 'Europe/Amsterdam'; SET DateStyle = 'SQL, DMY'"_s);
        QCOMPARE(other.object(row), plain);
    }

private:
    // One that has brought a todo, beside one that nobody brought.
    void addImport()
    {
        client().sql().rows(uR"(INSERT INTO tusk.import (id, source_kind, source_name, source_identity)
                VALUES ('%1', 'a', 'a', 'a');
            INSERT INTO tusk.import_row VALUES ('a', '1', '%1', '%1', '');
            INSERT INTO tusk.todo (title, import_id) VALUES ('Hers', '%1'), ('Mine', NULL))"_s.arg(
            todoId(1)));
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
