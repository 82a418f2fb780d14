// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"
#include "domain/todofilter.h"
#include "domain/todolist.h"

#include <QHash>

namespace tusk::gui
{

// What the rows of a list have in common, and what they refer to.
struct RowContext {
    domain::TodoFilter place; // what is clear from the place is not said again in every row
    base::Moment now;
    QHash<domain::ListId, domain::TodoList> lists;
    QHash<domain::TagId, domain::Tag> tags;

    bool operator==(const RowContext &) const = default;
};

} // namespace tusk::gui
