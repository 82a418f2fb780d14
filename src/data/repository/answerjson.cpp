// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/answerjson.h"

#include "domain/todojson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tusk::repository
{

namespace
{

using namespace Qt::StringLiterals;

base::Error unexpectedAnswer()
{
    base::Error error;
    error.kind = base::ErrorKind::Internal;
    error.sentence =
        QCoreApplication::translate("Repository", "The database answered in a form that this Tusk does "
                                                  "not understand.");
    return error;
}

base::Result<QJsonObject> objectFrom(const session::Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.scalar());
    if (!document.isObject())
        return unexpectedAnswer();
    return document.object();
}

template <class Id>
std::optional<Id> optionalId(const QJsonValue &value)
{
    return value.isString() ? std::optional(Id::fromString(value.toString())) : std::nullopt;
}

template <class T>
QList<T> valuesFrom(const QJsonValue &array, std::optional<T> (*fromJson)(const QJsonObject &))
{
    QList<T> values;
    for (const QJsonValue &element : array.toArray()) {
        if (const auto value = fromJson(element.toObject()))
            values.append(*value);
    }
    return values;
}

template <class Id>
QList<Id> idsFrom(const QJsonValue &array)
{
    QList<Id> ids;
    for (const QJsonValue &element : array.toArray())
        ids.append(Id::fromString(element.toString()));
    return ids;
}

template <class Id>
QHash<Id, qint64> countsFrom(const QJsonValue &object)
{
    QHash<Id, qint64> counts;
    const QJsonObject members = object.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        counts.insert(Id::fromString(member.key()), member.value().toInteger());
    return counts;
}

domain::PlaceCounts placeCountsFrom(const QJsonObject &object)
{
    domain::PlaceCounts counts;
    counts.inbox = object.value("inbox"_L1).toInteger();
    counts.today = object.value("today"_L1).toInteger();
    counts.upcoming = object.value("upcoming"_L1).toInteger();
    counts.all = object.value("all"_L1).toInteger();
    counts.completed = object.value("completed"_L1).toInteger();
    counts.trash = object.value("trash"_L1).toInteger();
    counts.lists = countsFrom<domain::ListId>(object.value("lists"_L1));
    counts.tags = countsFrom<domain::TagId>(object.value("tags"_L1));
    return counts;
}

ActionSummary summaryFrom(const QJsonObject &object)
{
    ActionSummary summary;
    summary.id = domain::ActionId::fromString(object.value("id"_L1).toString());
    summary.kind = object.value("kind"_L1).toString();
    summary.label = object.value("label"_L1).toString();
    summary.installation = optionalId<domain::InstallationId>(object.value("installation"_L1));
    summary.target = optionalId<domain::ActionId>(object.value("target"_L1));
    summary.appliedAt = QDateTime::fromString(object.value("applied_at"_L1).toString(), Qt::ISODateWithMs);
    summary.undone = object.value("undone"_L1).toBool();
    return summary;
}

QList<ActionSummary> summariesFrom(const QJsonValue &array)
{
    QList<ActionSummary> summaries;
    for (const QJsonValue &element : array.toArray())
        summaries.append(summaryFrom(element.toObject()));
    return summaries;
}

LoggedChange changeFrom(const QJsonObject &object)
{
    LoggedChange change;
    const QString entity = object.value("entity"_L1).toString();
    change.entity = entity == "list"_L1  ? LoggedChange::Entity::List
                    : entity == "tag"_L1 ? LoggedChange::Entity::Tag
                                         : LoggedChange::Entity::Todo;
    const QString operation = object.value("op"_L1).toString();
    change.operation = operation == "insert"_L1   ? domain::ChangeOperation::Insert
                       : operation == "delete"_L1 ? domain::ChangeOperation::Delete
                                                  : domain::ChangeOperation::Update;
    change.id = QUuid::fromString(object.value("id"_L1).toString());
    change.before = object.value("before"_L1).toObject();
    change.after = object.value("after"_L1).toObject();
    return change;
}

ChangedRows changedRowsFrom(const QJsonObject &object)
{
    ChangedRows rows;
    for (const QJsonValue &element : object.value("actions"_L1).toArray()) {
        LoggedAction action{summaryFrom(element.toObject()), {}};
        for (const QJsonValue &change : element.toObject().value("changes"_L1).toArray())
            action.changes.append(changeFrom(change.toObject()));
        rows.actions.append(action);
    }
    rows.todos = valuesFrom(object.value("todos"_L1), &domain::todoFromJson);
    rows.lists = valuesFrom(object.value("lists"_L1), &domain::listFromJson);
    rows.tags = valuesFrom(object.value("tags"_L1), &domain::tagFromJson);
    if (object.contains("versions"_L1))
        rows.versions = countsFrom<domain::TodoId>(object.value("versions"_L1));
    return rows;
}

TodoPage todoPageFrom(const QJsonObject &object)
{
    TodoPage page;
    page.todos = valuesFrom(object.value("todos"_L1), &domain::todoFromJson);
    page.more = object.value("more"_L1).toBool();
    page.matches = object.value("matches"_L1).toInteger();
    return page;
}

std::optional<UndoRefusal> refusalFrom(const QJsonValue &value)
{
    const QString reason = value.toString();
    if (reason == "nothing_to_undo"_L1)
        return UndoRefusal::NothingToUndo;
    if (reason == "unknown_action"_L1)
        return UndoRefusal::UnknownAction;
    if (reason == "already_undone"_L1)
        return UndoRefusal::AlreadyUndone;
    if (reason == "deleted_for_good"_L1)
        return UndoRefusal::DeletedForGood;
    return std::nullopt;
}

} // namespace

