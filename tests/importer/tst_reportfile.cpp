// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importtestcase.h"
#include "importer/reportfile.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::ImportReport;
using tests::complaintOf;

// The report of an import in a file: for programs, and for people who have never seen a database from inside.
class TestReportFile final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldWriteEveryRepairForPrograms()
    {
        const ImportReport report = importDirty();

        const auto written = importer::writeReport(report, repairs(), path(u"report.json"_s));

        QVERIFY2(written, complaintOf(written).constData());
        const QJsonObject object = QJsonDocument::fromJson(tests::readAll(path(u"report.json"_s))).object();
        QCOMPARE(object.value("created"_L1).toInt(), 3);
        const QJsonArray all = object.value("all_repairs"_L1).toArray();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(1).toObject().value("todo"_L1).toString(), u"<b>Pay</b> & go"_s);
        QCOMPARE(all.at(1).toObject().value("original"_L1).toString(), u"2026-02-31"_s);
    }

    void shouldWriteAPageToRead()
    {
        const ImportReport report = importDirty();

        const auto written = importer::writeReport(report, repairs(), path(u"report.html"_s));

        QVERIFY2(written, complaintOf(written).constData());
        const QString page = QString::fromUtf8(tests::readAll(path(u"report.html"_s)));
        for (const QString &words :
             {u"Import of todo.db"_s, u"Every todo of the file is in Tusk."_s, u"What was repaired"_s,
              u"&lt;b&gt;Pay&lt;/b&gt; &amp; go"_s, u"2026-02-31"_s, u"no date or time: left empty"_s,
              u"(empty)"_s, u"not taken over"_s, u"The old file was only read"_s,
              u"If you change your mind"_s})
            QVERIFY2(page.contains(words), qPrintable(words + u"\n"_s + page));
        QVERIFY(!page.contains("<b>Pay"_L1)); // titles are texts, whatever they look like
    }

    void shouldNameBothColumnsOfWhatIsDue()
    {
        tests::SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT, "
                 "due_time TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Milk', 0, '2026-01-20', '09:30')"_s);
        const auto report = importing().run(path());
        QVERIFY2(report, complaintOf(report).constData());

        QVERIFY(importer::writeReport(*report, {}, path(u"report.html"_s)));

        const QString page = QString::fromUtf8(tests::readAll(path(u"report.html"_s)));
        QVERIFY2(page.contains("<td>due_date and due_time</td><td>Due</td>"_L1), qPrintable(page));
    }

    void shouldSayWhichSumsWereCompared()
    {
        writeTwo(path());
        const auto first = importing().run(path());
        QVERIFY2(first, complaintOf(first).constData());
        tests::SampleFile(path()).run(
            u"UPDATE todos SET title = 'Oat milk' WHERE id = 1; INSERT INTO todos VALUES (3, 'Tea', 0, "
            "'2026-01-03 10:00:00')"_s);

        const auto second = importing().run(path());

        QVERIFY2(second, complaintOf(second).constData());
        QCOMPARE(first->newSums->todos, 2);
        QCOMPARE(first->newSums->file, first->newSums->database);
        QVERIFY(!first->sentSums); // what was sent was read back
        QCOMPARE(second->sentSums->todos, 3);
        QCOMPARE(second->sentSums->file, second->sentSums->database);
        QCOMPARE(second->newSums->todos, 1);
        QVERIFY(!first->changedSums);
        QVERIFY(second->changedSums);
        QCOMPARE(second->changedSums->todos, 1);
        QVERIFY(second->changedSums->file != 0);
        QCOMPARE(second->changedSums->file, second->changedSums->database);
        QVERIFY(importer::writeReport(*second, {}, path(u"report.json"_s)));
        const QJsonObject sums = QJsonDocument::fromJson(tests::readAll(path(u"report.json"_s)))
                                     .object()
                                     .value("sums"_L1)
                                     .toObject();
        const QString sum = importer::sumText(second->newSums->file);
        QCOMPARE(sum.size(), 16);
        QCOMPARE(sums.value("new"_L1).toObject(),
                 (QJsonObject{{u"todos"_s, 1}, {u"file"_s, sum}, {u"database"_s, sum}}));
        QCOMPARE(sums.value("sent"_L1).toObject().value("todos"_L1).toInt(), 3);
        const QString sumOfChanges = importer::sumText(second->changedSums->file);
        QCOMPARE(sums.value("changed"_L1).toObject(),
                 (QJsonObject{{u"todos"_s, 1}, {u"file"_s, sumOfChanges}, {u"database"_s, sumOfChanges}}));
        QVERIFY(importer::writeReport(*second, {}, path(u"report.html"_s)));
        const QString page = QString::fromUtf8(tests::readAll(path(u"report.html"_s)));
        QVERIFY2(page.contains("The sums that were compared"_L1) && page.count(sum) == 2, qPrintable(page));
        QCOMPARE(page.count(sumOfChanges), 2);
    }

    void shouldAddUpOnlyWhatWasWrittenOfChangedTodos()
    {
        writeTwo(path());
        QVERIFY(importing().run(path()));
        const auto sumAfter = [this](const QString &change) {
            tests::SampleFile(path()).run(change);
            const auto report = importing().run(path());
            return report && report->changedSums ? report->changedSums->database : 0;
        };

        const QString oats = u"UPDATE todos SET title = 'Oat milk' WHERE id = 1"_s;
        const quint64 first = sumAfter(oats);
        const quint64 other = sumAfter(u"UPDATE todos SET title = 'Soy milk' WHERE id = 1"_s);
        tests::SampleFile(path()).run(oats);
        const auto trial = importing().run(path(), {.dryRun = true});

        QVERIFY(first != 0 && other != 0 && other != first);
        QVERIFY2(trial, complaintOf(trial).constData());
        QCOMPARE(trial->changed, 1);
        QVERIFY(!trial->changedSums); // nothing was written
        QCOMPARE(sumAfter(oats), first);
    }

    void shouldGiveTheSameSumForTheSameTodosOnly()
    {
        const auto sumOf = [this](const QString &file) {
            const auto report = importing().run(file);
            return report && report->newSums ? report->newSums->database : 0;
        };
        writeTwo(path(u"a.db"_s));
        writeTwo(path(u"b.db"_s));
        const quint64 here = sumOf(path(u"a.db"_s));
        useEmptyDatabase();
        const quint64 elsewhere = sumOf(path(u"a.db"_s));
        useEmptyDatabase();
        tests::SampleFile(path(u"b.db"_s)).run(u"UPDATE todos SET title = 'milk' WHERE id = 1"_s);

        QVERIFY(here != 0);
        QCOMPARE(elsewhere, here);
        QVERIFY(sumOf(path(u"b.db"_s)) != here);
    }

    void shouldClaimNoMoreThanWasDone()
    {
        tests::SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Milk', 0), (2, 'Bread', 0)"_s);
        QVERIFY(importing().run(path()));
        const auto pageOf = [this] {
            const auto report = importing().run(path());
            const QString file = path(u"again.html"_s);
            return report && importer::writeReport(*report, repairs(), file)
                       ? QString::fromUtf8(tests::readAll(file))
                       : QString();
        };

        const QString unchanged = pageOf();
        tests::SampleFile(path()).run(u"UPDATE todos SET title = 'Oat milk' WHERE id = 1"_s);
        const QString changed = pageOf();

        QVERIFY2(unchanged.contains("Nothing was written: an earlier import"_L1), qPrintable(unchanged));
        QVERIFY2(changed.contains("What is new or has changed in the file is in Tusk."_L1),
                 qPrintable(changed));
        for (const QString &page : {unchanged, changed})
            QVERIFY(!page.contains("Every todo of the file"_L1));
    }

    void shouldSayWhatIsMissingAlsoWhereNothingIsNew()
    {
        ImportReport report;
        report.losses = {u"Half of it could not be read."_s};

        QCOMPARE(report.furtherSentences(), report.losses);
        QCOMPARE(report.sentences().size(), 2);
        report.created = 1;
        QCOMPARE(report.furtherSentences(), report.losses);
        QCOMPARE(report.sentences().size(), 3);
    }

    void shouldNameWhatWasRefused()
    {
        ImportReport report;
        importer::Findings findings({});
        for (int i = 0; i < 1'100; ++i) // behind many others
            findings.add({importer::RepairKind::BlankTitle, QByteArray::number(i), u"title"_s, ""});
        findings.add({importer::RepairKind::Refused, "7", u"Priority"_s, "9", u"Milk"_s});
        findings.add({importer::RepairKind::Refused, "8", u"Title"_s, " "});
        report.repairs = findings.counts();
        report.repairedRows = findings.repairedRows();
        report.firstRepairs = findings.first();

        QVERIFY(!report.isComplete());
        QCOMPARE(report.repairedRows, 1'100);
        QCOMPARE(report.toJson().value("refused"_L1).toInt(), 2);
        const QStringList sentences = report.furtherSentences();
        QCOMPARE(sentences.mid(1, 2), (QStringList{u"    “Milk”: Priority cannot be “9”"_s,
                                                   u"    todo number 8: Title cannot be “”"_s}));
        const QString file = path(u"refused.html"_s);
        QVERIFY(importer::writeReport(report, {}, file));
        QVERIFY(tests::readAll(file).contains("Refused: they break a rule of the database"));
    }

    void shouldSayConflictsInWords()
    {
        tests::SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, priority INTEGER, "
                 u"list "
                 "TEXT, tags TEXT)"_s)
            .run(
                u"INSERT INTO todos VALUES (1, 'Milk', 0, 1, 'Home', 'shop'), (2, 'Bread', 0, 3, 'Home', '')"_s);
        QVERIFY(importing().run(path()));
        rows(u"WITH work AS (INSERT INTO tusk.list (name) VALUES ('Work') RETURNING id) UPDATE tusk.todo SET "
             "list_id = work.id, priority = 2, title = 'Oat milk' FROM work WHERE title = 'Milk'; "
             "WITH soon AS (INSERT INTO tusk.tag (name) VALUES ('soon') RETURNING id) INSERT INTO "
             "tusk.todo_tag "
             "SELECT t.id, soon.id FROM soon, tusk.todo t WHERE title = 'Oat milk'; SELECT 1"_s);
        tests::SampleFile(path()).run(
            u"UPDATE todos SET list = 'Garden', priority = 3, tags = 'later' WHERE id = 1"_s);

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->conflictCount, 3);
        const QString said = report->sentences().join(u'\n');
        for (const QString &words : {u"List of “Oat milk”: “Garden” in the file, “Work” in Tusk"_s,
                                     u"Priority of “Oat milk”: “high” in the file, “medium” in Tusk"_s,
                                     u"Tags of “Oat milk”: “later” in the file, “shop, soon” in Tusk"_s})
            QVERIFY2(said.contains(words), qPrintable(words + u"\n"_s + said));
        QVERIFY(importer::writeReport(*report, {}, path(u"report.html"_s)));
        const QString page = QString::fromUtf8(tests::readAll(path(u"report.html"_s)));
        QVERIFY2(page.contains("<tr><td>Oat milk</td><td>List</td><td>Garden</td><td>Work</td></tr>"_L1),
                 qPrintable(page));
        QVERIFY(!page.contains("list_id"_L1));
    }

    void shouldShowWhereLongValuesDiffer()
    {
        const QString same = u"Grüße 🐘 "_s.repeated(400);
        tests::SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, notes TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Milk', 0, '%1one')"_s.arg(same));
        QVERIFY(importing().run(path()));
        rows(u"UPDATE tusk.todo SET notes = '%1two'; SELECT 1"_s.arg(same));
        tests::SampleFile(path()).run(u"UPDATE todos SET notes = '%1three'"_s.arg(same));

        const auto report = importing().run(path());

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->conflictCount, 1);
        const importer::ImportConflict &conflict = report->conflicts.constFirst();
        QVERIFY2(conflict.inFile.startsWith(u'…') && conflict.inFile.endsWith(u"🐘 three"_s),
                 qPrintable(conflict.inFile));
        QVERIFY2(conflict.inTusk.startsWith(u'…') && conflict.inTusk.endsWith(u"🐘 two"_s),
                 qPrintable(conflict.inTusk));
        const QString said = report->sentences().join(u'\n');
        QVERIFY2(said.contains(u"🐘 three” in the file, “…"_s) && said.contains(u"🐘 two” in Tusk"_s),
                 qPrintable(said));
    }

    void shouldMarkWhereAValueIsCut_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("short") << u"milk"_s << u"bread"_s << QStringList{u"milk"_s, u"bread"_s};
        QTest::newRow("long") << u"abcdefghijk"_s << u"x"_s << QStringList{u"abcdefgh…"_s, u"x"_s};
        QTest::newRow("alike for long")
            << u"0123456789abc"_s << u"0123456789"_s << QStringList{u"…89abc"_s, u"…89"_s};
        QTest::newRow("in the middle")
            << u"0123456789abcdefghijk"_s << u"0123456789x"_s << QStringList{u"…89abcdef…"_s, u"…89x"_s};
        QTest::newRow("behind half a character")
            << u"1234567🐘9"_s << u"x"_s << QStringList{u"1234567…"_s, u"x"_s};
        QTest::newRow("from half a character")
            << u"123456🐘8abc"_s << u"123456🐘8x"_s << QStringList{u"…🐘8abc"_s, u"…🐘8x"_s};
        QTest::newRow("nothing") << QString() << u"0123456789"_s << QStringList{QString(), u"01234567…"_s};
    }
    void shouldMarkWhereAValueIsCut()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, other);
        QFETCH(const QStringList, shown);

        const importer::Excerpts excerpts = importer::excerptsOf(one, other, 8);

        QCOMPARE((QStringList{excerpts.one, excerpts.other}), shown);
    }

    void shouldSayHowManyConflictsAreListed()
    {
        ImportReport report;
        report.conflictCount = 30;
        for (int i = 0; i < 20; ++i)
            report.conflicts.append({QByteArray::number(i), QUuid(), u"title"_s, u"a"_s, u"b"_s, u"c"_s});
        const QString file = path(u"many.html"_s);

        QVERIFY(importer::writeReport(report, {}, file));

        QCOMPARE(report.conflictSentences(10).constLast(),
                 u"… and others; a report that is written to a file names all of them."_s);
        const QString page = QString::fromUtf8(tests::readAll(file));
        QVERIFY2(page.contains("The first 20 of them are listed here."_L1), qPrintable(page));
        report.listsAllConflicts = true;
        QCOMPARE(report.conflictSentences(10).constLast(), u"… and others; the report names them."_s);
    }

    void shouldListEveryConflictHoweverManyThereAre()
    {
        constexpr int todos = 1100; // more than are at hand
        tests::SampleFile(path())
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, list TEXT, "
                 u"created_at "
                 "TEXT)"_s)
            .run(
                u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO "
                "todos SELECT i, 'Todo ' || i, 0, 'Home', datetime(1767225600 + i, 'unixepoch') FROM n"_s.arg(
                    todos));
        QVERIFY(importing().run(path()));
        rows(u"UPDATE tusk.todo SET title = 'Mine ' || title; WITH work AS (INSERT INTO tusk.list (name) "
             u"VALUES "
             "('Work') RETURNING id) UPDATE tusk.todo SET list_id = work.id FROM work; SELECT 1"_s);
        tests::SampleFile(path()).run(u"UPDATE todos SET title = 'Theirs ' || id, list = 'Garden'"_s);

        const auto report = importing().run(path(), {.repairsFile = repairs()});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->conflictCount, 2 * todos);
        QCOMPARE(report->conflicts.size(), 1000);
        QCOMPARE(report->conflictSentences(10).constLast(), u"… and others; the report names them."_s);
        QVERIFY(importer::writeReport(*report, repairs(), path(u"report.json"_s)));
        const QJsonArray all = QJsonDocument::fromJson(tests::readAll(path(u"report.json"_s)))
                                   .object()
                                   .value("conflicts"_L1)
                                   .toArray();
        QCOMPARE(all.size(), 2 * todos);
        int lists = 0;
        for (const QJsonValue &each : all) {
            const QJsonObject conflict = each.toObject();
            lists += conflict.value("in_file"_L1) == u"Garden"_s && conflict.value("in_tusk"_L1) == u"Work"_s;
        }
        QCOMPARE(lists, todos); // none of them by its id
        QVERIFY(importer::writeReport(*report, repairs(), path(u"report.html"_s)));
        const QString page = QString::fromUtf8(tests::readAll(path(u"report.html"_s)));
        QCOMPARE(page.count("<td>Garden</td><td>Work</td>"_L1), todos);
        QVERIFY(!page.contains("of them are listed here"_L1));
    }

    void shouldNeverOverwriteTheFileThatIsImported()
    {
        const ImportReport report = importDirty();
        const QByteArray before = tests::readAll(path());
        QVERIFY(QFile::link(path(), path(u"link.html"_s)));

        for (const QString &file : {path(), path(u"./todo.db"_s), path(u"link.html"_s)}) {
            const auto written = importer::writeReport(report, repairs(), file);
            QVERIFY(!written);
            QVERIFY2(written.error().sentence.contains("the file that is imported"_L1),
                     complaintOf(written).constData());
        }
        QCOMPARE(tests::readAll(path()), before);
    }

    void shouldBeWellFormed()
    {
        const ImportReport report = importDirty();
        QVERIFY(importer::writeReport(report, repairs(), path(u"report.html"_s)));

        QByteArray page = tests::readAll(path(u"report.html"_s));
        page.replace("<!DOCTYPE html>", "").replace("<meta charset=\"utf-8\">", "");
        QXmlStreamReader xml(page);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void shouldSayWhyItCannotBeWritten()
    {
        const ImportReport report = importDirty();

        const auto written = importer::writeReport(report, repairs(), u"/nowhere/at/all.html"_s);

        QVERIFY(!written);
        QVERIFY(written.error().sentence.contains("/nowhere/at/all.html"_L1));
    }

    void shouldKeepWhatNoFieldIsForInTheNotes()
    {
        tests::SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, colour TEXT, photo BLOB)"_s)
            .run(
                u"INSERT INTO todos VALUES (1, 'Paint', 0, 'dark blue', x'FF00FE'), (2, 'Rest', 1, '', NULL)"_s);

        const auto report = importing().run(path(), {.restToNotes = true});

        QVERIFY2(report, complaintOf(report).constData());
        QCOMPARE(report->verified, 2);
        QCOMPARE(rows(u"SELECT notes FROM tusk.todo ORDER BY title"_s),
                 (QList<QStringList>{{u"colour: dark blue"_s}, {QString()}}));
    }

private:
    static void writeTwo(const QString &file)
    {
        tests::SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, created_at TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Milk', 0, '2026-01-01 10:00:00'), (2, 'Bread', 0, "
                 "'2026-01-02 10:00:00')"_s);
    }
    [[nodiscard]] QString repairs() const { return path(u"repairs"_s); }
    ImportReport importDirty()
    {
        tests::SampleFile(path())
            .run(
                u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT, colour TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, ' ', 0, NULL, 'red'), (2, '<b>Pay</b> & go', 0, "
                 u"'2026-02-31', NULL), "
                 "(3, 'Sleep', 2, '2026-03-01', NULL)"_s);
        const auto report = importing().run(path(), {.repairsFile = repairs()});
        if (!report)
            qFatal("%s", complaintOf(report).constData());
        return *report;
    }
};

QTEST_GUILESS_MAIN(TestReportFile)

#include "tst_reportfile.moc"
