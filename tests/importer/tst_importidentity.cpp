// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "importer/importtestcase.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::complaintOf;
using tests::SampleFile;
using Options = tests::Importing::Options;

// Which files are taken for one that was imported before.
class TestImportIdentity final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKnowTheSameBytesAgainWhoseTitlesAreOtherColumns()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, name TEXT, description TEXT, done INTEGER)"_s)
            .run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) INSERT INTO "
                 "todos SELECT i, 'todo ' || i, 'about ' || i, 0 FROM n"_s);
        const auto wrong = importing().run(path(), {.mapping = R"({"columns": {"title": "description"}})"});
        QVERIFY2(wrong, complaintOf(wrong).constData());
        QCOMPARE(titles(), u"about 1,about 2,about 3,about 4,about 5,about 6"_s);
        run(u"UPDATE tusk.todo SET title = 'mine' WHERE title = 'about 6'"_s);
        const Options right{.mapping = R"({"columns": {"title": "name"}})"};

        const auto trial = importing().run(path(), {.dryRun = true, .mapping = right.mapping});
        const auto again = importing().run(path(), right);

        QVERIFY2(trial && again, complaintOf(again).constData());
        QCOMPARE(trial->created, 0);
        QCOMPARE(again->created, 0);
        QCOMPARE(again->conflictCount, 1);
        QCOMPARE(again->conflicts.first().inFile, u"todo 6"_s);
        QCOMPARE(titles(), u"mine,todo 1,todo 2,todo 3,todo 4,todo 5"_s);
        QVERIFY2(!saysTwice(*again), qPrintable(again->remarks().join(u'|')));
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import"_s), u"1"_s);
    }

    void shouldSayThatTheSameBytesWereImportedUnderOtherIds()
    {
        writeCodes();
        const Options byCode{.mapping = R"({"columns": {"id": "code"}})"};
        const Options withoutIds{.mapping = R"({"columns": {"id": null}})"};
        const auto first = importing().run(path());
        QVERIFY2(first && !saysTwice(*first), complaintOf(first).constData());

        const auto trial = importing().run(path(), {.dryRun = true, .mapping = byCode.mapping});
        const auto trialWithout = importing().run(path(), {.dryRun = true, .mapping = withoutIds.mapping});
        const auto second = importing().run(path(), byCode);
        const auto third = importing().run(path(), byCode);

        QVERIFY2(trial && trialWithout && second && third, complaintOf(second).constData());
        QVERIFY(saysTwice(*trial));
        QVERIFY(saysTwice(*trialWithout));
        QVERIFY(saysTwice(*second));
        QCOMPARE(second->created, 6);
        QCOMPARE(third->same, 6);
        QVERIFY(!saysTwice(*third));
    }

    void shouldSayNothingOfBytesWhoseImportWasUndone()
    {
        writeCodes();
        QVERIFY(importing().run(path()));
        const QString installation = QUuid::createUuidV5({}, u"test"_s).toString(QUuid::WithoutBraces);
        const QString answer = value(
            u"SELECT tusk.apply_action('{\"id\": \"%1\", \"kind\": \"undo\", \"installation\": \"%2\"}')"_s
                .arg(base::makeUuidV7().toString(QUuid::WithoutBraces), installation));
        QVERIFY2(!answer.contains("refused"_L1), qPrintable(answer));

        const auto again = importing().run(path(), {.mapping = R"({"columns": {"id": "code"}})"});

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->created, 6);
        QVERIFY2(!saysTwice(*again), qPrintable(again->remarks().join(u'|')));
    }

    void shouldSayNothingOfAnotherTableOfTheSameFile()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos "
            u"VALUES "
            "(1, 'milk', 0), (2, 'tea', 0); CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done "
            "INTEGER); INSERT INTO tasks VALUES (1, 'call', 0), (2, 'write', 0)"_s);
        QVERIFY(importing().run(path(), {.mapping = R"({"table": "todos"})"}));

        const auto second = importing().run(path(), {.mapping = R"({"table": "tasks"})"});

        QVERIFY2(second, complaintOf(second).constData());
        QCOMPARE(second->created, 2);
        QVERIFY2(!saysTwice(*second), qPrintable(second->remarks().join(u'|')));
    }

    void shouldKnowTheSameBytesAgainWhoeverIsChosenAndWhateverTheTitlesAre()
    {
        tests::writeOldApp(path(), 30);
        QVERIFY(importing().run(path(), {.owners = {u"jonas@example.org"_s}}));

        const auto ana = importing().run(
            path(), {.owners = {u"ana@example.org"_s},
                     .mapping = R"({"columns": {"title": "created_at", "created_at": null}})"});

        QVERIFY2(ana, complaintOf(ana).constData());
        QCOMPARE(ana->created, 20);
        QVERIFY2(!saysTwice(*ana), qPrintable(ana->remarks().join(u'|')));
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import"_s), u"1"_s);
    }

    void shouldNotTakeAFileOfFewTodosForAnotherOfWhichHalfAreTheSame()
    {
        writeTwo(path(u"a.db"_s), u"Walk dog"_s);
        writeTwo(path(u"b.db"_s), u"Pay rent"_s);
        QVERIFY(importing().run(path(u"a.db"_s)));

        const auto other = importing().run(path(u"b.db"_s));

        QVERIFY2(other, complaintOf(other).constData());
        QCOMPARE(other->created, 2);
        QCOMPARE(titles(), u"Buy milk,Buy milk,Pay rent,Walk dog"_s);
    }

    void shouldKnowAFileOfFewTodosAgainWhereItLies()
    {
        writeTwo(path(), u"Walk dog"_s);
        QVERIFY(importing().run(path()));
        SampleFile(path()).run(u"UPDATE todos SET title = 'Walk the dog' WHERE id = 2"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(titles(), u"Buy milk,Walk the dog"_s);
    }

    void shouldNotTakeATableForAnotherOfAProgramMadeWithTheSame()
    {
        writeDjango(path(u"a.db"_s), u"home_todo"_s);
        writeDjango(path(u"b.db"_s), u"work_task"_s);
        QCOMPARE(importing().run(path(u"a.db"_s))->mapping.kind, u"django"_s);

        const auto other = importing().run(path(u"b.db"_s));

        QVERIFY2(other, complaintOf(other).constData());
        QCOMPARE(other->mapping.kind, u"django"_s);
        QCOMPARE(other->created, 6);
    }

    void shouldKnowAFileAgainWhoseKindDidNotNameItsTable()
    {
        writeDjango(path(), u"home_todo"_s);
        QVERIFY(importing().run(path()));
        for (const QString &table : {u"import"_s, u"import_row"_s})
            run(u"UPDATE tusk.%1 SET source_identity = replace(source_identity, 'django:home_todo:', "
                "'django:')"_s.arg(table));
        run(u"UPDATE tusk.import SET source_kind = 'django'"_s);
        SampleFile(path()).run(u"UPDATE home_todo SET title = 'changed' WHERE id = 3"_s);

        const auto again = importing().run(path());

        QVERIFY2(again, complaintOf(again).constData());
        QCOMPARE(again->changed, 1);
        QCOMPARE(again->same, 5);
        QCOMPARE(value(u"SELECT count(DISTINCT source_identity) FROM tusk.import"_s), u"1"_s);
        QCOMPARE(importing().run(path())->same, 6);
    }

private:
    void run(const QString &statement) { rows(statement + u"; SELECT 1"_s); }
    QString titles() { return value(u"SELECT string_agg(title, ',' ORDER BY title) FROM tusk.todo"_s); }
    static bool saysTwice(const importer::ImportReport &report)
    {
        return report.remarks().join(u'|').contains("This very file was imported on "_L1);
    }

    void writeCodes()
    {
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, code TEXT)"_s)
            .run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) INSERT INTO "
                 "todos SELECT i, 'todo ' || i, 0, 'c' || i FROM n"_s);
    }
    static void writeTwo(const QString &file, const QString &second)
    {
        SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Buy milk', 0), (2, '%1', 0)"_s.arg(second));
    }
    static void writeDjango(const QString &file, const QString &table)
    {
        SampleFile(file)
            .run(u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT, applied "
                 "TEXT)"_s)
            .run(u"CREATE TABLE %1 (id INTEGER PRIMARY KEY, title TEXT, completed INTEGER)"_s.arg(table))
            .run(
                u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) INSERT INTO %1 "
                "SELECT i, 'todo ' || i, 0 FROM n"_s.arg(table));
    }
};

QTEST_GUILESS_MAIN(TestImportIdentity)

#include "tst_importidentity.moc"
