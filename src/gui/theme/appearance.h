// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>

#include <optional>

namespace tusk::gui
{

enum class Scheme { Light, Dark };

// What the user chose in the settings; it goes before what the desktop says.
struct AppearanceChoice {
    enum class Colors { System, Light, Dark, HighContrast };
    enum class Motion { System, On, Off };
    enum class Accent { Desktop, Tusk };

    Colors colors = Colors::System;
    Motion motion = Motion::System;
    Accent accent = Accent::Desktop;

    bool operator==(const AppearanceChoice &) const = default;
};

// What the desktop says of itself. Everything but animations may be unsaid.
struct DesktopAppearance {
    std::optional<Scheme> scheme;
    bool highContrast = false;
    QColor accent; // invalid: unsaid
    bool animations = true;

    bool operator==(const DesktopAppearance &) const = default;
};

// What is shown: the outcome of the two.
struct Appearance {
    Scheme scheme = Scheme::Light;
    bool highContrast = false;
    QColor accent; // invalid: the theme's own
    bool animations = true;

    bool operator==(const Appearance &) const = default;
};

// paletteScheme is that of the desktop's palette, for a desktop that does not say it otherwise.
[[nodiscard]] Appearance resolve(const AppearanceChoice &choice, const DesktopAppearance &desktop,
                                 Scheme paletteScheme);

} // namespace tusk::gui
