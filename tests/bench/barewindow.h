// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::bench
{

// A Qt program with a window and a table of 1,000 rows, and nothing else: what starting costs at the least.
// Ends when it has painted. Run as a process of its own.
int runBareWindow(int &count, char **words);

} // namespace tusk::bench
