// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

// Distances inside the list of todos, in device-independent pixels.
namespace tusk::gui
{

inline constexpr int topMargin = 0;      // above the first row
inline constexpr int bottomMargin = 64;  // below the last one: room for a message over it
inline constexpr int sideMargin = 16;    // beside the background of a row
inline constexpr int circleToTitle = 12; // from the check circle to the texts

} // namespace tusk::gui
