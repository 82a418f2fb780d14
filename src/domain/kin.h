// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tusk::domain
{

// What a todo's family needs to know of it: the parent of its subtasks, the subtasks of their parent.
struct Kin {
    TodoId id;
    std::optional<TodoId> parent;
    QString title; // at most its first 200 characters
    bool completed = false;
    bool deleted = false; // in the Trash
    QByteArray position;
    qint64 version = 0; // as of the todo

    bool operator==(const Kin &) const = default;
};

} // namespace tusk::domain
