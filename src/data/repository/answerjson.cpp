// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/answerjson.h"

#include "data/repository/jsonmembers.h"
#include "domain/todojson.h"

#include <QCoreApplication>
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

// Reads the one value of an answer; what is not as promised is an error as a whole, never a part of it.
template <class T>
base::Result<T> read(const session::Answer &answer, T (*from)(const JsonMembers &))
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.scalar());
    bool sound = true;
    T value = from(JsonMembers(document.isObject() ? document.object() : QJsonValue(), sound));
    if (!sound)
        return unexpectedAnswer();
    return value;
}

domain::PlaceCounts placeCountsFrom(const JsonMembers &members)
{
    domain::PlaceCounts counts;
    counts.inbox = members.number("inbox"_L1);
    counts.today = members.number("today"_L1);
    counts.overdue = members.number("overdue"_L1);
    counts.upcoming = members.number("upcoming"_L1);
    counts.all = members.number("all"_L1);
    counts.completed = members.number("completed"_L1);
    counts.trash = members.number("trash"_L1);
    counts.lists = members.numbers<domain::ListId>("lists"_L1);
    counts.tags = members.numbers<domain::TagId>("tags"_L1);
    return counts;
}

// What every form of an action has.
ActionSummary headFrom(const JsonMembers &members)
{
    ActionSummary summary;
    summary.id = members.id<domain::ActionId>("id"_L1);
    summary.kind = members.text("kind"_L1);
    summary.label = members.text("label"_L1);
    summary.installation = members.optionalId<domain::InstallationId>("installation"_L1);
    summary.target = members.optionalId<domain::ActionId>("target"_L1);
    return summary;
}

ActionSummary summaryFrom(const JsonMembers &members)
{
    ActionSummary summary = headFrom(members);
    summary.appliedAt = QDateTime::fromString(members.text("applied_at"_L1), Qt::ISODateWithMs);
    members.require(summary.appliedAt.isValid());
    summary.undone = members.flag("undone"_L1);
    return summary;
}

QList<ActionSummary> summariesFrom(const JsonMembers &members, QLatin1StringView name)
{
    QList<ActionSummary> summaries;
    for (const QJsonValue element : members.array(name))
        summaries.append(summaryFrom(members.element(element)));
    return summaries;
}

LoggedChange::Entity entityFrom(const JsonMembers &members)
{
    using Entity = LoggedChange::Entity;
    return members.oneOf<Entity>(
        "entity"_L1, {{"todo"_L1, Entity::Todo}, {"list"_L1, Entity::List}, {"tag"_L1, Entity::Tag}});
}

LoggedChange changeFrom(const JsonMembers &members)
{
    using domain::ChangeOperation;
    LoggedChange change;
    change.entity = entityFrom(members);
    change.operation = members.oneOf<ChangeOperation>("op"_L1, {{"update"_L1, ChangeOperation::Update},
                                                                {"insert"_L1, ChangeOperation::Insert},
                                                                {"delete"_L1, ChangeOperation::Delete}});
    change.id = members.id<domain::TodoId>("id"_L1).uuid();
    change.before = members.optionalObject("before"_L1);
    change.after = members.optionalObject("after"_L1);
    return change;
}

LoggedAction actionFrom(const JsonMembers &members)
{
    LoggedAction action{headFrom(members), {}};
    for (const QJsonValue change : members.array("changes"_L1))
        action.changes.append(changeFrom(members.element(change)));
    return action;
}

domain::Kin kinFrom(const JsonMembers &members)
{
    domain::Kin kin;
    kin.id = members.id<domain::TodoId>("id"_L1);
    kin.parent = members.optionalId<domain::TodoId>("parent_id"_L1);
    kin.title = members.text("title"_L1);
    kin.completed = members.flag("completed"_L1);
    kin.deleted = members.flag("deleted"_L1);
    kin.position = members.text("position"_L1).toLatin1();
    kin.version = members.number("version"_L1);
    return kin;
}

// Each row of a todo brings its family, where it has one.
QList<domain::Kin> kinOfRows(const JsonMembers &members, QLatin1StringView name)
{
    QList<domain::Kin> all;
    for (const QJsonValue element : members.array(name)) {
        const JsonMembers row = members.element(element);
        if (!row.has("kin"_L1))
            continue;
        for (const QJsonValue kin : row.array("kin"_L1))
            all.append(kinFrom(row.element(kin)));
    }
    return all;
}

ChangedRows changedRowsFrom(const JsonMembers &members)
{
    ChangedRows rows;
    for (const QJsonValue action : members.array("actions"_L1))
        rows.actions.append(actionFrom(members.element(action)));
    rows.lists = members.rows("lists"_L1, &domain::listFromJson);
    rows.tags = members.rows("tags"_L1, &domain::tagFromJson);
    if (members.has("versions"_L1)) {
        rows.versions = members.numbers<domain::TodoId>("versions"_L1);
    } else {
        rows.todos = members.rows("todos"_L1, &domain::todoFromJson);
        rows.kin = kinOfRows(members, "todos"_L1);
    }
    return rows;
}

