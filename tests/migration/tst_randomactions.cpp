// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

#include <random>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

namespace
{

constexpr int todoNumbers = 8;
constexpr int listNumbers = 3;
constexpr int tagNumbers = 3;

// Picks at random, the same for the same seed.
class Dice final
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    int number(int count) { return 1 + below(count); }

    QJsonValue maybe(const QJsonValue &value) { return chance(50) ? value : QJsonValue(); }
    QJsonArray tags()
    {
        QJsonArray ids;
        for (int tag = 1; tag <= tagNumbers; ++tag) {
            if (chance(50))
                ids.append(tagId(tag));
        }
        return ids;
    }

private:
    std::mt19937 m_engine;
};

// A device that sends actions made from what it saw when it last looked.
class Device final
{
public:
    Device(const base::ConnectionSettings &settings, int installation, Dice &dice)
        : m_client(settings, installation)
        , m_dice(dice)
    {
        look();
    }

    void look() { m_seen = m_client.everything(); }

    // An action of one to three changes.
    QJsonObject makeAction()
    {
        QJsonArray todos;
        QJsonArray lists;
        QJsonArray tags;
        QList<int> used; // an action has one change of a todo
        for (int i = m_dice.number(3); i > 0; --i) {
            const int todo = m_dice.number(todoNumbers);
            if (m_dice.chance(15))
                lists.append(changeOfNamed(u"lists"_s, listId(m_dice.number(listNumbers))));
            else if (m_dice.chance(15))
                tags.append(changeOfNamed(u"tags"_s, tagId(m_dice.number(tagNumbers))));
            else if (!used.contains(todo))
                todos.append(changeOf(todo));
            used.append(todo);
        }
        return action(u"edit"_s, todos, lists, tags);
    }

    [[nodiscard]] TodoClient &client() { return m_client; }

private:
    QJsonObject changeOf(int number)
    {
        const QJsonValue seen = m_seen[u"todos"_s][todoId(number)];
        if (!seen.isObject())
            return insertTodo(number, randomFields());
        if (m_dice.chance(15))
            return deleteTodo(number);
        const QJsonObject wanted = randomFields();
        QJsonObject base;
        for (const QString &field : wanted.keys())
            base.insert(field, seen[field]);
        return updateTodo(number, base, wanted);
    }

    QJsonObject randomFields()
    {
        const QJsonObject day{{u"date"_s, u"2026-05-%1"_s.arg(m_dice.number(28), 2, 10, QChar(u'0'))},
                              {u"time"_s, QJsonValue()},
                              {u"zone"_s, QJsonValue()}};
        const QJsonObject all{{u"title"_s, u"title %1"_s.arg(m_dice.below(5))},
                              {u"notes"_s, u"notes %1"_s.arg(m_dice.below(5))},
                              {u"list_id"_s, m_dice.maybe(listId(m_dice.number(listNumbers)))},
                              {u"parent_id"_s, m_dice.maybe(todoId(todoNumbers + 1))},
                              {u"priority"_s, m_dice.below(4)},
                              {u"due"_s, m_dice.maybe(day)},
                              {u"start"_s, m_dice.maybe(day)},
                              {u"position"_s, u"V%1"_s.arg(m_dice.number(9))},
                              {u"completed_at"_s, m_dice.maybe(QLatin1StringView(someInstant))},
                              {u"deleted_at"_s, m_dice.maybe(QLatin1StringView(someInstant))},
                              {u"tags"_s, m_dice.tags()}};
        QJsonObject some{{u"title"_s, all.value(u"title"_s)}};
        for (const QString &field : all.keys()) {
            if (m_dice.chance(30))
                some.insert(field, all.value(field));
        }
        return some;
    }

    QJsonObject changeOfNamed(const QString &entity, const QString &id)
    {
        const QJsonValue seen = m_seen[entity][id];
        const QString name = u"name %1"_s.arg(m_dice.below(3));
        if (!seen.isObject())
            return insertNamed(id, name, {{u"position"_s, u"V%1"_s.arg(m_dice.number(9))}});
        if (m_dice.chance(40))
            return deleteNamed(id);
        return updateNamed(id, {{u"name"_s, seen[u"name"_s]}, {u"color"_s, seen[u"color"_s]}},
                           {{u"name"_s, name}, {u"color"_s, u"#00000%1"_s.arg(m_dice.below(9))}});
    }

