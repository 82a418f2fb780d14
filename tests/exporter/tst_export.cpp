// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/exporting.h"
#include "importer/importtestcase.h"
#include "support/oldfiles/samplefile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace tusk;
using namespace Qt::StringLiterals;
using exporter::ExportFormat;
using exporter::ExportRequest;
using exporter::ExportSelection;
using tests::complaintOf;
using Place = domain::TodoFilter::Place;

// Which todos an export writes, and what becomes of the file.
class TestExport final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldWriteWhatWasAskedFor_data()
    {
        QTest::addColumn<ExportSelection>("selection");
        QTest::addColumn<QString>("titles");
        const auto place = [](const domain::TodoFilter &filter) {
            ExportSelection selection;
            selection.what = ExportSelection::What::Place;
            selection.place = filter;
            selection.today = QDate(2026, 11, 20);
            return selection;
        };
        const auto lists = [](QList<domain::ListId> ids, bool withInbox, bool withClosed) {
            ExportSelection selection;
            selection.what = ExportSelection::What::Lists;
            selection.lists = std::move(ids);
            selection.withInbox = withInbox;
            selection.withClosed = withClosed;
            return selection;
        };
        ExportSelection everything;
        QTest::newRow("everything that is open") << everything << u"garden,later,overdue,plain,today"_s;
        everything.withClosed = true;
        QTest::newRow("everything") << everything << u"done,garden,later,overdue,plain,today,trash"_s;
        QTest::newRow("a list") << lists({m_home}, false, false) << u"garden,today"_s;
        QTest::newRow("a list, all of it") << lists({m_home}, false, true) << u"done,garden,today"_s;
        QTest::newRow("a list and the Inbox")
            << lists({m_home}, true, false) << u"garden,later,overdue,plain,today"_s;
        QTest::newRow("no list") << lists({}, false, true) << QString();
        QTest::newRow("Today") << place(domain::TodoFilter::at(Place::Today)) << u"overdue,today"_s;
        QTest::newRow("Upcoming") << place(domain::TodoFilter::at(Place::Upcoming)) << u"later"_s;
        QTest::newRow("Inbox") << place(domain::TodoFilter::at(Place::Inbox)) << u"later,overdue,plain"_s;
        QTest::newRow("All") << place(domain::TodoFilter::at(Place::All))
                             << u"garden,later,overdue,plain,today"_s;
        QTest::newRow("Completed") << place(domain::TodoFilter::at(Place::Completed)) << u"done"_s;
        QTest::newRow("Trash") << place(domain::TodoFilter::at(Place::Trash)) << u"trash"_s;
        // What begins later is not shown there.
        QTest::newRow("the place of a list") << place(domain::TodoFilter::inList(m_home)) << u"today"_s;
        QTest::newRow("a tag") << place(domain::TodoFilter::withTag(m_tag)) << u"plain"_s;
        QTest::newRow("a search") << place(domain::TodoFilter::matching(u"gard"_s)) << u"garden"_s;
        QTest::newRow("a search with signs")
            << place(domain::TodoFilter::matching(u"'; DROP TABLE tusk.todo; --"_s)) << QString();
    }
    void shouldWriteWhatWasAskedFor()
    {
        QFETCH(ExportSelection, selection);
        QFETCH(QString, titles);
        fill();
        for (const ExportFormat format : exporter::allFormats()) {
            ExportRequest request;
            request.format = format;
            request.selection = selection;
            request.file = path(u"todos"_s);

            const auto report = tests::runExport(settings(), request);

            QVERIFY2(report, complaintOf(report).constData());
            if (format == ExportFormat::Json)
                QCOMPARE(titlesIn(path(u"todos"_s)), titles);
            const bool hasTrash = format != ExportFormat::TodoTxt && format != ExportFormat::Markdown;
            const auto all = titles.split(u',', Qt::SkipEmptyParts).size();
            const bool isWhole = hasTrash || selection.what == ExportSelection::What::Place;
            QCOMPARE(report->todos, isWhole ? all : all - titles.count(u"trash"_s));
        }
    }

    void shouldCountTheNightAfterItToADay()
    {
        rows(u"INSERT INTO tusk.todo (id, title, due_date, due_time, due_zone) VALUES "
             "(gen_random_uuid(), 'night', '2026-11-21', '03:59', 'UTC'), "
             "(gen_random_uuid(), 'morning', '2026-11-21', '04:00', 'UTC'), "
             "(gen_random_uuid(), 'tomorrow', '2026-11-21', NULL, NULL); SELECT 1"_s);
        ExportRequest request;
        request.format = ExportFormat::Json;
        request.selection.what = ExportSelection::What::Place;
        request.selection.today = {QDate(2026, 11, 20), 4};
        request.file = path(u"todos"_s);
        for (const auto &[place, titles] :
             {std::pair(Place::Today, u"night"_s), std::pair(Place::Upcoming, u"morning,tomorrow"_s)}) {
            request.selection.place = domain::TodoFilter::at(place);
            const auto report = tests::runExport(settings(), request);
            QVERIFY2(report, complaintOf(report).constData());
            QCOMPARE(titlesIn(path(u"todos"_s)), titles);
        }
    }

    void shouldNameOnlyListsAndTagsOfWhatIsExported()
    {
        fill();
        rows(
            u"INSERT INTO tusk.list (name) VALUES ('Other'); INSERT INTO tusk.tag (name) VALUES ('other'); SELECT 1"_s);
        ExportRequest request;
        request.selection.what = ExportSelection::What::Lists;
        request.selection.lists = {m_home};
        request.file = path(u"todos.json"_s);

        QVERIFY(tests::runExport(settings(), request));

        const QJsonObject json = QJsonDocument::fromJson(tests::readAll(path(u"todos.json"_s))).object();
        QCOMPARE(json[u"lists"_s].toArray().size(), 1);
        QCOMPARE(json[u"tags"_s].toArray().size(), 0);
    }

    void shouldReplaceTheFileOnlyWhenItIsComplete()
    {
        fill();
        rows(
            u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 50000) AS n; SELECT 1"_s);
        tests::writeAll(path(u"todos.json"_s), "as before");
        std::stop_source stop;
        int told = 0;
        const auto report = tests::runExport(
            settings(), tests::exportOfAll(path(u"todos.json"_s), ExportFormat::Json),
            [&](const exporter::ExportProgress &progress) {
                QCOMPARE(progress.total, 50'007);
                if (++told == 1)
                    stop.request_stop();
            },
            stop.get_token());

        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::Cancelled);
        QCOMPARE(tests::readAll(path(u"todos.json"_s)), "as before"_ba);
        QCOMPARE(QDir(QFileInfo(path(u"todos.json"_s)).path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList(u"todos.json"_s));
    }

    void shouldHoldOneMomentWhateverHappensMeanwhile()
    {
        fill();
        rows(
            u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 3000) AS n; SELECT 1"_s);
        bool isChanged = false;
        const auto report =
            tests::runExport(settings(), tests::exportOfAll(path(u"todos.json"_s), ExportFormat::Json),
                             [&](const exporter::ExportProgress &) {
                                 if (!std::exchange(isChanged, true))
                                     rows(u"DELETE FROM tusk.todo; DELETE FROM tusk.list; SELECT 1"_s);
                             });

        QVERIFY2(report, complaintOf(report).constData());
        QVERIFY(isChanged);
        const QJsonObject json = QJsonDocument::fromJson(tests::readAll(path(u"todos.json"_s))).object();
        QCOMPARE(json[u"todos"_s].toArray().size(), 3007);
        QCOMPARE(json[u"lists"_s].toArray().size(), 1);
    }

    void shouldSayInOneSentenceWhyNot_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no such folder") << u"nowhere/todos.json"_s << u"could not be written"_s;
        QTest::newRow("a folder") << QString() << u"is a folder"_s;
    }
    void shouldSayInOneSentenceWhyNot()
    {
        QFETCH(QString, file);
        QFETCH(QString, sentence);

        const auto report = tests::runExport(settings(), tests::exportOfAll(path(file), ExportFormat::Csv));

        QVERIFY(!report);
        QVERIFY2(report.error().sentence.contains(sentence), qPrintable(report.error().sentence));
    }

    void shouldNotReplaceWhatIsNotToBe()
    {
        tests::writeAll(path(u"todos.csv"_s), "mine");
        ExportRequest request = tests::exportOfAll(path(u"todos.csv"_s), ExportFormat::Csv);
        request.mayReplace = false;

        const auto report = tests::runExport(settings(), request);

        QVERIFY(!report);
        QCOMPARE(report.error().kind, base::ErrorKind::Ambiguous);
        QCOMPARE(tests::readAll(path(u"todos.csv"_s)), "mine"_ba);
    }

    void shouldWriteEveryTitleOnOneLineOfMarkdown()
    {
        // Other programs may have put it into the database.
        rows(u"INSERT INTO tusk.todo (title) VALUES (E'two\\r\\nlines\\n- [ ] no todo'); SELECT 1"_s);

        QVERIFY(
            tests::runExport(settings(), tests::exportOfAll(path(u"todos.md"_s), ExportFormat::Markdown)));

        QCOMPARE(tests::readAll(path(u"todos.md"_s)), "# Tusk\n"
                                                      "\n## Inbox\n\n"
                                                      "- [ ] two lines - \\[ \\] no todo\n"_ba);
    }

    void shouldWriteSubtasksBelowTheirParents()
    {
        rows(u"INSERT INTO tusk.list (name, \"position\") VALUES ('Home', 'B'), ('*Work*', 'A');"
             "INSERT INTO tusk.todo (id, title, parent_id, list_id, \"position\", notes, priority, due_date, "
             "due_time, "
             "due_zone, completed_at) VALUES "
             "('0190a0a0-0000-7000-8000-000000000001', 'house', NULL, (SELECT id FROM tusk.list WHERE name = "
             "'Home'), "
             "'B', E'two\\nlines', 3, '2026-01-12', '10:00', 'Europe/Berlin', NULL), "
             "('0190a0a0-0000-7000-8000-000000000002', 'roof', '0190a0a0-0000-7000-8000-000000000001', NULL, "
             "'C', '', "
             "0, NULL, NULL, NULL, '2026-01-01Z'), "
             "('0190a0a0-0000-7000-8000-000000000003', 'tiles', '0190a0a0-0000-7000-8000-000000000002', "
             "NULL, 'A', '', "
             "0, NULL, NULL, NULL, NULL), "
             "('0190a0a0-0000-7000-8000-000000000004', 'walls', '0190a0a0-0000-7000-8000-000000000001', "
             "NULL, 'A', '', "
             "0, NULL, NULL, NULL, NULL), "
             "('0190a0a0-0000-7000-8000-000000000005', 'in _the_ Inbox', NULL, NULL, 'A', '', 0, NULL, NULL, "
             "NULL, NULL), "
             "('0190a0a0-0000-7000-8000-000000000006', 'desk', NULL, (SELECT id FROM tusk.list WHERE name = "
             "'*Work*'), "
             "'Z', '', 0, NULL, NULL, NULL, NULL); SELECT 1"_s);

        QVERIFY(
            tests::runExport(settings(), tests::exportOfAll(path(u"todos.md"_s), ExportFormat::Markdown)));

        QCOMPARE(tests::readAll(path(u"todos.md"_s)), "# Tusk\n"
                                                      "\n## Inbox\n\n"
                                                      "- [ ] in \\_the\\_ Inbox\n"
                                                      "\n## \\*Work\\*\n\n"
                                                      "- [ ] desk\n"
                                                      "\n## Home\n\n"
                                                      "- [ ] house (high priority, due 2026-01-12 10:00)\n"
                                                      "\n    two\n    lines\n\n"
                                                      "    - [ ] walls\n"
                                                      "    - [x] roof\n"
                                                      "        - [ ] tiles\n"_ba);
    }

