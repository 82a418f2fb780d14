// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::tests
{

// A network of this process alone, with nothing in it but the loopback device, which is down. Ordinary users
// need a user namespace for it, in which they keep their own number. Before the first thread is started;
// false where this account may not.
[[nodiscard]] bool enterOwnNetwork();

// Pulls the cable of that network, and puts it back: no reset, no end, only silence.
[[nodiscard]] bool setLoopback(bool up);

} // namespace tusk::tests
