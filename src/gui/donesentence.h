// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

#include <QString>

namespace tusk::gui
{

// What the window says of an action that was just done and that one may want to take back at once:
// "“Pick up the parcel” completed". Empty for what shows by itself, such as an edit of one todo.
[[nodiscard]] QString doneSentence(const domain::Action &action);

} // namespace tusk::gui
