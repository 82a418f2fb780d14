// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/copyplan.h"
#include "support/testcase.h"
#include "todobuilder.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::domain;
using tests::aTodo;
using tests::numbered;

namespace
{

const QDateTime now({2026, 11, 18}, {10, 0}, Qt::UTC);

TodoList list(int number, const QString &name)
{
    TodoList list;
    list.id = numbered<ListId>(number);
    list.name = name;
    list.position = "V";
    list.version = 7;
    return list;
}

Tag tag(int number, const QString &name)
{
    Tag tag;
    tag.id = numbered<TagId>(number);
    tag.name = name;
    tag.position = "V";
    return tag;
}

} // namespace

class TestCopyPlan final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldBringListsAndTagsAlongWhereTheyAreUsed()
    {
        const Contents source{{aTodo(1).inList(1).tagged({1}), aTodo(2)},
                              {list(1, u"Garden"_s), list(2, u"Unused"_s)},
                              {tag(1, u"errand"_s), tag(2, u"unused"_s)}};

        const CopyPlan plan = planCopy(source, {}, u"Copy"_s, now);

        QCOMPARE(plan.action.label, u"Copy"_s);
        QCOMPARE(plan.added.size(), 2);
        QCOMPARE(plan.action.lists.size(), 1);
        QCOMPARE(plan.action.lists.first().operation, ChangeOperation::Insert);
        QCOMPARE(plan.action.lists.first().after.name, u"Garden"_s);
        QCOMPARE(plan.action.tags.size(), 1);
        QCOMPARE(plan.added.first().list, numbered<ListId>(1));
        QCOMPARE(plan.added.first().tags, QList{numbered<TagId>(1)});
    }

    void shouldDoNothingTheSecondTime()
    {
        const Contents source{{aTodo(1).inList(1).tagged({1}).completed(), aTodo(2).childOf(1)},
                              {list(1, u"Garden"_s)},
                              {tag(1, u"errand"_s)}};
        const CopyPlan first = planCopy(source, {}, u"Copy"_s, now);
        const Contents target{first.added, source.lists, source.tags};

        const CopyPlan second = planCopy(source, target, u"Copy"_s, now);

        QVERIFY(isEmpty(second.action));
        QCOMPARE(second.same, 2);
    }

    void shouldChangeOnlyWhatDiffersAndKeepTheOrderThere()
    {
        const Contents source{{aTodo(1).titled(u"new title"_s).at("a")}, {}, {}};
        const Contents target{{aTodo(1).titled(u"old title"_s).at("z"), aTodo(2)}, {}, {}};

        const CopyPlan plan = planCopy(source, target, u"Copy"_s, now);

        QCOMPARE(plan.changed.size(), 1);
        QCOMPARE(plan.action.todos.size(), 1);
        const TodoChange &change = plan.action.todos.first();
        QCOMPARE(change.fields, TodoFields(TodoField::Title));
        QCOMPARE(change.before.title, u"old title"_s);
        QCOMPARE(change.after.title, u"new title"_s);
        QCOMPARE(change.after.position, QByteArray("z"));
    }

    void shouldTakeTheListAndTheTagThatHaveTheSameName()
    {
        const Contents source{
            {aTodo(1).inList(1).tagged({1})}, {list(1, u"Garden"_s)}, {tag(1, u"Errand"_s)}};
        const Contents target{{}, {list(9, u"garden"_s)}, {tag(8, u"errand"_s)}};

        const CopyPlan plan = planCopy(source, target, u"Copy"_s, now);

        QVERIFY(plan.action.lists.isEmpty() && plan.action.tags.isEmpty());
        QCOMPARE(plan.added.first().list, numbered<ListId>(9));
        QCOMPARE(plan.added.first().tags, QList{numbered<TagId>(8)});
    }

    void shouldReferToNothingThatIsNotThere()
    {
        const Contents source{{aTodo(1).inList(1).tagged({1}).childOf(7), aTodo(2).childOf(3)}, {}, {}};
        const Contents target{{aTodo(3)}, {}, {}};

        const CopyPlan plan = planCopy(source, target, u"Copy"_s, now);

        QVERIFY(!plan.added.first().list && !plan.added.first().parent);
        QVERIFY(plan.added.first().tags.isEmpty());
        QCOMPARE(plan.added.last().parent, numbered<TodoId>(3));
    }

    void shouldKeepTheParentThereWhereTheOneHereIsNotCopied()
    {
        // 2 is a subtask of 1 in both; only 2 is copied. 4 has a parent that was never copied.
        const Contents source{{aTodo(2).titled(u"new"_s).childOf(1), aTodo(4).childOf(9)}, {}, {}};
        const Contents target{{aTodo(2).childOf(1), aTodo(1), aTodo(4).childOf(1)}, {}, {}};

        const CopyPlan plan = planCopy(source, target, u"Copy"_s, now);

        QCOMPARE(plan.changed.size(), 1);
        QCOMPARE(plan.changed.first().after.parent, numbered<TodoId>(1));
        QCOMPARE(plan.changed.first().fields, TodoFields(TodoField::Title));
        QCOMPARE(plan.same, 1);
    }

    void shouldTakeAParentAwayThatIsNoneHere()
    {
        const Contents source{{aTodo(2)}, {}, {}};
        const Contents target{{aTodo(2).childOf(1), aTodo(1)}, {}, {}};

        QVERIFY(!planCopy(source, target, u"Copy"_s, now).changed.first().after.parent);
    }

    void shouldMakeNoTodoItsOwnAncestor()
    {
        // There 1 is below 3, and that below 2; here 2 is below 1.
        const Contents source{{aTodo(2).titled(u"new"_s).childOf(1)}, {}, {}};
        const Contents target{{aTodo(2), aTodo(1).childOf(3), aTodo(3).childOf(2)}, {}, {}};

        const CopyPlan plan = planCopy(source, target, u"Copy"_s, now);

        QVERIFY(!plan.changed.first().after.parent);
        QCOMPARE(plan.changed.first().fields, TodoFields(TodoField::Title));
    }

    void shouldTurnAFamilyAroundThatIsCopiedAsAWhole()
    {
        const Contents source{{aTodo(1), aTodo(2).childOf(1)}, {}, {}};
        const Contents target{{aTodo(1).childOf(2), aTodo(2)}, {}, {}};

        const CopyPlan plan = planCopy(source, target, u"Copy"_s, now);

        QVERIFY(!plan.changed.first().after.parent);
        QCOMPARE(plan.changed.last().after.parent, numbered<TodoId>(1));
    }

    void shouldLeaveInTheTrashWhatWasThrownAwayThere()
    {
        const QDateTime thrownAway({2026, 2, 2}, {12, 0}, Qt::UTC);
        Todo edited = aTodo(2);
        edited.updatedAt = thrownAway.addSecs(1);
        const Contents source{{aTodo(1).titled(u"new"_s), edited}, {}, {}};
        const Contents target{{aTodo(1).trashed(thrownAway), aTodo(2).trashed(thrownAway)}, {}, {}};

        const CopyPlan plan = planCopy(source, target, u"Copy"_s, now);

        QCOMPARE(plan.inTrash, 1);
        QCOMPARE(plan.changed.size(), 1);
        QCOMPARE(plan.changed.first().after.id, numbered<TodoId>(2));
        QVERIFY(!plan.changed.first().after.deletedAt);
        QCOMPARE(changedWords(plan.changed.first()), u"was in the Trash"_s);
    }

    void shouldNameWhatChanges()
    {
        const Contents source{{aTodo(1).titled(u"new"_s).due({2026, 3, 1})}, {}, {}};
        const Contents target{{aTodo(1)}, {}, {}};

        QCOMPARE(changedWords(planCopy(source, target, u"Copy"_s, now).changed.first()),
                 u"title, due date"_s);
    }
};

QTEST_GUILESS_MAIN(TestCopyPlan)
#include "tst_copyplan.moc"
