// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/actions.h"
#include "domain/todofilter.h"

#include <QList>

#include <optional>

namespace tusk::models
{

// The todos of a place as far as they are shown, in order, to move some of them by hand.
struct ShownTodos {
    domain::TodoFilter place;
    QList<domain::Todo> todos;
    bool reachTop = true; // there are none before the first
    bool reachEnd = true; // there are none after the last
};

// So many on each side of the spot are looked at: more than are ever spread anew.
inline constexpr qsizetype mostNeighbours = 64;

struct RowMove {
    QList<domain::Todo> moved; // in the order that they shall have
    domain::RowsAround around;
};

enum class MoveStep { Up, Down, Top, Bottom };

// To come to stand before the todo at that index (todos.size(): at the end). Nothing where the order of the
// place would not have them there: only todos that are due at the same time can change places in Today and
// Upcoming, and those of Completed, Trash and a search have their own order.
[[nodiscard]] std::optional<RowMove> moveBefore(const ShownTodos &shown, const QList<domain::TodoId> &ids,
                                                qsizetype before);
[[nodiscard]] std::optional<RowMove> moveBy(const ShownTodos &shown, const QList<domain::TodoId> &ids,
                                            MoveStep step);

// Whether the order of the place is the user's, at least in part.
[[nodiscard]] bool isOrderedByHand(const domain::TodoFilter &place);

} // namespace tusk::models
