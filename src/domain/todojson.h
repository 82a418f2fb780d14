// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"
#include "domain/todolist.h"

#include <QJsonObject>

#include <optional>

namespace tusk::domain
{

// A todo as JSON: the shape in which the server sends rows and the unsent file keeps them. Keys: id, title,
// notes, notes_cut, list_id, tags (ids), priority (0-3), due_date, due_time, due_zone, start_date,
// start_time, start_zone, repeat, parent_id, position, completed_at, deleted_at, created_at, updated_at,
// version. Dates are YYYY-MM-DD, times HH:MM[:SS], instants ISO 8601 with an offset; null for none; absent
// keys count as null.
[[nodiscard]] QJsonObject toJson(const Todo &todo);
// Nothing where the id or the title is missing or malformed.
[[nodiscard]] std::optional<Todo> todoFromJson(const QJsonObject &object);

// Keys: id, name, color, position, archived_at, version.
[[nodiscard]] QJsonObject toJson(const TodoList &list);
[[nodiscard]] std::optional<TodoList> listFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const Tag &tag); // without archived_at
[[nodiscard]] std::optional<Tag> tagFromJson(const QJsonObject &object);

// The fields of a todo that are set in a mask, in the form of the wire: title, notes, list_id, tags,
// priority, due ({date, time, zone} or null), start (likewise), repeat, parent_id, position, completed_at,
// deleted_at.
[[nodiscard]] QJsonObject fieldsToJson(const Todo &todo, TodoFields fields);
// These names, also in what the server says about conflicts.
[[nodiscard]] QString wireName(TodoField field);
[[nodiscard]] std::optional<TodoField> todoFieldFromWireName(QStringView name);

} // namespace tusk::domain
