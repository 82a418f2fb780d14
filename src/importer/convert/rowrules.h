// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/todorow.h"

namespace tusk::importer
{

// The rules of tusk.todo, which are those of domain/todorules.h, for fields as they go to the server. What a
// usual todo says passes them by a few comparisons.

// Of Field::Due and Field::Start: a day in the years 1 to 9999, alone or with a time and a zone; or none.
[[nodiscard]] bool fitsMoment(const std::optional<QByteArray> &text);

// The first field with which the database would refuse the todo.
[[nodiscard]] std::optional<Field> brokenRule(const TodoRow &row);

} // namespace tusk::importer
