// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::gui::compositing
{

// Whether what is see-through in a window shows what lies below it. Always, but on X11 without a compositing
// manager: there it is black.
[[nodiscard]] bool isOn();

} // namespace tusk::gui::compositing
