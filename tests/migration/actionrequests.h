// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace tusk::tests
{

// Actions in the JSON that tusk.apply_action takes, written by hand: what the tests of the database say must
// not depend on the classes of the program. Todos, lists and tags are numbered from 1.

[[nodiscard]] QString todoId(int number);
[[nodiscard]] QString listId(int number);
[[nodiscard]] QString tagId(int number);
[[nodiscard]] QJsonArray tagIds(std::initializer_list<int> numbers);

// What is not given is as in a new todo: "Todo 1", in the Inbox, at the end.
[[nodiscard]] QJsonObject insertTodo(int number, const QJsonObject &fields = {});
[[nodiscard]] QJsonObject updateTodo(int number, const QJsonObject &base, const QJsonObject &wanted);
[[nodiscard]] QJsonObject deleteTodo(int number);
[[nodiscard]] QJsonObject completeTodo(int number);
[[nodiscard]] QJsonObject insertNamed(const QString &id, const QString &name, const QJsonObject &fields = {});
[[nodiscard]] QJsonObject updateNamed(const QString &id, const QJsonObject &base, const QJsonObject &wanted);
[[nodiscard]] QJsonObject deleteNamed(const QString &id);

// With an id of its own.
[[nodiscard]] QJsonObject action(const QString &kind, const QJsonArray &todos = {},
                                 const QJsonArray &lists = {}, const QJsonArray &tags = {});
[[nodiscard]] QJsonObject undo(const QString &target = {}); // empty: what the server takes for the newest
[[nodiscard]] QJsonObject redo(const QString &target = {});

inline constexpr char someInstant[] = "2026-11-20T09:15:36.614Z";
[[nodiscard]] QJsonObject done();    // completed_at, set
[[nodiscard]] QJsonObject open();    // completed_at, not set
[[nodiscard]] QJsonObject trashed(); // deleted_at, set
[[nodiscard]] QJsonObject kept();    // deleted_at, not set
[[nodiscard]] QJsonObject title(const QString &text);
[[nodiscard]] QJsonObject notes(const QString &text);

} // namespace tusk::tests
