// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

// What the texts of random todos may hold.
enum class Texts {
    Anything, // that the window accepts
    Words,    // what a format of single lines can hold
};

// SQL that fills an empty database with lists, tags and todos of every kind: with subtasks, in the Trash,
// archived, due at times in zones, repeating. The same for the same seed.
[[nodiscard]] QString randomTodosSql(unsigned seed, int todos, Texts texts);

} // namespace tusk::tests
