// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/action.h"
#include "domain/actionjson.h"
#include "domain/todojson.h"

#include <QJsonArray>

namespace tusk::domain
{

using namespace Qt::StringLiterals;

namespace
{

// What a change has beside its operation and its two records.
QJsonObject details(const TodoChange &change)
{
    QJsonArray fields;
    for (uint bit = 1; bit <= static_cast<uint>(TodoField::DeletedAt); bit <<= 1U) {
        if (const auto field = static_cast<TodoField>(bit); change.fields.testFlag(field))
            fields.append(wireName(field));
    }
    return fields.isEmpty() ? QJsonObject() : QJsonObject{{u"fields"_s, fields}};
}

QJsonObject details(const ListChange &change)
{
    return change.trashTodos ? QJsonObject{{u"trash_todos"_s, true}} : QJsonObject();
}

QJsonObject details(const TagChange &)
{
    return {};
}

template <class Change>
void insertJournal(QJsonObject &object, QLatin1StringView key, const QList<Change> &changes)
{
    using Record = decltype(Change::after);
    QJsonArray array;
    for (const Change &change : changes) {
        QJsonObject entry = details(change);
        entry.insert("op"_L1, toString(change.operation));
        if (change.before != Record())
            entry.insert("before"_L1, toJson(change.before));
        if (change.after != Record())
            entry.insert("after"_L1, toJson(change.after));
        array.append(entry);
    }
    if (!array.isEmpty())
        object.insert(key, array);
}

void readDetails(const QJsonObject &entry, TodoChange &change)
{
    for (const auto &name : entry["fields"_L1].toArray()) {
        if (const auto field = todoFieldFromWireName(name.toString()))
            change.fields.setFlag(*field);
    }
}

void readDetails(const QJsonObject &entry, ListChange &change)
{
    change.trashTodos = entry["trash_todos"_L1].toBool();
}

void readDetails(const QJsonObject &, TagChange &) {}

template <class Change, class Parse>
bool readChange(const QJsonObject &entry, Change &change, Parse parse)
{
    const auto readRecord = [&](QLatin1StringView key, auto &record) {
        if (!entry.contains(key))
            return true;
        const auto parsed = parse(entry[key].toObject());
        if (parsed)
            record = *parsed;
        return parsed.has_value();
    };
    const auto operation = changeOperationFromString(entry["op"_L1].toString());
    if (!operation)
        return false;
    change.operation = *operation;
    readDetails(entry, change);
    return readRecord("before"_L1, change.before) && readRecord("after"_L1, change.after);
}

template <class Change, class Parse>
bool readChanges(const QJsonValue &value, QList<Change> &changes, Parse parse)
{
    const QJsonArray array = value.toArray();
    changes.resize(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!readChange(array.at(i).toObject(), changes[i], parse))
            return false;
    }
    return true;
}

bool readHead(const QJsonObject &record, Action &action)
{
    const auto kind = actionKindFromString(record["kind"_L1].toString());
    if (!kind)
        return false;
    action.kind = *kind;
    action.id = ActionId::fromString(record["id"_L1].toString());
    action.label = record["label"_L1].toString();
    action.madeAt = QDateTime::fromString(record["made_at"_L1].toString(), Qt::ISODateWithMs).toUTC();
    if (record.contains("target"_L1))
        action.target = ActionId::fromString(record["target"_L1].toString());
    action.takesLong = record["takes_long"_L1].toBool();
    return !action.id.isNull() && action.madeAt.isValid();
}

} // namespace

QJsonObject toJournalJson(const Action &action)
{
    QJsonObject object = headToJson(action);
    insertJournal(object, "todos"_L1, action.todos);
    insertJournal(object, "lists"_L1, action.lists);
    insertJournal(object, "tags"_L1, action.tags);
    if (action.takesLong)
        object.insert("takes_long"_L1, true);
    return object;
}

std::optional<Action> fromJournalJson(const QJsonObject &record)
{
    Action action;
    if (!readHead(record, action) || !readChanges(record["todos"_L1], action.todos, todoFromJson) ||
        !readChanges(record["lists"_L1], action.lists, listFromJson) ||
        !readChanges(record["tags"_L1], action.tags, tagFromJson))
        return std::nullopt;
    // Rows of the server are read leniently, but a change is to be sent as it was made or not at all:
    // whatever would not be written back the same, also what a later version added, makes the record a
    // foreign one.
    if (toJournalJson(action) != record)
        return std::nullopt;
    return action;
}

} // namespace tusk::domain
