// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"

#include <QList>

namespace tusk::domain
{

// In the order of the todos.
[[nodiscard]] inline QList<TodoId> idsOf(const QList<Todo> &todos)
{
    QList<TodoId> ids;
    ids.reserve(todos.size());
    for (const Todo &todo : todos)
        ids.append(todo.id);
    return ids;
}

} // namespace tusk::domain
