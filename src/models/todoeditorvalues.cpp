// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What the fields show of the edited todos: of several what they share.

#include "models/todoeditor.h"

#include <QSet>

#include <algorithm>

namespace tusk::models
{

namespace
{

// The value that all todos share, or the member's default.
template <class Member>
auto shared(const QList<domain::Todo> &todos, Member member)
{
    std::remove_cvref_t<decltype(domain::Todo().*member)> none{};
    if (todos.isEmpty())
        return none;
    const auto &first = todos.constFirst().*member;
    const bool same =
        std::ranges::all_of(todos, [&](const domain::Todo &todo) { return todo.*member == first; });
    return same ? first : none;
}

} // namespace

bool TodoEditor::isMixed(Field field) const
{
    const QList<domain::Todo> all = todos();
    return std::ranges::any_of(all, [&](const domain::Todo &todo) {
        return domain::differingFields(all.constFirst(), todo).testFlag(field);
    });
}

QString TodoEditor::title() const
{
    const Draft draft = m_drafts.value(Field::Title);
    return draft.text ? draft.text() : shared(todos(), &domain::Todo::title);
}

QString TodoEditor::notes() const
{
    const Draft draft = m_drafts.value(Field::Notes);
    return draft.text ? draft.text() : shared(todos(), &domain::Todo::notes);
}

bool TodoEditor::hasWholeNotes() const
{
    const QList<domain::Todo> todos = seen(Field::Notes); // const: thousands that are shared are not copied
    return std::ranges::none_of(todos, &domain::Todo::notesCut);
}

std::optional<domain::When> TodoEditor::due() const
{
    return shared(todos(), &domain::Todo::due);
}

std::optional<domain::When> TodoEditor::start() const
{
    return shared(todos(), &domain::Todo::start);
}

domain::Priority TodoEditor::priority() const
{
    return shared(todos(), &domain::Todo::priority);
}

std::optional<domain::ListId> TodoEditor::list() const
{
    return shared(todos(), &domain::Todo::list);
}

QString TodoEditor::repeatRule() const
{
    return shared(todos(), &domain::Todo::repeatRule);
}

QList<domain::TagId> TodoEditor::tags() const
{
    const QList<domain::Todo> all = todos();
    QList<domain::TagId> result = all.isEmpty() ? QList<domain::TagId>() : all.constFirst().tags;
    result.removeIf([&all](domain::TagId tag) {
        return std::ranges::any_of(all, [tag](const domain::Todo &todo) { return !todo.tags.contains(tag); });
    });
    return result;
}

QList<domain::TagId> TodoEditor::someTags() const
{
    QSet<domain::TagId> some; // few as a rule, of thousands of todos
    for (const domain::Todo &todo : todos())
        for (const domain::TagId tag : todo.tags)
            some.insert(tag);
    for (const domain::TagId tag : tags())
        some.remove(tag);
    return domain::tagSet(some.values());
}

bool TodoEditor::isGone() const
{
    return std::ranges::any_of(m_watched.todos(),
                               [this](const domain::Todo &todo) { return m_watched.isGone(todo.id); });
}

} // namespace tusk::models
