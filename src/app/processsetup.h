// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QStringList>

#include <optional>

namespace tusk::app
{

// For main(), before the first thread and before Qt: what libpq would take from the environment is forgotten,
// texts are UTF-8 whatever the locale says, a crash leaves no memory on the disk, and freed memory stays at
// hand.
void prepareProcess();

// The arguments after the name of the program. They are bytes to the system; Qt would put something else in
// the place of what is no UTF-8, so this is looked at here. Error: InvalidInput, with the number of the
// argument.
[[nodiscard]] base::Result<QStringList> decodedArguments(int count, const char *const *words);

// For the end of main(): the exit code, or no return at all where a thread that cannot be ended (connecting,
// held by a dead name server) could still use global objects.
[[nodiscard]] int leave(int exitCode);

struct WindowRequest {
    std::optional<QString> environment; // as it was typed; none: the default
};
// None where the arguments hold anything but options of Qt and an environment: a command, or a wrong word.
[[nodiscard]] std::optional<WindowRequest> windowRequest(const QStringList &arguments);

} // namespace tusk::app
