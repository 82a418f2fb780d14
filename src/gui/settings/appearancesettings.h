// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/appearance.h"

class QLocale;

namespace tusk::gui
{

class Settings;
class ThemeKeeper;

[[nodiscard]] QLocale textLocale(const Settings &settings); // of texts; dates and numbers stay the desktop's
[[nodiscard]] AppearanceChoice appearanceChoice(const Settings &settings);
// Now and at every change. Both must outlive the application's windows.
void followAppearance(const Settings &settings, ThemeKeeper &keeper);

} // namespace tusk::gui
