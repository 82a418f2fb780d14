// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/appearance.h"

namespace tusk::gui
{

namespace
{

bool isAnimated(AppearanceChoice::Motion choice, bool desktop)
{
    switch (choice) {
        using enum AppearanceChoice::Motion;
    case System:
        return desktop;
    case On:
        return true;
    case Off:
        return false;
    }
    return desktop;
}

} // namespace

Appearance resolve(const AppearanceChoice &choice, const DesktopAppearance &desktop, Scheme paletteScheme)
{
    Appearance result;
    result.scheme = desktop.scheme.value_or(paletteScheme);
    result.highContrast = desktop.highContrast;
    if (choice.accent == AppearanceChoice::Accent::Desktop)
        result.accent = desktop.accent;
    result.animations = isAnimated(choice.motion, desktop.animations);
    switch (choice.colors) {
        using enum AppearanceChoice::Colors;
    case System:
        break;
    case Light:
        result.scheme = Scheme::Light;
        break;
    case Dark:
        result.scheme = Scheme::Dark;
        break;
    case HighContrast:
        result.highContrast = true;
        break;
    }
    return result;
}

} // namespace tusk::gui
