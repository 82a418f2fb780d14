// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <libpq-fe.h>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

// What another SQL client writes is logged, announced and can be taken back.
class TestOtherPrograms final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    // The seen value of an action has milliseconds: a moment with more would never be equal to it.
    void trap34_shouldNotTakeMicrosecondsOfAnotherProgramForAConflict()
    {
        createTodos(1);
        client().sql().rows(u"UPDATE tusk.todo SET completed_at = '2026-11-20 09:15:36.123456+00'"_s);
        const QJsonObject seen{{u"completed_at"_s, todo(1).value(u"completed_at"_s)}};
        const QJsonObject answer =
            send(action(u"reopen"_s, {updateTodo(1, seen, {{u"completed_at"_s, QJsonValue::Null}})}));
        QCOMPARE(answer.value(u"conflicts"_s), QJsonArray());
        QCOMPARE(todo(1).value(u"completed_at"_s), QJsonValue());
    }

    void shouldTakeBackWhatATransactionDid_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addRow("add") << u"INSERT INTO tusk.todo (title) VALUES ('by hand'), ('by foot')"_s;
        QTest::addRow("complete") << u"UPDATE tusk.todo SET completed_at = now()"_s;
        QTest::addRow("delete") << u"DELETE FROM tusk.todo"_s;
        QTest::addRow("delete a parent") << u"DELETE FROM tusk.todo WHERE id = '%1'"_s.arg(todoId(1));
        QTest::addRow("change everything")
            << u"UPDATE tusk.todo SET title = title || '!', notes = 'x', list_id = NULL, parent_id = NULL, "
               u"priority = 2, "
               "due_date = '2026-01-01', due_time = '10:00', due_zone = 'UTC', start_date = '2025-01-01', "
               "repeat = 'FREQ=DAILY', "
               "\"position\" = 'zV' || priority + 1, completed_at = now(), deleted_at = now(), created_at = '2000-01-01'"_s;
        QTest::addRow("change twice")
            << u"UPDATE tusk.todo SET title = 'a'; UPDATE tusk.todo SET title = 'b', priority = 1"_s;
        QTest::addRow("change and change back")
            << u"UPDATE tusk.todo SET title = 'a', priority = 3; UPDATE tusk.todo SET priority = 0"_s;
        QTest::addRow("add and delete")
            << u"INSERT INTO tusk.todo (title) VALUES ('x'); DELETE FROM tusk.todo WHERE title = 'x'; "
               "UPDATE tusk.todo SET priority = 1"_s;
        QTest::addRow("add and change")
            << u"INSERT INTO tusk.todo (title) VALUES ('x'); UPDATE tusk.todo SET title = 'y' WHERE title = 'x'"_s;
        QTest::addRow("change and delete") << u"UPDATE tusk.todo SET title = 'y'; DELETE FROM tusk.todo"_s;
        QTest::addRow("delete and add again")
            << u"DELETE FROM tusk.todo WHERE id = '%1'; INSERT INTO tusk.todo (id, title) VALUES ('%1', 'again')"_s
                   .arg(todoId(2));
        QTest::addRow("tag")
            << u"INSERT INTO tusk.todo_tag SELECT t.id, g.id FROM tusk.todo t, tusk.tag g ON CONFLICT DO NOTHING"_s;
        QTest::addRow("untag") << u"DELETE FROM tusk.todo_tag"_s;
        QTest::addRow("tag, untag, tag")
            << u"INSERT INTO tusk.todo_tag VALUES ('%1', '%2'); DELETE FROM tusk.todo_tag WHERE tag_id = "
               u"'%2'; "
               "INSERT INTO tusk.todo_tag VALUES ('%1', '%2')"_s.arg(todoId(1), tagId(2));
        QTest::addRow("untag and tag")
            << u"UPDATE tusk.todo SET priority = 1; DELETE FROM tusk.todo_tag; INSERT INTO tusk.todo_tag VALUES ('%1', '%2')"_s
                   .arg(todoId(1), tagId(1));
        QTest::addRow("exchange a tag") << u"UPDATE tusk.todo_tag SET tag_id = '%1'"_s.arg(tagId(2));
        QTest::addRow("delete a list") << u"DELETE FROM tusk.list"_s;
        QTest::addRow("rename a list")
            << u"UPDATE tusk.list SET name = 'Balcony', color = '#000000', archived_at = now(), \"position\" = 'x'"_s;
        QTest::addRow("delete a tag") << u"DELETE FROM tusk.tag"_s;
        QTest::addRow("rename a tag") << u"UPDATE tusk.tag SET name = name || '!', color = '#000000'"_s;
        QTest::addRow("new list and new todos in it")
            << u"INSERT INTO tusk.list (id, name) VALUES ('%1', 'new'); INSERT INTO tusk.todo (title, list_id) VALUES ('x', '%1')"_s
                   .arg(listId(7));
        QTest::addRow("all of it") << u"DELETE FROM tusk.todo; DELETE FROM tusk.list; DELETE FROM tusk.tag"_s;
        QTest::addRow("overwrite")
            << u"INSERT INTO tusk.todo (id, title) VALUES ('%1', 'x') ON CONFLICT (id) DO UPDATE SET title = excluded.title"_s
                   .arg(todoId(1));
    }
    void shouldTakeBackWhatATransactionDid()
    {
        QFETCH(const QString, sql);
        send(action(u"create"_s,
                    {insertTodo(1, {{u"list_id"_s, listId(1)}, {u"tags"_s, tagIds({1})}}),
                     insertTodo(2, {{u"parent_id"_s, todoId(1)}})},
                    {insertNamed(listId(1), u"Garden"_s, {{u"position"_s, u"V"_s}})},
                    {insertNamed(tagId(1), u"home"_s, {{u"position"_s, u"V"_s}}),
                     insertNamed(tagId(2), u"week"_s, {{u"position"_s, u"W"_s}})}));
        const QJsonObject before = client().everything();
        client().sql().rows(u"BEGIN; %1; COMMIT"_s.arg(sql));
        const QJsonObject after = client().everything();
        QVERIFY(after != before);
        const QString external = value(u"SELECT id FROM tusk.action WHERE kind = 'external'"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"2"_s);

        const QJsonObject answer = send(undo(external));
        QCOMPARE(client().everything(), before);
        QCOMPARE(answer.value(u"conflicts"_s), QJsonArray());
        QCOMPARE(answer.value(u"gone"_s), QJsonArray());
        send(redo());
        QCOMPARE(client().everything(), after);
    }

    void shouldAnnounceATransactionOnce()
    {
        TodoClient listener(settings(), 2);
        listener.sql().rows(u"LISTEN tusk"_s);
        client().sql().rows(
            u"BEGIN; INSERT INTO tusk.todo (title) VALUES ('a'); INSERT INTO tusk.list (name) VALUES ('b'); COMMIT"_s);
        listener.sql().rows(u"SELECT 1"_s);
        QStringList payloads;
        while (PGnotify *notice = PQnotifies(listener.sql().handle())) {
            payloads.append(QString::fromUtf8(notice->extra));
            PQfreemem(notice);
        }
        QCOMPARE(payloads, QStringList(value(u"SELECT id FROM tusk.action"_s)));
    }

    void shouldLogNothingOfWhatChangedNothing()
    {
        createTodos(1);
        const QString logged = value(u"SELECT count(*) FROM tusk.change"_s);
        client().sql().rows(
            u"UPDATE tusk.todo SET title = title; UPDATE tusk.todo SET title = 'x' WHERE false; DELETE FROM "
            u"tusk.todo WHERE false; "
            "INSERT INTO tusk.todo (title) SELECT 'x' WHERE false; UPDATE tusk.list SET name = 'x'"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.change"_s), logged);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);
    }

    void shouldLogNothingWhereItIsTurnedOffForATransaction()
    {
        client().sql().rows(
            u"BEGIN; SET LOCAL tusk.log = off; INSERT INTO tusk.todo (id, title) VALUES ('%1', 'a'); UPDATE "
            u"tusk.todo SET title = 'b'; "
            "INSERT INTO tusk.tag (id, name) VALUES ('%2', 't'); INSERT INTO tusk.todo_tag VALUES ('%1', '%2'); DELETE FROM tusk.tag; COMMIT"_s
                .arg(todoId(1), tagId(1)));
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"0"_s);
        client().sql().rows(u"UPDATE tusk.todo SET title = 'c'"_s);
        QCOMPARE(value(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);
    }

    void shouldLogSavepointsThatWereRolledBackAsIfTheyHadNotBeen()
    {
        client().sql().rows(
            u"BEGIN; SAVEPOINT a; INSERT INTO tusk.todo (title) VALUES ('x'); ROLLBACK TO a; INSERT INTO tusk.todo (title) VALUES ('y'); COMMIT"_s);
        QCOMPARE(
            value(
                u"SELECT string_agg(after->>'title', ',') FROM tusk.change c JOIN tusk.action a ON a.id = c.action_id"_s),
            u"y"_s);
    }

    void shouldCountTransactionsApart()
    {
        client().sql().rows(u"INSERT INTO tusk.todo (title) VALUES ('x')"_s);
        client().sql().rows(u"INSERT INTO tusk.todo (title) VALUES ('y')"_s);
        QCOMPARE(
            value(
                u"SELECT count(DISTINCT transaction) FROM tusk.action WHERE kind = 'external' AND installation IS NULL"_s),
            u"2"_s);
    }

    void shouldShowTodosWithTheirNames()
    {
        send(action(
            u"create"_s,
            {insertTodo(1, {{u"list_id"_s, listId(1)}, {u"tags"_s, tagIds({1, 2})}, {u"priority"_s, 3}}),
             insertTodo(2, done()), insertTodo(3, trashed())},
            {insertNamed(listId(1), u"Garden"_s)},
            {insertNamed(tagId(1), u"week"_s), insertNamed(tagId(2), u"home"_s)}));
        QCOMPARE(client().sql().rows(u"SELECT title, list, tags, priority, state FROM tusk.todo_overview"_s),
                 QList<QStringList>({{u"Todo 1"_s, u"Garden"_s, u"home, week"_s, u"high"_s, u"open"_s},
                                     {u"Todo 2"_s, u"Inbox"_s, QString(), u"none"_s, u"completed"_s},
                                     {u"Todo 3"_s, u"Inbox"_s, QString(), u"none"_s, u"in the trash"_s}}));
    }

    void shouldBeQuickWithManyRowsAfterAFew_data()
    {
        QTest::addColumn<QString>("few");
        QTest::addColumn<QString>("many");
        QTest::addRow("change") << u"UPDATE tusk.todo SET priority = 1"_s
                                << u"UPDATE tusk.todo SET priority = 2"_s;
        QTest::addRow("rename") << u"UPDATE tusk.todo SET title = 'a'"_s
                                << u"UPDATE tusk.todo SET title = 'b'"_s;
        QTest::addRow("tag") << u"INSERT INTO tusk.todo_tag SELECT id, '%1' FROM tusk.todo"_s.arg(tagId(1))
                             << u"INSERT INTO tusk.todo_tag SELECT id, '%1' FROM tusk.todo"_s.arg(tagId(2));
        QTest::addRow("delete") << u"DELETE FROM tusk.todo"_s << u"DELETE FROM tusk.todo"_s;
    }
    void shouldBeQuickWithManyRowsAfterAFew()
    {
        QFETCH(const QString, few);
        QFETCH(const QString, many);
        // Given a session that made its plans when the server knew of a single todo
        send(action(u"create"_s, {insertTodo(1)}, {},
                    {insertNamed(tagId(1), u"home"_s), insertNamed(tagId(2), u"week"_s)}));
        analyze();
        client().sql().rows(few);
        TodoClient fresh(settings(), 2);
        QJsonArray todos;
        for (int number = 2; number <= 3000; ++number)
            todos.append(insertTodo(number));
        fresh.send(action(u"create"_s, todos));
        // When
        const qint64 here = timeOf(client(), many);
        analyze();
        const qint64 there = timeOf(fresh, many);
        // Then: to look at each row for each row would be millions of times
        qInfo("3,000 todos: %lld ms, in a session that begins with it: %lld ms", here, there);
        QCOMPARE_LT(here, 4 * there + 100);
    }

private:
    static qint64 timeOf(TodoClient &who, const QString &sql)
    {
        const qint64 before = who.processorTime();
        who.sql().rows(u"BEGIN; %1; ROLLBACK"_s.arg(sql));
        return who.processorTime() - before;
    }
};

QTEST_GUILESS_MAIN(TestOtherPrograms)
#include "tst_otherprograms.moc"
