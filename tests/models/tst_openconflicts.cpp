// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/openconflicts.h"
#include "support/testcase.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using models::OpenConflicts;

class TestOpenConflicts final : public tests::TestCase
{
    Q_OBJECT

    const QDateTime m_now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);

    // The user has made “seen” into “mine”.
    [[nodiscard]] domain::Action renamed() const
    {
        domain::Todo before;
        before.id = domain::TodoId(QUuid::createUuid());
        before.title = u"seen"_s;
        domain::Todo after = before;
        after.title = u"mine"_s;
        return domain::editTodo(before, after, m_now);
    }

    // Somebody else has made it into “theirs”.
    [[nodiscard]] static repository::FieldConflict titleOf(const domain::Action &action)
    {
        repository::FieldConflict field;
        field.entity = repository::LoggedChange::Entity::Todo;
        field.id = action.todos.first().id().uuid();
        field.field = u"title"_s;
        field.base = QJsonValue(u"seen"_s);
        field.mine = QJsonValue(u"mine"_s);
        field.theirs = QJsonValue(u"theirs"_s);
        return field;
    }

private Q_SLOTS:
    void shouldMakeTheChangeFromTheirValueToMine()
    {
        const domain::Action action = renamed();
        OpenConflicts conflicts;
        conflicts.add(action, action.todos, {titleOf(action)});
        QCOMPARE(conflicts.all().size(), 1);

        const domain::Action mine = OpenConflicts::useMine(conflicts.all().first(), m_now);
        QCOMPARE(mine.todos.size(), 1);
        QCOMPARE(mine.todos.first().before.title, u"theirs"_s);
        QCOMPARE(mine.todos.first().after.title, u"mine"_s);
        QVERIFY(mine.todos.first().fields == domain::TodoFields(domain::TodoField::Title));
    }

    void shouldSettleEachOnce()
    {
        const domain::Action first = renamed();
        const domain::Action second = renamed();
        OpenConflicts conflicts;
        conflicts.add(first, first.todos, {titleOf(first)});
        conflicts.add(second, second.todos, {titleOf(second)});

        const OpenConflicts::Conflict settled = conflicts.all().first();
        QVERIFY(conflicts.settle(conflicts.all().first()));
        QVERIFY(!conflicts.settle(settled));
        QCOMPARE(conflicts.all().size(), 1);
        QVERIFY(conflicts.all().first().action == second.id);
    }

    void shouldLeaveOutAFieldThatIsNotKnown()
    {
        const domain::Action action = renamed();
        repository::FieldConflict field = titleOf(action);
        field.field = u"mood"_s;
        OpenConflicts conflicts;
        conflicts.add(action, action.todos, {field});
        QVERIFY(conflicts.all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpenConflicts)
#include "tst_openconflicts.moc"
