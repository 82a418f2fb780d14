// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <future>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

QString idOf(const QJsonObject &request)
{
    return request.value(u"id"_s).toString();
}

} // namespace

class TestUndoing final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldTakeBackAndRedo_data()
    {
        QTest::addColumn<QJsonObject>("request");
        QTest::addRow("create") << action(
            u"create"_s,
            {insertTodo(5), insertTodo(6, {{u"parent_id"_s, todoId(5)}, {u"tags"_s, tagIds({1, 2})}})});
        QTest::addRow("edit") << action(
            u"edit"_s, {updateTodo(1, {{u"title"_s, u"Todo 1"_s}, {u"notes"_s, u""_s}, {u"priority"_s, 0}},
                                   {{u"title"_s, u"other"_s}, {u"notes"_s, u"more"_s}, {u"priority"_s, 3}})});
        const QJsonObject day{
            {u"date"_s, u"2026-03-29"_s}, {u"time"_s, u"02:30:00"_s}, {u"zone"_s, u"Europe/Berlin"_s}};
        QTest::addRow("due") << action(
            u"edit"_s, {updateTodo(1, {{u"due"_s, QJsonValue()}}, {{u"due"_s, QJsonValue(day)}})});
        QTest::addRow("complete") << action(u"complete"_s, {completeTodo(1), completeTodo(2)});
        QTest::addRow("reopen") << action(u"reopen"_s, {updateTodo(3, done(), open())});
        QTest::addRow("move") << action(
            u"move"_s, {updateTodo(1, {{u"list_id"_s, listId(1)}}, {{u"list_id"_s, QJsonValue()}})});
        QTest::addRow("reorder") << action(
            u"reorder"_s, {updateTodo(1, {{u"position"_s, u"000000001V"_s}}, {{u"position"_s, u"zV"_s}})});
        QTest::addRow("trash") << action(u"trash"_s, {updateTodo(1, kept(), trashed())});
        QTest::addRow("restore") << action(u"restore"_s, {updateTodo(4, trashed(), kept())});
        QTest::addRow("tags") << action(
            u"edit"_s, {updateTodo(1, {{u"tags"_s, tagIds({1})}}, {{u"tags"_s, tagIds({2})}})});
        QTest::addRow("merge") << action(
            u"merge"_s, {updateTodo(1, {{u"notes"_s, u""_s}, {u"tags"_s, tagIds({1})}},
                                    {{u"notes"_s, u"# Todo 2"_s}, {u"tags"_s, tagIds({1, 2})}}),
                         updateTodo(2, kept(), trashed())});
        QTest::addRow("make a list and move there")
            << action(u"move"_s, {updateTodo(1, {{u"list_id"_s, listId(1)}}, {{u"list_id"_s, listId(2)}})},
                      {insertNamed(listId(2), u"new"_s)});
        QTest::addRow("edit a list") << action(
            u"edit_lists"_s, {},
            {updateNamed(listId(1), {{u"name"_s, u"Garden"_s}, {u"archived_at"_s, QJsonValue()}},
                         {{u"name"_s, u"Balcony"_s}, {u"archived_at"_s, QLatin1StringView(someInstant)}})});
        QTest::addRow("delete a list") << action(u"edit_lists"_s, {}, {deleteNamed(listId(1))});
        QJsonObject withTodos = deleteNamed(listId(1));
        withTodos.insert(u"trash_todos"_s, true);
        QTest::addRow("delete a list with its todos") << action(u"edit_lists"_s, {}, {withTodos});
        QTest::addRow("make a tag") << action(
            u"edit_lists"_s, {updateTodo(1, {{u"tags"_s, tagIds({1})}}, {{u"tags"_s, tagIds({1, 3})}})}, {},
            {insertNamed(tagId(3), u"third"_s)});
        QTest::addRow("edit a tag") << action(
            u"edit_lists"_s, {}, {},
            {updateNamed(tagId(1), {{u"name"_s, u"home"_s}}, {{u"name"_s, u"house"_s}})});
        QTest::addRow("delete a tag") << action(u"edit_lists"_s, {}, {}, {deleteNamed(tagId(1))});
        QTest::addRow("delete for good by another kind") << action(u"edit"_s, {deleteTodo(1), deleteTodo(2)});
        QTest::addRow("everything at once")
            << action(u"edit"_s,
                      {insertTodo(7, {{u"list_id"_s, listId(3)}, {u"tags"_s, tagIds({4})}}), completeTodo(1),
                       deleteTodo(2)},
                      {insertNamed(listId(3), u"third"_s), deleteNamed(listId(1))},
                      {insertNamed(tagId(4), u"fourth"_s), deleteNamed(tagId(2))});
    }
    void shouldTakeBackAndRedo()
    {
        QFETCH(const QJsonObject, request);
        // Given todos with a list, a parent and tags
        send(action(
            u"create"_s,
            {insertTodo(1, {{u"list_id"_s, listId(1)}, {u"tags"_s, tagIds({1})}}),
             insertTodo(2, {{u"parent_id"_s, todoId(1)}, {u"tags"_s, tagIds({2})}}), insertTodo(3, done()),
             insertTodo(4, trashed())},
            {insertNamed(listId(1), u"Garden"_s, {{u"color"_s, u"#00aa00"_s}, {u"position"_s, u"V"_s}})},
            {insertNamed(tagId(1), u"home"_s, {{u"position"_s, u"V"_s}}),
             insertNamed(tagId(2), u"week"_s, {{u"position"_s, u"W"_s}})}));
        const QJsonObject before = client().everything();
        QCOMPARE(send(request).value(u"conflicts"_s), QJsonArray());
        const QJsonObject after = client().everything();
        QVERIFY(after != before);

        // When, then: the newest; what was undone; an undo by its id; a redo by its id
        QCOMPARE(send(undo()).value(u"conflicts"_s), QJsonArray());
        QCOMPARE(client().everything(), before);
        const QJsonObject redone = redo();
        QCOMPARE(send(redone).value(u"conflicts"_s), QJsonArray());
        QCOMPARE(client().everything(), after);
        const QJsonObject again = undo(idOf(request));
        QCOMPARE(send(again).value(u"actions"_s)[0][u"target"_s], idOf(request));
        QCOMPARE(client().everything(), before);
        send(undo(idOf(again)));
        QCOMPARE(client().everything(), after);
    }

    void shouldTakeBackOneAfterAnotherAndRedoThem()
    {
        createTodos(1);
        QList<QJsonObject> states{client().everything()};
        for (int i = 1; i <= 3; ++i) {
            const QString was = i == 1 ? u"Todo 1"_s : u"title %1"_s.arg(i - 1);
            send(action(u"edit"_s, {updateTodo(1, title(was), title(u"title %1"_s.arg(i)))}));
            states.append(client().everything());
        }
        for (int i = 2; i >= 0; --i) {
            send(undo());
            QCOMPARE(client().everything(), states.at(i));
        }
        for (int i = 1; i <= 3; ++i) {
            send(redo());
            QCOMPARE(client().everything(), states.at(i));
        }
        QCOMPARE(send(redo()).value(u"refused"_s), u"nothing_to_undo"_s);
        for (int i = 2; i >= 0; --i) {
            send(undo());
            QCOMPARE(client().everything(), states.at(i));
        }
        // Back to before there was a todo, and no further
        send(undo());
        QVERIFY(todo(1).isEmpty());
        QCOMPARE(send(undo()).value(u"refused"_s), u"nothing_to_undo"_s);
    }

    void shouldNotRedoAfterSomethingNew()
    {
        createTodos(2);
        send(action(u"complete"_s, {completeTodo(1)}));
        send(undo());
        send(action(u"complete"_s, {completeTodo(2)}));
        QCOMPARE(send(redo()).value(u"refused"_s), u"nothing_to_undo"_s);
    }

    void shouldCarryTheLabelOfWhatItTakesBack()
    {
        createTodos(1);
        QJsonObject request = undo();
        request.remove(u"label"_s);
        QCOMPARE(send(request).value(u"actions"_s)[0][u"label"_s], u"some create"_s);
    }

    void shouldOnlyTakeBackWhatItsOwnInstallationDidUnlessNamed()
    {
        createTodos(1);
        TodoClient other(settings(), 2);
        QCOMPARE(other.send(undo()).value(u"refused"_s), u"nothing_to_undo"_s);
        const QString newest = value(u"SELECT id FROM tusk.action"_s);
        other.send(undo(newest));
        QVERIFY(todo(1).isEmpty());
        QCOMPARE(other.send(undo(newest)).value(u"refused"_s), u"already_undone"_s);
    }

    void shouldRefuseWhatIsUnknownOrAlreadyTakenBack()
    {
        createTodos(1);
        QCOMPARE(send(undo(todoId(1))).value(u"refused"_s), u"unknown_action"_s);
        const QJsonObject request = action(u"complete"_s, {completeTodo(1)});
        send(request);
        send(undo(idOf(request)));
        const QJsonObject answer = send(undo(idOf(request)));
        QCOMPARE(answer.value(u"refused"_s), u"already_undone"_s);
        QCOMPARE(answer.value(u"target"_s), idOf(request));
        // A refusal is nothing that happened
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"3"_s);
    }

    void shouldLeaveATransactionUsableAfterARefusal()
    {
        client().sql().rows(u"BEGIN"_s);
        QCOMPARE(send(undo()).value(u"refused"_s), u"nothing_to_undo"_s);
        client().sql().rows(u"INSERT INTO tusk.todo (title) VALUES ('by hand'); COMMIT"_s);
        QCOMPARE(value(u"SELECT kind FROM tusk.action"_s), u"external"_s);
    }

    void shouldTakeBackOnceWhenTwoDoItTogether()
    {
        createTodos(1);
        const QJsonObject request = action(u"complete"_s, {completeTodo(1)});
        send(request);
        TodoClient other(settings(), 2);
        other.sql().rows(u"BEGIN"_s);
        other.send(undo(idOf(request)));
        auto mine = std::async(std::launch::async, [this, &request] { return send(undo(idOf(request))); });
        QTRY_VERIFY_WITH_TIMEOUT(isSomebodyWaiting(), patience);
        other.sql().rows(u"COMMIT"_s);
        QCOMPARE(mine.get().value(u"refused"_s), u"already_undone"_s);
    }

    void shouldKeepWhatSomebodyChangedSince()
    {
        createTodos(2);
        const QJsonObject request = action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"mine"_s)),
                                                       updateTodo(2, title(u"Todo 2"_s), title(u"mine"_s))});
        send(request);
        client().sql().rows(
            u"UPDATE tusk.todo SET title = 'theirs', priority = 2 WHERE id = '%1'"_s.arg(todoId(1)));
        const QJsonObject answer = send(undo(idOf(request)));
        QCOMPARE(todo(1).value(u"title"_s), u"theirs"_s);
        QCOMPARE(todo(1).value(u"priority"_s), 2);
        QCOMPARE(todo(2).value(u"title"_s), u"Todo 2"_s);
        QCOMPARE(answer.value(u"conflicts"_s).toArray().size(), 1);
        QCOMPARE(answer.value(u"conflicts"_s)[0][u"theirs"_s], u"theirs"_s);
    }

    void shouldMoveACreatedTodoToTheTrashWhenSomebodyWorkedOnIt_data()
    {
        QTest::addColumn<QString>("work");
        QTest::addRow("title") << u"UPDATE tusk.todo SET title = 'better' WHERE id = '%1'"_s;
        QTest::addRow("notes") << u"UPDATE tusk.todo SET notes = 'much work' WHERE id = '%1'"_s;
        QTest::addRow("completed") << u"UPDATE tusk.todo SET completed_at = now() WHERE id = '%1'"_s;
        QTest::addRow("a tag more") << u"INSERT INTO tusk.todo_tag VALUES ('%1', '%2')"_s.arg(u"%1"_s,
                                                                                              tagId(2));
        QTest::addRow("a tag less") << u"DELETE FROM tusk.todo_tag WHERE todo_id = '%1'"_s;
    }
    void shouldMoveACreatedTodoToTheTrashWhenSomebodyWorkedOnIt()
    {
        QFETCH(const QString, work);
        send(action(u"edit_lists"_s, {}, {},
                    {insertNamed(tagId(1), u"home"_s), insertNamed(tagId(2), u"week"_s)}));
        createTodos(2, {{u"tags"_s, tagIds({1})}});
        client().sql().rows(work.contains("%1"_L1) ? work.arg(todoId(1)) : work);
        const QJsonObject worked = todo(1);
        send(undo());
        QVERIFY(todo(2).isEmpty());
        QJsonObject left = todo(1);
        QVERIFY(!left.value(u"deleted_at"_s).isNull());
        left.insert(u"deleted_at"_s, QJsonValue());
        QCOMPARE(left, worked);
        // And that can be taken back as well
        send(redo());
        QCOMPARE(todo(1), worked);
        QVERIFY(!todo(2).isEmpty());
    }

    void shouldDeleteACreatedTodoThatWasOnlyMovedInTheOrder()
    {
        createTodos(1);
        client().sql().rows(u"UPDATE tusk.todo SET \"position\" = 'other'"_s);
        send(undo());
        QVERIFY(todo(1).isEmpty());
    }

    void shouldBringTodosOfADeletedListBackIntoTheInboxWhenTheListIsGone()
    {
        send(action(u"create"_s, {insertTodo(1, {{u"list_id"_s, listId(1)}})},
                    {insertNamed(listId(1), u"Garden"_s)}));
        const QJsonObject moved =
            action(u"move"_s, {updateTodo(1, {{u"list_id"_s, listId(1)}}, {{u"list_id"_s, QJsonValue()}})});
        send(moved);
        client().sql().rows(u"DELETE FROM tusk.list"_s);
        const QJsonObject answer = send(undo(idOf(moved)));
        QCOMPARE(answer.value(u"lists_gone"_s), QJsonArray({listId(1)}));
        QCOMPARE(todo(1).value(u"list_id"_s), QJsonValue());
    }

    void shouldSayWhichTodosAreGone()
    {
        createTodos(2);
        const QJsonObject request = action(u"complete"_s, {completeTodo(1), completeTodo(2)});
        send(request);
        client().sql().rows(u"DELETE FROM tusk.todo WHERE id = '%1'"_s.arg(todoId(1)));
        QCOMPARE(send(undo(idOf(request))).value(u"gone"_s), QJsonArray({todoId(1)}));
        QCOMPARE(todo(2).value(u"completed_at"_s), QJsonValue());
    }

    void shouldPassOverWhatChangedNothing()
    {
        createTodos(1);
        send(action(u"complete"_s, {completeTodo(1)}));
        send(action(u"edit"_s, {updateTodo(1, title(u"never"_s), title(u"conflict"_s))}));
        send(action(u"edit"_s, {updateTodo(9, title(u"gone"_s), title(u"gone"_s))}));
        send(undo());
        QCOMPARE(todo(1).value(u"completed_at"_s), QJsonValue());
    }

    void shouldRefuseToTakeBackADeletionForGood()
    {
        createTodos(1);
        const QJsonObject purge = action(u"purge"_s, {deleteTodo(1)});
        send(purge);
        QCOMPARE(send(undo(idOf(purge))).value(u"refused"_s), u"deleted_for_good"_s);
    }

    void shouldKnowWhatStandsAlongAChainOfUndos()
    {
        createTodos(1);
        const QJsonObject request = action(u"complete"_s, {completeTodo(1)});
        send(request);
        QString last = idOf(request);
        QStringList chain{last};
        for (int i = 1; i <= 6; ++i) {
            const QJsonObject next = undo(last);
            send(next);
            last = idOf(next);
            chain.append(last);
            QCOMPARE(todo(1).value(u"completed_at"_s).isNull(), i % 2 == 1);
            // Every other one stands, counted from the last
            for (int k = 0; k < chain.size(); ++k)
                QCOMPARE(
                    value(u"SELECT undone_by IS NULL FROM tusk.action WHERE id = '%1'"_s.arg(chain.at(k))),
                    (chain.size() - 1 - k) % 2 == 0 ? u"t"_s : u"f"_s);
        }
        // What stands in the end is taken back, nothing twice
        send(undo());
        QCOMPARE(todo(1).value(u"completed_at"_s), QJsonValue());
        QVERIFY(!todo(1).isEmpty());
    }

    void shouldKeepMomentsToTheMillisecond()
    {
        createTodos(1, {{u"completed_at"_s, u"2026-11-20T09:15:36.123Z"_s}});
        const QJsonObject before = todo(1);
        send(action(u"edit"_s, {deleteTodo(1)}));
        send(undo());
        QCOMPARE(todo(1), before);
    }
};

QTEST_GUILESS_MAIN(TestUndoing)
#include "tst_undoing.moc"
