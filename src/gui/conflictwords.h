// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace.h"

#include <QString>

namespace tusk::gui
{

// What a conflict is about, and both values, in the words that the window has for them elsewhere.
struct ConflictWords {
    QString title; // of the todo, list or tag
    QString kept;
    QString mine;
};

[[nodiscard]] ConflictWords conflictWords(const models::Workspace::Conflict &conflict,
                                          const models::Workspace &workspace);

} // namespace tusk::gui
