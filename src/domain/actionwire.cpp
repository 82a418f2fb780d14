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

// Only the beginning of the notes is known: neither base nor new value can be told.
TodoFields sendableFields(const TodoChange &change)
{
    const bool notesKnown = !change.before.notesCut && !change.after.notesCut;
    return notesKnown ? change.fields : change.fields & ~TodoFields(TodoField::Notes);
}

QJsonObject wireHead(ChangeOperation operation, const QString &id)
{
    return {{u"op"_s, toString(operation)}, {u"id"_s, id}};
}

QJsonObject toWire(const TodoChange &change)
{
    QJsonObject object = wireHead(change.operation, change.id().toString());
    switch (change.operation) {
    case ChangeOperation::Insert: {
        QJsonObject fields = fieldsToJson(change.after, allTodoFields);
        fields.insert("created_at"_L1, change.after.createdAt.toUTC().toString(Qt::ISODateWithMs));
        object.insert("new"_L1, fields);
        break;
    }
    case ChangeOperation::Update:
        object.insert("base"_L1, fieldsToJson(change.before, sendableFields(change)));
        object.insert("new"_L1, fieldsToJson(change.after, sendableFields(change)));
        break;
    case ChangeOperation::Delete:
        break;
    }
    return object;
}

template <class Record>
QJsonObject recordFields(const Record &record)
{
    QJsonObject object = toJson(record);
    object.remove("id"_L1);
    object.remove("version"_L1);
    return object;
}

// Lists and tags: the fields that differ, by their JSON.
template <class Change>
QJsonObject recordToWire(const Change &change)
{
    const bool isDelete = change.operation == ChangeOperation::Delete;
    QJsonObject object = wireHead(change.operation, (isDelete ? change.before : change.after).id.toString());
    if (isDelete)
        return object;
    QJsonObject before = recordFields(change.before);
    QJsonObject after = recordFields(change.after);
    if (change.operation == ChangeOperation::Update) {
        for (const QString &key : after.keys()) {
            if (before.value(key) == after.value(key)) {
                before.remove(key);
                after.remove(key);
            }
        }
        object.insert("base"_L1, before);
    }
    object.insert("new"_L1, after);
    return object;
}

QJsonObject toWire(const ListChange &change)
{
    QJsonObject object = recordToWire(change);
    if (change.operation == ChangeOperation::Delete)
        object.insert("trash_todos"_L1, change.trashTodos);
    return object;
}

QJsonObject toWire(const TagChange &change)
{
    return recordToWire(change);
}

bool isSendable(const TodoChange &change)
{
    return change.operation != ChangeOperation::Update || sendableFields(change) != TodoFields();
}

template <class Change>
bool isSendable(const Change &)
{
    return true;
}

template <class Change>
void insertWire(QJsonObject &object, QLatin1StringView key, const QList<Change> &changes)
{
    QJsonArray array;
    for (const Change &change : changes) {
        if (isSendable(change))
            array.append(toWire(change));
    }
    if (!array.isEmpty())
        object.insert(key, array);
}

} // namespace

QJsonObject toWireJson(const Action &action)
{
    QJsonObject object = headToJson(action);
    insertWire(object, "todos"_L1, action.todos);
    insertWire(object, "lists"_L1, action.lists);
    insertWire(object, "tags"_L1, action.tags);
    return object;
}

} // namespace tusk::domain
