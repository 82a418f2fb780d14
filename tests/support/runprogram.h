// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringList>

namespace tusk::tests
{

// Runs a program to its end, waiting for it, and returns what it wrote to its output and its error output.
// Any end but exit code 0 ends the test program. Not QProcess::start(): its vfork() makes the thread
// sanitizer blind on the calling thread and lets the test die when it starts another thread. Tests that run
// under that sanitizer use this.
QByteArray runProgram(const QStringList &command, const QByteArray &input = {});

} // namespace tusk::tests
