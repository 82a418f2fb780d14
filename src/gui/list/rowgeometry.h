// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/metrics.h"

// Distances inside the list of todos, in device-independent pixels.
namespace tusk::gui
{

inline constexpr int topMargin = 0;                     // above the first row
inline constexpr int bottomMargin = metrics::grid * 16; // below the last one: room for a message over it
inline constexpr int sideMargin = metrics::grid * 4;    // beside the background of a row
inline constexpr int circleToTitle = metrics::wideGap;  // from the check circle to the texts

} // namespace tusk::gui
