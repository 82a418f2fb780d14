// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importreport.h"
#include "importer/importsource.h"
#include "importer/reading.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"

#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Reading;
using tests::SampleFile;

using Repairs = QMap<QString, qint64>;

// What the rows of a table, and those of the tables around it, tell about the todos in it.
class TestForeignTables final : public tests::TestCase
{
    Q_OBJECT

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldLearnFromTimesOfCompletionWhatNumbersMean_data()
    {
        QTest::addColumn<QString>("rows"); // title, status, completed_at
        QTest::addColumn<QStringList>("completed");
        QTest::addColumn<qint64>("uncertain");
        QTest::addColumn<bool>("isLearned");
        QTest::newRow("in progress") << u"('a', 0, NULL), ('b', 1, NULL), ('c', 2, '2026-01-02 09:00:00')"_s
                                     << QStringList{u"c"_s} << qint64(0) << true;
        QTest::newRow("done comes first")
            << u"('a', 0, '2026-01-02 09:00:00'), ('b', 1, NULL), ('c', 2, NULL)"_s << QStringList{u"a"_s}
            << qint64(0) << true;
        QTest::newRow("one of many was forgotten")
            << u"('a', 0, NULL), ('b', 2, NULL), ('c', 2, '2026-01-02'), ('d', 2, '2026-01-02'), ('e', 2, "
               "'2026-01-02'), ('f', 2, '2026-01-02'), ('g', 2, '2026-01-02'), ('h', 2, '2026-01-02'), ('i', "
               "2, '2026-01-02'), ('j', 2, '2026-01-02'), ('k', 2, '2026-01-02')"_s
            << QStringList{u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s, u"i"_s, u"j"_s, u"k"_s}
            << qint64(0) << true;
        QTest::newRow("days that could be months")
            << u"('a', 0, NULL), ('b', 1, NULL), ('c', 2, '25/12/2025'), ('d', 2, '03/04/2025')"_s
            << QStringList{u"c"_s, u"d"_s} << qint64(0) << true;
        QTest::newRow("half of one tells nothing")
            << u"('a', 0, NULL), ('b', 1, NULL), ('c', 1, '2026-01-02'), ('d', 2, '2026-01-02')"_s
            << QStringList{u"b"_s, u"c"_s, u"d"_s} << qint64(2) << true;
        QTest::newRow("no time at all") << u"('a', 0, NULL), ('b', 1, '0'), ('c', 2, '')"_s
                                        << QStringList{u"b"_s, u"c"_s} << qint64(2) << false;
        QTest::newRow("times everywhere")
            << u"('a', 0, '2026-01-02'), ('b', 1, '2026-01-02'), ('c', 2, '2026-01-02')"_s
            << QStringList{u"b"_s, u"c"_s} << qint64(2) << false;
    }
    void shouldLearnFromTimesOfCompletionWhatNumbersMean()
    {
        QFETCH(const QString, rows);
        QFETCH(const QStringList, completed);
        QFETCH(const qint64, uncertain);
        QFETCH(const bool, isLearned);
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, status INTEGER, completed_at "
                 "DATETIME)"_s)
            .run(u"INSERT INTO tasks (title, status, completed_at) VALUES %1"_s.arg(rows));

        const Reading reading = tests::readFile(path());

