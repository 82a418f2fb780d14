// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::app
{

// The program without a window, from the first line to the exit code. arguments are those after the name of
// the program; count and words are those of main(), for Qt, which keeps the reference.
[[nodiscard]] int runCommandLine(int &count, char **words, const QStringList &arguments);

// Why there is no environment of this name; none where there is one. Empty: the default.
[[nodiscard]] std::optional<Failure> checkEnvironment(const QString &name);

} // namespace tusk::app
