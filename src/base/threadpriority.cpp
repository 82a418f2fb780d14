// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/threadpriority.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace tusk::base
{

void giveWayToTheWindow()
{
#ifdef Q_OS_LINUX
    constexpr int steps = 5;                      // each leaves a fifth less of a core that others want too
    const int now = getpriority(PRIO_PROCESS, 0); // 0: this thread
    [[maybe_unused]] const int refused = setpriority(PRIO_PROCESS, 0, now + steps);
#endif
}

} // namespace tusk::base
