// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "domain/todolist.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tusk::domain
{

enum class ChangeOperation { Insert, Update, Delete };

// What an action does to one todo. Insert uses after, Delete before, Update the named fields of both: before
// holds what the user saw (the base of the merge), after what it shall be.
struct TodoChange {
    ChangeOperation operation = ChangeOperation::Update;
    Todo before;
    Todo after;
    TodoFields fields; // Update only

    bool operator==(const TodoChange &) const = default;
    [[nodiscard]] TodoId id() const { return operation == ChangeOperation::Delete ? before.id : after.id; }
};

// Lists and tags are small: their changes carry the whole record, and the server compares field by field.
struct ListChange {
    ChangeOperation operation = ChangeOperation::Update;
    TodoList before;
    TodoList after;
    bool trashTodos = false; // Delete: its todos go to the Trash; else to the Inbox

    bool operator==(const ListChange &) const = default;
};

struct TagChange {
    ChangeOperation operation = ChangeOperation::Update;
    Tag before;
    Tag after;

    bool operator==(const TagChange &) const = default;
};

enum class ActionKind {
    Create,
    Edit,
    Complete,
    Reopen,
    Move,    // to another list
    Reorder, // within a place
    Trash,
    Restore,
    Purge, // deleted for good: the log forgets the content too
    Merge,
    EditLists, // lists and tags
    Undo,      // takes back Action::target; Redo is the undo of an undo
    Redo,
};

// One thing that the user did, however many todos it touches: one round trip, one transaction, one entry in
// the history, one step of undo. Safe to send twice: the server knows the id and answers as it did before.
struct Action {
    ActionId id;
    ActionKind kind = ActionKind::Edit;
    QString label; // for history and undo, e.g. Complete “Water the tomatoes”; translated when it was made
    QDateTime madeAt; // UTC, by the client's clock
    QList<TodoChange> todos;
    QList<ListChange> lists;
    QList<TagChange> tags;
    std::optional<ActionId> target; // Undo and Redo: the action to take back; it is then all there is
    bool takesLong = false; // Undo: of an import, or of very many todos; the database gets its time for that

    bool operator==(const Action &) const = default;
};

// The JSON that tusk.apply_action understands (docs/postgresql.md describes it): changed fields with base and
// new value only.
[[nodiscard]] QJsonObject toWireJson(const Action &action);

// Everything, for the file of unsent actions. fromJournalJson gives nothing when the record is not one of
// ours.
[[nodiscard]] QJsonObject toJournalJson(const Action &action);
[[nodiscard]] std::optional<Action> fromJournalJson(const QJsonObject &record);

// As stored in tusk.action.kind: create, edit, complete, reopen, move, reorder, trash, restore, purge, merge,
// edit_lists, undo, redo.
[[nodiscard]] QString toString(ActionKind kind);
[[nodiscard]] std::optional<ActionKind> actionKindFromString(QStringView name);

} // namespace tusk::domain
