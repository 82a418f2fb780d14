// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "benchtable.h"
#include "support/testserver.h"

namespace tusk::bench
{

// The wizard of the import above a window: how long the window is kept from its work, and how soon a cancel
// is answered. with: “, 1,000,000 todos”.
void measureImportInWindow(BenchTable &table, tests::TestServer &server, const QString &file,
                           const QString &with);

} // namespace tusk::bench
