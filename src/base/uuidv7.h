// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QUuid>

namespace tusk::base
{

// A new UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a counter and random
// bits. Ids that one process makes are strictly increasing, also within one millisecond and when the clock
// steps back, so bulk-added rows keep the order in which they came.
// Thread: safe to call from any thread.
[[nodiscard]] QUuid makeUuidV7();

} // namespace tusk::base
