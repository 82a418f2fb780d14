// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::base
{

// What is freed stays with the process for what is asked for next, up to 16 MB of it. Lists of thousands of
// todos, a few megabytes each, come and go with every change that is shown; to get their pages from the
// system each time took more than a quarter of what a window does for "select all". For main(), before the
// first thread. glibc only (mallopt(3)); elsewhere nothing changes.
void keepFreedMemory();

} // namespace tusk::base
