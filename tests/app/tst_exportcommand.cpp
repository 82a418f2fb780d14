// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"
#include "tuskprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::TuskRun;

// tusk export, as one types it, and tusk import of what it has written.
class TestExportCommand final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::PrivateHome>();
        // One server for all commands, which would start one each otherwise.
        QCOMPARE(tests::tusk({u"server"_s, u"start"_s}).exitCode, 0);
        QCOMPARE(tests::tusk(
                     {u"add"_s, u"Buy milk"_s, u"--list"_s, u"Home"_s, u"--tag"_s, u"food"_s, u"--create"_s})
                     .exitCode,
                 0);
        QCOMPARE(tests::tusk({u"add"_s, u"Call Ana"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"add"_s, u"Done"_s}).exitCode, 0);
        m_home->runSql(u"UPDATE tusk.todo SET completed_at = now() WHERE title = 'Done' RETURNING 1"_s);
    }
    void cleanupTestCase() { m_home.reset(); }

    void shouldWriteToStandardOutput()
    {
        const TuskRun run = tests::tusk({u"export"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(titlesIn(run.output), (QStringList{u"Buy milk"_s, u"Call Ana"_s}));
        QCOMPARE(run.errors, QByteArray());
    }

    void shouldWriteAFileInTheFormatOfItsEnding_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("json") << u"a.json"_s << "{\"format\":\"tusk\""_ba;
        QTest::newRow("csv") << u"a.csv"_s << "id,title,"_ba;
        QTest::newRow("ics") << u"a.ics"_s << "BEGIN:VCALENDAR"_ba;
        QTest::newRow("txt") << u"a.txt"_s << "2"_ba;
        QTest::newRow("md") << u"a.md"_s << "# Tusk"_ba;
        QTest::newRow("none") << u"a"_s << "{\"format\":\"tusk\""_ba;
    }
    void shouldWriteAFileInTheFormatOfItsEnding()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);

        const TuskRun run = tests::tusk({u"export"_s, m_folder.filePath(name)});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY2(run.output.startsWith("2 todos are in "), run.report().constData());
        QVERIFY(tests::readAll(m_folder.filePath(name)).startsWith(beginning));
    }

    void shouldChooseListsAndWhatIsClosed()
    {
        const QString file = m_folder.filePath(u"lists"_s);
        QCOMPARE(tests::tusk({u"export"_s, file, u"--list"_s, u"home"_s}).exitCode, 0);
        QCOMPARE(titlesIn(tests::readAll(file)), QStringList{u"Buy milk"_s});
        QCOMPARE(tests::tusk({u"export"_s, file, u"--list"_s, u"Inbox"_s, u"--all"_s}).exitCode, 0);
        QCOMPARE(titlesIn(tests::readAll(file)), (QStringList{u"Call Ana"_s, u"Done"_s}));
        QCOMPARE(tests::tusk({u"export"_s, file, u"--list"_s, u"Inbox"_s, u"--list"_s, u"Home"_s}).exitCode,
                 0);
        QCOMPARE(titlesIn(tests::readAll(file)), (QStringList{u"Buy milk"_s, u"Call Ana"_s}));
    }

    void shouldAnswerInJson()
    {
        const QString file = m_folder.filePath(u"answer.csv"_s);
        const TuskRun run = tests::tusk({u"export"_s, file, u"--all"_s, u"--json"_s});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QCOMPARE(run.only().value("todos"_L1).toInt(), 3);
        QCOMPARE(run.only().value("format"_L1).toString(), u"csv"_s);
        QCOMPARE(run.only().value("bytes"_L1).toInteger(), tests::readAll(file).size());
    }

    void shouldImportWhatItExports_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("json") << u"back.json"_s;
        QTest::newRow("csv") << u"back.csv"_s;
        QTest::newRow("ics") << u"back.ics"_s;
        QTest::newRow("txt") << u"back.txt"_s;
    }
    void shouldImportWhatItExports()
    {
        QFETCH(QString, name);
        const QString file = m_folder.filePath(name);
        QCOMPARE(tests::tusk({u"export"_s, file}).exitCode, 0);
        QCOMPARE(m_home->runSql(u"DELETE FROM tusk.todo WHERE completed_at IS NULL RETURNING 1"_s).size(), 2);

        const TuskRun run = tests::tusk({u"import"_s, file});

        QVERIFY2(run.exitCode == 0 && run.output.contains("2 todos are new."), run.report().constData());
        QVERIFY2(!run.output.contains("table"), run.report().constData());
        QCOMPARE(titlesIn(tests::tusk({u"export"_s}).output), (QStringList{u"Buy milk"_s, u"Call Ana"_s}));
    }

    void shouldRefuseInOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no such format") << QStringList{u"--format"_s, u"xml"_s} << 2;
        QTest::newRow("no such list") << QStringList{u"--list"_s, u"nowhere"_s} << 1;
        QTest::newRow("no such folder") << QStringList{u"/nowhere/todos.json"_s} << 1;
        QTest::newRow("a folder") << QStringList{u"/"_s} << 1;
        QTest::newRow("JSON answer without a file") << QStringList{u"--json"_s} << 2;
        QTest::newRow("two files") << QStringList{u"a"_s, u"b"_s} << 2;
    }
    void shouldRefuseInOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);

        const TuskRun run = tests::tusk(QStringList(u"export"_s) + arguments);

        QVERIFY2(run.exitCode == exitCode && run.saysOneSentence(), run.report().constData());
        QCOMPARE(run.output, QByteArray());
    }

private:
    static QStringList titlesIn(const QByteArray &json)
    {
        QStringList titles;
        for (const QJsonValue &todo : QJsonDocument::fromJson(json).object()[u"todos"_s].toArray())
            titles.append(todo[u"title"_s].toString());
        titles.sort();
        return titles;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<tests::PrivateHome> m_home;
};

QTEST_GUILESS_MAIN(TestExportCommand)

#include "tst_exportcommand.moc"
