// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "data/session/statement.h"

namespace tusk::repository
{

// SELECT of one value: {"todos": [...], "more": bool, "matches": n}. Its values are appended to those that
// are there already, so that it can be part of a longer statement.
[[nodiscard]] QByteArray pageQuery(const PageRequest &request, QList<std::optional<QByteArray>> &values);

// A value as the next parameter, with its type: "$3::uuid".
[[nodiscard]] QByteArray parameter(QList<std::optional<QByteArray>> &values, const QByteArray &value,
                                   const char *type);

// Of tusk.todo t: what is due on a day, which is a parameter too, or before; and what is due later. The same
// rule as domain::matches(), in a form that the index by date can follow.
[[nodiscard]] QByteArray dueBy(const QByteArray &today, const base::Day &day);
[[nodiscard]] QByteArray dueAfter(const QByteArray &today, const base::Day &day);

} // namespace tusk::repository
