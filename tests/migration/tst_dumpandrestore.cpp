// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

class TestDumpAndRestore final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldWorkAfterADumpAndARestore()
    {
        // Given a database in which things have happened
        send(action(u"create"_s,
                    {insertTodo(1, {{u"title"_s, u"Wäter the tomatoes 🎉"_s},
                                    {u"notes"_s, u"a\\b\t\n'$body$'"_s},
                                    {u"list_id"_s, listId(1)},
                                    {u"tags"_s, tagIds({1})}}),
                     insertTodo(2)},
                    {insertNamed(listId(1), u"Garden"_s)}, {insertNamed(tagId(1), u"home"_s)}));
        send(action(u"complete"_s, {completeTodo(2)}));
        client().sql().rows(u"UPDATE tusk.todo SET priority = 3 WHERE id = '%1'"_s.arg(todoId(1)));
        // When
        const auto copy = schema().server().createDatabase();
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"tusk.dump"_s);
        QCOMPARE(run(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, file, uri(settings())}), QString());
        QCOMPARE(run(u"pg_restore"_s, {u"--exit-on-error"_s, u"-d"_s, uri(copy), file}), QString());
        // Then everything is there
        TodoClient restored(copy);
        QCOMPARE(restored.everything(), client().everything());
        for (const auto *table : {"action", "change", "database", "migration", "todo_search", "todo"}) {
            const QString rows = u"SELECT string_agg(t::text, '|' ORDER BY t::text) FROM tusk.%1 t"_s.arg(
                QLatin1StringView(table));
            QCOMPARE(restored.value(rows), value(rows));
        }
        QCOMPARE(objectsOf(restored), objectsOf(client()));
        // And it works: the program finds nothing to do, searches, changes, takes back what was before the
        // dump
        const auto report = migrate(copy);
        QVERIFY(report);
        QVERIFY(report->applied.isEmpty());
        for (const auto *typed : {"water", "mato", "\xf0\x9f\x8e\x89"})
            QCOMPARE(restored.value(u"SELECT tusk.search_todos('%1', 9)"_s.arg(QString::fromUtf8(typed))),
                     todoId(1));
        restored.send(action(u"edit"_s, {updateTodo(1, {{u"priority"_s, 3}}, {{u"priority"_s, 1}})}));
        QCOMPARE(restored.todo(1).value(u"priority"_s), 1);
        restored.send(undo());
        QCOMPARE(restored.todo(1).value(u"priority"_s), 3);
        restored.send(undo());
        QCOMPARE(restored.todo(2).value(u"completed_at"_s), QJsonValue());
        // And what another program writes is logged, with versions that go on
        const qint64 newest = restored.value(u"SELECT max(version) FROM tusk.todo"_s).toLongLong();
        restored.sql().rows(u"UPDATE tusk.todo SET title = 'by hand' WHERE id = '%1'"_s.arg(todoId(2)));
        QCOMPARE_GT(restored.value(u"SELECT max(version) FROM tusk.todo"_s).toLongLong(), newest);
        QCOMPARE(restored.value(u"SELECT after->>'title' FROM tusk.change ORDER BY ordinal DESC LIMIT 1"_s),
                 u"by hand"_s);
        QCOMPARE(restored.value(u"SELECT tusk.search_todos('hand', 9)"_s), todoId(2));
    }

private:
    [[nodiscard]] static QString uri(const base::ConnectionSettings &settings)
    {
        return u"host='%1' port=%2 user=%3 dbname=%4"_s.arg(settings.host)
            .arg(settings.port)
            .arg(settings.user, settings.database);
    }

    // What it complained about; empty when it succeeded in silence.
    QString run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(schema().server().programs() + u'/' + program, arguments);
        if (!process.waitForFinished())
            return process.errorString();
        const QString output = QString::fromUtf8(process.readAll());
        return process.exitCode() == 0 ? output : u"exit code %1: %2"_s.arg(process.exitCode()).arg(output);
    }

    // Everything in the schema, as the server would write it, but for the brackets, which become fewer.
    static QList<QStringList> objectsOf(TodoClient &client)
    {
        return client.sql().rows(uR"(SELECT kind, name, translate(definition, '()', '') FROM (
            SELECT 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid) FROM pg_proc p
                WHERE p.pronamespace = 'tusk'::regnamespace AND p.prokind = 'f'
            UNION ALL SELECT 'trigger', tgname || tgrelid::regclass, pg_get_triggerdef(oid) FROM pg_trigger
                WHERE NOT tgisinternal
            UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'tusk'::regnamespace
            UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'tusk'
            UNION ALL SELECT 'comment', c.relname || d.objsubid, d.description FROM pg_description d
                JOIN pg_class c ON c.oid = d.objoid WHERE c.relnamespace = 'tusk'::regnamespace
            ) AS object(kind, name, definition) ORDER BY 1, 2, 3)"_s);
    }
};

QTEST_GUILESS_MAIN(TestDumpAndRestore)
#include "tst_dumpandrestore.moc"
