// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/repository/todovalues.h"
#include "data/session/statement.h"
#include "domain/copyplan.h"

namespace tusk::repository
{

// Turn the JSON of one answer (one row, one column) into values. Run on the session's worker threads. An
// answer that is not what the schema promises is ErrorKind::Internal.
[[nodiscard]] base::Result<OpeningState> openingStateFrom(const session::Answer &answer);
// Lists and tags; without todos.
[[nodiscard]] base::Result<domain::Contents> namesFrom(const session::Answer &answer);
[[nodiscard]] base::Result<TodoPage> pageFrom(const session::Answer &answer);
[[nodiscard]] base::Result<ActionAnswer> actionAnswerFrom(const session::Answer &answer);
[[nodiscard]] base::Result<CatchUp> catchUpFrom(const session::Answer &answer);
[[nodiscard]] base::Result<QList<ActionSummary>> historyFrom(const session::Answer &answer);

} // namespace tusk::repository
