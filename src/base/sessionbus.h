// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>

namespace tusk::base
{

// Whether somebody answers on a message bus: the libraries that use one wait for it without an end. address:
// as in DBUS_SESSION_BUS_ADDRESS. True also where that cannot be told, as it is no socket of this computer.
// Waits for a bus that says nothing as long as patience goes; one that works answers within a millisecond.
// Thread: any.
[[nodiscard]] bool busAnswers(const QString &address, std::chrono::milliseconds patience);

} // namespace tusk::base
