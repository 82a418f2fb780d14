// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importtestcase.h"
#include "support/oldfiles/samplefile.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::complaintOf;
using tests::SampleFile;

// Lists and tags that are called otherwise, or are gone, when a file is imported again.
class TestImportNames final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepARenamedListOrTagThatWasThereBeforeTheFile_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addRow("made by the import") << QString();
        QTest::addRow("made by somebody else")
            << u"INSERT INTO tusk.list (name) VALUES ('Work'); INSERT INTO tusk.tag (name) VALUES ('urgent');"_s;
    }
    void shouldKeepARenamedListOrTagThatWasThereBeforeTheFile()
    {
        QFETCH(const QString, before);
        run(before);
        writeFile();
        QVERIFY(importing().run(path()));
        run(u"UPDATE tusk.list SET name = 'Office'; UPDATE tusk.tag SET name = 'soon';"_s);
        changeOneTitle();

        const auto trial = importing().run(path(), {.dryRun = true});
        const auto again = importing().run(path());

        QVERIFY2(trial && again, complaintOf(again).constData());
        QCOMPARE(trial->changed, 1);
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 5);
        QCOMPARE(again->conflictCount, 0);
        QCOMPARE(namesOf(u"list"_s), u"Office"_s);
        QCOMPARE(namesOf(u"tag"_s), u"soon"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id"_s), u"6"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_tag"_s), u"6"_s);
    }

    void shouldUnderstandReportsThatNameOnlyWhatWasAdded()
    {
        run(u"INSERT INTO tusk.tag (name) VALUES ('urgent');"_s);
        writeFile();
        QVERIFY(importing().run(path()));
        run(u"UPDATE tusk.import SET report = jsonb_set(report, '{names,tag}', '{}');"
            "UPDATE tusk.list SET name = 'Office';"_s);
        changeOneTitle();

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 5);
        QCOMPARE(namesOf(u"list"_s), u"Office"_s);
    }

    void shouldLeaveTodosWhereTheyAreThoughAnotherListHasItsNameNow()
    {
        writeFile();
        QVERIFY(importing().run(path()));
        run(u"UPDATE tusk.list SET name = 'Office'; INSERT INTO tusk.list (name) VALUES ('Work');"
            "UPDATE tusk.tag SET name = 'soon'; INSERT INTO tusk.tag (name) VALUES ('urgent');"_s);
        changeOneTitle();
        SampleFile(path()).run(u"INSERT INTO todos VALUES (7, 'new', 0, 'Work', 'urgent')"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 1);
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 5);
        QCOMPARE(again->conflictCount, 0);
        QCOMPARE(rows(u"SELECT l.name, count(*) FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id GROUP "
                      "BY 1 ORDER BY 1"_s),
                 (QList<QStringList>{{u"Office"_s, u"6"_s}, {u"Work"_s, u"1"_s}}));
        QCOMPARE(
            rows(u"SELECT g.name, count(*) FROM tusk.todo_tag t JOIN tusk.tag g ON g.id = t.tag_id GROUP "
                 "BY 1 ORDER BY 1"_s),
            (QList<QStringList>{{u"soon"_s, u"6"_s}, {u"urgent"_s, u"1"_s}}));
        // Both are known from now on.
        SampleFile(path()).run(u"UPDATE todos SET title = 'newer' WHERE id = 7"_s);
        const auto third = importing().run(path());
        QVERIFY2(third, complaintOf(third).constData());
        QCOMPARE(third->changed, 1);
        QCOMPARE(third->same, 6);
    }

    void shouldKeepAwayWhatWasDeletedOrMergedInTusk_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("lists");
        QTest::addColumn<QString>("tags");
        QTest::addRow("a list that was deleted") << u"DELETE FROM tusk.list;"_s << QString() << u"urgent"_s;
        QTest::addRow("a tag that was deleted") << u"DELETE FROM tusk.tag;"_s << u"Work"_s << QString();
        QTest::addRow("a tag that was merged into another")
            << u"INSERT INTO tusk.tag (name) VALUES ('important'); INSERT INTO tusk.todo_tag SELECT "
               u"t.todo_id, "
               "g.id FROM tusk.todo_tag t, tusk.tag g WHERE g.name = 'important'; DELETE FROM tusk.tag WHERE "
               "name = 'urgent';"_s
            << u"Work"_s << u"important"_s;
    }
    void shouldKeepAwayWhatWasDeletedOrMergedInTusk()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, lists);
        QFETCH(const QString, tags);
        writeFile();
        QVERIFY(importing().run(path()));
        run(change);
        changeOneTitle();

        const auto trial = importing().run(path(), {.dryRun = true});
        const auto again = importing().run(path());

        QVERIFY2(trial && again, complaintOf(again).constData());
        QCOMPARE(trial->conflictCount, 0);
        QCOMPARE(again->conflictCount, 0);
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 5);
        QVERIFY(again->newLists.isEmpty() && again->newTags.isEmpty());
        QCOMPARE(namesOf(u"list"_s), lists);
        QCOMPARE(namesOf(u"tag"_s), tags);
        // And it need not be read again.
        bool hasRead = false;
        const auto told = [&hasRead](const importer::ImportProgress &progress) {
            hasRead = hasRead || progress.stage == importer::ImportProgress::Stage::Reading;
        };
        QCOMPARE(importing().run(path(), {.progress = told})->same, 6);
        QVERIFY(!hasRead);
    }

    void shouldBringBackADeletedListOrTagForTodosThatNeedIt_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<int>("created");
        QTest::addRow("a new todo") << u"INSERT INTO todos VALUES (7, 'in it', 0, 'Work', 'urgent')"_s << 1;
        QTest::addRow("a todo that came into it in the file")
            << u"UPDATE todos SET title = 'in it', list = 'Work', tags = 'urgent' WHERE id = 6"_s << 0;
    }
    void shouldBringBackADeletedListOrTagForTodosThatNeedIt()
    {
        QFETCH(const QString, change);
        QFETCH(const int, created);
        writeFile();
        SampleFile(path()).run(u"UPDATE todos SET list = 'Home', tags = '' WHERE id = 6"_s);
        QVERIFY(importing().run(path()));
        run(u"DELETE FROM tusk.list WHERE name = 'Work'; DELETE FROM tusk.tag;"_s);
        SampleFile(path()).run(change);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, created);
        QCOMPARE(again->changed, 1 - created);
        QCOMPARE(again->conflictCount, 0);
        QCOMPARE(rows(u"SELECT t.title, l.name, g.name FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id "
                      "JOIN tusk.todo_tag x ON x.todo_id = t.id JOIN tusk.tag g ON g.id = x.tag_id"_s),
                 (QList<QStringList>{{u"in it"_s, u"Work"_s, u"urgent"_s}}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo WHERE list_id IS NULL"_s), u"5"_s);
    }

    void shouldTakeTheListThatHasTheNameOfADeletedOne()
    {
        writeFile();
        QVERIFY(importing().run(path()));
        run(u"DELETE FROM tusk.list; INSERT INTO tusk.list (name) VALUES ('Work');"_s);
        changeOneTitle();
        SampleFile(path()).run(u"INSERT INTO todos VALUES (7, 'new', 0, 'Work', '')"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 1);
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->conflictCount, 0);
        QCOMPARE(rows(u"SELECT t.title, l.name FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id"_s),
                 (QList<QStringList>{{u"new"_s, u"Work"_s}}));
        QCOMPARE(namesOf(u"list"_s), u"Work"_s);
    }

    void shouldNameADeletedListInAConflictAndNotBringItBack()
    {
        writeFile();
        SampleFile(path()).run(u"UPDATE todos SET list = 'Home' WHERE id = 6"_s);
        QVERIFY(importing().run(path()));
        run(u"DELETE FROM tusk.list WHERE name = 'Work'; INSERT INTO tusk.list (name) VALUES ('Mine'); "
            u"UPDATE "
            "tusk.todo SET list_id = (SELECT id FROM tusk.list WHERE name = 'Mine') WHERE title = 'todo 6';"_s);
        SampleFile(path()).run(u"UPDATE todos SET list = 'Work' WHERE id = 6"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->conflictCount, 1);
        QCOMPARE(again->conflicts.first().inFile, u"Work"_s);
        QCOMPARE(again->conflicts.first().inTusk, u"Mine"_s);
        QCOMPARE(namesOf(u"list"_s), u"Home, Mine"_s);
    }

private:
    void run(const QString &script) { rows(script + u"SELECT 1"_s); }
    QString namesOf(const QString &table)
    {
        return value(u"SELECT coalesce(string_agg(name, ', ' ORDER BY name), '') FROM tusk.%1"_s.arg(table));
    }

    void writeFile()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT, tags "
                 "TEXT)"_s)
            .run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) INSERT INTO "
                 "todos SELECT i, 'todo ' || i, 0, 'Work', 'urgent' FROM n"_s);
    }
    void changeOneTitle() { SampleFile(path()).run(u"UPDATE todos SET title = 'changed' WHERE id = 3"_s); }
};

QTEST_GUILESS_MAIN(TestImportNames)

#include "tst_importnames.moc"
