// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QMenu;
class QWidget;

namespace tusk::gui
{

class ActionRegistry;

// Every action of the window: what is used most at hand, the rest by category. The menu belongs to window.
[[nodiscard]] QMenu *makeWindowMenu(const ActionRegistry &actions, QWidget &window);

} // namespace tusk::gui
