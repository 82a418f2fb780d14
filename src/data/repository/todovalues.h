// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/migration/migration.h"
#include "domain/action.h"
#include "domain/kin.h"
#include "domain/todofilter.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <optional>

namespace tusk::repository
{

// What a read asks for: a page of a place by key, never by OFFSET. With neither after nor before: its
// beginning.
struct PageRequest {
    domain::TodoFilter filter;
    base::Day today;                    // of the user: decides what is due and what is hidden
    int limit = 200;                    // rows; of a search at most 500 matches are looked at
    std::optional<domain::Todo> after;  // the page that follows this todo in the order of the place
    std::optional<domain::Todo> before; // the page that ends before it
    bool wholeNotes = false;

    bool operator==(const PageRequest &) const = default;
};

struct TodoPage {
    QList<domain::Todo> todos; // in the order of the place
    bool more = false;         // there are others in the direction asked for
    qint64 matches = 0;        // of a search: how many in all, 501 for "more than 500"
    QList<domain::Kin> kin;    // parents and subtasks of these todos, in any order

    bool operator==(const TodoPage &) const = default;
};

// An action that could be undone or redone.
struct ActionSummary {
    domain::ActionId id;
    QString kind;                                       // domain::toString(ActionKind), or "external"
    QString label;                                      // empty where the log has forgotten it
    std::optional<domain::InstallationId> installation; // none: another program
    std::optional<domain::ActionId> target;
    QDateTime appliedAt;
    bool undone = false;
    std::optional<domain::ImportId> import; // that it was; only the history knows

    bool operator==(const ActionSummary &) const = default;
};

// Everything the window needs at opening, read by one statement in one snapshot.
struct OpeningState {
    domain::DatabaseId database;
    QList<migration::AppliedMigration> migrations; // that made its schema, ascending
    QByteArray snapshot;                           // pg_snapshot_xmin: ask for changes since this
    QList<domain::ActionId> seen;  // actions that a question for changes since snapshot gives again
    bool trashDue = false;         // todos are in the Trash for too long: see ActionWriter::emptyTrash()
    bool findsSubstrings = true;   // false: pg_trgm is not to be had there
    bool titlesByLanguage = true;  // false: without ICU, the server sorts titles by rules of its own
    QList<domain::TodoList> lists; // in their order, archived ones too
    QList<domain::Tag> tags;
    domain::PlaceCounts counts;
    base::Day day;                 // of the user, that counts and firstPage are of
    QList<ActionSummary> undoable; // of this installation, newest first, at most 100
    QList<ActionSummary> redoable; // likewise
    TodoPage firstPage;
};

// What an action did to one row. before and after are in the form of the log: changed fields only, tags as
// those taken away and those added.
struct LoggedChange {
    enum class Entity { Todo, List, Tag };
    Entity entity = Entity::Todo;
    QUuid id;
    domain::ChangeOperation operation = domain::ChangeOperation::Update;
    QJsonObject before;
    QJsonObject after;
};

struct LoggedAction {
    ActionSummary summary;
    QList<LoggedChange> changes;
};

// Some actions of the log, and every row that they touched as it is now. A touched row that is not here is
// gone.
struct ChangedRows {
    QList<LoggedAction> actions; // in the order of the log
    QList<domain::Todo> todos;
    QList<domain::Kin> kin; // parents and subtasks of todos, in any order
    QList<domain::TodoList> lists;
    QList<domain::Tag> tags;
    // Instead of todos where there are very many: their versions.
    std::optional<QHash<domain::TodoId, qint64>> versions;
    // Beside versions, of an action of our own: what it was to do to the todos. Not always all that it did: a
    // list that is deleted takes its todos along.
    QList<domain::TodoChange> patches;
};

// Todos that were touched and are not among the rows.
[[nodiscard]] QSet<domain::TodoId> goneTodos(const ChangedRows &rows);

// The same field was changed by somebody else since the user saw it: the server's value stands.
struct FieldConflict {
    LoggedChange::Entity entity = LoggedChange::Entity::Todo;
    QUuid id;      // of the todo, list or tag
    QString field; // name on the wire, see domain/todojson.h
    QJsonValue base;
    QJsonValue mine;
    QJsonValue theirs;

    bool operator==(const FieldConflict &) const = default;
};

// Why the database did not undo or redo.
enum class UndoRefusal { NothingToUndo, UnknownAction, AlreadyUndone, DeletedForGood };

struct ActionAnswer {
    std::optional<UndoRefusal> refusal;
    QList<FieldConflict> conflicts;
    QList<domain::TodoId> gone;      // deleted for good meanwhile: nothing was changed there
    QList<domain::ListId> listsGone; // todos that were to be moved to these are in the Inbox
    ChangedRows rows;
};

// Todos of the action that were meant for a list are in the Inbox, because the list was deleted meanwhile.
[[nodiscard]] bool lostTheirList(const domain::Action &action, const ActionAnswer &answer);

struct CatchUp {
    domain::DatabaseId database;
    QByteArray snapshot;
    bool complete = true; // false: read everything anew
    ChangedRows rows;
};

// The field of that name on the wire; nothing for names that no action changes.
[[nodiscard]] std::optional<domain::TodoField> fieldFromWire(const QString &name);
// The todo with one field set from its value on the wire. Not for tags, which never conflict.
[[nodiscard]] domain::Todo withField(domain::Todo todo, const QString &name, const QJsonValue &value);
[[nodiscard]] domain::TodoList withField(domain::TodoList list, const QString &name, const QJsonValue &value);
[[nodiscard]] domain::Tag withField(domain::Tag tag, const QString &name, const QJsonValue &value);

// The todo as it was before a change, given as it is after it (none: does not exist). Without the notes.
[[nodiscard]] std::optional<domain::Todo> stateBefore(const std::optional<domain::Todo> &now,
                                                      const LoggedChange &change);

} // namespace tusk::repository
