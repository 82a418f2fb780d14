// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "environments/environmentprofile.h"

#include <optional>

namespace tusk::environments
{

constexpr int maximumPoolSize = 50;

// What is wrong with a profile, as a sentence; none: it can be used. Whether the name is taken is not looked
// at here. Error: InvalidInput.
[[nodiscard]] std::optional<base::Error> problemOf(const EnvironmentProfile &profile);

} // namespace tusk::environments
