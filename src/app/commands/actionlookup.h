// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "data/repository/todovalues.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace tusk::app
{

class CommandContext;

// Actions of the history, found by their ids as people type them, imports also by theirs.

// Whether this can be the id of an action, or its beginning.
[[nodiscard]] std::optional<Failure> checkActionId(const QString &typed);

// The newest actions of anybody; ends the command with the reason where they cannot be read.
void readHistory(CommandContext &context, std::function<void(QList<repository::ActionSummary>)> done,
                 int most = 10'000);

[[nodiscard]] std::variant<repository::ActionSummary, Failure>
findAction(const QString &typed, const QList<repository::ActionSummary> &history);

// What an action did, for the terminal, which is not known any more once its todos were deleted for good.
[[nodiscard]] QString labelForTerminal(const QString &label);

// Of each the shortest beginning of its id, at least eight digits, that none of the others shares.
[[nodiscard]] QStringList shortActionIds(const QList<repository::ActionSummary> &history);

} // namespace tusk::app
