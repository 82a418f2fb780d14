// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

namespace tusk::domain
{

// Beginnings of actions, for the functions of domain/actions.h only.

[[nodiscard]] Action newAction(ActionKind kind, const QDateTime &now);    // with an id of its own
[[nodiscard]] TodoChange updateOf(const Todo &before, const Todo &after); // of the differing fields

} // namespace tusk::domain
