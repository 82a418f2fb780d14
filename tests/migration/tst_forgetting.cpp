// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <future>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject labelled(QJsonObject request)
{
    request.insert(u"label"_s, u"some label with the secret"_s);
    return request;
}

} // namespace

// What the log forgets: the content of todos that were deleted for good, and everything after some days.
class TestForgetting final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldForgetEverythingAboutATodoThatIsDeletedForGood_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addRow("created and edited") << u"edited"_s;
        QTest::addRow("written by another program") << u"external"_s;
        QTest::addRow("in a conflict") << u"conflict"_s;
        QTest::addRow("in an action that changed nothing of it") << u"nothing"_s;
        QTest::addRow("undone and redone") << u"undone"_s;
        QTest::addRow("tagged, completed, trashed") << u"trashed"_s;
        QTest::addRow("gone already") << u"gone"_s;
    }
    void shouldForgetEverythingAboutATodoThatIsDeletedForGood()
    {
        QFETCH(const QString, what);
        // Given
        const QJsonObject secret{{u"title"_s, u"the secret"_s}, {u"notes"_s, u"a secret"_s}};
        send(action(u"create"_s, {insertTodo(2)}));
        send(labelled(action(u"create"_s, {insertTodo(1, what == "external"_L1 ? QJsonObject() : secret)})));
        if (what == "edited"_L1)
            send(labelled(action(
                u"edit"_s, {updateTodo(1, secret, {{u"title"_s, u"new secret"_s}, {u"notes"_s, u""_s}})})));
        if (what == "external"_L1)
            client().sql().rows(u"UPDATE tusk.todo SET title = 'secret' WHERE id = '%1'"_s.arg(todoId(1)));
        if (what == "conflict"_L1)
            send(labelled(action(u"edit"_s, {updateTodo(1, title(u"never"_s), title(u"another secret"_s))})));
        if (what == "nothing"_L1)
            send(labelled(action(
                u"edit"_s, {updateTodo(1, title(u"never"_s), title(u"the secret"_s)), completeTodo(2)})));
        if (what == "undone"_L1) {
            send(labelled(action(u"edit"_s, {updateTodo(1, secret, {{u"title"_s, u"new secret"_s}})})));
            send(undo());
            send(redo());
        }
        if (what == "trashed"_L1)
            send(labelled(
                action(u"trash"_s,
                       {updateTodo(1, {{u"deleted_at"_s, QJsonValue()}, {u"completed_at"_s, QJsonValue()}},
                                   {{u"deleted_at"_s, QLatin1StringView(someInstant)},
                                    {u"completed_at"_s, QLatin1StringView(someInstant)}})})));
        if (what == "gone"_L1)
            client().sql().rows(u"DELETE FROM tusk.todo WHERE id = '%1'"_s.arg(todoId(1)));
        QVERIFY(!traces().isEmpty());
        // When
        send(labelled(action(u"purge"_s, {deleteTodo(1)})));
        // Then
        QCOMPARE(traces(), QList<QStringList>());
        QCOMPARE(todo(2).value(u"title"_s), u"Todo 2"_s);
    }

    void shouldEmptyTheTrashOfWhatIsOldOnceADay()
    {
        const auto deletedBefore = [this](int number, int days) {
            send(action(u"create"_s, {insertTodo(number)}));
            client().sql().rows(
                u"UPDATE tusk.todo SET deleted_at = now() - %1 * interval '1 day' WHERE id = '%2'"_s.arg(
                    QString::number(days), todoId(number)));
        };
        const auto emptied = [this](const QString &id) {
            return client().sql().rows(
                u"SELECT tusk.empty_trash(jsonb_build_object('id', '%1', 'label', 'Empty the Trash'))"_s.arg(
                    id));
        };
        const auto answer = [](const QString &value) { return QList<QStringList>{{value}}; };
        deletedBefore(1, 31);
        deletedBefore(2, 29);
        send(action(u"create"_s, {insertTodo(3)}));
        QCOMPARE(client().sql().rows(u"SELECT tusk.trash_is_due()"_s), answer(u"t"_s));

        QCOMPARE(emptied(u"00000000-0000-7000-8000-00000000aaa1"_s), answer(u"t"_s));

        QVERIFY(todo(1).isEmpty());
        QVERIFY(!todo(2).isEmpty());
        QVERIFY(!todo(3).isEmpty());
        QCOMPARE(client().sql().rows(u"SELECT kind FROM tusk.action ORDER BY sequence DESC LIMIT 1"_s),
                 answer(u"purge"_s));
        // The next one has to wait until tomorrow, whoever asks.
        deletedBefore(4, 31);
        QCOMPARE(client().sql().rows(u"SELECT tusk.trash_is_due()"_s), answer(u"f"_s));
        QCOMPARE(emptied(u"00000000-0000-7000-8000-00000000aaa2"_s), answer(u"f"_s));
        QVERIFY(!todo(4).isEmpty());
        client().sql().rows(u"UPDATE tusk.database SET trash_emptied_on = trash_emptied_on - 1"_s);
        QCOMPARE(emptied(u"00000000-0000-7000-8000-00000000aaa3"_s), answer(u"t"_s));
        QVERIFY(todo(4).isEmpty());
    }

    void shouldKeepInTheTrashWhatWasImportedNotLongAgo_data()
    {
        QTest::addColumn<int>("brought"); // days ago
        QTest::addColumn<int>("again");
        QTest::addColumn<bool>("stays");
        QTest::addRow("imported long ago") << 40 << 35 << false;
        QTest::addRow("just imported") << 0 << 0 << true;
        QTest::addRow("imported 29 days ago") << 29 << 29 << true;
        QTest::addRow("imported again") << 40 << 29 << true;
    }
    void shouldKeepInTheTrashWhatWasImportedNotLongAgo()
    {
        QFETCH(const int, brought);
        QFETCH(const int, again);
        QFETCH(const bool, stays);
        // Given: a todo that its program had deleted a year ago, and another one that was deleted here
        const QString import = u"00000000-0000-7000-8000-00000000bbb1"_s;
        client().sql().rows(
            u"INSERT INTO tusk.import (id, source_kind, source_name, source_identity, finished_at) VALUES "
            "('%1', 'a', 'a', 'a:1', now() - %2 * interval '1 day'), "
            "(gen_random_uuid(), 'a', 'a', 'a:1', now() - %3 * interval '1 day'), "
            "(gen_random_uuid(), 'a', 'a', 'a:2', now())"_s.arg(import, QString::number(brought),
                                                                QString::number(again)));
        createTodos(2);
        client().sql().rows(
            u"UPDATE tusk.todo SET deleted_at = now() - interval '1 year', import_id = '%1' WHERE id = '%2'"_s
                .arg(import, todoId(1)));
        client().sql().rows(
            u"UPDATE tusk.todo SET deleted_at = now() - interval '31 days' WHERE id = '%1'"_s.arg(todoId(2)));
        client().sql().rows(u"UPDATE tusk.database SET trash_emptied_on = NULL"_s);
        // When
        client().sql().rows(u"SELECT tusk.empty_trash(jsonb_build_object('id', "
                            "'00000000-0000-7000-8000-00000000aaa1', 'label', 'Empty the Trash'))"_s);
        // Then
        QCOMPARE(!todo(1).isEmpty(), stays);
        QVERIFY(todo(2).isEmpty());
    }

    void shouldRememberWhereTheTodoWas()
    {
        send(action(
            u"create"_s,
            {insertTodo(1, {{u"list_id"_s, listId(1)}, {u"deleted_at"_s, QLatin1StringView(someInstant)}})},
            {insertNamed(listId(1), u"Garden"_s)}));
        const QJsonObject answer = send(action(u"purge"_s, {deleteTodo(1)}));
        const QJsonObject expected{{u"list_id"_s, listId(1)},
                                   {u"completed_at"_s, QJsonValue()},
                                   {u"deleted_at"_s, QLatin1StringView(someInstant)}};
        QCOMPARE(answer.value(u"actions"_s)[0][u"changes"_s][0][u"before"_s], expected);
    }

    void shouldStillTakeBackTheRestOfAnAction()
    {
        createTodos(2);
        const QJsonObject completed = action(u"complete"_s, {completeTodo(1), completeTodo(2)});
        send(completed);
        send(action(u"purge"_s, {deleteTodo(1)}));
        send(undo());
        QCOMPARE(todo(2).value(u"completed_at"_s), QJsonValue());
        QVERIFY(todo(1).isEmpty());
    }

    void shouldKeepALabelThatQuotesNothingOfTheDeletedTodo()
    {
        createTodos(2);
        const auto labelOf = [this](const QString &kind) {
            return value(u"SELECT label FROM tusk.action WHERE kind = '%1'"_s.arg(kind));
        };
        QJsonObject completed = action(u"complete"_s, {completeTodo(1), completeTodo(2)});
        completed.insert(u"label"_s, u"Complete 2 todos"_s);
        send(completed);
        QJsonObject merged =
            action(u"merge"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"A long title that is cut"_s)),
                                updateTodo(2, title(u"Todo 2"_s), title(u"x"_s))});
        merged.insert(u"label"_s, u"Merge into “A long title that is…”"_s);
        send(merged);

        send(action(u"purge"_s, {deleteTodo(1)}));

        QCOMPARE(labelOf(u"complete"_s), u"Complete 2 todos"_s);
        QCOMPARE(labelOf(u"merge"_s), QString());
        send(action(u"purge"_s, {deleteTodo(2)}));
        QCOMPARE(labelOf(u"complete"_s), QString());
    }

    void shouldPassOverActionsOfWhichNothingIsLeft()
    {
        createTodos(2);
        send(action(u"complete"_s, {completeTodo(2)}));
        send(action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"x"_s))}));
        send(action(u"purge"_s, {deleteTodo(1)}));
        send(undo());
        QCOMPARE(todo(2).value(u"completed_at"_s), QJsonValue());
    }

    void shouldNotBringBackWhatIsForgotten()
    {
        createTodos(2);
        client().sql().rows(u"DELETE FROM tusk.todo"_s);
        const QString deletion = value(u"SELECT id FROM tusk.action WHERE kind = 'external'"_s);
        send(action(u"purge"_s, {deleteTodo(1)}));
        send(undo(deletion));
        QVERIFY(todo(1).isEmpty());
        QCOMPARE(todo(2).value(u"title"_s), u"Todo 2"_s);
    }

    void shouldPruneActionsPastTheirDays()
    {
        createTodos(1);
        const QJsonObject young = action(u"complete"_s, {completeTodo(1)});
        send(young);
        age(u"kind = 'create'"_s, 91);
        age(u"kind = 'complete'"_s, 89);
        const QJsonObject newest = action(u"reopen"_s, {updateTodo(1, done(), open())});
        send(newest);
        QCOMPARE(value(u"SELECT string_agg(kind, ',' ORDER BY sequence) FROM tusk.action"_s),
                 u"complete,reopen"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.change"_s), u"2"_s);
        QVERIFY(!todo(1).isEmpty());
        client().sql().rows(u"UPDATE tusk.database SET log_days = 10"_s);
        send(action(u"complete"_s, {completeTodo(1)}));
        client().sql().rows(u"UPDATE tusk.database SET log_days = 90"_s);
        QCOMPARE(value(u"SELECT string_agg(kind, ',' ORDER BY sequence) FROM tusk.action"_s),
                 u"reopen,complete"_s);
    }

    void shouldPruneInSmallSteps_data()
    {
        QTest::addColumn<int>("actions");
        QTest::addColumn<int>("todosEach");
        QTest::addColumn<int>("left");
        QTest::addRow("many small ones") << 25 << 1 << 5;
        QTest::addRow("large ones") << 3 << 300 << 1;
        QTest::addRow("very large ones") << 3 << 600 << 2;
    }
    void shouldPruneInSmallSteps()
    {
        QFETCH(const int, actions);
        QFETCH(const int, todosEach);
        QFETCH(const int, left);
        for (int i = 0; i < actions; ++i) {
            QJsonArray todos;
            for (int k = 1; k <= todosEach; ++k)
                todos.append(insertTodo(i * todosEach + k));
            send(action(u"create"_s, todos));
        }
        age(u"true"_s, 100);
        send(action(u"complete"_s, {completeTodo(1)}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action WHERE kind = 'create'"_s).toInt(), left);
    }

    void shouldNotWaitForAnotherThatPrunes()
    {
        createTodos(2);
        age(u"true"_s, 100);
        TodoClient other(settings(), 2);
        other.sql().rows(u"BEGIN"_s);
        other.send(action(u"complete"_s, {completeTodo(1)}));
        QCOMPARE(other.value(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);
        client().sql().rows(u"SET lock_timeout = '1s'"_s);
        send(action(u"complete"_s, {completeTodo(2)})); // an error ends the test program
        client().sql().rows(u"RESET lock_timeout"_s);
        other.sql().rows(u"COMMIT"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"2"_s);
    }

private:
    // Whatever the log or the search still knows of it.
    QList<QStringList> traces()
    {
        return client().sql().rows(uR"(
            SELECT 'action', a::text FROM tusk.action a WHERE a::text LIKE '%secret%'
            UNION ALL SELECT 'change', c::text FROM tusk.change c WHERE c::text LIKE '%secret%'
            UNION ALL SELECT 'search', s::text FROM tusk.todo_search s WHERE s::text LIKE '%secret%')"_s);
    }

    void age(const QString &which, int days)
    {
        client().sql().rows(
            u"UPDATE tusk.action SET applied_at = now() - interval '%1 days' WHERE %2"_s.arg(days).arg(
                which));
    }
};

QTEST_GUILESS_MAIN(TestForgetting)
#include "tst_forgetting.moc"
