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

} // namespace

class TestActions final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldGiveEachActionAnIdOfItsOwnAndTheTimeInUtc()
    {
        const Action first = completeTodos({aTodo(1)}, now.toOffsetFromUtc(3600));
        const Action second = completeTodos({aTodo(1)}, now);
        QVERIFY(!first.id.isNull());
        QVERIFY(first.id < second.id);
        QCOMPARE(first.madeAt, now);
        QCOMPARE(first.madeAt.timeSpec(), Qt::UTC);
        QCOMPARE(first.todos.first().after.completedAt->timeSpec(), Qt::UTC);
    }

    void shouldCreateTodosInTheOrderPassed()
    {
        Todo fresh;
        fresh.id = numbered<TodoId>(1);
        fresh.title = u"Milk"_s;
        const Action action = createTodos({fresh, aTodo(2)}, now);
        QVERIFY(action.kind == ActionKind::Create);
        QCOMPARE(action.label, u"Add 2 todos"_s);
        QCOMPARE(action.todos.size(), 2);
        QCOMPARE(action.todos.first().operation, ChangeOperation::Insert);
        QCOMPARE(action.todos.first().after.title, u"Milk"_s);
        QCOMPARE(action.todos.first().after.createdAt, now);
        QCOMPARE(action.todos.first().after.updatedAt, now);
        QVERIFY(action.todos.last().after == aTodo(2)); // its own times are kept
    }

    void shouldEditTheDifferingFieldsOnly()
    {
        const Todo after = aTodo(1).titled(u"Milk"_s).due({2026, 3, 2});
        const Action action = editTodo(aTodo(1), after, now);
        QVERIFY(action.kind == ActionKind::Edit);
        QCOMPARE(action.label, u"Edit “Todo 1”"_s);
        QCOMPARE(action.todos.size(), 1);
        QVERIFY(action.todos.first().before == aTodo(1));
        QVERIFY(action.todos.first().after == after);
        QCOMPARE(action.todos.first().fields, TodoField::Title | TodoField::Due);
    }

    void shouldBeEmptyWhenNothingDiffers()
    {
        QVERIFY(isEmpty(editTodo(aTodo(1), aTodo(1), now)));
        QVERIFY(!isEmpty(editTodo(aTodo(1), aTodo(1).priority(Priority::Low), now)));
    }

    void shouldNotEditNotesOfWhichOnlyTheBeginningIsKnown()
    {
        const Todo cut = aTodo(1).notes(u"Beginning"_s).notesCut();
        const Todo whole = aTodo(1).notes(u"Beginning, and what was cut"_s);
        const Todo edited = aTodo(1).notes(u"Beginning edited"_s).notesCut().titled(u"Milk"_s);
        QVERIFY(isEmpty(editTodo(cut, whole, now)));
        QVERIFY(isEmpty(editTodo(whole, cut, now)));
        QCOMPARE(editTodo(cut, edited, now).todos.first().fields, TodoFields(TodoField::Title));
    }

    void shouldLeaveOutOfAnEditWhatDoesNotDiffer()
    {
        const Todo cut = aTodo(3).notes(u"Beginning"_s).notesCut();
        const Todo cutEdited = aTodo(3).notes(u"Other"_s).notesCut();
        const QList<TodoChange> changes{
            {ChangeOperation::Update, aTodo(1), aTodo(1).inList(1).titled(u"Milk"_s),
             TodoField::List | TodoField::Due},
            {ChangeOperation::Update, aTodo(2), aTodo(2), TodoField::List},
            {ChangeOperation::Update, cut, cutEdited, TodoField::Notes},
            {ChangeOperation::Insert, {}, aTodo(4), {}},
        };
        const Action action = editTodos(changes, u"Set the list"_s, now);
        QCOMPARE(action.label, u"Set the list"_s);
        QCOMPARE(action.todos.size(), 2);
        QCOMPARE(action.todos.first().fields, TodoFields(TodoField::List));
        QVERIFY(action.todos.last() == changes.last());
    }

    void shouldCompleteWhatIsNotCompletedYet()
    {
        const Action action = completeTodos({aTodo(1), aTodo(2).completed(), aTodo(3)}, now);
        QVERIFY(action.kind == ActionKind::Complete);
        QCOMPARE(action.label, u"Complete 2 todos"_s);
        QCOMPARE(action.todos.size(), 2);
        QVERIFY(action.todos.last().id() == numbered<TodoId>(3));
        for (const TodoChange &change : action.todos) {
            QCOMPARE(change.fields, TodoFields(TodoField::CompletedAt));
            QCOMPARE(change.after.completedAt, now);
        }
        QVERIFY(isEmpty(completeTodos({aTodo(2).completed()}, now)));
    }

    void shouldReopenWhatIsCompleted()
    {
        const Action action = reopenTodos({aTodo(1), aTodo(2).completed()}, now);
        QVERIFY(action.kind == ActionKind::Reopen);
        QCOMPARE(action.label, u"Reopen “Todo 2”"_s);
        QCOMPARE(action.todos.size(), 1);
        QVERIFY(!action.todos.first().after.completedAt);
        QCOMPARE(action.todos.first().fields, TodoFields(TodoField::CompletedAt));
    }

    void shouldMoveToAListAndBackToTheInbox()
    {
        const ListId list = numbered<ListId>(1);
        const Action toList = moveTodos({aTodo(1), aTodo(2).inList(1), aTodo(3).inList(2)}, list, now);
        QVERIFY(toList.kind == ActionKind::Move);
        QCOMPARE(toList.todos.size(), 2);
        QVERIFY(toList.todos.last().after.list == list);
        QCOMPARE(toList.todos.last().fields, TodoFields(TodoField::List));

        const Action toInbox = moveTodos({aTodo(1), aTodo(2).inList(1)}, std::nullopt, now);
        QCOMPARE(toInbox.label, u"Move “Todo 2”"_s);
        QCOMPARE(toInbox.todos.size(), 1);
        QVERIFY(!toInbox.todos.first().after.list);
    }

    void shouldTrashAndRestore()
    {
        const Action trash = trashTodos({aTodo(1), aTodo(2).trashed()}, now);
        QVERIFY(trash.kind == ActionKind::Trash);
        QCOMPARE(trash.label, u"Delete “Todo 1”"_s);
        QCOMPARE(trash.todos.size(), 1);
        QCOMPARE(trash.todos.first().after.deletedAt, now);
        QCOMPARE(trash.todos.first().fields, TodoFields(TodoField::DeletedAt));

        const Action restore = restoreTodos({aTodo(1), aTodo(2).trashed()}, now);
        QVERIFY(restore.kind == ActionKind::Restore);
        QCOMPARE(restore.todos.size(), 1);
        QVERIFY(!restore.todos.first().after.deletedAt);
    }

    void shouldPurgeWithoutNamingWhatIsGone()
    {
        const Action action = purgeTodos({aTodo(1).trashed()}, now);
        QVERIFY(action.kind == ActionKind::Purge);
        QCOMPARE(action.label, u"Delete a todo for good"_s);
        QCOMPARE(action.todos.first().operation, ChangeOperation::Delete);
        QVERIFY(action.todos.first().id() == numbered<TodoId>(1));
        QVERIFY(isEmpty(purgeTodos({}, now)));
    }

    void shouldChangeLists()
    {
        const TodoList before{numbered<ListId>(1), u"Home"_s, {}, "V", {}, 3};
        TodoList after = before;
        after.color = u"#112233"_s;

        const Action create = createList(before, now);
        QVERIFY(create.kind == ActionKind::EditLists);
        QCOMPARE(create.lists.first().operation, ChangeOperation::Insert);
        QVERIFY(create.lists.first().after == before);

        const Action edit = editList(before, after, now);
        QCOMPARE(edit.lists.first().operation, ChangeOperation::Update);
        QVERIFY(edit.lists.first().before == before);
        QVERIFY(edit.lists.first().after == after);

        const Action remove = deleteList(before, true, now);
        QCOMPARE(remove.lists.first().operation, ChangeOperation::Delete);
        QVERIFY(remove.lists.first().before == before);
        QVERIFY(remove.lists.first().trashTodos);
        QVERIFY(!deleteList(before, false, now).lists.first().trashTodos);
    }

    void shouldNotEditAListForItsVersion()
    {
        const TodoList before{numbered<ListId>(1), u"Home"_s, {}, "V", {}, 3};
        TodoList after = before;
        after.version = 4;
        QVERIFY(isEmpty(editList(before, after, now)));
    }

    void shouldCreateATag()
    {
        const Tag tag{numbered<TagId>(1), u"later"_s, {}, "V", 0};
        const Action action = createTag(tag, now);
        QVERIFY(action.kind == ActionKind::EditLists);
        QCOMPARE(action.label, u"Add the tag “later”"_s);
        QVERIFY(action.tags.first().after == tag);
        QVERIFY(!isEmpty(action));
    }

    void shouldNameTheTargetOfUndoAndRedo()
    {
        const ActionId target = numbered<ActionId>(5);
        const Action undo = undoAction(target, u"Complete “Milk”"_s, now);
        QVERIFY(undo.kind == ActionKind::Undo);
        QVERIFY(undo.target == target);
        QCOMPARE(undo.label, u"Complete “Milk”"_s);
        QVERIFY(!isEmpty(undo));
        QVERIFY(undo.todos.isEmpty());

        const Action redo = redoAction(undo.id, undo.label, now);
        QVERIFY(redo.kind == ActionKind::Redo);
        QVERIFY(redo.target == undo.id);
        QVERIFY(redo.id != undo.id);
    }
};

QTEST_GUILESS_MAIN(TestActions)
#include "tst_actions.moc"
