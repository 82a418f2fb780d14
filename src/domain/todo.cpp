// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todo.h"

#include <algorithm>

namespace tusk::domain
{

std::weak_ordering operator<=>(const When &left, const When &right)
{
    if (left.date != right.date)
        return left.date < right.date ? std::weak_ordering::less : std::weak_ordering::greater;
    if (left.time.has_value() != right.time.has_value())
        return left.time ? std::weak_ordering::less : std::weak_ordering::greater;
    if (left.time == right.time)
        return std::weak_ordering::equivalent;
    return *left.time < *right.time ? std::weak_ordering::less : std::weak_ordering::greater;
}

QList<TagId> tagSet(QList<TagId> tags)
{
    std::ranges::sort(tags);
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

TodoFields differingFields(const Todo &left, const Todo &right)
{
    using enum TodoField;

    TodoFields fields;
    fields.setFlag(Title, left.title != right.title);
    fields.setFlag(Notes, !left.notesCut && !right.notesCut && left.notes != right.notes);
    fields.setFlag(List, left.list != right.list);
    fields.setFlag(Tags, left.tags != right.tags);
    fields.setFlag(TodoField::Priority, left.priority != right.priority);
    fields.setFlag(Due, left.due != right.due);
    fields.setFlag(Start, left.start != right.start);
    fields.setFlag(Repeat, left.repeatRule != right.repeatRule);
    fields.setFlag(Parent, left.parent != right.parent);
    fields.setFlag(Position, left.position != right.position);
    fields.setFlag(CompletedAt, left.completedAt.has_value() != right.completedAt.has_value());
    fields.setFlag(DeletedAt, left.deletedAt.has_value() != right.deletedAt.has_value());
    return fields;
}

Todo patched(Todo target, const Todo &source, TodoFields fields)
{
    const auto take = [&](TodoField field, auto member) {
        if (fields.testFlag(field))
            target.*member = source.*member;
    };
    take(TodoField::Title, &Todo::title);
    take(TodoField::Notes, &Todo::notes);
    take(TodoField::Notes, &Todo::notesCut);
    take(TodoField::List, &Todo::list);
    take(TodoField::Tags, &Todo::tags);
    take(TodoField::Priority, &Todo::priority);
    take(TodoField::Due, &Todo::due);
    take(TodoField::Start, &Todo::start);
    take(TodoField::Repeat, &Todo::repeatRule);
    take(TodoField::Parent, &Todo::parent);
    take(TodoField::Position, &Todo::position);
    take(TodoField::CompletedAt, &Todo::completedAt);
    take(TodoField::DeletedAt, &Todo::deletedAt);
    return target;
}

} // namespace tusk::domain
