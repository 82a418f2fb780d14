// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace tusk::app
{

// The program with its window, from the first line to the exit code. words are those of main(), for Qt, which
// keeps the reference to their number; environment is the name after --env, empty without.
[[nodiscard]] int runWindow(int &count, char **words, const QString &environment);

} // namespace tusk::app
