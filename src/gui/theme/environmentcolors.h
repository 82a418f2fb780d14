// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>

// What an environment is coloured with until its user chooses, by how careful one has to be there.
namespace tusk::gui::environmentcolors
{

inline constexpr QLatin1StringView local("#267435");
inline constexpr QLatin1StringView development("#3859d0");
inline constexpr QLatin1StringView staging("#8a5a08");
inline constexpr QLatin1StringView production("#be3328");

} // namespace tusk::gui::environmentcolors
