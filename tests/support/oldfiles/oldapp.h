// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

// The file of the app that Tusk replaces: tables users, tasks and alembic_version, ids of 32 digits, times in
// UTC with or without microseconds. Two owners: ana@example.org with two of three todos, jonas@example.org.
inline constexpr auto anasTodos = 2; // of three
void writeOldApp(const QString &path, int todos);

} // namespace tusk::tests
