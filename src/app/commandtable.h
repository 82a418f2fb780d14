// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"

#include <QString>

#include <memory>
#include <span>

namespace tusk::app
{

struct CommandEntry {
    QLatin1StringView name;
    const char *summary; // for Text::tr(): one line
    std::unique_ptr<Command> (*make)();
};

// In the order in which the help shows them.
[[nodiscard]] std::span<const CommandEntry> commandTable();
// Null: there is no such command.
[[nodiscard]] const CommandEntry *commandNamed(const QString &name);

} // namespace tusk::app
