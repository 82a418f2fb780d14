// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/todovalues.h"

#include "domain/todojson.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace tusk::repository
{

namespace
{

using namespace Qt::StringLiterals;

std::optional<QDateTime> instant(const QJsonValue &value)
{
    const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return at.isValid() ? std::optional(at.toUTC()) : std::nullopt;
}

std::optional<domain::When> when(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QDate date = QDate::fromString(object.value("date"_L1).toString(), Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    const QTime time = QTime::fromString(object.value("time"_L1).toString(), Qt::ISODate);
    return domain::When{date, time.isValid() ? std::optional(time) : std::nullopt,
                        object.value("zone"_L1).toString().toUtf8()};
}

QList<domain::TagId> tagIds(const QJsonValue &value)
{
    QList<domain::TagId> ids;
    for (const QJsonValue id : value.toArray())
        ids.append(domain::TagId::fromString(id.toString()));
    return ids;
}

// Fields of the wire, except tags, which the log has as a difference.
void applyFields(domain::Todo &todo, const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString key = field.key();
        const QJsonValue value = field.value();
        if (key == "title"_L1)
            todo.title = value.toString();
        else if (key == "notes"_L1)
            todo.notes = value.toString();
        else if (key == "list_id"_L1)
            todo.list =
                value.isString() ? std::optional(domain::ListId::fromString(value.toString())) : std::nullopt;
        else if (key == "parent_id"_L1)
            todo.parent =
                value.isString() ? std::optional(domain::TodoId::fromString(value.toString())) : std::nullopt;
        else if (key == "priority"_L1)
            todo.priority = static_cast<domain::Priority>(std::clamp(value.toInt(), 0, 3));
        else if (key == "due"_L1)
            todo.due = when(value);
        else if (key == "start"_L1)
            todo.start = when(value);
        else if (key == "repeat"_L1)
            todo.repeatRule = value.toString();
        else if (key == "position"_L1)
            todo.position = value.toString().toLatin1();
        else if (key == "completed_at"_L1)
            todo.completedAt = instant(value);
        else if (key == "deleted_at"_L1)
            todo.deletedAt = instant(value);
    }
}

// What lists and tags share.
template <class Record>
void applyNamedFields(Record &record, const QString &name, const QJsonValue &value)
{
    if (name == "name"_L1)
        record.name = value.toString();
    else if (name == "color"_L1)
        record.color = value.toString();
    else if (name == "position"_L1)
        record.position = value.toString().toLatin1();
}

} // namespace

std::optional<domain::TodoField> fieldFromWire(const QString &name)
{
    using enum domain::TodoField;
    static constexpr std::pair<QStringView, domain::TodoField> fields[] = {{u"title", Title},
                                                                           {u"notes", Notes},
                                                                           {u"list_id", List},
                                                                           {u"tags", Tags},
                                                                           {u"priority", Priority},
                                                                           {u"due", Due},
                                                                           {u"start", Start},
                                                                           {u"repeat", Repeat},
                                                                           {u"parent_id", Parent},
                                                                           {u"position", Position},
                                                                           {u"completed_at", CompletedAt},
                                                                           {u"deleted_at", DeletedAt}};
    const auto found = std::ranges::find(fields, name, &std::pair<QStringView, domain::TodoField>::first);
    return found != std::end(fields) ? std::optional(found->second) : std::nullopt;
}

domain::Todo withField(domain::Todo todo, const QString &name, const QJsonValue &value)
{
    applyFields(todo, {{name, value}});
    if (name == "notes"_L1)
        todo.notesCut = false;
    return todo;
}

domain::TodoList withField(domain::TodoList list, const QString &name, const QJsonValue &value)
{
    applyNamedFields(list, name, value);
    if (name == "archived_at"_L1)
        list.archivedAt = instant(value);
    return list;
}

domain::Tag withField(domain::Tag tag, const QString &name, const QJsonValue &value)
{
    applyNamedFields(tag, name, value);
    return tag;
}

std::optional<domain::Todo> stateBefore(const std::optional<domain::Todo> &now, const LoggedChange &change)
{
    if (change.operation == domain::ChangeOperation::Insert)
        return std::nullopt;
    domain::Todo todo = now.value_or(domain::Todo());
    todo.id = domain::TodoId(change.id);
    applyFields(todo, change.before);
    const QList<domain::TagId> added = tagIds(change.after.value("tags"_L1));
    todo.tags.removeIf([&added](const domain::TagId &tag) { return added.contains(tag); });
    for (const domain::TagId &tag : tagIds(change.before.value("tags"_L1))) {
        if (!todo.tags.contains(tag))
            todo.tags.append(tag);
    }
    std::sort(todo.tags.begin(), todo.tags.end());
    return todo;
}

QSet<domain::TodoId> goneTodos(const ChangedRows &rows)
{
    QSet<domain::TodoId> gone;
    for (const LoggedAction &action : rows.actions) {
        for (const LoggedChange &change : action.changes) {
            if (change.entity == LoggedChange::Entity::Todo)
                gone.insert(domain::TodoId(change.id));
        }
    }
    for (const domain::Todo &todo : rows.todos)
        gone.remove(todo.id);
    if (rows.versions) {
        for (auto row = rows.versions->keyBegin(); row != rows.versions->keyEnd(); ++row)
            gone.remove(*row);
    }
    return gone;
}

bool lostTheirList(const domain::Action &action, const ActionAnswer &answer)
{
    if (!answer.listsGone.isEmpty())
        return true;
    QSet<domain::TodoId> inTheInbox;
    for (const domain::Todo &todo : answer.rows.todos) {
        if (!todo.list)
            inTheInbox.insert(todo.id);
    }
    for (const LoggedAction &logged : answer.rows.actions) {
        for (const LoggedChange &change : logged.changes) {
            if (answer.rows.versions && change.operation == domain::ChangeOperation::Insert &&
                !change.after.value("list_id"_L1).isString())
                inTheInbox.insert(domain::TodoId(change.id));
        }
    }
    return std::ranges::any_of(action.todos, [&inTheInbox](const domain::TodoChange &change) {
        return change.operation == domain::ChangeOperation::Insert && change.after.list &&
               inTheInbox.contains(change.id());
    });
}

} // namespace tusk::repository
