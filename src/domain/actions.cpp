// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"

#include "domain/actionlabels.h"
#include "domain/newaction.h"

namespace tusk::domain
{

namespace
{

// change gets a copy of each todo and says what it shall be; todos that are so already are left out.
template <class Change>
Action updateEach(ActionKind kind, const QList<Todo> &todos, const QDateTime &now, Change change)
{
    Action action = newAction(kind, now);
    for (const Todo &todo : todos) {
        Todo after = todo;
        change(after);
        if (const TodoChange difference = updateOf(todo, after); difference.fields)
            action.todos.append(difference);
    }
    action.label = todoLabel(kind, action.todos);
    return action;
}

} // namespace

bool isEmpty(const Action &action)
{
    return action.todos.isEmpty() && action.lists.isEmpty() && action.tags.isEmpty() && !action.target;
}

Action createTodos(const QList<Todo> &todos, const QDateTime &now)
{
    Action action = newAction(ActionKind::Create, now);
    for (const Todo &todo : todos) {
        TodoChange change;
        change.operation = ChangeOperation::Insert;
        change.after = todo;
        if (!change.after.createdAt.isValid())
            change.after.createdAt = now.toUTC();
        if (!change.after.updatedAt.isValid())
            change.after.updatedAt = now.toUTC();
        action.todos.append(change);
    }
    action.label = todoLabel(action.kind, action.todos);
    return action;
}

Action editTodo(const Todo &before, const Todo &after, const QDateTime &now)
{
    return updateEach(ActionKind::Edit, {before}, now, [&after](Todo &todo) { todo = after; });
}

Action editTodos(const QList<TodoChange> &changes, const QString &label, const QDateTime &now)
{
    Action action = newAction(ActionKind::Edit, now);
    action.label = label;
    for (TodoChange change : changes) {
        if (change.operation == ChangeOperation::Update) {
            change.fields &= differingFields(change.before, change.after);
            if (!change.fields)
                continue;
        }
        action.todos.append(change);
    }
    return action;
}

Action completeTodos(const QList<Todo> &todos, const QDateTime &now)
{
    return updateEach(ActionKind::Complete, todos, now,
                      [&now](Todo &todo) { todo.completedAt = now.toUTC(); });
}

Action reopenTodos(const QList<Todo> &todos, const QDateTime &now)
{
    return updateEach(ActionKind::Reopen, todos, now, [](Todo &todo) { todo.completedAt.reset(); });
}

Action moveTodos(const QList<Todo> &todos, std::optional<ListId> list, const QDateTime &now)
{
    return updateEach(ActionKind::Move, todos, now, [list](Todo &todo) { todo.list = list; });
}

Action trashTodos(const QList<Todo> &todos, const QDateTime &now)
{
    return updateEach(ActionKind::Trash, todos, now, [&now](Todo &todo) { todo.deletedAt = now.toUTC(); });
}

Action restoreTodos(const QList<Todo> &todos, const QDateTime &now)
{
    return updateEach(ActionKind::Restore, todos, now, [](Todo &todo) { todo.deletedAt.reset(); });
}

Action purgeTodos(const QList<Todo> &todos, const QDateTime &now)
{
    Action action = newAction(ActionKind::Purge, now);
    for (const Todo &todo : todos) {
        TodoChange change;
        change.operation = ChangeOperation::Delete;
        change.before = todo;
        action.todos.append(change);
    }
    action.label = todoLabel(action.kind, action.todos);
    return action;
}

Action createList(const TodoList &list, const QDateTime &now)
{
    Action action = newAction(ActionKind::EditLists, now);
    action.label = createListLabel(list);
    action.lists.append({ChangeOperation::Insert, {}, list, false});
    return action;
}

Action editList(const TodoList &before, const TodoList &after, const QDateTime &now)
{
    Action action = newAction(ActionKind::EditLists, now);
    action.label = editListLabel(before, after);
    TodoList unchanged = before;
    unchanged.version = after.version;
    if (after != unchanged)
        action.lists.append({ChangeOperation::Update, before, after, false});
    return action;
}

Action deleteList(const TodoList &list, bool trashTodos, const QDateTime &now)
{
    Action action = newAction(ActionKind::EditLists, now);
    action.label = deleteListLabel(list, trashTodos);
    action.lists.append({ChangeOperation::Delete, list, {}, trashTodos});
    return action;
}

Action createTag(const Tag &tag, const QDateTime &now)
{
    Action action = newAction(ActionKind::EditLists, now);
    action.label = createTagLabel(tag);
    action.tags.append({ChangeOperation::Insert, {}, tag});
    return action;
}

Action editTag(const Tag &before, const Tag &after, const QDateTime &now)
{
    Action action = newAction(ActionKind::EditLists, now);
    action.label = editTagLabel(after);
    Tag unchanged = before;
    unchanged.version = after.version;
    if (after != unchanged)
        action.tags.append({ChangeOperation::Update, before, after});
    return action;
}

Action deleteTag(const Tag &tag, const QDateTime &now)
{
    Action action = newAction(ActionKind::EditLists, now);
    action.label = deleteTagLabel(tag);
    action.tags.append({ChangeOperation::Delete, tag, {}});
    return action;
}

Action undoAction(ActionId target, const QString &label, const QDateTime &now)
{
    Action action = newAction(ActionKind::Undo, now);
    action.label = label;
    action.target = target;
    return action;
}

Action undoLongAction(ActionId target, const QString &label, const QDateTime &now)
{
    Action action = undoAction(target, label, now);
    action.takesLong = true;
    return action;
}

Action redoAction(ActionId target, const QString &label, const QDateTime &now)
{
    Action action = newAction(ActionKind::Redo, now);
    action.label = label;
    action.target = target;
    return action;
}

} // namespace tusk::domain
