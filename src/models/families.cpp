// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/families.h"

#include <algorithm>
#include <limits>

namespace tusk::models
{

namespace
{

using domain::ChangeOperation;
using domain::Kin;
using domain::TodoField;
using domain::TodoId;

constexpr qint64 notSaved = std::numeric_limits<qint64>::max(); // laid over everything that is

Kin kinOf(const domain::Todo &todo)
{
    return {todo.id,       todo.parent, todo.title, todo.completedAt.has_value(), todo.deletedAt.has_value(),
            todo.position, todo.version};
}

} // namespace

void Families::learn(const repository::TodoPage &page)
{
    for (const Kin &kin : page.kin)
        learn(kin);
    for (const domain::Todo &todo : page.todos)
        learn(todo);
}

void Families::merge(const repository::ChangedRows &rows)
{
    for (const Kin &kin : rows.kin)
        learn(kin);
    for (const domain::Todo &todo : rows.todos)
        learn(todo);
    for (const domain::TodoChange &change : rows.patches) {
        if (rows.versions && rows.versions->contains(change.id()))
            patch(change, rows.versions->value(change.id()));
    }
    for (const TodoId id : repository::goneTodos(rows))
        forget(id);
}

Families Families::with(const QList<domain::TodoChange> &pending) const
{
    Families shown = *this;
    for (const domain::TodoChange &change : pending)
        shown.patch(change, notSaved);
    return shown;
}

// ---------------------------------------------------------------------------------------------------------------
// What is known

// Of a todo that has neither parent nor subtasks there is nothing to say.
bool Families::isOfInterest(const domain::Todo &todo) const
{
    return todo.parent || m_kin.contains(todo.id) || m_children.contains(todo.id);
}

void Families::learn(const domain::Todo &todo)
{
    if (isOfInterest(todo))
        learn(kinOf(todo));
}

void Families::learn(const Kin &kin)
{
    const auto known = m_kin.constFind(kin.id);
    if (known == m_kin.cend() || known->version <= kin.version)
        set(kin);
}

void Families::set(const Kin &kin)
{
    const auto known = m_kin.constFind(kin.id);
    if (known != m_kin.cend() && known->parent == kin.parent) {
        m_kin.insert(kin.id, kin);
        return;
    }
    forget(kin.id);
    m_kin.insert(kin.id, kin);
    if (kin.parent)
        m_children[*kin.parent].insert(kin.id);
}

void Families::forget(TodoId todo)
{
    const std::optional<Kin> known = find(todo);
    m_kin.remove(todo);
    if (!known || !known->parent)
        return;
    const auto siblings = m_children.find(*known->parent);
    siblings->remove(todo);
    if (siblings->isEmpty())
        m_children.erase(siblings);
}

void Families::patch(const domain::TodoChange &change, qint64 version)
{
    if (change.operation == ChangeOperation::Delete) {
        forget(change.id());
        return;
    }
    if (!isOfInterest(change.after))
        return;
    const Kin wanted = kinOf(change.after);
    Kin kin = find(change.id()).value_or(wanted);
    if (kin.version > version)
        return;
    const bool isNew = change.operation == ChangeOperation::Insert;
    const auto changes = [&](TodoField field) { return isNew || change.fields.testFlag(field); };
    if (changes(TodoField::Title))
        kin.title = wanted.title;
    if (changes(TodoField::Parent))
        kin.parent = wanted.parent;
    if (changes(TodoField::CompletedAt))
        kin.completed = wanted.completed;
    if (changes(TodoField::DeletedAt))
        kin.deleted = wanted.deleted;
    if (changes(TodoField::Position))
        kin.position = wanted.position;
    kin.version = version;
    set(kin);
}

// ---------------------------------------------------------------------------------------------------------------
// What is asked

std::optional<Kin> Families::find(TodoId todo) const
{
    const auto known = m_kin.constFind(todo);
    return known != m_kin.cend() ? std::optional(*known) : std::nullopt;
}

QList<TodoId> Families::childrenOf(TodoId todo) const
{
    return m_children.value(todo).values();
}

Family Families::of(TodoId todo, std::optional<TodoId> parent) const
{
    Family family;
    const auto children = m_children.constFind(todo);
    if (children != m_children.cend()) {
        for (const TodoId &child : *children) {
            const Kin &kin = *m_kin.constFind(child);
            family.subtasks += kin.deleted ? 0 : 1;
            family.done += kin.completed && !kin.deleted ? 1 : 0;
        }
    }
    if (parent) {
        const auto known = m_kin.constFind(*parent);
        if (known != m_kin.cend())
            family.parentTitle = known->title;
    }
    return family;
}

QList<Kin> Families::subtasksOf(TodoId todo) const
{
    QList<Kin> subtasks;
    for (const TodoId &child : m_children.value(todo)) {
        if (const Kin kin = m_kin.value(child); !kin.deleted)
            subtasks.append(kin);
    }
    std::ranges::sort(subtasks, [](const Kin &left, const Kin &right) {
        return left.position != right.position ? left.position < right.position : left.id < right.id;
    });
    return subtasks;
}

} // namespace tusk::models
