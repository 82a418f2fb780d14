// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todojson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tusk::domain
{

using namespace Qt::StringLiterals;

namespace
{

struct FieldName {
    TodoField field;
    QLatin1StringView name;
};

constexpr std::array fieldNames{
    FieldName{TodoField::Title, "title"_L1},
    FieldName{TodoField::Notes, "notes"_L1},
    FieldName{TodoField::List, "list_id"_L1},
    FieldName{TodoField::Tags, "tags"_L1},
    FieldName{TodoField::Priority, "priority"_L1},
    FieldName{TodoField::Due, "due"_L1},
    FieldName{TodoField::Start, "start"_L1},
    FieldName{TodoField::Repeat, "repeat"_L1},
    FieldName{TodoField::Parent, "parent_id"_L1},
    FieldName{TodoField::Position, "position"_L1},
    FieldName{TodoField::CompletedAt, "completed_at"_L1},
    FieldName{TodoField::DeletedAt, "deleted_at"_L1},
};

QJsonValue toValue(const QDateTime &instant)
{
    return instant.isValid() ? QJsonValue(instant.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue toValue(const std::optional<QDateTime> &instant)
{
    return toValue(instant.value_or(QDateTime()));
}

template <class Kind>
QJsonValue toValue(const std::optional<Id<Kind>> &id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue();
}

QJsonValue toValue(const QList<TagId> &tags)
{
    QJsonArray array;
    for (const TagId &tag : tags)
        array.append(tag.toString());
    return array;
}

QJsonValue dateValue(const std::optional<When> &when)
{
    return when ? QJsonValue(when->date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue timeValue(const std::optional<When> &when)
{
    return when && when->time ? QJsonValue(when->time->toString(u"HH:mm:ss")) : QJsonValue();
}

QJsonValue zoneValue(const std::optional<When> &when)
{
    return when && when->time ? QJsonValue(QString::fromUtf8(when->zone)) : QJsonValue();
}

QJsonValue toValue(const std::optional<When> &when)
{
    if (!when)
        return {};
    return QJsonObject{
        {u"date"_s, dateValue(when)}, {u"time"_s, timeValue(when)}, {u"zone"_s, zoneValue(when)}};
}

// Without an offset it is no instant.
QDateTime instantFrom(const QJsonValue &value)
{
    const QDateTime instant = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return instant.isValid() && instant.timeSpec() != Qt::LocalTime ? instant.toUTC() : QDateTime();
}

std::optional<QDateTime> optionalInstantFrom(const QJsonValue &value)
{
    const QDateTime instant = instantFrom(value);
    return instant.isValid() ? std::optional(instant) : std::nullopt;
}

template <class IdType>
std::optional<IdType> idFrom(const QJsonValue &value)
{
    const IdType id = IdType::fromString(value.toString());
    return id.isNull() ? std::nullopt : std::optional(id);
}

QList<TagId> tagsFrom(const QJsonValue &value)
{
    QList<TagId> tags;
    for (const auto &element : value.toArray()) {
        if (const auto tag = idFrom<TagId>(element))
            tags.append(*tag);
    }
    return tagSet(tags);
}

// Exactly YYYY-MM-DD: Qt ignores what follows, be it BC.
QDate dateFrom(const QString &text)
{
    return text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
}

std::optional<When> whenFrom(const QJsonValue &date, const QJsonValue &time, const QJsonValue &zone)
{
    When when;
    when.date = dateFrom(date.toString());
    if (!when.date.isValid())
        return std::nullopt;
    const QTime parsed = QTime::fromString(time.toString(), Qt::ISODate);
    if (parsed.isValid() && !zone.toString().isEmpty()) {
        when.time = parsed;
        when.zone = zone.toString().toUtf8();
    }
    return when;
}

Priority priorityFrom(const QJsonValue &value)
{
    switch (value.toInt()) {
    case 1:
        return Priority::Low;
    case 2:
        return Priority::Medium;
    case 3:
        return Priority::High;
    default:
        return Priority::None;
    }
}

QJsonValue fieldValue(const Todo &todo, TodoField field)
{
    switch (field) {
    case TodoField::Title:
        return todo.title;
    case TodoField::Notes:
        return todo.notes;
    case TodoField::List:
        return toValue(todo.list);
    case TodoField::Tags:
        return toValue(todo.tags);
    case TodoField::Priority:
        return static_cast<int>(todo.priority);
    case TodoField::Due:
        return toValue(todo.due);
    case TodoField::Start:
        return toValue(todo.start);
    case TodoField::Repeat:
        return todo.repeatRule;
    case TodoField::Parent:
        return toValue(todo.parent);
    case TodoField::Position:
        return QString::fromLatin1(todo.position);
    case TodoField::CompletedAt:
        return toValue(todo.completedAt);
    case TodoField::DeletedAt:
        return toValue(todo.deletedAt);
    }
    return {};
}

// What lists and tags have in common.
template <class Record>
QJsonObject namedToJson(const Record &record)
{
    return {{u"id"_s, record.id.toString()},
            {u"name"_s, record.name},
            {u"color"_s, record.color},
            {u"position"_s, QString::fromLatin1(record.position)},
            {u"version"_s, record.version}};
}

template <class Record>
std::optional<Record> namedFromJson(const QJsonObject &object)
{
    const auto id = idFrom<decltype(Record::id)>(object["id"_L1]);
    const QJsonValue name = object["name"_L1];
    if (!id || !name.isString())
        return std::nullopt;
    Record record;
    record.id = *id;
    record.name = name.toString();
    record.color = object["color"_L1].toString();
    record.position = object["position"_L1].toString().toLatin1();
    record.version = object["version"_L1].toInteger();
    return record;
}

} // namespace

QString wireName(TodoField field)
{
    return std::ranges::find(fieldNames, field, &FieldName::field)->name;
}

std::optional<TodoField> todoFieldFromWireName(QStringView name)
{
    const auto found =
        std::ranges::find_if(fieldNames, [name](const FieldName &entry) { return entry.name == name; });
    return found != fieldNames.end() ? std::optional(found->field) : std::nullopt;
}

QJsonObject fieldsToJson(const Todo &todo, TodoFields fields)
{
    QJsonObject object;
    for (const FieldName &entry : fieldNames) {
        if (fields.testFlag(entry.field))
            object.insert(entry.name, fieldValue(todo, entry.field));
    }
    return object;
}

QJsonObject toJson(const Todo &todo)
{
    QJsonObject object = fieldsToJson(todo, allTodoFields & ~(TodoField::Due | TodoField::Start));
    object.insert("id"_L1, todo.id.toString());
    object.insert("notes_cut"_L1, todo.notesCut);
    object.insert("due_date"_L1, dateValue(todo.due));
    object.insert("due_time"_L1, timeValue(todo.due));
    object.insert("due_zone"_L1, zoneValue(todo.due));
    object.insert("start_date"_L1, dateValue(todo.start));
    object.insert("start_time"_L1, timeValue(todo.start));
    object.insert("start_zone"_L1, zoneValue(todo.start));
    object.insert("created_at"_L1, toValue(todo.createdAt));
    object.insert("updated_at"_L1, toValue(todo.updatedAt));
    object.insert("version"_L1, todo.version);
    return object;
}

std::optional<Todo> todoFromJson(const QJsonObject &object)
{
    const auto id = idFrom<TodoId>(object["id"_L1]);
    const QJsonValue title = object["title"_L1];
    if (!id || !title.isString())
        return std::nullopt;
    Todo todo;
    todo.id = *id;
    todo.title = title.toString();
    todo.notes = object["notes"_L1].toString();
    todo.notesCut = object["notes_cut"_L1].toBool();
    todo.list = idFrom<ListId>(object["list_id"_L1]);
    todo.tags = tagsFrom(object["tags"_L1]);
    todo.priority = priorityFrom(object["priority"_L1]);
    todo.due = whenFrom(object["due_date"_L1], object["due_time"_L1], object["due_zone"_L1]);
    todo.start = whenFrom(object["start_date"_L1], object["start_time"_L1], object["start_zone"_L1]);
    todo.repeatRule = object["repeat"_L1].toString();
    todo.parent = idFrom<TodoId>(object["parent_id"_L1]);
    todo.position = object["position"_L1].toString().toLatin1();
    todo.completedAt = optionalInstantFrom(object["completed_at"_L1]);
    todo.deletedAt = optionalInstantFrom(object["deleted_at"_L1]);
    todo.createdAt = instantFrom(object["created_at"_L1]);
    todo.updatedAt = instantFrom(object["updated_at"_L1]);
    todo.version = object["version"_L1].toInteger();
    return todo;
}

QJsonObject toJson(const TodoList &list)
{
    QJsonObject object = namedToJson(list);
    object.insert("archived_at"_L1, toValue(list.archivedAt));
    return object;
}

std::optional<TodoList> listFromJson(const QJsonObject &object)
{
    auto list = namedFromJson<TodoList>(object);
    if (list)
        list->archivedAt = optionalInstantFrom(object["archived_at"_L1]);
    return list;
}

QJsonObject toJson(const Tag &tag)
{
    return namedToJson(tag);
}

std::optional<Tag> tagFromJson(const QJsonObject &object)
{
    return namedFromJson<Tag>(object);
}

} // namespace tusk::domain
