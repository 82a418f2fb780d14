// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandtable.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace tusk::app
{

// Options that every command knows: --json, --verbose, --env, --help.
[[nodiscard]] QList<QCommandLineOption> commonOptions();

[[nodiscard]] QString generalHelp();
[[nodiscard]] QString helpOf(const CommandEntry &entry, const CommandSyntax &syntax);

} // namespace tusk::app
