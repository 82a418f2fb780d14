// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

class QWidget;

namespace tusk::gui
{

// Asks whether that many todos shall be deleted for good, and does it then. Does not wait for the answer.
void askToPurge(QWidget &window, int todos, const std::function<void()> &purge);

} // namespace tusk::gui
