// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/position.h"
#include "models/opendatabase.h"
#include "support/noisyneighbours.h"
#include "support/pgbouncer.h"
#include "support/testcase.h"

#include <QHash>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using domain::Todo;

// Actions of every kind through a pooler in transaction mode, whose servers others use in between: each
// statement may meet another server, with whatever its session was left with.
class TestPooledActions final : public TestCase
{
    Q_OBJECT

    static constexpr int rounds = 9;
    static constexpr int actionsEach = 12;

    std::unique_ptr<TestServer> m_server;
    QHash<domain::TodoId, Todo> m_todos; // as the user sees them
    domain::TodoList m_list;

    void perform(models::Workspace &workspace, const domain::Action &action)
    {
        for (const domain::TodoChange &change : action.todos) {
            if (change.operation != domain::ChangeOperation::Delete)
                m_todos.insert(change.id(), change.after);
        }
        workspace.perform(action);
    }

    void doEverything(Device &device, int round)
    {
        models::Workspace &workspace = device.workspace();
        const Todo first = device.model().newTodo(u"first %1"_s.arg(round));
        const Todo second = device.model().newTodo(u"second %1"_s.arg(round));
        const auto one = [this, &first] { return m_todos.value(first.id); };
        const auto other = [this, &second] { return m_todos.value(second.id); };

        perform(workspace, domain::createTodos({first, second}, workspace.now()));
        Todo edited = one();
        edited.title += u", edited"_s;
        edited.priority = domain::Priority::High;
        perform(workspace, domain::editTodo(one(), edited, workspace.now()));
        perform(workspace, domain::completeTodos({one(), other()}, workspace.now()));
        perform(workspace, domain::reopenTodos({one(), other()}, workspace.now()));
        perform(workspace, domain::moveTodos({one()}, m_list.id, workspace.now()));
        perform(workspace, domain::reorderTodos({one()}, other().position, {}, workspace.now()));
        perform(workspace, domain::mergeTodos({one(), other()}, workspace.now()));
        perform(workspace, domain::restoreTodos({other()}, workspace.now()));
        QVERIFY(workspace.undo());
        QVERIFY(workspace.redo());
        perform(workspace, domain::trashTodos({one()}, workspace.now()));
        perform(workspace, domain::purgeTodos({one()}, workspace.now()));
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void trap1_shouldCarryOutEveryKindOfActionAmongNoisyNeighbours()
    {
        const base::ConnectionSettings settings = createTuskDatabase(*m_server);
        const PgBouncer pooler(*m_server);
        const NoisyNeighbours neighbours(pooler.pooled(settings));
        Device device(pooler.pooled(settings));
        models::Workspace &workspace = device.workspace();
        m_list.id = domain::ListId(QUuid::createUuid());
        m_list.name = u"Garden"_s;
        m_list.position = domain::positionAtEnd(workspace.now());
        workspace.perform(domain::createList(m_list, workspace.now()));

        QStringList expected;
        for (int round = 1; round <= rounds; ++round) {
            doEverything(device, round);
            expected.append(u"second %1"_s.arg(round));
        }

        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 60'000);
        const auto stored = [this, &settings](const QString &sql) {
            return m_server->psql(sql, settings.database).value(0).value(0);
        };
        QCOMPARE(workspace.conflicts().size(), 0);
        QCOMPARE(workspace.handedBack().size(), 0);
        QCOMPARE(stored(u"SELECT string_agg(title, ',' ORDER BY title) FROM tusk.todo WHERE "
                        "completed_at IS NULL AND deleted_at IS NULL AND list_id IS NULL"_s),
                 expected.join(u','));
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s).toInt(), rounds);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.action"_s).toInt(), rounds * actionsEach + 1);
        QCOMPARE(neighbours.failures(), 0);
        QCOMPARE_GT(neighbours.statements(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPooledActions)
#include "tst_pooledactions.moc"
