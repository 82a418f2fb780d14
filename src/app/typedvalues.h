// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/todo.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tusk::app
{

// What is typed after options, as values. Errors are InvalidInput and name the option.

// YYYY-MM-DD, YYYY-MM-DD HH:MM (in the zone of this computer), today, tomorrow.
[[nodiscard]] base::Result<domain::When> whenFrom(const QString &typed, const QString &option,
                                                  const base::Clock &clock);
// The same and "none", which is no date.
[[nodiscard]] base::Result<std::optional<domain::When>>
optionalWhenFrom(const QString &typed, const QString &option, const base::Clock &clock);
// none, low, medium, high, or 0 to 3.
[[nodiscard]] base::Result<domain::Priority> priorityFrom(const QString &typed);

// Notes as typed, or all of standard input where "-" was typed. Blocks then until its end, and stops reading
// where it is far too long.
[[nodiscard]] base::Result<QString> notesFrom(const QString &typed);

// All of standard input, to its end; none where it is more than this. Blocks.
[[nodiscard]] std::optional<QByteArray> standardInput(qsizetype most);

} // namespace tusk::app
