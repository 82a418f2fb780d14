// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::base
{

// The calling thread gives way to that of the window where there are fewer cores than work: on a computer
// with two of them, a window that shares one with an import and the server paints three times as late. For
// threads of our own that compute, and start no other programs, which would inherit it; there is no way back
// without rights. Linux only, where nice values belong to threads (setpriority(2), Notes); elsewhere, and
// where it is refused, nothing changes.
void giveWayToTheWindow();

} // namespace tusk::base
