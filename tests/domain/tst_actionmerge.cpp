// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/todobuilder.h"
#include "support/testcase.h"

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;
using tests::aTodo;
using tests::numbered;

namespace
{

const QDateTime now({2026, 3, 1}, {9, 30, 15, 123}, Qt::UTC);
const QDate early(2026, 3, 5);
const QDate late(2026, 3, 9);

// The first, as it becomes.
Todo merged(const QList<Todo> &todos)
{
    return mergeTodos(todos, now).todos.value(0).after;
}

} // namespace

class TestActionMerge final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepTheFirstAndTrashTheOthers()
    {
        const Action action = mergeTodos({aTodo(1), aTodo(2), aTodo(3)}, now);
        QVERIFY(action.kind == ActionKind::Merge);
        QCOMPARE(action.label, u"Merge 3 todos into “Todo 1”"_s);
        QCOMPARE(action.todos.size(), 3);
        QVERIFY(action.todos.first().id() == numbered<TodoId>(1));
        QCOMPARE(action.todos.first().fields, TodoFields(TodoField::Notes));
        for (const TodoChange &change : action.todos.sliced(1)) {
            QCOMPARE(change.fields, TodoFields(TodoField::DeletedAt));
            QCOMPARE(change.after.deletedAt, now);
        }
    }

    void shouldGiveTheSubtasksOfTheOthersToTheFirst()
    {
        const QList<Todo> family{aTodo(10).childOf(2), aTodo(11).childOf(3).completed(),
                                 aTodo(12).childOf(1)};
        const Action action = mergeTodos({aTodo(1), aTodo(2), aTodo(3)}, now, family);
        QCOMPARE(action.todos.size(), 5);
        for (const TodoChange &change : action.todos.last(2)) {
            QCOMPARE(change.fields, TodoFields(TodoField::Parent));
            QVERIFY(change.after.parent == numbered<TodoId>(1));
        }
    }

    void shouldNotMakeASubtaskOfItsOwnSubtask()
    {
        // 1 belongs to 10, which belongs to 2; 2 is merged into 1 and belongs to 20.
        const QList<Todo> family{aTodo(10).childOf(2)};
        const Action action = mergeTodos({aTodo(1).childOf(10), aTodo(2).childOf(20)}, now, family);
        QVERIFY(action.todos.first().after.parent == numbered<TodoId>(10));
        QVERIFY(action.todos.last().after.parent == numbered<TodoId>(20));
        // Further up likewise: 1, 10, 11, 2.
        const QList<Todo> line{aTodo(10).childOf(11), aTodo(11).childOf(2)};
        const Action deep = mergeTodos({aTodo(1).childOf(10), aTodo(2)}, now, line);
        QVERIFY(deep.todos.last().id() == numbered<TodoId>(11));
        QVERIFY(!deep.todos.last().after.parent);
    }

    void shouldJoinNotesUnderTheOtherTitles()
    {
        QCOMPARE(merged({aTodo(1).notes(u"First."_s), aTodo(2).notes(u"Second."_s), aTodo(3)}).notes,
                 u"First.\n\n## Todo 2\n\nSecond.\n\n## Todo 3"_s);
        QCOMPARE(merged({aTodo(1), aTodo(2).notes(u"Second."_s)}).notes, u"## Todo 2\n\nSecond."_s);
    }

    void shouldUniteTags()
    {
        QVERIFY(
            (merged({aTodo(1).tagged({2, 5}), aTodo(2).tagged({1, 5}), aTodo(3).tagged({3})}).tags ==
             QList<TagId>{numbered<TagId>(1), numbered<TagId>(2), numbered<TagId>(3), numbered<TagId>(5)}));
    }

    void shouldKeepTheHighestPriority()
    {
        QCOMPARE(
            merged({aTodo(1).priority(Priority::Low), aTodo(2).priority(Priority::High), aTodo(3)}).priority,
            Priority::High);
        QCOMPARE(merged({aTodo(1).priority(Priority::Medium), aTodo(2)}).priority, Priority::Medium);
    }

    void shouldKeepTheEarliestDueDate()
    {
        QCOMPARE(merged({aTodo(1).due(late), aTodo(2).due(early), aTodo(3)}).due->date, early);
        QCOMPARE(merged({aTodo(1).due(early), aTodo(2).due(late)}).due->date, early);
        QCOMPARE(merged({aTodo(1), aTodo(2).due(late)}).due->date, late);
        QCOMPARE(merged({aTodo(1).due(early), aTodo(2).due(early, {23, 0})}).due->time, QTime(23, 0));
        QVERIFY(!merged({aTodo(1), aTodo(2)}).due);
    }

    void shouldNotHideWhatIsShownAlready()
    {
        QCOMPARE(merged({aTodo(1).start(late), aTodo(2).start(early)}).start->date, early);
        QCOMPARE(merged({aTodo(1).start(early), aTodo(2).start(late)}).start->date, early);
        QVERIFY(!merged({aTodo(1).start(late), aTodo(2)}).start);
        QVERIFY(!merged({aTodo(1), aTodo(2).start(late)}).start);
        QVERIFY(!merged({aTodo(1).start(late), aTodo(2), aTodo(3).start(late)}).start);
    }

    void shouldStayOpenIfOneOfThemIs()
    {
        QVERIFY(!merged({aTodo(1).completed(), aTodo(2)}).completedAt);
        QVERIFY(!merged({aTodo(1), aTodo(2).completed()}).completedAt);
        QVERIFY(merged({aTodo(1).completed(), aTodo(2).completed()}).completedAt);
        QVERIFY(!merged({aTodo(1).trashed(), aTodo(2)}).deletedAt);
        QVERIFY(merged({aTodo(1).trashed(), aTodo(2).trashed()}).deletedAt);
    }

    void shouldNotTrashAgainWhatIsInTheTrash()
    {
        const Action action = mergeTodos({aTodo(1), aTodo(2).trashed()}, now);
        QCOMPARE(action.todos.size(), 1);
        QCOMPARE(action.label, u"Merge 2 todos into “Todo 1”"_s);
    }

    void shouldNotHangOnAParentThatGoesToTheTrash()
    {
        QVERIFY(merged({aTodo(1).childOf(9), aTodo(2)}).parent == numbered<TodoId>(9));
        QVERIFY(!merged({aTodo(1).childOf(2), aTodo(2)}).parent);
        QVERIFY(merged({aTodo(1).childOf(2), aTodo(2).childOf(3), aTodo(3).childOf(9)}).parent ==
                numbered<TodoId>(9));
        QVERIFY(!merged({aTodo(1).childOf(2), aTodo(2).childOf(1)}).parent);
        QVERIFY(!merged({aTodo(1).childOf(2), aTodo(2).childOf(3), aTodo(3).childOf(2)}).parent);
    }

    void shouldTakeATodoThatIsNamedTwiceOnce()
    {
        const Action action = mergeTodos({aTodo(1), aTodo(2), aTodo(1), aTodo(2)}, now);
        QCOMPARE(action.todos.size(), 2);
        QVERIFY(!action.todos.first().after.deletedAt);
        QVERIFY(isEmpty(mergeTodos({aTodo(1), aTodo(1)}, now)));
    }

    void shouldNotMergeWithoutTheWholeNotes()
    {
        QVERIFY(isEmpty(mergeTodos({aTodo(1), aTodo(2).notes(u"Beginning"_s).notesCut()}, now)));
        QVERIFY(isEmpty(mergeTodos({aTodo(1).notesCut(), aTodo(2)}, now)));
    }

    void shouldNotMergeFewerThanTwo()
    {
        QVERIFY(isEmpty(mergeTodos({}, now)));
        QVERIFY(isEmpty(mergeTodos({aTodo(1)}, now)));
    }
};

QTEST_GUILESS_MAIN(TestActionMerge)
#include "tst_actionmerge.moc"
