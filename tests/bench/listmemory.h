// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

namespace tusk::bench
{

enum class ListKind { Ours, Plain };

// What a window on the todos of a database needs at most while all rows are seen and selected, MB. Measured
// in a process of its own.
[[nodiscard]] double memoryOfList(const base::ConnectionSettings &settings, ListKind kind);
// That process.
int runListMemory(int &count, char **words);

} // namespace tusk::bench
