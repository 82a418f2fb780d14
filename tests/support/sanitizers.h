// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::tests
{

// Does nothing: a call makes the linker take sanitizers.cpp, where the sanitizers look for their settings.
void useSanitizerSettings();

} // namespace tusk::tests