TodoPage todoPageFrom(const JsonMembers &members)
{
    TodoPage page;
    page.todos = members.rows("todos"_L1, &domain::todoFromJson);
    page.kin = kinOfRows(members, "todos"_L1);
    page.more = members.flag("more"_L1);
    if (members.has("matches"_L1))
        page.matches = members.number("matches"_L1);
    return page;
}

FieldConflict conflictFrom(const JsonMembers &members)
{
    return {entityFrom(members),      members.id<domain::TodoId>("id"_L1).uuid(),
            members.text("field"_L1), members.value("base"_L1),
            members.value("mine"_L1), members.value("theirs"_L1)};
}

migration::AppliedMigration migrationFrom(const JsonMembers &members)
{
    return {static_cast<int>(members.number("number"_L1)), members.text("name"_L1),
            members.text("checksum"_L1).toLatin1()};
}

OpeningState stateFrom(const JsonMembers &members)
{
    OpeningState state;
    state.database = members.id<domain::DatabaseId>("database"_L1);
    for (const QJsonValue migration : members.array("migrations"_L1))
        state.migrations.append(migrationFrom(members.element(migration)));
    state.snapshot = members.text("snapshot"_L1).toLatin1();
    members.require(!state.snapshot.isEmpty());
    state.seen = members.ids<domain::ActionId>("seen"_L1);
    state.findsSubstrings = members.flag("substrings"_L1);
    state.titlesByLanguage = members.flag("titles"_L1);
    state.trashDue = members.flag("trash_due"_L1);
    state.lists = members.rows("lists"_L1, &domain::listFromJson);
    state.tags = members.rows("tags"_L1, &domain::tagFromJson);
    state.counts = placeCountsFrom(members.object("counts"_L1));
    state.undoable = summariesFrom(members, "undoable"_L1);
    state.redoable = summariesFrom(members, "redoable"_L1);
    state.firstPage = todoPageFrom(members.object("page"_L1));
    return state;
}

domain::Contents contentsFrom(const JsonMembers &members)
{
    domain::Contents contents;
    contents.lists = members.rows("lists"_L1, &domain::listFromJson);
    contents.tags = members.rows("tags"_L1, &domain::tagFromJson);
    return contents;
}

ActionAnswer actionAnswerOf(const JsonMembers &members)
{
    ActionAnswer answer;
    if (members.has("refused"_L1)) {
        answer.refusal =
            members.oneOf<UndoRefusal>("refused"_L1, {{"nothing_to_undo"_L1, UndoRefusal::NothingToUndo},
                                                      {"unknown_action"_L1, UndoRefusal::UnknownAction},
                                                      {"already_undone"_L1, UndoRefusal::AlreadyUndone},
                                                      {"deleted_for_good"_L1, UndoRefusal::DeletedForGood}});
        return answer;
    }
    for (const QJsonValue conflict : members.array("conflicts"_L1))
        answer.conflicts.append(conflictFrom(members.element(conflict)));
    answer.gone = members.ids<domain::TodoId>("gone"_L1);
    answer.listsGone = members.ids<domain::ListId>("lists_gone"_L1);
    answer.rows = changedRowsFrom(members);
    return answer;
}

CatchUp catchUpOf(const JsonMembers &members)
{
    CatchUp catchUp;
    catchUp.database = members.id<domain::DatabaseId>("database"_L1);
    catchUp.snapshot = members.text("snapshot"_L1).toLatin1();
    members.require(!catchUp.snapshot.isEmpty());
    catchUp.complete = members.flag("complete"_L1);
    catchUp.rows = changedRowsFrom(members);
    return catchUp;
}

QList<ActionSummary> historyOf(const JsonMembers &members)
{
    QList<ActionSummary> history;
    for (const QJsonValue element : members.array("actions"_L1)) {
        const JsonMembers action = members.element(element);
        history.append(summaryFrom(action));
        history.back().import = action.optionalId<domain::ImportId>("import"_L1);
    }
    return history;
}

} // namespace

base::Result<OpeningState> openingStateFrom(const session::Answer &answer)
{
    return read(answer, &stateFrom);
}

base::Result<domain::Contents> namesFrom(const session::Answer &answer)
{
    return read(answer, &contentsFrom);
}

base::Result<TodoPage> pageFrom(const session::Answer &answer)
{
    return read(answer, &todoPageFrom);
}

base::Result<ActionAnswer> actionAnswerFrom(const session::Answer &answer)
{
    return read(answer, &actionAnswerOf);
}

base::Result<CatchUp> catchUpFrom(const session::Answer &answer)
{
    return read(answer, &catchUpOf);
}

base::Result<QList<ActionSummary>> historyFrom(const session::Answer &answer)
{
    return read(answer, &historyOf);
}

} // namespace tusk::repository
