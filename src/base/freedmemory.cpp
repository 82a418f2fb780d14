// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/freedmemory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tusk::base
{

void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int megabyte = 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, 4 * megabyte); // from here on blocks come from the system and go back to it
    mallopt(M_TRIM_THRESHOLD, 16 * megabyte);
#endif
}

} // namespace tusk::base
