// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/mapping.h"

namespace tusk::importer
{

class SqliteFile;

// Numbers of a state that has others than 0 and 1 say what they mean by their rows, where the file has a time
// of completion: all that are done have one, and none that are open. Fills in the learned states of the
// mapping. Looks at all rows; blocks for the disk.
[[nodiscard]] base::Result<void> learnStateMeanings(SqliteFile &file, Mapping &mapping);

// What was learned as a sentence; empty where nothing was, or somebody has said otherwise.
[[nodiscard]] QString sentenceOnStates(const Mapping &mapping);

} // namespace tusk::importer
