// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reading.h"
#include "support/oldfiles/samplefile.h"
#include "support/oldfiles/textsamples.h"
#include "support/testcase.h"

#include <QTemporaryDir>

#include <random>

using namespace tusk;
using namespace tusk::importer;
using namespace Qt::StringLiterals;

namespace
{

int rounds(int usual)
{
    const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_ROUNDS");
    return wished > 0 ? wished : usual;
}

// How many todos; -1: it was refused with a sentence, -2: in another way.
qint64 todosIn(const QString &path, SqliteFile::Damage damage)
{
    const tests::Reading reading = tests::readFile(path, damage);
    if (reading.outcome == tests::Reading::Outcome::Whole)
        return reading.rows.size();
    return reading.outcome == tests::Reading::Outcome::Refused && !reading.complaint.isEmpty() ? -1 : -2;
}

QByteArray jsonFile()
{
    QByteArray todos;
    for (int i = 0; i < 40; ++i)
        todos += (i == 0 ? "" : ",\n") +
                 QByteArray(
                     "{\"id\":\"0190a0a0-0000-7000-8000-0000000000%1\",\"title\":\"Gr\xc3\xbc\xc3\x9f"
                     "e \\\"%1\\\"\",\"list\":\"Home\",\"due_date\":\"2026-01-12\",\"due_time\":\"10:00:00\","
                     "\"due_zone\":\"Europe/Berlin\",\"tags\":[\"a\",\"b\"],\"priority\":2,"
                     "\"parent_id\":null,\"created_at\":\"2026-01-01T00:00:00.000Z\"}")
                     .replace("%1", QByteArray::number(10 + i));
    return "{\"format\":\"tusk\",\"version\":1,\"lists\":[{\"id\":\"0190a0a0-0000-7000-8000-000000000001\","
           "\"name\":"
           "\"Home\",\"color\":\"#aabbcc\",\"position\":\"V\"}],\"tags\":[],\"todos\":[" +
           todos + "]}";
}

QByteArray repeatedly(const QByteArray &text, int times)
{
    QByteArray all;
    for (int i = 0; i < times; ++i)
        all += QByteArray(text).replace("%1", QByteArray::number(i));
    return all;
}

} // namespace

// Text files that nobody wrote on purpose: they may be refused with a sentence, but never hang, crash or be
// read for much more than they hold.
class TestTextFuzz final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldSurviveFlippedBytes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("json") << u"todos.json"_s << jsonFile();
        QTest::newRow("todo.txt") << u"todo.txt"_s
                                  << repeatedly(
                                         "(A) 2026-01-02 Thank %1 @phone +Home due:2026-01-12 rec:2w id:%1 "
                                         "p:1\nx 2026-01-03 2026-01-01 Done %1 pri:B\n",
                                         20);
        QTest::newRow("Markdown") << u"todos.md"_s
                                  << repeatedly("## Home %1\n\n- [ ] Trip %1 (high priority, due 2026-01-12, "
                                                "#a\\_b)\n\n    notes\n\n    - [x] Pack\n        ```\n",
                                                20);
        QTest::newRow("iCalendar")
            << u"tasks.ics"_s
            << tests::calendarFile(QList<QByteArray>(
                   20, "UID:1\nSUMMARY:Water\\, the plants\nDESCRIPTION:a\\nb\n  c\nDUE;TZID="
                       "Europe/Berlin:20260112T100000\nCATEGORIES:a,b\nRRULE:FREQ=WEEKLY;"
                       "BYDAY=MO\nRELATED-TO;RELTYPE=PARENT:2\nSTATUS:COMPLETED\n"
                       "COMPLETED:20260103T101112Z\nPRIORITY:5\n"));
        QTest::newRow("Todoist") << u"Work.csv"_s
                                 << tests::todoistFile(
                                        QList<tests::TodoistRow>(20, {.content = "Write @home",
                                                                      .description = "\"x\", y",
                                                                      .indent = 2,
                                                                      .date = "every 2 weeks at 9am"}));
        QTest::newRow("TickTick") << u"TickTick.csv"_s
                                  << tests::tickTickFile(
                                         QList<tests::TickTickRow>(20, {.title = "Shop",
                                                                        .content = "▫Milk▪Bread",
                                                                        .isChecklist = true,
                                                                        .due = "2026-01-11T23:00:00+0000",
                                                                        .isAllDay = true}));
        QTest::newRow("csv") << u"export.csv"_s
                             << QByteArray(
                                    "id,Task,Status,Deadline,Notes\n" +
                                    repeatedly("%1,\"Say \"\"%1\"\"\",done,12.01.2026,\"two\nlines\"\n", 30));
        QTest::newRow("UTF-16") << u"export.csv"_s
                                << QByteArray("\xff\xfe" + QByteArray(reinterpret_cast<const char *>(
                                                                          u"title,done\nGrüße,1\nmilk,0\n"),
                                                                      52));
    }
    void shouldSurviveFlippedBytes()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, file);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        tests::writeAll(path, file);
        QCOMPARE_GT(todosIn(path, SqliteFile::Damage::Refused), 0);
        std::mt19937 random(20261128);
        qint64 refused = 0;
        for (int round = 0; round < rounds(60); ++round) {
            QByteArray damaged = file;
            for (auto flips = 1 + random() % 12; flips > 0; --flips)
                damaged[qsizetype(random() % damaged.size())] =
                    random() % 2 ? char(random()) : "\",;\n\r:{}[]\\\0 @+"[random() % 16];
            if (random() % 5 == 0)
                damaged.truncate(qsizetype(random() % damaged.size()));
            tests::writeAll(path, damaged);

            const qint64 strictly = todosIn(path, SqliteFile::Damage::Refused);
            const qint64 leniently = todosIn(path, SqliteFile::Damage::Accepted);

            QVERIFY2(strictly >= -1 && strictly <= 1000, qPrintable(QString::number(strictly)));
            QVERIFY2(leniently >= -1 && leniently <= 1000, qPrintable(QString::number(leniently)));
            QCOMPARE_GE(leniently, strictly);
            refused += strictly < 0 ? 1 : 0;
            QCOMPARE(tests::readAll(path), damaged);
        }
        qInfo("refused %lld", refused);
    }
};

QTEST_GUILESS_MAIN(TestTextFuzz)

#include "tst_textfuzz.moc"
