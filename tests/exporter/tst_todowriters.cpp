// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/todowriter.h"
#include "support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace tusk;
using namespace tusk::exporter;
using namespace Qt::StringLiterals;

namespace
{

ExportedTodo sample()
{
    ExportedTodo todo;
    todo.id = "0190a0a0-0000-7000-8000-000000000001";
    todo.title = "Water, the \"plants\"";
    todo.notes = "one\ntwo";
    todo.list = "At home";
    todo.priority = 3;
    todo.due = {"2026-01-12", "10:00:00", "Europe/Berlin"};
    todo.repeat = "FREQ=WEEKLY;INTERVAL=2";
    todo.tags = {u"green"_s, u"a, b"_s};
    todo.position = "BV";
    todo.createdAt = "2026-01-01T08:00:00.000Z";
    todo.updatedAt = "2026-01-02T08:00:00.500Z";
    return todo;
}

QByteArray fileOf(ExportFormat format, const QList<ExportedTodo> &todos, const ExportHeader &header = {})
{
    const auto writer = writerFor(format);
    QByteArray file = writer->begin(header);
    for (const ExportedTodo &todo : todos)
        file += writer->add(todo);
    return file + writer->end();
}

} // namespace

// The files as other programs find them.
class TestTodoWriters final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldWriteJsonThatIsWholeWithoutTodos()
    {
        ExportHeader header;
        header.exportedAt = "2026-11-20T12:00:00.000Z";
        const QJsonDocument json = QJsonDocument::fromJson(fileOf(ExportFormat::Json, {}, header));
        QVERIFY(json.isObject());
        QCOMPARE(json[u"format"_s].toString(), u"tusk"_s);
        QCOMPARE(QJsonDocument::fromJson(
                     fileOf(ExportFormat::Json, {sample(), sample()}))[u"todos"_s][1][u"title"_s]
                     .toString(),
                 u"Water, the \"plants\""_s);
    }

    void shouldQuoteTableValues()
    {
        QCOMPARE(
            fileOf(ExportFormat::Csv, {sample()}),
            "id,title,notes,list,parent,priority,due,start,repeat,tags,completed_at,deleted_at,created_at,"
            "updated_at,position\r\n"
            "0190a0a0-0000-7000-8000-000000000001,\"Water, the \"\"plants\"\"\",\"one\ntwo\",At home,,3,"
            "2026-01-12 10:00:00 Europe/Berlin,,\"FREQ=WEEKLY;INTERVAL=2\",\"[\"\"green\"\",\"\"a, "
            "b\"\"]\",,,"
            "2026-01-01T08:00:00.000Z,2026-01-02T08:00:00.500Z,BV\r\n"_ba);
    }

    void shouldWriteCalendarsThatOtherProgramsKnow()
    {
        ExportHeader header;
        header.title = u"Tusk"_s;
        header.zones = {"Europe/Berlin"_ba};

        const QByteArray file = fileOf(ExportFormat::ICalendar, {sample()}, header);

        for (const char *line :
             {"BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "X-WR-CALNAME:Tusk\r\n", "BEGIN:VTIMEZONE\r\n",
              "TZID:Europe/Berlin\r\n", "BEGIN:VTODO\r\n", "UID:0190a0a0-0000-7000-8000-000000000001\r\n",
              "SUMMARY:Water\\, the \"plants\"\r\n", "DESCRIPTION:one\\ntwo\r\n",
              "DUE;TZID=Europe/Berlin:20260112T100000\r\n", "PRIORITY:1\r\n", "STATUS:NEEDS-ACTION\r\n",
              "RRULE:FREQ=WEEKLY;INTERVAL=2\r\n", "CATEGORIES:green\r\n", "CATEGORIES:a\\, b\r\n",
              "DTSTAMP:20260102T080000Z\r\n", "END:VTODO\r\n", "END:VCALENDAR\r\n"})
            QVERIFY2(file.contains(line), QByteArray(line + QByteArray("\n") + file).constData());
        // The zone stands before what needs it.
        QVERIFY(file.indexOf("BEGIN:VTIMEZONE") < file.indexOf("BEGIN:VTODO"));
        for (const QByteArray &line : file.split('\n'))
            QVERIFY(line.size() <= 76);
    }

    void shouldWriteLinesForTodoTxt()
    {
        ExportedTodo done = sample();
        done.title = "x marks";
        done.completedAt = "2026-01-05T09:00:00.000Z";
        done.parent = "p1";
        done.repeat = "FREQ=WEEKLY;BYDAY=MO";
        done.due = {"2026-01-12", {}, {}};

        QCOMPARE(
            fileOf(ExportFormat::TodoTxt, {sample(), done}),
            "(A) 2026-01-01 Water, the \"plants\" +At_home @green @a,_b due:2026-01-12 due_time:10:00 "
            "due_zone:Europe/Berlin rec:2w id:0190a0a0-0000-7000-8000-000000000001 "
            "updated:2026-01-02T08:00:00.500Z\n"
            "x 2026-01-05 2026-01-01 x marks +At_home @green @a,_b due:2026-01-12 rrule:FREQ=WEEKLY;BYDAY=MO "
            "pri:A id:0190a0a0-0000-7000-8000-000000000001 p:p1 updated:2026-01-02T08:00:00.500Z\n"_ba);
    }

    void shouldKnowFormatsByWordsAndEndings()
    {
        for (const ExportFormat format : allFormats()) {
            QCOMPARE(formatNamed(wordFor(format).toUpper()), std::optional(format));
            QCOMPARE(formatOfFile(u"/a.b/todos."_s + suffixOf(format).toUpper()), std::optional(format));
            QVERIFY(!nameOf(format).isEmpty() && !purposeOf(format).isEmpty());
        }
        QCOMPARE(formatNamed(u"xml"_s), std::nullopt);
        QCOMPARE(formatOfFile(u"todos"_s), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestTodoWriters)

#include "tst_todowriters.moc"
