// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::gui
{

// Makes pop-ups and overlays dialogs for screen readers, and what a message stands in an alert. To be called
// before the first of them is shown to anybody; once is enough.
void installAccessiblePanels();

} // namespace tusk::gui
