// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::environments
{
enum class EnvironmentKind;
struct EnvironmentProfile;
} // namespace tusk::environments

namespace tusk::gui
{

// As it is called in the window: the private server by a word of the user's language until it gets a name.
[[nodiscard]] QString environmentName(const environments::EnvironmentProfile &profile);
// #rrggbb: the one that the user chose, or that of the kind.
[[nodiscard]] QString environmentColor(const environments::EnvironmentProfile &profile);
[[nodiscard]] QString environmentColor(environments::EnvironmentKind kind);

} // namespace tusk::gui
