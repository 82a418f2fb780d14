// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace tusk::app
{

// The program without a window, from the first line to the exit code. arguments are those after the name of
// the program; count and words are those of main(), for Qt, which keeps the reference.
[[nodiscard]] int runCommandLine(int &count, char **words, const QStringList &arguments);

} // namespace tusk::app
