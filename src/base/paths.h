// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::base
{

// Folders of the XDG base directory specification, each ending in "tusk" and read from the environment at
// every call. None of them is created here.
[[nodiscard]] QString dataFolder();   // $XDG_DATA_HOME/tusk, else ~/.local/share/tusk: kept for ever
[[nodiscard]] QString stateFolder();  // $XDG_STATE_HOME/tusk, else ~/.local/state/tusk: window, installation
[[nodiscard]] QString configFolder(); // $XDG_CONFIG_HOME/tusk, else ~/.config/tusk: settings, profiles
// $XDG_RUNTIME_DIR/tusk, else /tmp/tusk-<uid>: sockets and locks, gone after logout.
[[nodiscard]] QString runtimeFolder();

} // namespace tusk::base
