// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::tests
{

// A TCP port of 127.0.0.1 that nothing listens on at this moment. Another program may take it before the
// caller does: try again with another one.
[[nodiscard]] int freePort();

} // namespace tusk::tests
