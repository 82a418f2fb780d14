// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::gui
{

// Where todos that are dragged over the list would come to: before a row (rowCount(): at the end), or onto
// the header of a group. A value.
struct DropSpot {
    int row = -1; // -1: nowhere
    bool onHeader = false;

    bool operator==(const DropSpot &) const = default;
};

} // namespace tusk::gui
