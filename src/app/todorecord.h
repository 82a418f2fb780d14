// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/catalogue.h"
#include "domain/todo.h"

#include <QJsonObject>

namespace tusk::app
{

// A todo as --json prints it, with names beside ids. Other programs rely on the keys: id, title, notes, list,
// list_id, tags, priority, due_date, due_time, due_zone, start_date, repeat, parent_id, position,
// completed_at, deleted_at, created_at, updated_at.
[[nodiscard]] QJsonObject todoRecord(const domain::Todo &todo, const Catalogue &catalogue);

} // namespace tusk::app