base::Result<OpeningState> openingStateFrom(const session::Answer &answer)
{
    const auto object = objectFrom(answer);
    if (!object)
        return object.error();
    OpeningState state;
    state.database = domain::DatabaseId::fromString(object->value("database"_L1).toString());
    state.schemaVersion = object->value("schema"_L1).toInt();
    state.snapshot = object->value("snapshot"_L1).toString().toLatin1();
    state.seen = idsFrom<domain::ActionId>(object->value("seen"_L1));
    state.trashDue = object->value("trash_due"_L1).toBool();
    state.findsSubstrings = object->value("substrings"_L1).toBool();
    state.lists = valuesFrom(object->value("lists"_L1), &domain::listFromJson);
    state.tags = valuesFrom(object->value("tags"_L1), &domain::tagFromJson);
    state.counts = placeCountsFrom(object->value("counts"_L1).toObject());
    state.undoable = summariesFrom(object->value("undoable"_L1));
    state.redoable = summariesFrom(object->value("redoable"_L1));
    state.firstPage = todoPageFrom(object->value("page"_L1).toObject());
    if (state.database.isNull() || state.snapshot.isEmpty())
        return unexpectedAnswer();
    return state;
}

base::Result<TodoPage> pageFrom(const session::Answer &answer)
{
    const auto object = objectFrom(answer);
    if (!object)
        return object.error();
    return todoPageFrom(*object);
}

base::Result<ActionAnswer> actionAnswerFrom(const session::Answer &answer)
{
    const auto object = objectFrom(answer);
    if (!object)
        return object.error();
    ActionAnswer result;
    result.refusal = refusalFrom(object->value("refused"_L1));
    for (const QJsonValue &element : object->value("conflicts"_L1).toArray()) {
        const QJsonObject conflict = element.toObject();
        result.conflicts.append({domain::TodoId::fromString(conflict.value("id"_L1).toString()),
                                 conflict.value("field"_L1).toString(), conflict.value("base"_L1),
                                 conflict.value("mine"_L1), conflict.value("theirs"_L1)});
    }
    result.gone = idsFrom<domain::TodoId>(object->value("gone"_L1));
    result.listsGone = idsFrom<domain::ListId>(object->value("lists_gone"_L1));
    result.rows = changedRowsFrom(*object);
    return result;
}

base::Result<CatchUp> catchUpFrom(const session::Answer &answer)
{
    const auto object = objectFrom(answer);
    if (!object)
        return object.error();
    CatchUp catchUp;
    catchUp.database = domain::DatabaseId::fromString(object->value("database"_L1).toString());
    catchUp.snapshot = object->value("snapshot"_L1).toString().toLatin1();
    catchUp.complete = object->value("complete"_L1).toBool();
    catchUp.rows = changedRowsFrom(*object);
    if (catchUp.database.isNull() || catchUp.snapshot.isEmpty())
        return unexpectedAnswer();
    return catchUp;
}

base::Result<QList<ActionSummary>> historyFrom(const session::Answer &answer)
{
    const auto object = objectFrom(answer);
    if (!object)
        return object.error();
    return summariesFrom(object->value("actions"_L1));
}

} // namespace tusk::repository