    TodoClient m_client;
    Dice &m_dice;
    QJsonObject m_seen;
};

QString statementOfAnotherProgram(Dice &dice)
{
    const QString todo = todoId(dice.number(todoNumbers));
    const QStringList statements{
        u"UPDATE tusk.todo SET title = title || '!', priority = (priority + 1) % 4"_s,
        u"DELETE FROM tusk.todo WHERE id = '%1'"_s.arg(todo),
        u"DELETE FROM tusk.list WHERE id = '%1'"_s.arg(listId(dice.number(listNumbers))),
        u"DELETE FROM tusk.todo_tag WHERE todo_id = '%1'"_s.arg(todo),
        u"INSERT INTO tusk.todo_tag SELECT '%1', id FROM tusk.tag WHERE EXISTS (SELECT FROM tusk.todo WHERE id = '%1') ON CONFLICT DO NOTHING"_s
            .arg(todo),
        u"UPDATE tusk.todo SET list_id = NULL, notes = 'x' WHERE id = '%1'; DELETE FROM tusk.todo WHERE id = '%1'"_s
            .arg(todo),
    };
    return u"BEGIN; %1; COMMIT"_s.arg(statements.at(dice.below(static_cast<int>(statements.size()))));
}

} // namespace

class TestRandomActions final : public SchemaTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldComeBackToTheBeginningByUndoAndToTheEndByRedo_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("TUSK_TEST_SEED", &isNumber);
        if (isNumber)
            QTest::addRow("seed of the environment") << static_cast<unsigned>(wanted);
    }
    void shouldComeBackToTheBeginningByUndoAndToTheEndByRedo()
    {
        QFETCH(const unsigned, seed);
        Dice dice(seed);
        // Given two devices, another program, and a beginning that is not empty
        send(action(u"create"_s,
                    {insertTodo(1), insertTodo(2, {{u"list_id"_s, listId(1)}}), insertTodo(todoNumbers + 1)},
                    {insertNamed(listId(1), u"name 0"_s, {{u"position"_s, u"V"_s}})},
                    {insertNamed(tagId(1), u"name 0"_s, {{u"position"_s, u"V"_s}})}));
        std::array devices{Device(settings(), 2, dice), Device(settings(), 3, dice)};
        QList<QJsonObject> states{client().everything()};
        // When they do something, each with what it saw, be it old
        for (int i = 0; i < 30; ++i) {
            Device &device = devices.at(static_cast<std::size_t>(dice.below(2)));
            if (dice.chance(50))
                device.look();
            if (dice.chance(20))
                client().sql().rows(statementOfAnotherProgram(dice));
            else
                device.client().send(device.makeAction());
            states.append(client().everything());
        }
        QStringList done;
        for (const QStringList &row :
             client().sql().rows(u"SELECT id FROM tusk.action ORDER BY sequence OFFSET 1"_s))
            done.append(row.constFirst());
        // Then undo goes back step by step
        states = withoutRepetitions(states);
        QStringList undos;
        int step = static_cast<int>(states.size()) - 1;
        for (int i = static_cast<int>(done.size()) - 1; i >= 0; --i) {
            const QJsonObject request = undo(done.at(i));
            const QJsonObject answer = client().send(request);
            QCOMPARE(answer.value(u"conflicts"_s), QJsonArray());
            undos.prepend(request.value(u"id"_s).toString());
            const QJsonObject now = client().everything();
            if (now != states.at(step)) // an action may have changed nothing
                QCOMPARE(now, states.at(--step));
        }
        QCOMPARE(step, 0);
        // And redo comes forward again
        for (const QString &request : undos)
            QCOMPARE(client().send(redo(request)).value(u"conflicts"_s), QJsonArray());
        QCOMPARE(client().everything(), states.constLast());
    }

private:
    static QList<QJsonObject> withoutRepetitions(QList<QJsonObject> states)
    {
        states.erase(std::unique(states.begin(), states.end()), states.end());
        return states;
    }
};

QTEST_GUILESS_MAIN(TestRandomActions)
#include "tst_randomactions.moc"
