// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::tests
{

// Does nothing: a call makes the linker take sanitizers.cpp, where the sanitizers look for their settings.
void useSanitizerSettings();

// By how much the sanitizers slow this program down, roughly: for limits of time that cannot be compared with
// anything measured beside them.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int sanitizerSlowdown = 4;
#else
inline constexpr int sanitizerSlowdown = 1;
#endif

} // namespace tusk::tests