        QCOMPARE(completedIn(reading), completed);
        QCOMPARE(reading.repairs.value(u"uncertain_state"_s), uncertain);
        importer::ImportReport report;
        report.mapping = reading.mapping;
        QCOMPARE(report.remarks().join(u' ').contains("tells the meaning"_L1), isLearned);
    }

    void shouldPutWhatItsProgramHadThrownAwayIntoTheTrash_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("values"); // of what is there and of what is thrown away
        QTest::addRow("Rails") << u"discarded_at"_s << u"NULL, '2026-01-05 10:00:00'"_s;
        QTest::addRow("removed") << u"removed_at"_s << u"'', '2026-01-05 10:00:00'"_s;
        QTest::addRow("a flag") << u"is_removed"_s << u"0, 1"_s;
        QTest::addRow("in the trash") << u"inTrash"_s << u"'false', 'true'"_s;
    }
    void shouldPutWhatItsProgramHadThrownAwayIntoTheTrash()
    {
        QFETCH(const QString, column);
        QFETCH(const QString, values);
        writeTwo(column, values);

        const Reading reading = tests::readFile(path());

        QVERIFY(!reading.rows.at(0).fields[size_t(importer::Field::DeletedAt)]);
        QVERIFY(reading.rows.at(1).fields[size_t(importer::Field::DeletedAt)]);
        QVERIFY(completedIn(reading).isEmpty());
    }

    void shouldTakeWhatIsArchivedForCompleted_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("values");
        QTest::addRow("a time") << u"archived_at"_s << u"NULL, '2026-01-05 10:00:00'"_s;
        QTest::addRow("a flag") << u"is_archived"_s << u"0, 1"_s;
        QTest::addRow("a word") << u"archived"_s << u"'no', 'yes'"_s;
        QTest::addRow("hidden") << u"hidden"_s << u"0, 1"_s;
    }
    void shouldTakeWhatIsArchivedForCompleted()
    {
        QFETCH(const QString, column);
        QFETCH(const QString, values);
        writeTwo(column, values);

        const Reading reading = tests::readFile(path());

        QCOMPARE(completedIn(reading), QStringList{u"gone"_s});
        QCOMPARE(reading.repairs, (Repairs{{u"archived"_s, 1}}));
        QVERIFY(!reading.mapping.leftOut.contains(column));
    }

    void shouldKeepWhenSomethingWasDoneThatWasArchivedLater()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, completed_at DATETIME, archived_at "
            "DATETIME); INSERT INTO tasks VALUES (1, 'done', '2026-01-03 10:00:00', '2026-01-05 10:00:00'), "
            "(2, 'given up', NULL, '2026-01-05 10:00:00')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, (QStringList{u"done | completed_at: 2026-01-03 10:00:00+00"_s,
                                             u"given up | completed_at: 2026-01-05 10:00:00+00"_s}));
        QCOMPARE(reading.repairs, (Repairs{{u"archived"_s, 1}}));
    }

    void shouldTakeTagsThatAreJoinedAsFrameworksDo_data()
    {
        QTest::addColumn<QString>("tables");
        const QString tags =
            u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO tags VALUES (1, "
            "'home'), (2, 'soon'), (3, 'other');"_s;
        const QString tasks =
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO "
            "tasks VALUES (1, 'milk', 0), (2, 'bread', 0);"_s;
        QTest::addRow("Laravel") << tags + tasks +
                                        "CREATE TABLE taggables (tag_id INTEGER, taggable_id INTEGER, "
                                        "taggable_type VARCHAR); INSERT INTO taggables VALUES (1, 1, "
                                        "'App\\Models\\Task'), (2, 1, 'App\\Models\\Task'), (3, 1, "
                                        "'App\\Models\\SubTask'), (3, 2, 'App\\Models\\Note')"_L1;
        QTest::addRow("Rails")
            << tags + tasks +
                   "CREATE TABLE taggings (id INTEGER PRIMARY KEY, tag_id INTEGER, "
                   "taggable_type VARCHAR, taggable_id INTEGER); CREATE INDEX i ON taggings "
                   "(taggable_id); INSERT INTO taggings (tag_id, taggable_type, taggable_id) "
                   "VALUES (1, 'Task', 1), (2, 'Task', 1), (3, 'Note', 2)"_L1;
        QTest::addRow("several languages") << u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name JSON); "
                                              u"INSERT INTO tags VALUES (1, '{\"en\": "
                                              "\"home\"}'), (2, '{\"en\": \"soon\"}');"_s +
                                                  tasks +
                                                  "CREATE TABLE taggables (tag_id INTEGER, taggable_id "
                                                  "INTEGER, taggable_type VARCHAR); INSERT "
                                                  "INTO taggables VALUES (1, 1, 'task'), (2, 1, 'task')"_L1;
        QTest::addRow("Django")
            << u"CREATE TABLE django_content_type (id INTEGER PRIMARY KEY, app_label TEXT, model TEXT); "
               u"INSERT "
               "INTO django_content_type VALUES (7, 'todo', 'task'), (8, 'todo', 'note'); CREATE TABLE "
               "taggit_tag (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO taggit_tag VALUES (1, 'home'), "
               "(2, "
               "'soon'), (3, 'other'); CREATE TABLE todo_task (id INTEGER PRIMARY KEY, title TEXT, done "
               "INTEGER); INSERT INTO todo_task VALUES (1, 'milk', 0), (2, 'bread', 0); CREATE TABLE "
               "taggit_taggeditem (id INTEGER PRIMARY KEY, object_id INTEGER, content_type_id INTEGER "
               "REFERENCES django_content_type (id), tag_id INTEGER REFERENCES taggit_tag (id)); INSERT INTO "
               "taggit_taggeditem (object_id, content_type_id, tag_id) VALUES (1, 7, 1), (1, 7, 2), (2, 8, 3)"_s;
        QTest::addRow("Core Data")
            << u"CREATE TABLE Z_PRIMARYKEY (Z_ENT INTEGER PRIMARY KEY, Z_NAME VARCHAR); INSERT INTO "
               "Z_PRIMARYKEY VALUES (1, 'Todo'), (3, 'Tag'); CREATE TABLE ZTAG (Z_PK INTEGER PRIMARY KEY, "
               "ZNAME VARCHAR); INSERT INTO ZTAG VALUES (1, 'home'), (2, 'soon'); CREATE TABLE ZTODO (Z_PK "
               "INTEGER PRIMARY KEY, ZTITLE VARCHAR, ZISDONE INTEGER); INSERT INTO ZTODO VALUES (1, 'milk', "
               "0), "
               "(2, 'bread', 0); CREATE TABLE Z_1TAGS (Z_1TODOS INTEGER, Z_3TAGS INTEGER, PRIMARY KEY "
               "(Z_1TODOS, Z_3TAGS)); INSERT INTO Z_1TAGS VALUES (1, 1), (1, 2)"_s;
    }
    void shouldTakeTagsThatAreJoinedAsFrameworksDo()
    {
        QFETCH(const QString, tables);
        SampleFile(path()).run(tables);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.complaint, QString());
        QCOMPARE(reading.todos, (QStringList{u"milk | tags: home,soon"_s, u"bread"_s}));
        QCOMPARE(reading.mapping.remarks, QStringList());
    }

    void shouldNameTablesWhoseRowsBelongToTodos()
    {
        SampleFile(path()).run(
            u"CREATE TABLE lists (id INTEGER PRIMARY KEY, name TEXT, first_task_id INTEGER REFERENCES tasks "
            u"(id)); INSERT INTO "
            u"lists "
            "VALUES (1, 'Home', 1); CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, "
            "list_id "
            "INTEGER); INSERT INTO tasks VALUES (1, 'milk', 0, 1), (2, 'bread', 0, 1);"
            "CREATE TABLE comments (id INTEGER PRIMARY KEY, task_id INTEGER REFERENCES tasks (id), body "
            "TEXT);"
            "INSERT INTO comments VALUES (1, 1, 'soon'), (2, 1, 'please'), (3, 9, 'of a task that is gone');"
            "CREATE TABLE task_notes (id INTEGER PRIMARY KEY, task_id INTEGER, title TEXT);"
            "INSERT INTO task_notes VALUES (1, 2, 'rye');"
            "CREATE TABLE attachments (id INTEGER PRIMARY KEY, attachable_id INTEGER, attachable_type TEXT);"
            "INSERT INTO attachments VALUES (1, 1, 'Task'), (2, 1, 'Note');"
            "CREATE TABLE colors (id INTEGER PRIMARY KEY, type TEXT); INSERT INTO colors VALUES (1, 'task');"
            "CREATE TABLE reminders (id INTEGER PRIMARY KEY, task_id INTEGER); CREATE TABLE settings (id "
            "INTEGER PRIMARY KEY, name TEXT); INSERT INTO settings VALUES (1, 'dark')"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(reading.mapping.table, u"tasks"_s);
        QCOMPARE(reading.mapping.remarks,
                 (QStringList{u"2 rows of “comments” belong to these todos and are not taken over."_s,
                              u"1 rows of “task_notes” belong to these todos and are not taken over."_s,
                              u"1 rows of “attachments” belong to these todos and are not taken over."_s}));
    }

    void shouldNameATableThatIsCalledLikeAColumn()
    {
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, notes TEXT); INSERT INTO "
            "tasks VALUES (1, 'milk', 0, 'two'); CREATE TABLE notes (id INTEGER PRIMARY KEY, task_id "
            "INTEGER, "
            "line TEXT); INSERT INTO notes VALUES (1, 1, 'of the good one')"_s);

        QCOMPARE(tests::readFile(path()).mapping.remarks,
                 QStringList{u"1 rows of “notes” belong to these todos and are not taken over."_s});
    }

    void shouldNameATableOnce_data()
    {
        QTest::addColumn<QString>("columns"); // of what belongs to the todos
        QTest::addColumn<QStringList>("besides");
        QTest::addRow("todos themselves") << u"title TEXT, is_done INTEGER"_s << QStringList{u"subtasks"_s};
        QTest::addRow("comments") << u"title TEXT, is_pinned INTEGER"_s << QStringList();
    }
    void shouldNameATableOnce()
    {
        QFETCH(const QString, columns);
        QFETCH(const QStringList, besides);
        SampleFile(path()).run(
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT); INSERT "
            "INTO tasks VALUES (1, 'milk', 0, '2026-01-20'); CREATE TABLE subtasks (id INTEGER PRIMARY KEY, "
            "task_id INTEGER, %1); INSERT INTO subtasks VALUES (1, 1, 'rye', 0)"_s.arg(columns));
        const QTemporaryDir copies;
        const auto source =
            importer::ImportSource::open(path(), copies.path(), importer::SqliteFile::Damage::Refused, {});
        QVERIFY(source);

        const importer::Recognition &recognition = (*source)->recognition();

        QCOMPARE(recognition.best().table, u"tasks"_s);
        QCOMPARE(tablesBeside(recognition.best(), recognition.mappings), besides);
        QCOMPARE(recognition.best().remarks.isEmpty(), !besides.isEmpty());
    }

    void shouldPutTodosOfADeletedListIntoTheTrash()
    {
        SampleFile(path()).run(
            u"CREATE TABLE lists (id INTEGER PRIMARY KEY, name TEXT, deleted_at DATETIME, is_archived "
            u"INTEGER);"
            "INSERT INTO lists VALUES (1, 'Home', NULL, 0), (2, 'Former', '2026-01-05 10:00:00', 0), (3, "
            "'Attic', NULL, 1), (4, 'Twice', '2026-01-05 10:00:00', 0), (5, 'twice', NULL, 0), (6, 'Empty', "
            "'2026-01-05 10:00:00', 0);"
            "CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list_id INTEGER, "
            "deleted_at "
            "DATETIME); INSERT INTO tasks VALUES (1, 'milk', 0, 1, NULL), (2, 'bread', 0, 2, NULL), (3, "
            "'tea', "
            "0, 3, NULL), (4, 'soap', 0, 2, '2026-01-03 10:00:00'), (5, 'oil', 0, 4, NULL), (6, 'rice', 0, "
            "5, "
            "NULL)"_s);

        const Reading reading = tests::readFile(path());

        QCOMPARE(
            reading.todos,
            (QStringList{
                u"milk | list_id: Home"_s, u"bread | list_id: Former | deleted_at: 2026-01-05 10:00:00+00"_s,
                u"tea | list_id: Attic"_s, u"soap | list_id: Former | deleted_at: 2026-01-03 10:00:00+00"_s,
                u"oil | list_id: Twice | deleted_at: 2026-01-05 10:00:00+00"_s, u"rice | list_id: Twice"_s}));
        QVERIFY2(reading.mapping.remarks.constLast().endsWith(": Attic, Former."_L1),
                 qPrintable(reading.mapping.remarks.join(u'|')));
    }

private:
    // values: of “keep” and of “gone”, both of them open.
    void writeTwo(const QString &column, const QString &values) const
    {
        const QStringList each = values.split(u", "_s);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, %1)"_s.arg(column))
            .run(u"INSERT INTO todos VALUES (1, 'keep', 0, %1), (2, 'gone', 0, %2)"_s.arg(each.at(0),
                                                                                          each.at(1)));
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"todo.db"_s); }

    static QStringList completedIn(const Reading &reading)
    {
        QStringList titles;
        for (const importer::TodoRow &row : reading.rows) {
            if (row.fields[size_t(importer::Field::CompletedAt)])
                titles.append(
                    QString::fromUtf8(row.fields[size_t(importer::Field::Title)].value_or(QByteArray())));
        }
        return titles;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestForeignTables)

#include "tst_foreigntables.moc"
