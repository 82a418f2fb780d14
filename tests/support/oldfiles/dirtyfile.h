// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::tests
{

// So many tasks, of which sixteen among the last forty have something that has to be repaired: blank, long
// and damaged titles, impossible days and numbers, U+0000, parents that are missing or go round. Others there
// hold what their columns were not declared for: times in five forms, a text as id.
inline constexpr int dirtyRows = 16;
void writeDirtyTasks(const QString &path, int rows = 40);

} // namespace tusk::tests
