// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/placecounter.h"
#include "support/testcase.h"

#include <QJsonObject>
#include <QJsonValue>

using namespace Qt::StringLiterals;
using namespace tusk;
using models::PlaceCounter;
using repository::ChangedRows;
using repository::LoggedAction;
using repository::LoggedChange;

class TestPlaceCounter final : public tests::TestCase
{
    Q_OBJECT

    const base::Day m_day = QDate(2026, 11, 20);
    const QDateTime m_now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);

    [[nodiscard]] static domain::Todo newTodo()
    {
        domain::Todo todo;
        todo.id = domain::TodoId(QUuid::createUuid());
        todo.title = u"one"_s;
        return todo;
    }

    // An action that made the todo what it is.
    [[nodiscard]] static ChangedRows changed(const domain::Todo &todo, domain::ChangeOperation operation,
                                             const QJsonObject &before = {})
    {
        LoggedChange change;
        change.id = todo.id.uuid();
        change.operation = operation;
        change.before = before;
        LoggedAction action;
        action.summary.id = domain::ActionId(QUuid::createUuid());
        action.changes.append(change);
        ChangedRows rows;
        rows.actions.append(action);
        rows.todos.append(todo);
        return rows;
    }

private Q_SLOTS:
    void shouldCountAnActionOnce()
    {
        const ChangedRows rows = changed(newTodo(), domain::ChangeOperation::Insert);
        PlaceCounter counter;
        counter.add(rows, m_day);
        QVERIFY(counter.contains(rows.actions.first().summary.id));
        counter.add(rows, m_day);
        QCOMPARE(counter.with({}, m_day).inbox, 1);
        QCOMPARE(counter.with({}, m_day).all, 1);
    }

    void shouldMoveATodoFromWhereItWas()
    {
        domain::Todo todo = newTodo();
        todo.completedAt = m_now;
        domain::PlaceCounts counted;
        counted.inbox = 1;
        counted.all = 1;
        PlaceCounter counter;
        counter.reset(counted, {});
        counter.add(changed(todo, domain::ChangeOperation::Update, {{u"completed_at"_s, QJsonValue()}}),
                    m_day);
        QCOMPARE(counter.with({}, m_day).inbox, 0);
        QCOMPARE(counter.with({}, m_day).completed, 1);
    }

    void shouldWalkBackThroughSeveralActionsOnOneTodo()
    {
        domain::Todo todo = newTodo();
        todo.deletedAt = m_now;
        ChangedRows rows = changed(todo, domain::ChangeOperation::Insert);
        rows.actions +=
            changed(todo, domain::ChangeOperation::Update, {{u"completed_at"_s, QJsonValue()}}).actions;
        rows.actions +=
            changed(todo, domain::ChangeOperation::Update, {{u"deleted_at"_s, QJsonValue()}}).actions;
        PlaceCounter counter;
        counter.add(rows, m_day);
        QCOMPARE(counter.with({}, m_day).all, 0);
        QCOMPARE(counter.with({}, m_day).inbox, 0);
        QCOMPARE(counter.with({}, m_day).trash, 1);
    }

    void shouldNotCountWhatTheServerHasCounted()
    {
        const ChangedRows told = changed(newTodo(), domain::ChangeOperation::Insert);
        const ChangedRows late = changed(newTodo(), domain::ChangeOperation::Insert);
        domain::PlaceCounts counted;
        counted.inbox = 2;
        PlaceCounter counter;
        counter.reset(counted, {told.actions.first().summary.id});
        counter.addCounted(late.actions);
        counter.add(told, m_day);
        counter.add(late, m_day);
        QCOMPARE(counter.with({}, m_day).inbox, 2);
    }

    void shouldLayWhatIsPendingOverTheCounts()
    {
        const domain::Action action = domain::createTodos({newTodo()}, m_now);
        PlaceCounter counter;
        QCOMPARE(counter.with(action.todos, m_day).inbox, 1);
        QCOMPARE(counter.with({}, m_day).inbox, 0);
    }
};

QTEST_GUILESS_MAIN(TestPlaceCounter)
#include "tst_placecounter.moc"
