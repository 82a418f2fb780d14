// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "localserver/childprocess.h"

namespace tusk::localserver
{

enum class LaunchKind {
    Child,    // ours: we have to wait for it
    Detached, // grandchild, adopted by init, which reaps it
};

// Forks and executes. Returns when the program runs: what kept it from that (account, folder, missing or
// forbidden program) is the error. errors: a descriptor for its standard error.
[[nodiscard]] base::Result<pid_t> launch(const ChildCommand &command, int errors, LaunchKind kind);

} // namespace tusk::localserver
