// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <QSet>

#include <algorithm>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

QString idOf(const QJsonObject &request)
{
    return request.value(u"id"_s).toString();
}

// A client that was told something, and asks for what came after.
class Reader final
{
public:
    explicit Reader(const base::ConnectionSettings &settings)
        : m_client(settings, 9)
        , m_snapshot(m_client.value(u"SELECT pg_snapshot_xmin(pg_current_snapshot())"_s))
    {
    }

    QJsonObject ask()
    {
        const QJsonObject answer = m_client.object(u"SELECT tusk.changes_since('%1')"_s.arg(m_snapshot));
        m_snapshot = answer.value(u"snapshot"_s).toVariant().toString();
        for (const QJsonValue &action : answer.value(u"actions"_s).toArray())
            m_seen.insert(action[u"id"_s].toString());
        return answer;
    }

    [[nodiscard]] QSet<QString> seen() const { return m_seen; }
    void askNextWith(const QString &snapshot) { m_snapshot = snapshot; }

private:
    TodoClient m_client;
    QString m_snapshot;
    QSet<QString> m_seen;
};

} // namespace

class TestCatchingUp final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldTellWhatHappenedSince()
    {
        createTodos(2);
        Reader reader(settings());
        const QJsonObject request =
            action(u"complete"_s, {completeTodo(1)}, {insertNamed(listId(1), u"Garden"_s)},
                   {insertNamed(tagId(1), u"home"_s)});
        send(request);
        client().sql().rows(u"UPDATE tusk.todo SET title = 'by hand' WHERE id = '%1'"_s.arg(todoId(2)));

        const QJsonObject answer = reader.ask();
        const QJsonArray actions = answer.value(u"actions"_s).toArray();
        QCOMPARE(actions.size(), 2);
        QCOMPARE(actions.at(0)[u"id"_s], idOf(request));
        QCOMPARE(actions.at(0)[u"changes"_s].toArray().size(), 3);
        QCOMPARE(actions.at(1)[u"kind"_s], u"external"_s);
        QCOMPARE(actions.at(1)[u"changes"_s][0][u"after"_s].toObject(), title(u"by hand"_s));
        QCOMPARE(answer.value(u"todos"_s).toArray().size(), 2);
        QCOMPARE(answer.value(u"lists"_s)[0][u"name"_s], u"Garden"_s);
        QCOMPARE(answer.value(u"tags"_s)[0][u"name"_s], u"home"_s);
        QCOMPARE(answer.value(u"complete"_s), true);
        QCOMPARE(answer.value(u"database"_s).toString(), value(u"SELECT id FROM tusk.database"_s));
        // And then no more
        QCOMPARE(reader.ask().value(u"actions"_s), QJsonArray());
    }

    void trap22_shouldNotMissATransactionThatBeganFirstAndCommittedLast()
    {
        Reader reader(settings());
        TodoClient slow(settings(), 2);
        const QJsonObject first = action(u"create"_s, {insertTodo(1)});
        slow.sql().rows(u"BEGIN"_s);
        slow.send(first);
        const QJsonObject second = action(u"create"_s, {insertTodo(2)});
        send(second);

        reader.ask();
        QCOMPARE(reader.seen(), QSet<QString>({idOf(second)}));
        slow.sql().rows(u"COMMIT"_s);
        reader.ask();
        QCOMPARE(reader.seen(), QSet<QString>({idOf(first), idOf(second)}));
        // The number alone would have missed it
        QVERIFY(value(u"SELECT sequence FROM tusk.action WHERE id = '%1'"_s.arg(idOf(first))).toInt() <
                value(u"SELECT sequence FROM tusk.action WHERE id = '%1'"_s.arg(idOf(second))).toInt());
    }

    void shouldMissNothingHoweverThreeTransactionsInterleave()
    {
        std::array clients{TodoClient(settings(), 2), TodoClient(settings(), 3), TodoClient(settings(), 4)};
        // Each number twice: its first time is BEGIN and the action, its second COMMIT.
        QList<int> events{0, 0, 1, 1, 2, 2};
        int orders = 0;
        do {
            Reader reader(settings());
            QSet<QString> sent;
            QSet<int> begun;
            for (const int who : events) {
                TodoClient &actor = clients.at(static_cast<std::size_t>(who));
                if (begun.contains(who)) {
                    actor.sql().rows(u"COMMIT"_s);
                } else {
                    begun.insert(who);
                    const QJsonObject request = action(u"create"_s, {insertTodo(orders * 3 + who + 1)});
                    sent.insert(idOf(request));
                    actor.sql().rows(u"BEGIN"_s);
                    actor.send(request);
                }
                reader.ask();
            }
            QCOMPARE(reader.seen(), sent);
            ++orders;
        } while (std::next_permutation(events.begin(), events.end()));
        QCOMPARE(orders, 90);
    }

    void shouldTellOnlyVersionsOfVeryManyTodos()
    {
        Reader reader(settings());
        createTodos(2001);
        const QJsonObject answer = reader.ask();
        QVERIFY(!answer.contains(u"todos"_s));
        QCOMPARE(answer.value(u"versions"_s).toObject().size(), 2001);
    }

    void shouldSayWhenTheLogWasPrunedPastTheQuestion()
    {
        Reader away(settings());
        createTodos(1);
        Reader there(settings());
        client().sql().rows(u"UPDATE tusk.action SET applied_at = now() - interval '91 days'"_s);
        send(action(u"complete"_s, {completeTodo(1)}));
        QCOMPARE(away.ask().value(u"complete"_s), false);
        QCOMPARE(there.ask().value(u"complete"_s), true);
        // Having read everything anew it is up to date again
        QCOMPARE(away.ask().value(u"complete"_s), true);
    }

    void shouldSayWhenTheQuestionWasMeantForAnotherServer()
    {
        Reader reader(settings());
        reader.askNextWith(u"4000000000"_s);
        QCOMPARE(reader.ask().value(u"complete"_s), false);
    }

    void shouldNotTellWhatADumpOfAnotherServerBrought()
    {
        createTodos(1);
        client().sql().rows(
            u"UPDATE tusk.action SET transaction = '4000000000'; UPDATE tusk.database SET pruned_transaction = '4000000000'"_s);
        Reader reader(settings());
        const QJsonObject request = action(u"complete"_s, {completeTodo(1)});
        send(request);
        QCOMPARE(reader.ask().value(u"complete"_s), true);
        QCOMPARE(reader.seen(), QSet<QString>({idOf(request)}));
        client().sql().rows(u"UPDATE tusk.database SET pruned_transaction = NULL"_s);
    }
};

QTEST_GUILESS_MAIN(TestCatchingUp)
#include "tst_catchingup.moc"
