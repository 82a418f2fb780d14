// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/chosendatabase.h"

namespace tusk::app
{

// The program with its window, from the first line to the exit code. words are those of main(), for Qt, which
// keeps the reference to their number.
[[nodiscard]] int runWindow(int &count, char **words, const ChosenDatabase &database);

} // namespace tusk::app
