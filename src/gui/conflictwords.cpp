// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/conflictwords.h"

#include "domain/relativedate.h"
#include "domain/repeattext.h"
#include "gui/details/priorityfield.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr qsizetype longestText = 1'000; // notes may have a million characters

QString translated(const char *text)
{
    return QCoreApplication::translate("Conflict", text);
}

QString textWords(const QString &text)
{
    if (text.isEmpty())
        return translated("nothing");
    return text.size() > longestText ? text.left(longestText) + u'…' : text;
}

QString dateWords(const std::optional<domain::When> &date, const models::Workspace &workspace)
{
    return date ? domain::dueText(*date, workspace.moment(), QLocale()) : translated("No date");
}

QString listWords(std::optional<domain::ListId> id, const models::Workspace &workspace)
{
    if (!id)
        return translated("Inbox");
    const QList<domain::TodoList> lists = workspace.lists();
    const auto list = std::ranges::find(lists, *id, &domain::TodoList::id);
    return list != lists.end() ? list->name : translated("a list that was deleted");
}

QString parentWords(std::optional<domain::TodoId> id, const models::Workspace &workspace)
{
    if (!id)
        return translated("no subtask");
    const std::optional<domain::Kin> parent = workspace.families().find(*id);
    return parent ? translated("subtask of “%1”").arg(parent->title) : translated("subtask of another todo");
}

QString repeatWords(const QString &rule)
{
    return rule.isEmpty() ? translated("does not repeat") : domain::repeatText(rule, QLocale());
}

QString words(domain::TodoField field, const domain::Todo &todo, const models::Workspace &workspace)
{
    switch (field) {
        using enum domain::TodoField;
    case Title:
        return textWords(todo.title);
    case Notes:
        return textWords(todo.notes);
    case List:
        return listWords(todo.list, workspace);
    case Priority:
        return priorityName(todo.priority);
    case Due:
        return dateWords(todo.due, workspace);
    case Start:
        return dateWords(todo.start, workspace);
    case Repeat:
        return repeatWords(todo.repeatRule);
    case Parent:
        return parentWords(todo.parent, workspace);
    case CompletedAt:
        return todo.completedAt ? translated("completed") : translated("open");
    case DeletedAt:
        return todo.deletedAt ? translated("in the Trash") : translated("not in the Trash");
    case Tags:
    case Position:
        break; // never a conflict
    }
    return {};
}

bool isName(const QString &field)
{
    return field == QLatin1StringView("name");
}

QString colorWords(const QString &color)
{
    return color.isEmpty() ? translated("no colour") : color;
}

QString words(const QString &field, const domain::TodoList &list)
{
    if (isName(field))
        return textWords(list.name);
    if (field == QLatin1StringView("color"))
        return colorWords(list.color);
    return list.archivedAt ? translated("archived") : translated("not archived");
}

QString words(const QString &field, const domain::Tag &tag)
{
    return isName(field) ? textWords(tag.name) : colorWords(tag.color);
}

} // namespace

ConflictWords conflictWords(const models::Workspace::Conflict &conflict, const models::Workspace &workspace)
{
    const QString &field = conflict.field.field;
    if (const auto *todo = std::get_if<domain::TodoChange>(&conflict.resolution)) {
        const auto which = domain::TodoField(todo->fields.toInt());
        return {todo->before.title, words(which, todo->before, workspace),
                words(which, todo->after, workspace)};
    }
    if (const auto *list = std::get_if<domain::ListChange>(&conflict.resolution))
        return {list->before.name, words(field, list->before), words(field, list->after)};
    const auto &tag = std::get<domain::TagChange>(conflict.resolution);
    return {tag.before.name, words(field, tag.before), words(field, tag.after)};
}

} // namespace tusk::gui
