// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/account.h"
#include "localserver/process.h"

#include <QStringList>

namespace tusk::localserver
{

// A program to run. It gets a small environment of its own: nothing of ours, least of all the PG* variables,
// leaks into it, and its messages are English. It inherits no descriptor but those named here, has no
// terminal and is not reached by the terminal's Ctrl+C.
struct ChildCommand {
    QString program; // absolute path
    QStringList arguments;
    Account account;         // root becomes this account first; for others it must be their own
    QString workingFolder;   // entered as that account
    int standardOutput = -1; // -1: nowhere
    int keepOpen = -1;       // a descriptor that the child holds as long as it lives, -1: none
};

struct ChildResult {
    int exitCode = 0;  // 128 + signal where one ended it
    QByteArray output; // standard error, and standard output where it went nowhere else
};

// Runs the program to its end. Errors: it could not be executed; it took too long or was cancelled, then it
// was ended first (it and its children).
[[nodiscard]] base::Result<ChildResult> runToEnd(const ChildCommand &command, QDeadlineTimer deadline,
                                                 const Cancellation &cancellation);

// A program that outlives us: no child of ours, in a session of its own.
struct DetachedChild {
    ProcessHandle process;
    FileDescriptor errors; // what it writes to standard error, readable from the start at any time
};

[[nodiscard]] base::Result<DetachedChild> startDetached(const ChildCommand &command);

// Everything written so far to a file of captured output.
[[nodiscard]] QByteArray readCaptured(const FileDescriptor &captured);

} // namespace tusk::localserver
