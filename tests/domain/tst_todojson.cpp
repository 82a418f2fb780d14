// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/randomvalues.h"
#include "domain/todobuilder.h"
#include "domain/todojson.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;
using tests::aTodo;
using tests::numbered;

namespace
{

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

// Through bytes: what a file or a server would give back.
QJsonObject overBytes(const QJsonObject &object)
{
    return parsed(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject minimal()
{
    return {{u"id"_s, u"01890a5d-ac96-774b-bcce-b302099a8057"_s}, {u"title"_s, u"Milk"_s}};
}

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

} // namespace

class TestTodoJson final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldReadBackEveryTodoExactly()
    {
        tests::RandomValues random(11);
        for (int round = 0; round < 1000; ++round) {
            const Todo todo = random.todo();
            const auto read = todoFromJson(overBytes(toJson(todo)));
            QVERIFY(read.has_value());
            QVERIFY(*read == todo);
        }
    }

    void shouldReadBackListsAndTagsExactly()
    {
        tests::RandomValues random(12);
        for (int round = 0; round < 200; ++round) {
            const TodoList list = random.list();
            const Tag tag = random.tag();
            QVERIFY(listFromJson(overBytes(toJson(list))) == list);
            QVERIFY(tagFromJson(overBytes(toJson(tag))) == tag);
            QVERIFY(!toJson(tag).contains("archived_at"_L1));
        }
    }

    void shouldReadARowAsTheServerWritesIt()
    {
        const auto todo = todoFromJson(parsed(R"({
            "id": "01890a5d-ac96-774b-bcce-b302099a8057", "title": "Water the tomatoes", "notes": "*Both* beds",
            "notes_cut": true, "list_id": "00000000-0000-7000-8000-000000000003",
            "tags": ["00000000-0000-7000-8000-000000000002", "00000000-0000-7000-8000-000000000001"],
            "priority": 2, "due_date": "2026-03-29", "due_time": "02:30:00", "due_zone": "Europe/Berlin",
            "start_date": "2026-03-01", "start_time": null, "start_zone": null, "repeat": "FREQ=WEEKLY",
            "parent_id": "00000000-0000-7000-8000-000000000009", "position": "8hG3k",
            "completed_at": "2026-03-01T10:11:12.123+01:00", "deleted_at": "2026-03-02T10:11:12+00:00",
            "created_at": "2026-01-02T03:04:05.123456+00:00", "updated_at": "2026-01-02T03:04:05.5Z",
            "version": 9007199254740993})"));
        QVERIFY(todo.has_value());
        Todo expected =
            aTodo(1).titled(u"Water the tomatoes"_s).notes(u"*Both* beds"_s).notesCut().inList(3).childOf(9);
        expected.id = TodoId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057");
        expected.tags = {numbered<TagId>(1), numbered<TagId>(2)};
        expected.priority = Priority::Medium;
        expected.due = When{{2026, 3, 29}, QTime(2, 30), "Europe/Berlin"}; // in the gap: kept as it was typed
        expected.start = When{{2026, 3, 1}, {}, {}};
        expected.repeatRule = u"FREQ=WEEKLY"_s;
        expected.position = "8hG3k";
        expected.completedAt = QDateTime({2026, 3, 1}, {9, 11, 12, 123}, Qt::UTC);
        expected.deletedAt = QDateTime({2026, 3, 2}, {10, 11, 12}, Qt::UTC);
        expected.createdAt = QDateTime({2026, 1, 2}, {3, 4, 5, 123}, Qt::UTC);
        expected.updatedAt = QDateTime({2026, 1, 2}, {3, 4, 5, 500}, Qt::UTC);
        expected.version = 9007199254740993; // more than a double holds
        QVERIFY(*todo == expected);
        QCOMPARE(todo->completedAt->timeSpec(), Qt::UTC);
    }

    void shouldTakeAbsentKeysForNull()
    {
        const auto todo = todoFromJson(minimal());
        QVERIFY(todo.has_value());
        Todo expected;
        expected.id = TodoId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057");
        expected.title = u"Milk"_s;
        QVERIFY(*todo == expected);
    }

    void shouldBeNoTodoWithoutIdOrTitle_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("no id") << QJsonObject{{u"title"_s, u"Milk"_s}};
        QTest::newRow("no title") << QJsonObject{{u"id"_s, minimal()["id"_L1]}};
        QTest::newRow("malformed id") << with(minimal(), u"id"_s, u"01890a5d"_s);
        QTest::newRow("nil id") << with(minimal(), u"id"_s, TodoId().toString());
        QTest::newRow("id a number") << with(minimal(), u"id"_s, 7);
        QTest::newRow("title null") << with(minimal(), u"title"_s, QJsonValue());
        QTest::newRow("title an array") << with(minimal(), u"title"_s, QJsonArray{u"Milk"_s});
    }
    void shouldBeNoTodoWithoutIdOrTitle()
    {
        QFETCH(QJsonObject, object);
        QVERIFY(!todoFromJson(object));
        object.insert("name"_L1, object.take("title"_L1));
        QVERIFY(!listFromJson(object));
        QVERIFY(!tagFromJson(object));
    }

