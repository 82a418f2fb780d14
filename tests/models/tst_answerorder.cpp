// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "heldanswers.h"
#include "support/testcase.h"

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;

// Answers to actions and to questions for changes come on connections of their own, in any order.
class TestAnswerOrder final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<HeldDevice> m_device;
    domain::Todo m_todo;
    std::optional<domain::Todo> m_shown; // as a view would that takes everything that it is told

    [[nodiscard]] domain::Todo todoAt(qint64 version, bool completed) const
    {
        domain::Todo todo = m_todo;
        todo.version = version;
        if (completed)
            todo.completedAt = m_device->clock.now();
        return todo;
    }
    [[nodiscard]] repository::LoggedAction touching(domain::ActionId id) const
    {
        repository::LoggedAction action;
        action.summary.id = id;
        repository::LoggedChange change;
        change.id = m_todo.id.uuid();
        action.changes.append(change);
        return action;
    }
    [[nodiscard]] domain::ActionId send(const domain::Action &action)
    {
        m_device->workspace.perform(action);
        return action.id;
    }
    void announce() { m_device->workspace.announced(base::makeUuidV7().toByteArray(QUuid::WithoutBraces)); }
    void answerAction(domain::ActionId id, const QList<domain::Todo> &todos)
    {
        repository::ActionAnswer answer;
        answer.rows.actions = {touching(id)};
        answer.rows.todos = todos;
        m_device->writer.sent.constLast().done(answer);
    }
    void answerQuestion(const QList<domain::ActionId> &actions, const QList<domain::Todo> &todos)
    {
        repository::CatchUp changes;
        changes.database = m_device->database;
        changes.snapshot = "101";
        for (const domain::ActionId &id : actions)
            changes.rows.actions.append(touching(id));
        changes.rows.todos = todos;
        m_device->reader.questions.constLast()(changes);
    }
    [[nodiscard]] domain::Action edit() const
    {
        domain::Todo after = m_todo;
        after.title = u"Water the beans"_s;
        return domain::editTodo(m_todo, after, m_device->clock.now());
    }

protected:
    void prepare() override
    {
        m_device = std::make_unique<HeldDevice>();
        m_todo = {};
        m_todo.id = domain::TodoId(base::makeUuidV7());
        m_todo.title = u"Water the tomatoes"_s;
        m_todo.version = 1;
        m_shown = m_todo;
        connect(&m_device->workspace, &models::Workspace::rowsChanged, this,
                [this](const repository::ChangedRows &rows) {
                    m_shown = rows.todos.isEmpty() ? std::nullopt : std::optional(rows.todos.constFirst());
                });
    }

private Q_SLOTS:
    void shouldNotBringBackWhatAnotherHasCompletedBeforeTheAnswerCame()
    {
        const domain::ActionId mine = send(edit());
        QTRY_COMPARE(m_device->writer.sent.size(), 1);
        announce();
        const auto others = domain::ActionId(base::makeUuidV7());
        answerQuestion({mine, others}, {todoAt(3, true)});
        answerAction(mine, {todoAt(2, false)});

        QVERIFY(m_device->workspace.pending().isEmpty());
        QVERIFY(m_shown && m_shown->completedAt);
    }

    void shouldNotBringBackWhatAnotherHasDeletedBeforeTheAnswerCame()
    {
        const domain::ActionId mine = send(edit());
        QTRY_COMPARE(m_device->writer.sent.size(), 1);
        announce();
        const auto others = domain::ActionId(base::makeUuidV7());
        answerQuestion({mine, others}, {});
        answerAction(mine, {todoAt(2, false)});
        QVERIFY(!m_shown);
    }

    void shouldNotBringBackWhatWasCompletedHereAfterTheQuestion()
    {
        announce(); // of an edit elsewhere
        const auto others = domain::ActionId(base::makeUuidV7());
        const domain::ActionId mine = send(domain::completeTodos({m_todo}, m_device->clock.now()));
        QTRY_COMPARE(m_device->writer.sent.size(), 1);
        answerAction(mine, {todoAt(3, true)});
        answerQuestion({others}, {todoAt(2, false)});
        QVERIFY(m_shown && m_shown->completedAt);
    }

    void shouldTakeWhatCameAfterItsOwnActionFromTheChanges()
    {
        announce();
        const auto others = domain::ActionId(base::makeUuidV7());
        const domain::ActionId mine = send(edit());
        QTRY_COMPARE(m_device->writer.sent.size(), 1);
        answerAction(mine, {todoAt(2, false)});
        answerQuestion({mine, others}, {todoAt(3, true)}); // carried out after both
        QVERIFY(m_shown && m_shown->completedAt);
    }
};

QTEST_GUILESS_MAIN(TestAnswerOrder)
#include "tst_answerorder.moc"
