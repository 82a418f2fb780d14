// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <libpq-fe.h>

#include <QElapsedTimer>

#include <future>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

// The answer but for what depends on the moment.
QJsonObject rowsOf(const QJsonObject &answer, const QString &entity)
{
    QJsonObject rows;
    for (const QJsonValue &row : answer.value(entity).toArray())
        rows.insert(row[u"id"_s].toString(), row);
    return rows;
}

QJsonArray changesOf(const QJsonObject &answer)
{
    return answer.value(u"actions"_s)[0][u"changes"_s].toArray();
}

} // namespace

class TestApplyAction final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldCreateATodoWithAllItsFields()
    {
        send(action(u"edit_lists"_s, {}, {insertNamed(listId(1), u"Garden"_s)},
                    {insertNamed(tagId(1), u"home"_s), insertNamed(tagId(2), u"week"_s)}));
        createTodos(1);
        const QJsonObject due{
            {u"date"_s, u"2026-12-24"_s}, {u"time"_s, u"17:30:00"_s}, {u"zone"_s, u"Europe/Berlin"_s}};
        const QJsonObject start{
            {u"date"_s, u"2026-12-01"_s}, {u"time"_s, QJsonValue()}, {u"zone"_s, QJsonValue()}};
        const QJsonObject fields{{u"title"_s, u"Water"_s},
                                 {u"notes"_s, u"# All of them"_s},
                                 {u"list_id"_s, listId(1)},
                                 {u"parent_id"_s, todoId(1)},
                                 {u"priority"_s, 3},
                                 {u"due"_s, due},
                                 {u"start"_s, start},
                                 {u"repeat"_s, u"FREQ=DAILY"_s},
                                 {u"position"_s, u"Vx"_s},
                                 {u"completed_at"_s, u"2026-11-20T09:15:36.614Z"_s},
                                 {u"deleted_at"_s, u"2026-11-21T09:15:36.600Z"_s},
                                 {u"created_at"_s, u"2026-11-19T09:15:36.000Z"_s},
                                 {u"tags"_s, tagIds({1, 2})}};
        const QJsonObject answer = send(action(u"create"_s, {insertTodo(2, fields)}));

        QJsonObject expected = fields;
        expected.insert(u"import_id"_s, QJsonValue());
        QCOMPARE(todo(2), expected);
        const QJsonObject row = rowsOf(answer, u"todos"_s).value(todoId(2)).toObject();
        QCOMPARE(row.value(u"title"_s), u"Water"_s);
        QCOMPARE(row.value(u"due_date"_s), u"2026-12-24"_s);
        QCOMPARE(row.value(u"due_time"_s), u"17:30:00"_s);
        QCOMPARE(row.value(u"tags"_s), tagIds({1, 2}));
        QCOMPARE_GT(row.value(u"version"_s).toInteger(), 0);
    }

    void shouldCreateManyInTheirOrderWithTheirParents()
    {
        send(action(u"create"_s,
                    {insertTodo(2, {{u"parent_id"_s, todoId(3)}}), insertTodo(3), insertTodo(1)}));
        QCOMPARE(todo(2).value(u"parent_id"_s), todoId(3));
        QCOMPARE(value(u"SELECT string_agg(title, ',' ORDER BY \"position\") FROM tusk.todo"_s),
                 u"Todo 1,Todo 2,Todo 3"_s);
    }

    void shouldPutATodoWhoseListIsGoneIntoTheInbox()
    {
        send(action(u"create"_s, {insertTodo(1, {{u"list_id"_s, listId(9)},
                                                 {u"parent_id"_s, todoId(9)},
                                                 {u"tags"_s, tagIds({9})}})}));
        QCOMPARE(todo(1).value(u"list_id"_s), QJsonValue());
        QCOMPARE(todo(1).value(u"parent_id"_s), QJsonValue());
        QCOMPARE(todo(1).value(u"tags"_s), QJsonArray());
    }

    void shouldEdit()
    {
        createTodos(1);
        const QJsonObject answer =
            send(action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"Todo one"_s))}));
        QCOMPARE(todo(1).value(u"title"_s), u"Todo one"_s);
        QCOMPARE(answer.value(u"conflicts"_s), QJsonArray());
        QCOMPARE(answer.value(u"gone"_s), QJsonArray());
        QCOMPARE(answer.value(u"lists_gone"_s), QJsonArray());
        const QJsonObject change = changesOf(answer).first().toObject();
        QCOMPARE(change.value(u"entity"_s), u"todo"_s);
        QCOMPARE(change.value(u"op"_s), u"update"_s);
        QCOMPARE(change.value(u"id"_s), todoId(1));
        QCOMPARE(change.value(u"before"_s).toObject(), title(u"Todo 1"_s));
        QCOMPARE(change.value(u"after"_s).toObject(), title(u"Todo one"_s));
    }

    void shouldCompleteAndReopen()
    {
        createTodos(2);
        send(action(u"complete"_s, {completeTodo(1), completeTodo(2)}));
        QCOMPARE(todo(1).value(u"completed_at"_s), QLatin1StringView(someInstant));
        send(action(u"reopen"_s, {updateTodo(1, done(), open())}));
        QCOMPARE(todo(1).value(u"completed_at"_s), QJsonValue());
        QCOMPARE(todo(2).value(u"completed_at"_s), QLatin1StringView(someInstant));
    }

    void shouldMoveToAListAndBackToTheInbox()
    {
        createTodos(1);
        send(action(u"edit_lists"_s, {}, {insertNamed(listId(1), u"Garden"_s)}));
        const QJsonObject inInbox{{u"list_id"_s, QJsonValue()}};
        const QJsonObject inGarden{{u"list_id"_s, listId(1)}};
        send(action(u"move"_s, {updateTodo(1, inInbox, inGarden)}));
        QCOMPARE(todo(1).value(u"list_id"_s), listId(1));
        send(action(u"move"_s, {updateTodo(1, inGarden, inInbox)}));
        QCOMPARE(todo(1).value(u"list_id"_s), QJsonValue());
    }

    void shouldWriteOnlyTheMovedRowWhenReordering()
    {
        createTodos(3);
        const QString versions =
            u"SELECT string_agg(version::text, ',' ORDER BY id) FROM tusk.todo WHERE id <> '%1'"_s.arg(
                todoId(3));
        const QString before = value(versions);
        send(action(u"reorder"_s, {updateTodo(3, {{u"position"_s, u"000000003V"_s}},
                                              {{u"position"_s, u"000000001Vk"_s}})}));
        QCOMPARE(value(u"SELECT string_agg(title, ',' ORDER BY \"position\") FROM tusk.todo"_s),
                 u"Todo 1,Todo 3,Todo 2"_s);
        QCOMPARE(value(versions), before);
    }

    void shouldTrashAndRestore()
    {
        createTodos(1);
        send(action(u"trash"_s, {updateTodo(1, kept(), trashed())}));
        QCOMPARE(todo(1).value(u"deleted_at"_s), QLatin1StringView(someInstant));
        send(action(u"restore"_s, {updateTodo(1, trashed(), kept())}));
        QCOMPARE(todo(1).value(u"deleted_at"_s), QJsonValue());
    }

    void shouldPurge()
    {
        createTodos(2);
        const QJsonObject answer = send(action(u"purge"_s, {deleteTodo(1)}));
        QVERIFY(todo(1).isEmpty());
        QVERIFY(!todo(2).isEmpty());
        QCOMPARE(changesOf(answer).first()[u"op"_s], u"delete"_s);
        QCOMPARE(answer.value(u"todos"_s), QJsonArray());
    }

    void shouldMergeTodosInOneAction()
    {
        send(action(u"edit_lists"_s, {}, {}, {insertNamed(tagId(1), u"home"_s)}));
        createTodos(2);
        send(action(u"merge"_s, {updateTodo(1, {{u"notes"_s, u""_s}, {u"tags"_s, QJsonArray()}},
                                            {{u"notes"_s, u"# Todo 2"_s}, {u"tags"_s, tagIds({1})}}),
                                 updateTodo(2, kept(), trashed())}));
        QCOMPARE(todo(1).value(u"notes"_s), u"# Todo 2"_s);
        QCOMPARE(todo(1).value(u"tags"_s), tagIds({1}));
        QCOMPARE(todo(2).value(u"deleted_at"_s), QLatin1StringView(someInstant));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action WHERE kind = 'merge'"_s), u"1"_s);
    }

    void shouldMakeChangeAndDeleteLists()
    {
        const QJsonObject made = send(action(
            u"edit_lists"_s, {},
            {insertNamed(listId(1), u"Garden"_s, {{u"color"_s, u"#00aa00"_s}, {u"position"_s, u"V"_s}})}));
        QCOMPARE(rowsOf(made, u"lists"_s).value(listId(1))[u"color"_s], u"#00aa00"_s);
        send(action(
            u"edit_lists"_s, {},
            {updateNamed(listId(1), {{u"name"_s, u"Garden"_s}, {u"archived_at"_s, QJsonValue()}},
                         {{u"name"_s, u"Balcony"_s}, {u"archived_at"_s, QLatin1StringView(someInstant)}})}));
        const QJsonObject list = client().object(u"SELECT tusk.list_row(l) FROM tusk.list l"_s);
        QCOMPARE(list.value(u"name"_s), u"Balcony"_s);
        QCOMPARE(list.value(u"color"_s), u"#00aa00"_s);
        QCOMPARE(list.value(u"archived_at"_s), QLatin1StringView(someInstant));
        send(action(u"edit_lists"_s, {}, {deleteNamed(listId(1))}));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.list"_s), u"0"_s);
    }

    void shouldKeepTheTodosOfADeletedList_data()
    {
        QTest::addColumn<bool>("trash");
        QTest::addRow("in the Inbox") << false;
        QTest::addRow("in the Trash") << true;
    }
    void shouldKeepTheTodosOfADeletedList()
    {
        QFETCH(const bool, trash);
        send(action(u"create"_s, {insertTodo(1, {{u"list_id"_s, listId(1)}}), insertTodo(2)},
                    {insertNamed(listId(1), u"Garden"_s)}));
        QCOMPARE(todo(1).value(u"list_id"_s), listId(1));
        QJsonObject deletion = deleteNamed(listId(1));
        deletion.insert(u"trash_todos"_s, trash);
        const QJsonObject answer = send(action(u"edit_lists"_s, {}, {deletion}));
        QCOMPARE(todo(1).value(u"list_id"_s), QJsonValue());
        QCOMPARE(!todo(1).value(u"deleted_at"_s).isNull(), trash);
        QCOMPARE(todo(2).value(u"deleted_at"_s), QJsonValue());
        QCOMPARE(rowsOf(answer, u"todos"_s).keys(), QStringList(todoId(1)));
    }

    void shouldGiveAFreeNameWhereTheWantedOneIsTaken()
    {
        const QJsonObject answer =
            send(action(u"edit_lists"_s, {},
                        {insertNamed(listId(1), u"Home"_s), insertNamed(listId(2), u"home"_s),
                         insertNamed(listId(3), u"HOME"_s)},
                        {insertNamed(tagId(1), u"home"_s), insertNamed(tagId(2), u"Home"_s)}));
        QCOMPARE(rowsOf(answer, u"lists"_s).value(listId(2))[u"name"_s], u"home (2)"_s);
        QCOMPARE(rowsOf(answer, u"lists"_s).value(listId(3))[u"name"_s], u"HOME (3)"_s);
        QCOMPARE(rowsOf(answer, u"tags"_s).value(tagId(2))[u"name"_s], u"Home (2)"_s);
        // Its own name is free to itself
        send(action(u"edit_lists"_s, {},
                    {updateNamed(listId(2), {{u"name"_s, u"home (2)"_s}}, {{u"name"_s, u"Home (2)"_s}})}));
        QCOMPARE(value(u"SELECT name FROM tusk.list WHERE id = '%1'"_s.arg(listId(2))), u"Home (2)"_s);
    }

    void shouldGiveFreeNamesToTwoAtTheSameMoment()
    {
        // Given one that has not committed yet
        TodoClient other(settings(), 2);
        other.sql().rows(u"BEGIN"_s);
        other.send(action(u"edit_lists"_s, {}, {insertNamed(listId(1), u"Home"_s)}));
        auto later = std::async(std::launch::async, [this] {
            send(action(u"edit_lists"_s, {}, {insertNamed(listId(2), u"Home"_s)}));
        });
        QTRY_VERIFY_WITH_TIMEOUT(isSomebodyWaiting(), patience);
        other.sql().rows(u"COMMIT"_s);
        later.get();
        QCOMPARE(value(u"SELECT string_agg(name, ',' ORDER BY id) FROM tusk.list"_s), u"Home,Home (2)"_s);
    }

    void shouldMakeChangeAndDeleteTags()
    {
        send(action(u"edit_lists"_s, {}, {}, {insertNamed(tagId(1), u"home"_s)}));
        send(action(u"create"_s, {insertTodo(1, {{u"tags"_s, tagIds({1})}})}));
        send(action(u"edit_lists"_s, {}, {},
                    {updateNamed(tagId(1), {{u"name"_s, u"home"_s}, {u"color"_s, u""_s}},
                                 {{u"name"_s, u"house"_s}, {u"color"_s, u"#112233"_s}})}));
        QCOMPARE(value(u"SELECT name || color FROM tusk.tag"_s), u"house#112233"_s);
        const QJsonObject answer = send(action(u"edit_lists"_s, {}, {}, {deleteNamed(tagId(1))}));
        QCOMPARE(todo(1).value(u"tags"_s), QJsonArray());
        QCOMPARE(rowsOf(answer, u"todos"_s).value(todoId(1))[u"tags"_s], QJsonArray());
    }

    void trap12_shouldDoNothingTheSecondTimeAndAnswerTheSame_data()
    {
        QTest::addColumn<QJsonObject>("request");
        QTest::addRow("create") << action(u"create"_s, {insertTodo(3)});
        QTest::addRow("edit") << action(u"edit"_s, {updateTodo(1, title(u"Todo 1"_s), title(u"other"_s))});
        QTest::addRow("conflict") << action(u"edit"_s, {updateTodo(1, title(u"seen"_s), title(u"other"_s))});
        QTest::addRow("gone") << action(u"edit"_s, {updateTodo(9, title(u"seen"_s), title(u"other"_s))});
        QTest::addRow("complete") << action(u"complete"_s, {completeTodo(1), completeTodo(2)});
        QTest::addRow("move") << action(
            u"move"_s, {updateTodo(1, {{u"list_id"_s, QJsonValue()}}, {{u"list_id"_s, listId(9)}})});
        QTest::addRow("tag") << action(
            u"edit"_s, {updateTodo(1, {{u"tags"_s, QJsonArray()}}, {{u"tags"_s, tagIds({1})}})});
        QTest::addRow("purge") << action(u"purge"_s, {deleteTodo(1)});
        QTest::addRow("lists") << action(u"edit_lists"_s, {}, {insertNamed(listId(1), u"Home"_s)});
        QTest::addRow("undo the newest") << undo();
    }
    void trap12_shouldDoNothingTheSecondTimeAndAnswerTheSame()
    {
        QFETCH(const QJsonObject, request);
        send(action(u"edit_lists"_s, {}, {}, {insertNamed(tagId(1), u"home"_s)}));
        createTodos(2);
        const QJsonObject first = send(request);
        const QJsonObject after = client().everything();
        const QString logged = value(u"SELECT count(*) FROM tusk.change"_s);
        QCOMPARE(send(request), first);
        QCOMPARE(client().everything(), after);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.change"_s), logged);
    }

    void trap12_shouldDoItOnceWhenTwoSendItTogether()
    {
        createTodos(1);
        const QJsonObject request = action(u"create"_s, {insertTodo(2)});
        // Given one connection that has not committed when its twin arrives
        TodoClient twin(settings());
        twin.sql().rows(u"BEGIN"_s);
        const QJsonObject first = twin.send(request);
        auto second = std::async(std::launch::async, [this, &request] { return send(request); });
        QTRY_VERIFY_WITH_TIMEOUT(isSomebodyWaiting(), patience);
        twin.sql().rows(u"COMMIT"_s);
        QCOMPARE(second.get(), first);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.todo"_s), u"2"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"2"_s);
    }

    void shouldDoItWhenTheFirstAttemptWasRolledBack()
    {
        const QJsonObject request = action(u"create"_s, {insertTodo(1)});
        client().sql().rows(u"BEGIN"_s);
        send(request);
        client().sql().rows(u"ROLLBACK"_s);
        send(request);
        QVERIFY(!todo(1).isEmpty());
    }

    void shouldRefuseAsAWholeWhatBreaksARule_data()
    {
        QTest::addColumn<QJsonObject>("bad");
        QTest::addRow("blank title") << insertTodo(2, title(u" "_s));
        QTest::addRow("long title") << insertTodo(2, title(QString(501, u'x')));
        QTest::addRow("NUL, trap 38") << insertTodo(2, title(QString(u"a\0b"_s)));
        const QJsonObject day{{u"date"_s, u"2026-02-30"_s}};
        QTest::addRow("no such day") << insertTodo(2, {{u"due"_s, QJsonValue(day)}});
        QTest::addRow("malformed id") << deleteNamed(u"12"_s);
        QTest::addRow("edit to blank") << updateTodo(1, title(u"Todo 1"_s), title(QString()));
    }
    void shouldRefuseAsAWholeWhatBreaksARule()
    {
        QFETCH(const QJsonObject, bad);
        createTodos(1);
        const QJsonObject before = client().everything();
        const QJsonObject request = action(u"edit"_s, {completeTodo(1), bad});
        QVERIFY(!client().failureOf(request).isEmpty());
        QCOMPARE(client().everything(), before);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);
    }

    void trap38_shouldKeepEveryLetter()
    {
        const QString text = u"👩‍👩‍👧 \u202Eשלום\u202C \"'\\ \t \u0301 日本 %s ''"_s;
        send(action(u"create"_s, {insertTodo(1, {{u"title"_s, text}, {u"notes"_s, QString(text + u'\n')}})}));
        QCOMPARE(todo(1).value(u"title"_s), text);
        QCOMPARE(todo(1).value(u"notes"_s), QString(text + u'\n'));
    }

    void shouldAnnounceEachActionOnce()
    {
        TodoClient listener(settings(), 2);
        listener.sql().rows(u"LISTEN tusk"_s);
        const QJsonObject request = action(u"create"_s, {insertTodo(1)});
        send(request);
        send(request);
        QCOMPARE(send(undo(todoId(1))).value(u"refused"_s), u"unknown_action"_s);
        QCOMPARE(noticesOf(listener), QStringList(request.value(u"id"_s).toString()));
    }

    void shouldAnswerWithVersionsInsteadOfManyRows()
    {
        createTodos(101);
        QJsonArray hundred;
        for (int number = 1; number <= 100; ++number)
            hundred.append(completeTodo(number));
        const QJsonObject rows = send(action(u"complete"_s, hundred));
        QCOMPARE(rows.value(u"todos"_s).toArray().size(), 100);
        QVERIFY(!rows.contains(u"versions"_s));
        QJsonArray more;
        for (int number = 1; number <= 101; ++number)
            more.append(updateTodo(number, kept(), trashed()));
        const QJsonObject versions = send(action(u"trash"_s, more));
        QVERIFY(!versions.contains(u"todos"_s));
        QCOMPARE(versions.value(u"versions"_s).toObject().size(), 101);
        QCOMPARE(QString::number(versions.value(u"versions"_s)[todoId(7)].toInteger()),
                 value(u"SELECT version FROM tusk.todo WHERE id = '%1'"_s.arg(todoId(7))));
        QCOMPARE(changesOf(versions).size(), 101);
    }

    void shouldNotShowLongNotesInItsAnswer()
    {
        createTodos(1);
        const QJsonObject answer =
            send(action(u"edit"_s, {updateTodo(1, notes(QString()), notes(QString(100'000, u'x')))}));
        QCOMPARE(changesOf(answer).first()[u"after"_s].toObject(), QJsonObject());
        QCOMPARE(answer.value(u"todos"_s)[0][u"notes"_s].toString().size(), 1000);
        QCOMPARE(value(u"SELECT length(after->>'notes') FROM tusk.change ORDER BY ordinal DESC LIMIT 1"_s),
                 u"100000"_s);
    }

    void shouldBeQuickWithManyTodosAfterAFew_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("base");
        QTest::addColumn<QJsonObject>("wanted");
        QTest::addRow("complete") << u"complete"_s << open() << done();
        QTest::addRow("tag") << u"edit"_s << QJsonObject{{u"tags"_s, QJsonArray()}}
                             << QJsonObject{{u"tags"_s, tagIds({1})}};
        QTest::addRow("rename") << u"edit"_s << title(u"Todo"_s) << title(u"other"_s);
        QTest::addRow("move") << u"move"_s << QJsonObject{{u"list_id"_s, QJsonValue()}}
                              << QJsonObject{{u"list_id"_s, listId(1)}};
    }
    void shouldBeQuickWithManyTodosAfterAFew()
    {
        QFETCH(const QString, kind);
        QFETCH(const QJsonObject, base);
        QFETCH(const QJsonObject, wanted);
        const auto change = [&](int from, int to) {
            QJsonArray todos;
            for (int number = from; number <= to; ++number)
                todos.append(updateTodo(number, base, wanted));
            return action(kind, todos);
        };
        // Given a session that made its plans when the server knew of two todos
        send(action(u"create"_s, {insertTodo(1, title(u"Todo"_s)), insertTodo(2, title(u"Todo"_s))},
                    {insertNamed(listId(1), u"Garden"_s)}, {insertNamed(tagId(1), u"home"_s)}));
        analyze();
        send(change(1, 1));
        QElapsedTimer clock;
        clock.start();
        send(change(2, 2));
        const qint64 one = clock.nsecsElapsed() / 1000;
        // When there are many more
        QJsonArray todos;
        for (int number = 3; number <= 3000; ++number)
            todos.append(insertTodo(number, title(u"Todo"_s)));
        send(action(u"create"_s, todos));
        const qint64 here = timeOf(client(), change(1001, 2000)) + timeOf(client(), undo());
        analyze();
        TodoClient fresh(settings(), 2);
        const qint64 there = timeOf(fresh, change(2001, 3000)) + timeOf(fresh, undo());
        // Then: to look at each todo for each todo would be a million times
        qInfo("1 todo: %lld us; 1,000 and their undo: %lld ms, in a session that begins with it: %lld ms",
              one, here, there);
        QCOMPARE_LT(here, 4 * there + 100);
    }

    void shouldLeaveNothingInTheSession()
    {
        createTodos(1);
        send(action(u"complete"_s, {completeTodo(1)}));
        QCOMPARE(
            value(
                u"SELECT current_setting('tusk.action') || current_setting('jit') || current_setting('enable_nestloop')"_s),
            u"onon"_s);
    }

private:
    static qint64 timeOf(TodoClient &who, const QJsonObject &request)
    {
        const qint64 before = who.processorTime();
        who.send(request);
        return who.processorTime() - before;
    }

    static QStringList noticesOf(TodoClient &listener)
    {
        listener.sql().rows(u"SELECT 1"_s);
        QStringList payloads;
        while (PGnotify *notice = PQnotifies(listener.sql().handle())) {
            payloads.append(QString::fromUtf8(notice->extra));
            PQfreemem(notice);
        }
        return payloads;
    }
};

QTEST_GUILESS_MAIN(TestApplyAction)
#include "tst_applyaction.moc"
