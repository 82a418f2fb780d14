// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/rowrules.h"
#include "support/testcase.h"

using namespace tusk;
using namespace tusk::importer;

namespace
{

TodoRow usualRow()
{
    TodoRow row{.sourceId = "1", .id = QUuid::createUuid(), .fields = {}};
    const auto set = [&row](Field field, const char *text) { row.fields[size_t(field)] = text; };
    set(Field::Title, "Milk");
    set(Field::Notes, "");
    set(Field::Priority, "0");
    set(Field::Repeat, "");
    set(Field::CreatedAt, "2026-01-12 10:00:00.12+00");
    set(Field::UpdatedAt, "2026-01-12 10:00:00+00");
    set(Field::Position, "0V");
    set(Field::Tags, "");
    return row;
}

} // namespace

// What is sent is what tusk.todo takes.
class TestRowRules final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldLetPass_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char *name, Field field, const QByteArray &text) {
            QTest::newRow(name) << int(field) << text;
        };
        add("500 characters of two bytes", Field::Title, QByteArray("\xc3\xbc").repeated(500));
        add("a title of an elephant", Field::Title, "\xf0\x9f\x90\x98");
        add("a title that begins with a blank", Field::Title, " a");
        add("1 MB", Field::Notes, QByteArray(1'048'576, 'x'));
        add("the highest priority", Field::Priority, "3");
        add("a rule of 1,000 characters", Field::Repeat, QByteArray("\xc3\xbc").repeated(1000));
        add("the first day", Field::Due, "0001-01-01");
        add("the last minute", Field::Start, "9999-12-31 23:59:59 Europe/Berlin");
        add("the last instant", Field::CompletedAt, "9999-12-31 23:59:59.999+00");
    }
    void shouldLetPass()
    {
        QFETCH(int, field);
        QFETCH(QByteArray, text);
        TodoRow row = usualRow();
        QVERIFY(!brokenRule(row));
        row.fields[size_t(field)] = text;

        QVERIFY(!brokenRule(row));
    }

    void shouldFindWhatTheDatabaseWouldRefuse_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char *name, Field field, const QByteArray &text) {
            QTest::newRow(name) << int(field) << text;
        };
        add("no title", Field::Title, "");
        add("a blank title", Field::Title, " \t ");
        add("a title of a blank of two bytes", Field::Title, "\xc2\xa0");
        add("a long title", Field::Title, QByteArray("\xc3\xbc").repeated(501));
        add("NUL in the title", Field::Title, QByteArray("a\0b", 3));
        add("long notes", Field::Notes, QByteArray(1'048'577, 'x'));
        add("NUL in the notes", Field::Notes, QByteArray("a\0b", 3));
        add("a priority too high", Field::Priority, "4");
        add("a priority of two digits", Field::Priority, "10");
        add("no priority", Field::Priority, "");
        add("a long rule", Field::Repeat, QByteArray(1001, 'x'));
        add("a position that ends in 0", Field::Position, "V0");
        add("no position", Field::Position, "");
        add("the year 10000", Field::Due, "10000-01-01 00:59:59 Europe/Berlin");
        add("the year 10000, cut", Field::Due, "10000-01-0");
        add("before the year 1", Field::Due, "-001-12-31");
        add("the year 0", Field::Start, "0000-12-31");
        add("a time without a zone", Field::Start, "2026-01-12 10:00:00");
        add("a zone that is no text", Field::Due, "2026-01-12 10:00:00 Europe/\xff");
        add("a zone with NUL", Field::Due, QByteArray("2026-01-12 10:00:00 A\0B", 23));
        add("a long zone", Field::Due, "2026-01-12 10:00:00 " + QByteArray(101, 'x'));
        add("created in the year 10000", Field::CreatedAt, "10000-01-01 00:00:00+00");
        add("deleted in the year 10000", Field::DeletedAt, "10000-01-01 00:00:00+00");
    }
    void shouldFindWhatTheDatabaseWouldRefuse()
    {
        QFETCH(int, field);
        QFETCH(QByteArray, text);
        TodoRow row = usualRow();
        row.fields[size_t(field)] = text;

        const auto broken = brokenRule(row);

        QVERIFY(broken);
        QCOMPARE(int(*broken), field);
    }

    void shouldMissWhatEveryTodoHas()
    {
        for (const Field field : {Field::Title, Field::Notes, Field::Priority, Field::Repeat,
                                  Field::CreatedAt, Field::UpdatedAt, Field::Position}) {
            TodoRow row = usualRow();
            row.fields[size_t(field)].reset();
            QCOMPARE(brokenRule(row), std::optional(field));
        }
    }
};

QTEST_GUILESS_MAIN(TestRowRules)

#include "tst_rowrules.moc"