    void shouldTakeWhatItCannotReadForNone_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const QString &key, const QJsonValue &value) {
            QTest::addRow("%s: %s", qPrintable(key),
                          QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData())
                << key << value;
        };
        row(u"due_date"_s, u"infinity"_s);
        row(u"due_date"_s, u"2026-02-30"_s);
        row(u"due_date"_s, u"12024-01-01"_s);
        row(u"due_date"_s, u"0044-03-15 BC"_s);
        row(u"due_date"_s, 20260301);
        row(u"due_time"_s, u"10:00:00"_s); // without a date
        row(u"due_zone"_s, u"Europe/Berlin"_s);
        row(u"completed_at"_s, u"-infinity"_s);
        row(u"completed_at"_s, u"2026-03-01T10:00:00"_s); // no offset: no instant
        row(u"completed_at"_s, true);
        row(u"created_at"_s, u"yesterday"_s);
        row(u"list_id"_s, u"inbox"_s);
        row(u"parent_id"_s, QJsonObject());
        row(u"tags"_s, QJsonArray{u"work"_s, 3, QJsonValue()});
        row(u"tags"_s, u"{}"_s);
        row(u"priority"_s, 4);
        row(u"priority"_s, -1);
        row(u"priority"_s, 1.5);
        row(u"priority"_s, u"high"_s);
        row(u"version"_s, u"1"_s);
        row(u"notes_cut"_s, 1);
        row(u"notes"_s, 1);
    }
    void shouldTakeWhatItCannotReadForNone()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        const auto todo = todoFromJson(with(minimal(), key, value));
        QVERIFY(todo.has_value());
        QVERIFY(*todo == *todoFromJson(minimal()));
    }

    void shouldTakeATimeOnlyWithItsZone()
    {
        const QJsonObject dated = with(minimal(), u"due_date"_s, u"2026-03-01"_s);
        const When day{{2026, 3, 1}, {}, {}};
        QVERIFY(todoFromJson(dated)->due == day);
        QVERIFY(todoFromJson(with(dated, u"due_time"_s, u"10:00"_s))->due == day);
        QVERIFY(todoFromJson(with(dated, u"due_zone"_s, u"Europe/Berlin"_s))->due == day);
        const QJsonObject timed =
            with(with(dated, u"due_time"_s, u"10:00"_s), u"due_zone"_s, u"Europe/Berlin"_s);
        QVERIFY((todoFromJson(timed)->due == When{{2026, 3, 1}, QTime(10, 0), "Europe/Berlin"}));
    }

    void shouldSortTagsAndDropRepeatedOnes()
    {
        QJsonArray tags;
        for (const int number : {3, 1, 2, 1, 3})
            tags.append(numbered<TagId>(number).toString());
        const auto todo = todoFromJson(with(minimal(), u"tags"_s, tags));
        QVERIFY((todo->tags == QList<TagId>{numbered<TagId>(1), numbered<TagId>(2), numbered<TagId>(3)}));
    }

    void shouldWriteTheNamedFieldsAsTheWireHasThem()
    {
        const Todo todo = aTodo(1)
                              .due({2026, 3, 1}, {9, 5}, "Europe/Berlin")
                              .start({2026, 2, 1})
                              .completed(QDateTime({2026, 3, 1}, {8, 0, 0, 7}, Qt::UTC));
        const TodoFields fields = TodoField::Due | TodoField::Start | TodoField::CompletedAt |
                                  TodoField::DeletedAt | TodoField::List | TodoField::Tags |
                                  TodoField::Priority;
        QCOMPARE(fieldsToJson(todo, fields), parsed(R"({
            "due": {"date": "2026-03-01", "time": "09:05:00", "zone": "Europe/Berlin"},
            "start": {"date": "2026-02-01", "time": null, "zone": null},
            "completed_at": "2026-03-01T08:00:00.007Z", "deleted_at": null,
            "list_id": null, "tags": [], "priority": 0})"));
        QCOMPARE(fieldsToJson(aTodo(1), TodoField::Due), parsed(R"({"due": null})"));
        QCOMPARE(fieldsToJson(aTodo(1), {}), QJsonObject());
    }

    void shouldHaveANameForEveryField()
    {
        QStringList names;
        for (uint bit = 1; bit <= uint(allTodoFields.toInt()); bit <<= 1U) {
            const auto field = static_cast<TodoField>(bit);
            names.append(wireName(field));
            QVERIFY(todoFieldFromWireName(wireName(field)) == field);
            QCOMPARE(fieldsToJson(aTodo(1), field).keys(), QStringList{wireName(field)});
        }
        QCOMPARE(
            names.join(u' '),
            u"title notes list_id tags priority due start repeat parent_id position completed_at deleted_at"_s);
        QVERIFY(!todoFieldFromWireName(u"due_date"));
        QVERIFY(!todoFieldFromWireName(u""));
    }
};

QTEST_GUILESS_MAIN(TestTodoJson)
#include "tst_todojson.moc"
