// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todocommands.h"

#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "models/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace tusk::models
{

using domain::Todo;
using domain::TodoChange;

TodoCommands::TodoCommands(Workspace &workspace)
    : m_workspace(workspace)
{
}

// change gets a copy of each todo and says what it shall be.
template <class Change>
void TodoCommands::editEach(const QList<Todo> &todos, const QString &label, Change change) const
{
    QList<TodoChange> changes;
    for (const Todo &todo : todos) {
        Todo after = todo;
        change(after);
        changes.append({domain::ChangeOperation::Update, todo, after, domain::differingFields(todo, after)});
    }
    m_workspace.perform(domain::editTodos(changes, label, m_workspace.now()));
}

namespace
{

// Set due date of “Water the tomatoes”, Set due date of 3 todos
QString labelOf(const char *one, const char *several, const QList<Todo> &todos)
{
    if (todos.size() == 1)
        return QCoreApplication::translate("TodoCommands", one).arg(domain::shortened(todos.first().title));
    return QCoreApplication::translate("TodoCommands", several, nullptr, static_cast<int>(todos.size()));
}

QString dueLabel(const QList<Todo> &todos)
{
    return labelOf(QT_TRANSLATE_NOOP("TodoCommands", "Change due date of “%1”"),
                   QT_TRANSLATE_N_NOOP("TodoCommands", "Change due date of %n todos"), todos);
}

QString tagLabel(const QList<Todo> &todos)
{
    return labelOf(QT_TRANSLATE_NOOP("TodoCommands", "Change tags of “%1”"),
                   QT_TRANSLATE_N_NOOP("TodoCommands", "Change tags of %n todos"), todos);
}

// The time of day stays.
domain::When onDay(const std::optional<domain::When> &due, QDate day)
{
    domain::When moved = due.value_or(domain::When());
    moved.date = day;
    return moved;
}

} // namespace

void TodoCommands::complete(const QList<Todo> &todos) const
{
    m_workspace.perform(domain::completeTodos(todos, m_workspace.now()));
}

void TodoCommands::reopen(const QList<Todo> &todos) const
{
    m_workspace.perform(domain::reopenTodos(todos, m_workspace.now()));
}

void TodoCommands::toggleCompleted(const QList<Todo> &todos) const
{
    const bool anyOpen =
        std::ranges::any_of(todos, [](const Todo &todo) { return !todo.completedAt.has_value(); });
    if (anyOpen)
        complete(todos);
    else
        reopen(todos);
}

void TodoCommands::setPriority(const QList<Todo> &todos, domain::Priority priority) const
{
    editEach(todos,
             labelOf(QT_TRANSLATE_NOOP("TodoCommands", "Change priority of “%1”"),
                     QT_TRANSLATE_N_NOOP("TodoCommands", "Change priority of %n todos"), todos),
             [priority](Todo &todo) { todo.priority = priority; });
}

void TodoCommands::setDue(const QList<Todo> &todos, const std::optional<domain::When> &due) const
{
    editEach(todos, dueLabel(todos), [&due](Todo &todo) { todo.due = due; });
}

void TodoCommands::setDueDate(const QList<Todo> &todos, std::optional<QDate> date) const
{
    editEach(todos, dueLabel(todos),
             [date](Todo &todo) { todo.due = date ? std::optional(onDay(todo.due, *date)) : std::nullopt; });
}

void TodoCommands::moveToDay(const ShownTodos &shown, const QList<domain::TodoId> &ids, qsizetype before,
                             QDate day) const
{
    ShownTodos there = shown;
    QList<Todo> moved;
    for (Todo &todo : there.todos) {
        if (!ids.contains(todo.id))
            continue;
        moved.append(todo);
        todo.due = onDay(todo.due, day);
    }
    const std::optional<RowMove> move = before >= 0 ? moveBefore(there, ids, before) : std::nullopt;
    QList<TodoChange> changes =
        move ? domain::reorderTodos(move->moved, move->around, m_workspace.now()).todos : QList<TodoChange>();
    for (const Todo &todo : std::as_const(moved)) {
        const auto place = std::ranges::find_if(
            changes, [&todo](const TodoChange &change) { return change.id() == todo.id; });
        Todo after = todo;
        after.due = onDay(todo.due, day);
        if (place != changes.end()) {
            after.position = place->after.position;
            changes.erase(place);
        }
        changes.append({domain::ChangeOperation::Update, todo, after, domain::differingFields(todo, after)});
    }
    m_workspace.perform(domain::editTodos(changes, dueLabel(moved), m_workspace.now()));
}

void TodoCommands::postpone(const QList<Todo> &todos, int days) const
{
    const QDate today = m_workspace.today();
    editEach(todos, dueLabel(todos), [today, days](Todo &todo) {
        if (!todo.due)
            todo.due = domain::When{today, {}, {}};
        todo.due->date = todo.due->date.addDays(days);
    });
}

void TodoCommands::setStart(const QList<Todo> &todos, const std::optional<domain::When> &start) const
{
    editEach(todos,
             labelOf(QT_TRANSLATE_NOOP("TodoCommands", "Change start of “%1”"),
                     QT_TRANSLATE_N_NOOP("TodoCommands", "Change start of %n todos"), todos),
             [&start](Todo &todo) { todo.start = start; });
}

void TodoCommands::moveToList(const QList<Todo> &todos, std::optional<domain::ListId> list) const
{
    m_workspace.perform(domain::moveTodos(todos, list, m_workspace.now()));
}

void TodoCommands::moveToNewList(const QList<Todo> &todos, const domain::TodoList &list) const
{
    domain::Action action = domain::moveTodos(todos, list.id, m_workspace.now());
    action.lists = domain::createList(list, m_workspace.now()).lists;
    m_workspace.perform(action);
}

void TodoCommands::addTag(const QList<Todo> &todos, domain::TagId tag) const
{
    editEach(todos, tagLabel(todos),
             [tag](Todo &todo) { todo.tags = domain::tagSet(todo.tags + QList<domain::TagId>{tag}); });
}

void TodoCommands::removeTag(const QList<Todo> &todos, domain::TagId tag) const
{
    editEach(todos, tagLabel(todos), [tag](Todo &todo) { todo.tags.removeAll(tag); });
}

void TodoCommands::addNewTag(const QList<Todo> &todos, const domain::Tag &tag) const
{
    QList<TodoChange> changes;
    for (const Todo &todo : todos) {
        Todo after = todo;
        after.tags = domain::tagSet(after.tags + QList<domain::TagId>{tag.id});
        changes.append({domain::ChangeOperation::Update, todo, after, domain::differingFields(todo, after)});
    }
    domain::Action action = domain::editTodos(changes, tagLabel(todos), m_workspace.now());
    action.tags = domain::createTag(tag, m_workspace.now()).tags;
    m_workspace.perform(action);
}

void TodoCommands::trash(const QList<Todo> &todos) const
{
    m_workspace.perform(domain::trashTodos(todos, m_workspace.now()));
}

void TodoCommands::restore(const QList<Todo> &todos) const
{
    m_workspace.perform(domain::restoreTodos(todos, m_workspace.now()));
}

// change gets each todo as it comes out of the Trash and says what else it shall be.
template <class Change>
void TodoCommands::restoreEach(const QList<Todo> &todos, Change change) const
{
    domain::Action action = domain::restoreTodos(todos, m_workspace.now());
    for (TodoChange &restored : action.todos) {
        change(restored.after);
        restored.fields = domain::differingFields(restored.before, restored.after);
    }
    m_workspace.perform(action);
}

void TodoCommands::restoreToList(const QList<Todo> &todos, std::optional<domain::ListId> list) const
{
    restoreEach(todos, [list](Todo &todo) { todo.list = list; });
}

void TodoCommands::restoreToDay(const QList<Todo> &todos, QDate day) const
{
    restoreEach(todos, [day](Todo &todo) { todo.due = onDay(todo.due, day); });
}

void TodoCommands::purge(const QList<Todo> &todos) const
{
    m_workspace.perform(domain::purgeTodos(todos, m_workspace.now()));
}

// What a merge needs to know besides the todos: the subtasks of those that go to the Trash, and to whom the
// one that stays belongs.
QList<domain::TodoId> TodoCommands::familyOf(const QList<Todo> &todos) const
{
    const Families &families = m_workspace.families();
    QList<domain::TodoId> ids;
    for (const Todo &todo : todos.sliced(1))
        ids += families.childrenOf(todo.id);
    std::optional<domain::TodoId> ancestor = todos.constFirst().parent;
    while (!ids.isEmpty() && ancestor && !ids.contains(*ancestor)) {
        ids.append(*ancestor);
        const std::optional<domain::Kin> kin = families.find(*ancestor);
        ancestor = kin ? kin->parent : std::nullopt;
    }
    return ids;
}

void TodoCommands::merge(const QList<Todo> &todos) const
{
    if (todos.isEmpty())
        return;
    const QList<domain::TodoId> family = familyOf(todos);
    if (family.isEmpty() && std::ranges::none_of(todos, &Todo::notesCut)) {
        m_workspace.perform(domain::mergeTodos(todos, m_workspace.now()));
        return;
    }
    QList<domain::TodoId> ids;
    for (const Todo &todo : todos)
        ids.append(todo.id);
    m_workspace.reader().todos(
        ids + family, m_inbox, [this, ids](const base::Result<repository::TodoPage> &page) {
            if (!page) {
                Q_EMIT m_workspace.noticed(page.error().sentence);
                return;
            }
            QList<Todo> whole = page->todos;
            // Not of std::ranges, whose subranges clang 14 cannot read in the library of g++ 12.
            const auto relatives = std::stable_partition(
                whole.begin(), whole.end(), [&ids](const Todo &todo) { return ids.contains(todo.id); });
            const QList<Todo> around(relatives, whole.end());
            whole.erase(relatives, whole.end());
            std::ranges::sort(whole, {}, [&ids](const Todo &todo) { return ids.indexOf(todo.id); });
            m_workspace.perform(domain::mergeTodos(whole, m_workspace.now(), around));
        });
}

} // namespace tusk::models