private:
    void fill()
    {
        rows(u"INSERT INTO tusk.list (id, name) VALUES ('%1', 'Home');"
             "INSERT INTO tusk.tag (id, name) VALUES ('%2', 'nice');"
             "INSERT INTO tusk.todo (id, title, list_id, due_date, start_date, completed_at, deleted_at) "
             "VALUES "
             "('%3', 'plain', NULL, NULL, NULL, NULL, NULL), "
             "(gen_random_uuid(), 'overdue', NULL, '2026-11-01', NULL, NULL, NULL), "
             "(gen_random_uuid(), 'today', '%1', '2026-11-20', NULL, NULL, NULL), "
             "(gen_random_uuid(), 'later', NULL, '2026-12-01', NULL, NULL, NULL), "
             "(gen_random_uuid(), 'garden', '%1', NULL, '2027-04-01', NULL, NULL), "
             "(gen_random_uuid(), 'done', '%1', NULL, NULL, now(), NULL), "
             "(gen_random_uuid(), 'trash', NULL, NULL, NULL, NULL, now());"
             "INSERT INTO tusk.todo_tag VALUES ('%3', '%2'); SELECT 1"_s.arg(
                 m_home.toString(), m_tag.toString(), u"0190a0a0-0000-7000-8000-00000000000c"_s));
    }

    static QString titlesIn(const QString &file)
    {
        QStringList titles;
        for (const QJsonValue &todo :
             QJsonDocument::fromJson(tests::readAll(file)).object()[u"todos"_s].toArray())
            titles.append(todo[u"title"_s].toString());
        titles.sort();
        return titles.join(u',');
    }

    const domain::ListId m_home{QUuid::fromString(u"0190a0a0-0000-7000-8000-00000000000a"_s)};
    const domain::TagId m_tag{QUuid::fromString(u"0190a0a0-0000-7000-8000-00000000000b"_s)};
};

QTEST_GUILESS_MAIN(TestExport)

#include "tst_export.moc"
