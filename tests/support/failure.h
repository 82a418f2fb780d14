// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

// Ends the test program with a message: for a test bench that cannot be set up, where going on is senseless.
// Servers and folders of the test are cleaned up by their guardian.
[[noreturn]] void giveUp(const QString &reason);

} // namespace tusk::tests
