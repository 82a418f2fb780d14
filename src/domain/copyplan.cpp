// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/copyplan.h"

#include "domain/newaction.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace tusk::domain
{

namespace
{

template <class Id>
using Places = QHash<Id, Id>; // by the id in the source: that in the target

// Of lists or tags: those that are used, found in the target by id or name, or added there.
template <class Record, class Change, class Id = decltype(Record::id)>
Places<Id> placesOf(const QSet<Id> &used, const QList<Record> &source, const QList<Record> &target,
                    QList<Change> &changes)
{
    Places<Id> places;
    for (const Record &record : source) {
        if (!used.contains(record.id))
            continue;
        const auto sameId = std::ranges::find(target, record.id, &Record::id);
        const auto sameName = std::ranges::find_if(target, [&record](const Record &other) {
            return other.name.compare(record.name, Qt::CaseInsensitive) == 0;
        });
        if (sameId != target.end()) {
            places.insert(record.id, record.id);
        } else if (sameName != target.end()) {
            places.insert(record.id, sameName->id);
        } else {
            places.insert(record.id, record.id);
            Change change;
            change.operation = ChangeOperation::Insert;
            change.after = record;
            change.after.version = 0;
            changes.append(change);
        }
    }
    return places;
}

QSet<ListId> listsOf(const QList<Todo> &todos)
{
    QSet<ListId> lists;
    for (const Todo &todo : todos) {
        if (todo.list)
            lists.insert(*todo.list);
    }
    return lists;
}

QSet<TagId> tagsOf(const QList<Todo> &todos)
{
    QSet<TagId> tags;
    for (const Todo &todo : todos)
        tags.unite(QSet<TagId>(todo.tags.begin(), todo.tags.end()));
    return tags;
}

// What the ids of the source are in the target.
struct Mapping {
    Places<ListId> lists;
    Places<TagId> tags;
    QHash<TodoId, std::optional<TodoId>> parents; // of all that will be there
};

// Whether following the parents from a todo comes back to it.
bool isOwnAncestor(TodoId todo, const QHash<TodoId, std::optional<TodoId>> &parents)
{
    QSet<TodoId> seen;
    std::optional<TodoId> ancestor = parents.value(todo);
    while (ancestor && *ancestor != todo && !seen.contains(*ancestor)) {
        seen.insert(*ancestor);
        ancestor = parents.value(*ancestor);
    }
    return ancestor == todo;
}

// Somebody has thrown it away there, and nobody has worked on it here since.
bool staysInTrash(const Todo &there, const Todo &todo)
{
    return there.deletedAt && !todo.deletedAt && todo.updatedAt <= *there.deletedAt;
}

QHash<TodoId, std::optional<TodoId>> parentsThere(const QList<Todo> &source, const QHash<TodoId, Todo> &there)
{
    QHash<TodoId, std::optional<TodoId>> parents;
    for (const Todo &todo : there)
        parents.insert(todo.id, todo.parent);
    for (const Todo &todo : source) {
        if (!there.contains(todo.id))
            parents.insert(todo.id, std::nullopt);
    }
    const QHash<TodoId, std::optional<TodoId>> before = parents;
    for (const Todo &todo : source) {
        const auto same = there.constFind(todo.id);
        const bool isLeft = same != there.cend() && staysInTrash(*same, todo);
        if (!isLeft && (!todo.parent || before.contains(*todo.parent)))
            parents.insert(todo.id, todo.parent);
    }
    for (const Todo &todo : source) {
        if (isOwnAncestor(todo.id, parents))
            parents.insert(todo.id, before.value(todo.id));
        if (isOwnAncestor(todo.id, parents))
            parents.insert(todo.id, std::nullopt);
    }
    return parents;
}

Todo mapped(Todo todo, const Mapping &mapping)
{
    todo.version = 0;
    if (todo.list && mapping.lists.contains(*todo.list))
        todo.list = mapping.lists.value(*todo.list);
    else
        todo.list.reset();
    QList<TagId> tags;
    for (const TagId tag : std::as_const(todo.tags)) {
        if (mapping.tags.contains(tag))
            tags.append(mapping.tags.value(tag));
    }
    todo.tags = tagSet(tags);
    todo.parent = mapping.parents.value(todo.id);
    return todo;
}

void add(CopyPlan &plan, const Todo &todo)
{
    TodoChange change;
    change.operation = ChangeOperation::Insert;
    change.after = todo;
    plan.action.todos.append(change);
    plan.added.append(todo);
}

void adjust(CopyPlan &plan, const Todo &before, Todo todo)
{
    todo.position = before.position;
    const TodoChange change = updateOf(before, todo);
    if (!change.fields) {
        ++plan.same;
        return;
    }
    plan.action.todos.append(change);
    plan.changed.append(change);
}

} // namespace

CopyPlan planCopy(const Contents &source, const Contents &target, const QString &label, const QDateTime &now)
{
    CopyPlan plan;
    plan.action = newAction(ActionKind::Create, now);
    plan.action.label = label;
    QHash<TodoId, Todo> there;
    Mapping mapping;
    mapping.lists = placesOf(listsOf(source.todos), source.lists, target.lists, plan.action.lists);
    mapping.tags = placesOf(tagsOf(source.todos), source.tags, target.tags, plan.action.tags);
    for (const Todo &todo : target.todos)
        there.insert(todo.id, todo);
    mapping.parents = parentsThere(source.todos, there);
    for (const Todo &todo : source.todos) {
        const auto before = there.constFind(todo.id);
        if (before == there.cend())
            add(plan, mapped(todo, mapping));
        else if (staysInTrash(*before, todo))
            ++plan.inTrash;
        else
            adjust(plan, *before, mapped(todo, mapping));
    }
    return plan;
}

QString changedWords(const TodoChange &change)
{
    struct Word {
        TodoField field;
        const char *text;
    };
    static constexpr Word words[] = {
        {TodoField::Title, QT_TRANSLATE_NOOP("CopyPlan", "title")},
        {TodoField::Notes, QT_TRANSLATE_NOOP("CopyPlan", "notes")},
        {TodoField::List, QT_TRANSLATE_NOOP("CopyPlan", "list")},
        {TodoField::Tags, QT_TRANSLATE_NOOP("CopyPlan", "tags")},
        {TodoField::Priority, QT_TRANSLATE_NOOP("CopyPlan", "priority")},
        {TodoField::Due, QT_TRANSLATE_NOOP("CopyPlan", "due date")},
        {TodoField::Start, QT_TRANSLATE_NOOP("CopyPlan", "start date")},
        {TodoField::Repeat, QT_TRANSLATE_NOOP("CopyPlan", "repetition")},
        {TodoField::Parent, QT_TRANSLATE_NOOP("CopyPlan", "place among subtasks")},
        {TodoField::CompletedAt, QT_TRANSLATE_NOOP("CopyPlan", "completion")},
        {TodoField::DeletedAt, QT_TRANSLATE_NOOP("CopyPlan", "was in the Trash")},
    };
    QStringList result;
    for (const Word &word : words) {
        if (change.fields.testFlag(word.field))
            result.append(QCoreApplication::translate("CopyPlan", word.text));
    }
    return result.join(QStringLiteral(", "));
}

} // namespace tusk::domain
