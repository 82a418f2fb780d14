// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <future>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject position(const QString &text)
{
    return {{u"position"_s, text}};
}

QJsonObject inList(int number)
{
    return {{u"list_id"_s, number > 0 ? QJsonValue(listId(number)) : QJsonValue()}};
}

QJsonObject tagged(std::initializer_list<int> tags)
{
    return {{u"tags"_s, tagIds(tags)}};
}

QJsonArray conflictsOf(const QJsonObject &answer)
{
    return answer.value(u"conflicts"_s).toArray();
}

} // namespace

// Two devices that change the same things without knowing of each other.
class TestFieldMerging final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepBothWhenDifferentFieldsWereChanged()
    {
        createTodos(1);
        client().sql().rows(u"UPDATE tusk.todo SET notes = 'theirs', priority = 3"_s);
        const QJsonObject answer =
            send(action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"mine"_s))}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(todo(1).value(u"title"_s), u"mine"_s);
        QCOMPARE(todo(1).value(u"notes"_s), u"theirs"_s);
        QCOMPARE(todo(1).value(u"priority"_s), 3);
        // The answer shows both
        QCOMPARE(answer.value(u"todos"_s)[0][u"notes"_s], u"theirs"_s);
    }

    void shouldKeepTheServersValueOfTheSameFieldAndReportBoth_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("base");
        QTest::addColumn<QJsonValue>("mine");
        QTest::addColumn<QJsonValue>("theirs");
        QTest::addColumn<QString>("change");
        const QJsonObject day1{
            {u"date"_s, u"2026-01-01"_s}, {u"time"_s, QJsonValue()}, {u"zone"_s, QJsonValue()}};
        const QJsonObject day2{
            {u"date"_s, u"2026-01-02"_s}, {u"time"_s, QJsonValue()}, {u"zone"_s, QJsonValue()}};
        const QJsonObject hour2{
            {u"date"_s, u"2026-01-02"_s}, {u"time"_s, u"09:00:00"_s}, {u"zone"_s, u"UTC"_s}};
        const QJsonValue none;
        const auto row = [](const QString &field, const QJsonValue &base, const QJsonValue &mine,
                            const QJsonValue &theirs, const QString &change) {
            QTest::addRow("%s", qPrintable(field)) << field << base << mine << theirs << change;
        };
        row(u"title"_s, u"Todo 1"_s, u"mine"_s, u"theirs"_s, u"title = 'theirs'"_s);
        row(u"notes"_s, u""_s, u"mine"_s, u"theirs"_s, u"notes = 'theirs'"_s);
        row(u"priority"_s, 0, 1, 2, u"priority = 2"_s);
        row(u"due"_s, none, day1, hour2, u"due_date = '2026-01-02', due_time = '9:00', due_zone = 'UTC'"_s);
        row(u"start"_s, none, day1, day2, u"start_date = '2026-01-02'"_s);
        row(u"repeat"_s, u""_s, u"FREQ=DAILY"_s, u"FREQ=YEARLY"_s, u"repeat = 'FREQ=YEARLY'"_s);
        row(u"list_id"_s, none, listId(1), listId(2), u"list_id = '%1'"_s.arg(listId(2)));
        row(u"parent_id"_s, none, todoId(2), todoId(3), u"parent_id = '%1'"_s.arg(todoId(3)));
    }
    void shouldKeepTheServersValueOfTheSameFieldAndReportBoth()
    {
        QFETCH(const QString, field);
        QFETCH(const QJsonValue, base);
        QFETCH(const QJsonValue, mine);
        QFETCH(const QJsonValue, theirs);
        QFETCH(const QString, change);
        createTodos(3);
        send(action(u"edit_lists"_s, {},
                    {insertNamed(listId(1), u"one"_s), insertNamed(listId(2), u"two"_s)}));
        client().sql().rows(u"UPDATE tusk.todo SET %1 WHERE id = '%2'"_s.arg(change, todoId(1)));

        const QJsonObject request = action(u"edit"_s, {updateTodo(1, {{field, base}}, {{field, mine}})});
        const QJsonObject answer = send(request);

        QCOMPARE(todo(1).value(field), theirs);
        const QJsonObject expected{{u"entity"_s, u"todo"_s}, {u"id"_s, todoId(1)}, {u"field"_s, field},
                                   {u"base"_s, base},        {u"mine"_s, mine},    {u"theirs"_s, theirs}};
        QCOMPARE(conflictsOf(answer), QJsonArray({expected}));
        // Both values are logged, and the server's row is shown
        QCOMPARE(client().array(u"SELECT answer->'conflicts' FROM tusk.action WHERE id = '%1'"_s.arg(
                     request.value(u"id"_s).toString())),
                 QJsonArray({expected}));
        QCOMPARE(answer.value(u"todos"_s)[0][u"id"_s], todoId(1));
    }

    void shouldWriteTheOtherFieldsOfAConflict()
    {
        createTodos(1);
        client().sql().rows(u"UPDATE tusk.todo SET title = 'theirs'"_s);
        const QJsonObject answer =
            send(action(u"edit"_s, {updateTodo(1, {{u"title"_s, u"Todo 1"_s}, {u"priority"_s, 0}},
                                               {{u"title"_s, u"mine"_s}, {u"priority"_s, 2}})}));
        QCOMPARE(conflictsOf(answer).size(), 1);
        QCOMPARE(todo(1).value(u"title"_s), u"theirs"_s);
        QCOMPARE(todo(1).value(u"priority"_s), 2);
    }

    void shouldSeeNoConflictWhereBothWantedTheSame()
    {
        createTodos(1);
        client().sql().rows(u"UPDATE tusk.todo SET title = 'same'"_s);
        const QJsonObject answer =
            send(action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"same"_s))}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(todo(1).value(u"title"_s), u"same"_s);
    }

    void shouldTakeEitherMomentWhenBothCompleted()
    {
        createTodos(1);
        client().sql().rows(
            u"UPDATE tusk.todo SET completed_at = '2026-01-01 12:00+00', deleted_at = '2026-01-01 12:00+00'"_s);
        const QJsonObject answer =
            send(action(u"complete"_s,
                        {updateTodo(1, {{u"completed_at"_s, QJsonValue()}, {u"deleted_at"_s, QJsonValue()}},
                                    {{u"completed_at"_s, QLatin1StringView(someInstant)},
                                     {u"deleted_at"_s, QLatin1StringView(someInstant)}})}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(todo(1).value(u"completed_at"_s), u"2026-01-01T12:00:00.000Z"_s);
        // The moment that was seen is not compared either
        send(action(u"reopen"_s, {updateTodo(1, done(), open())}));
        QCOMPARE(todo(1).value(u"completed_at"_s), QJsonValue());
    }

    void shouldSeeNoConflictWhereBothReopened()
    {
        createTodos(1, done());
        client().sql().rows(u"UPDATE tusk.todo SET completed_at = NULL"_s);
        const QJsonObject answer = send(action(u"reopen"_s, {updateTodo(1, done(), open())}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(todo(1).value(u"completed_at"_s), QJsonValue());
    }

    void shouldLetTheLastMoverWin()
    {
        createTodos(1);
        client().sql().rows(u"UPDATE tusk.todo SET \"position\" = 'theirs'"_s);
        const QJsonObject answer =
            send(action(u"reorder"_s, {updateTodo(1, position(u"000000001V"_s), position(u"mine"_s))}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(todo(1).value(u"position"_s), u"mine"_s);
    }

    void shouldUniteTagsOfBoth()
    {
        send(action(u"edit_lists"_s, {}, {},
                    {insertNamed(tagId(1), u"a"_s), insertNamed(tagId(2), u"b"_s),
                     insertNamed(tagId(3), u"c"_s), insertNamed(tagId(4), u"d"_s)}));
        createTodos(1, tagged({1, 2}));
        // Given that the other took away 1 and added 3
        client().sql().rows(
            u"DELETE FROM tusk.todo_tag WHERE tag_id = '%1'; INSERT INTO tusk.todo_tag VALUES ('%2', '%3')"_s
                .arg(tagId(1), todoId(1), tagId(3)));
        // When we take away 2 and add 4
        const QJsonObject answer = send(action(u"edit"_s, {updateTodo(1, tagged({1, 2}), tagged({1, 4}))}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(todo(1).value(u"tags"_s), tagIds({3, 4}));
    }

    void shouldNotBringBackADeletedTag()
    {
        createTodos(1);
        const QJsonObject answer = send(action(u"edit"_s, {updateTodo(1, tagged({}), tagged({7}))}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(todo(1).value(u"tags"_s), QJsonArray());
    }

    void shouldSayThatTheTodoIsGone()
    {
        createTodos(2);
        client().sql().rows(u"DELETE FROM tusk.todo WHERE id = '%1'"_s.arg(todoId(1)));
        const QJsonObject answer = send(action(u"complete"_s, {completeTodo(1), completeTodo(2)}));
        QCOMPARE(answer.value(u"gone"_s), QJsonArray({todoId(1)}));
        QCOMPARE(todo(2).value(u"completed_at"_s), QLatin1StringView(someInstant));
        QVERIFY(todo(1).isEmpty());
    }

    void shouldMoveToTheInboxWhenTheListIsGone()
    {
        createTodos(1);
        send(action(u"edit_lists"_s, {}, {insertNamed(listId(1), u"one"_s)}));
        send(action(u"move"_s, {updateTodo(1, inList(0), inList(1))}));
        const QJsonObject answer = send(action(u"move"_s, {updateTodo(1, inList(1), inList(2))}));
        QCOMPARE(answer.value(u"lists_gone"_s), QJsonArray({listId(2)}));
        QCOMPARE(todo(1).value(u"list_id"_s), QJsonValue());
    }

    void shouldWaitForADeletionOfTheListAndThenMoveToTheInbox()
    {
        createTodos(1);
        send(action(u"edit_lists"_s, {}, {insertNamed(listId(1), u"one"_s)}));
        // Given a deletion that has not committed yet
        TodoClient other(settings(), 2);
        other.sql().rows(u"BEGIN"_s);
        other.send(action(u"edit_lists"_s, {}, {deleteNamed(listId(1))}));
        auto moved = std::async(std::launch::async, [this] {
            return send(action(u"move"_s, {updateTodo(1, inList(0), inList(1))}));
        });
        QTRY_VERIFY_WITH_TIMEOUT(isSomebodyWaiting(), patience);
        other.sql().rows(u"COMMIT"_s);
        QCOMPARE(moved.get().value(u"lists_gone"_s), QJsonArray({listId(1)}));
        QCOMPARE(todo(1).value(u"list_id"_s), QJsonValue());
    }

    void shouldMergeWithWhatIsCommittedMeanwhile()
    {
        createTodos(1);
        TodoClient other(settings(), 2);
        other.sql().rows(u"BEGIN"_s);
        other.send(action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"theirs"_s))}));
        auto mine = std::async(std::launch::async, [this] {
            return send(action(u"edit"_s, {updateTodo(1, {{u"title"_s, u"Todo 1"_s}, {u"priority"_s, 0}},
                                                      {{u"title"_s, u"mine"_s}, {u"priority"_s, 1}})}));
        });
        QTRY_VERIFY_WITH_TIMEOUT(isSomebodyWaiting(), patience);
        other.sql().rows(u"COMMIT"_s);
        const QJsonObject answer = mine.get();
        QCOMPARE(conflictsOf(answer).size(), 1);
        QCOMPARE(conflictsOf(answer).first()[u"theirs"_s], u"theirs"_s);
        QCOMPARE(todo(1).value(u"title"_s), u"theirs"_s);
        QCOMPARE(todo(1).value(u"priority"_s), 1);
    }

    void shouldNotDeadlockOnTheSameTodosInAnotherOrder()
    {
        createTodos(200);
        const auto work = [this](bool backwards, int installation) {
            TodoClient worker(settings(), installation);
            for (int round = 0; round < 10; ++round) {
                QJsonArray changes;
                for (int i = 1; i <= 200; ++i) {
                    const int number = backwards ? 201 - i : i;
                    changes.append(
                        updateTodo(number, position(u"x"_s), position(u"V%1V"_s.arg(number + round))));
                }
                worker.send(action(u"reorder"_s, changes)); // an error ends the test program
            }
        };
        auto one = std::async(std::launch::async, work, false, 2);
        auto other = std::async(std::launch::async, work, true, 3);
        one.get();
        other.get();
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action WHERE kind = 'reorder'"_s), u"20"_s);
    }

    void shouldMergeListsByFieldToo()
    {
        send(action(
            u"edit_lists"_s, {},
            {insertNamed(listId(1), u"Garden"_s, {{u"color"_s, u"#000000"_s}, {u"position"_s, u"V"_s}})}));
        client().sql().rows(u"UPDATE tusk.list SET name = 'theirs', \"position\" = 'theirs'"_s);
        const QJsonObject answer = send(action(
            u"edit_lists"_s, {},
            {updateNamed(listId(1),
                         {{u"name"_s, u"Garden"_s}, {u"color"_s, u"#000000"_s}, {u"position"_s, u"V"_s}},
                         {{u"name"_s, u"mine"_s}, {u"color"_s, u"#ffffff"_s}, {u"position"_s, u"mine"_s}})}));
        QCOMPARE(conflictsOf(answer), QJsonArray({QJsonObject{{u"entity"_s, u"list"_s},
                                                              {u"id"_s, listId(1)},
                                                              {u"field"_s, u"name"_s},
                                                              {u"base"_s, u"Garden"_s},
                                                              {u"mine"_s, u"mine"_s},
                                                              {u"theirs"_s, u"theirs"_s}}}));
        QCOMPARE(value(u"SELECT name || color || \"position\" FROM tusk.list"_s), u"theirs#ffffffmine"_s);
    }

    void shouldMergeTagsByFieldToo()
    {
        send(action(u"edit_lists"_s, {}, {}, {insertNamed(tagId(1), u"home"_s)}));
        client().sql().rows(u"UPDATE tusk.tag SET color = '#111111'"_s);
        const QJsonObject answer =
            send(action(u"edit_lists"_s, {}, {},
                        {updateNamed(tagId(1), {{u"name"_s, u"home"_s}, {u"color"_s, u""_s}},
                                     {{u"name"_s, u"house"_s}, {u"color"_s, u"#222222"_s}})}));
        QCOMPARE(conflictsOf(answer).size(), 1);
        QCOMPARE(conflictsOf(answer).first()[u"entity"_s], u"tag"_s);
        QCOMPARE(value(u"SELECT name || color FROM tusk.tag"_s), u"house#111111"_s);
    }

    void shouldLeaveADeletedListDeleted()
    {
        const QJsonObject answer = send(action(
            u"edit_lists"_s, {},
            {updateNamed(listId(1), {{u"name"_s, u"a"_s}}, {{u"name"_s, u"b"_s}}), deleteNamed(listId(2))}));
        QCOMPARE(conflictsOf(answer), QJsonArray());
        QCOMPARE(value(u"SELECT count(*) FROM tusk.list"_s), u"0"_s);
    }
};

QTEST_GUILESS_MAIN(TestFieldMerging)
#include "tst_fieldmerging.moc"
