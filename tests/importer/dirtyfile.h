// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

// Forty tasks, of which seventeen have something that has to be repaired: blank, long and damaged titles,
// impossible days and numbers, U+0000, parents that are missing or go round.
void writeDirtyTasks(const QString &path);

} // namespace tusk::tests
