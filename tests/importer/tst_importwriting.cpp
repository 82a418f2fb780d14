// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importtestcase.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::ImportProgress;
using tests::complaintOf;
using tests::SampleFile;

// Todos of a file that was never imported are written while the rest of it is being read.
class TestImportWriting final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldWriteTheFirstTodosBeforeItHasReadTheLast()
    {
        tests::writeOldApp(path(), 300);
        qint64 read = 0;
        qint64 readAtFirstWriting = -1;
        QList<qint64> written;
        const auto listen = [&](const ImportProgress &progress) {
            if (progress.stage == ImportProgress::Stage::Reading)
                read = progress.done;
            if (progress.stage == ImportProgress::Stage::Writing && readAtFirstWriting < 0)
                readAtFirstWriting = read;
            if (progress.stage == ImportProgress::Stage::Writing)
                written.append(progress.done);
        };

        const auto report = importing().run(path(), {.portion = 40, .progress = listen});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->verified, 300);
        QCOMPARE_GE(readAtFirstWriting, 0);
        QCOMPARE_LT(readAtFirstWriting, 300);
        QCOMPARE(written.constFirst(), 5); // soon, as the server has nothing to do until then
        QCOMPARE(written.constLast(), 300);
        QVERIFY(std::ranges::is_sorted(written));
    }

    void shouldBringListsAndTagsThatComeLateInTheFile()
    {
        writeTodosWithNames();
        const auto told = [this] {
            return rows(
                u"SELECT t.title, l.name, (SELECT string_agg(g.name, ',' ORDER BY g.name) FROM tusk.todo_tag "
                u"x "
                "JOIN tusk.tag g ON g.id = x.tag_id WHERE x.todo_id = t.id) FROM tusk.todo t LEFT JOIN "
                "tusk.list l ON l.id = t.list_id ORDER BY t.\"position\""_s);
        };
        QVERIFY(importing().run(path()));
        const auto atOnce = told();
        QCOMPARE(atOnce.size(), 200);
        QCOMPARE(atOnce.at(0), (QStringList{u"Todo 1"_s, u"List 0"_s, u"all,tag 0"_s}));
        QCOMPARE(atOnce.at(199), (QStringList{u"Todo 200"_s, u"List 4"_s, u"all,tag 6"_s}));

        useEmptyDatabase();
        const auto report = importing().run(path(), {.portion = 9});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->verified, 200);
        QCOMPARE(report->newLists.size(), 5);
        QCOMPARE(told(), atOnce);
        QCOMPARE(value(u"SELECT string_agg(name, ',' ORDER BY \"position\") FROM tusk.list"_s),
                 u"List 0,List 1,List 2,List 3,List 4"_s);
        // of which the log knows, unlike of the todos
        QCOMPARE(rows(u"SELECT entity, count(*) FROM tusk.change GROUP BY 1 ORDER BY 1"_s),
                 (QList<QStringList>{{u"list"_s, u"5"_s}, {u"tag"_s, u"8"_s}}));
    }

    void shouldFindWhatItWrote()
    {
        tests::writeOldApp(path(), 300);
        QVERIFY(importing().run(path(), {.portion = 40}));

        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo_search"_s), u"300"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.search_todos('todo 277', 10)"_s), u"1"_s);
    }

    void shouldTakeTextsAsTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("backslashes") << u"a\\b \\N \\. \\\\"_s;
        QTest::newRow("tabs and lines") << u"a\tb\nc\r\nd"_s;
        QTest::newRow("only an end of data") << u"\\."_s;
        QTest::newRow("letters of other scripts") << u"Ünï – 買い物 🐘"_s;
    }
    void shouldTakeTextsAsTheyAre()
    {
        QFETCH(const QString, text);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id TEXT PRIMARY KEY, title TEXT, notes TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES ('%1', 'a', '%1', 0)"_s.arg(text));

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->verified, 1);
        QCOMPARE(value(u"SELECT notes FROM tusk.todo"_s), QString(text).replace(u"\r\n"_s, u"\n"_s));
        QCOMPARE(importing().run(path())->same, 1);
    }

    void shouldChangeNothingWhenTheDatabaseRefusesALaterTodo()
    {
        tests::writeOldApp(path(), 300);
        rows(u"CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN IF NEW.title "
             "LIKE 'Todo 170 %' THEN RAISE 'not this one'; END IF; RETURN NEW; END $body$; "
             "CREATE TRIGGER a_refusal BEFORE INSERT ON tusk.todo FOR EACH ROW EXECUTE FUNCTION "
             "public.refuse(); SELECT 1"_s);
        const QString before = everything();

        const auto report = importing().run(path(), {.portion = 20});

        QVERIFY(!report);
        QVERIFY2(report.error().detail.contains("not this one"_L1), complaintOf(report).constData());
        QVERIFY2(report.error().sentence.contains(u"the todo “Todo 170 "_s), complaintOf(report).constData());
        QCOMPARE(everything(), before);
    }

    void shouldNameTheTodoThatTheDatabaseDoesNotTake_data()
    {
        QTest::addColumn<QString>("parents");
        QTest::newRow("as it is read") << QString();
        QTest::newRow("after all is read") << u", parent_id INTEGER REFERENCES todos (id)"_s;
    }
    void shouldNameTheTodoThatTheDatabaseDoesNotTake()
    {
        QFETCH(const QString, parents);
        SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER%1)"_s.arg(parents))
            .run(
                u"INSERT INTO todos (id, title, done) VALUES (1, 'Bread', 0), (2, 'Milk', 0), (3, 'Eggs', 0)"_s);
        // a rule of somebody else
        rows(u"ALTER TABLE tusk.todo ADD CONSTRAINT no_milk CHECK (title <> 'Milk'); SELECT 1"_s);
        const QString before = everything();

        const auto trial = importing().run(path(), {.dryRun = true});
        const auto report = importing().run(path());

        for (const auto &told : {trial, report}) {
            QVERIFY(!told);
            QVERIFY2(told.error().sentence.contains(u"does not take the todo “Milk”"_s),
                     complaintOf(told).constData());
            QVERIFY2(told.error().detail.contains("no_milk"_L1), complaintOf(told).constData());
        }
        QCOMPARE(everything(), before);
    }

    void shouldNameATodoWhoseIdOnlyLookedUnique()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (number INTEGER, title TEXT, done INTEGER); INSERT INTO todos VALUES "
            "(1, 'Bread', 0), (1, 'Milk', 0)"_s);
        const auto believed = [](importer::Mapping &mapping) {
            mapping.columns.insert(importer::Target::Id, {u"number"_s, u"t.number"_s});
            mapping.idsMayRepeat = false;
        };

        const auto trial = importing().run(path(), {.dryRun = true, .change = believed});
        const auto report = importing().run(path(), {.change = believed});

        for (const auto &told : {trial, report}) {
            QVERIFY(!told);
            QVERIFY2(told.error().sentence.contains(u"does not take the todo “"_s),
                     complaintOf(told).constData());
        }
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
    }

    void shouldChangeNothingWhenTheFileCannotBeReadToItsEnd()
    {
        // given a view of which a late row makes no sense to the library
        SampleFile(path())
            .run(u"CREATE TABLE numbers (id INTEGER PRIMARY KEY); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                 "SELECT i + 1 FROM n WHERE i < 6000) INSERT INTO numbers SELECT i FROM n"_s)
            .run(u"CREATE VIEW todos AS SELECT id, 'Todo ' || id AS title, abs(CASE WHEN id = 5500 THEN "
                 "-9223372036854775807 - 1 ELSE 0 END) AS done FROM numbers"_s);
        const QString before = everything();

        const auto report = importing().run(path(), {.portion = 500});

        QVERIFY(!report); // and no short list
        QVERIFY2(report.error().detail.contains("overflow"_L1), complaintOf(report).constData());
        QCOMPARE(everything(), before);
    }

    void shouldChangeNothingWhenCancelledWhileItWrites()
    {
        tests::writeOldApp(path(), 2'000);
        const QString before = everything();
        std::stop_source stop;
        qint64 written = 0;
        const auto progress = [&](const ImportProgress &told) {
            if (told.stage == ImportProgress::Stage::Writing && told.done > 300) {
                written = told.done;
                stop.request_stop();
            }
        };

        const auto report =
            importing().run(path(), {.portion = 10, .progress = progress, .stop = stop.get_token()});

        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::Cancelled);
        QCOMPARE_LT(written, 2'000);
        QCOMPARE(everything(), before);
    }

    void shouldBringNothingOfAFileWithoutTodos()
    {
        tests::writeOldApp(path(), 1);
        SampleFile(path()).run(u"DELETE FROM tasks"_s);
        const QString before = everything();

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->created, 0);
        QCOMPARE(everything(), before);
    }

private:
    void writeTodosWithNames()
    {
        SampleFile(path()).run(
            u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT, tags TEXT); "
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT INTO todos "
            "SELECT i, 'Todo ' || i, 0, 'List ' || (i / 45), 'all,tag ' || (i / 30) FROM n"_s);
    }
};

QTEST_GUILESS_MAIN(TestImportWriting)

#include "tst_importwriting.moc"
