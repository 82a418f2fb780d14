// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What is chosen for the edited todos: saved at once.

#include "base/uuidv7.h"
#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todorules.h"
#include "models/todoeditor.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::models
{

// Changes each todo as the user saw it.
template <class Change>
void TodoEditor::change(Field field, Change change, const domain::Action &made)
{
    QList<domain::TodoChange> changes;
    for (const domain::Todo &before : seen(field)) {
        domain::TodoChange each{domain::ChangeOperation::Update, before, before, field};
        change(each.after);
        if (domain::differingFields(each.before, each.after))
            changes.append(each);
    }
    if (changes.isEmpty())
        return;
    if (const auto draft = m_drafts.find(field); draft != m_drafts.end())
        std::ranges::for_each(draft->seen, change);
    const domain::ActionKind kind =
        field == Field::List ? domain::ActionKind::Move : domain::ActionKind::Edit;
    domain::Action action = domain::editTodos(changes, domain::todoLabel(kind, changes), m_workspace.now());
    action.kind = kind;
    action.lists = made.lists;
    action.tags = made.tags;
    perform(action, field);
    onWatchedChanged();
}

void TodoEditor::perform(const domain::Action &action, Field field)
{
    Q_EMIT accepted(field);
    m_workspace.perform(action);
}

bool TodoEditor::check(Field field, const std::optional<domain::When> &when)
{
    const base::Result<domain::When> checked = domain::checkedWhen(when.value_or(domain::When{}));
    if (!when || checked)
        return true;
    Q_EMIT rejected(field, checked.error());
    return false;
}

void TodoEditor::setDue(const std::optional<domain::When> &due)
{
    if (check(Field::Due, due))
        change(Field::Due, [&due](domain::Todo &todo) { todo.due = due; });
}

void TodoEditor::setStart(const std::optional<domain::When> &start)
{
    if (check(Field::Start, start))
        change(Field::Start, [&start](domain::Todo &todo) { todo.start = start; });
}

void TodoEditor::setPriority(domain::Priority priority)
{
    change(Field::Priority, [priority](domain::Todo &todo) { todo.priority = priority; });
}

void TodoEditor::setList(std::optional<domain::ListId> list)
{
    change(Field::List, [list](domain::Todo &todo) { todo.list = list; });
}

void TodoEditor::setNewList(const domain::TodoList &list)
{
    change(
        Field::List, [&list](domain::Todo &todo) { todo.list = list.id; },
        domain::createList(list, m_workspace.now()));
}

void TodoEditor::addTag(domain::TagId tag)
{
    change(Field::Tags, [tag](domain::Todo &todo) { todo.tags = domain::tagSet(todo.tags + QList{tag}); });
}

void TodoEditor::addTagNamed(const QString &name)
{
    const base::Result<QString> checked = domain::checkedTagName(name);
    if (!checked) {
        Q_EMIT rejected(Field::Tags, checked.error());
        return;
    }
    const QList<domain::Tag> tags = m_workspace.tags();
    const auto known = std::ranges::find_if(tags, [&checked](const domain::Tag &tag) {
        return tag.name.compare(*checked, Qt::CaseInsensitive) == 0;
    });
    if (known != tags.end()) {
        addTag(known->id);
        return;
    }
    domain::Tag tag;
    tag.id = domain::TagId(base::makeUuidV7());
    tag.name = *checked;
    tag.position =
        domain::positionAtEnd(m_workspace.now(), tags.isEmpty() ? QByteArray() : tags.last().position);
    change(
        Field::Tags, [&tag](domain::Todo &todo) { todo.tags = domain::tagSet(todo.tags + QList{tag.id}); },
        domain::createTag(tag, m_workspace.now()));
}

void TodoEditor::removeTag(domain::TagId tag)
{
    change(Field::Tags, [tag](domain::Todo &todo) { todo.tags.removeAll(tag); });
}

} // namespace tusk::models
