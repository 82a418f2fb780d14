// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace tusk::environments
{

struct EnvironmentProfile;

// What changes so much in an environment that it may want to be asked first.
enum class Destructive {
    Migration, // of its tables
    Import,
    Copy,  // into it
    Trash, // of that many todos
    Purge, // for good
};

constexpr qsizetype manyTodos = 10; // as many as nobody deletes by a slip of the finger

// Whether the user is asked before: by the switch of the environment, which is on for production. Window and
// command line go by this. todos: of Trash.
[[nodiscard]] bool asksBefore(const EnvironmentProfile &environment, Destructive what, qsizetype todos = 0);

} // namespace tusk::environments
