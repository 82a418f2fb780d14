// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"

#include <QString>

namespace tusk::domain
{
struct Todo;
}

namespace tusk::gui
{

// "Added Monday · edited 2 minutes ago". now: local.
[[nodiscard]] QString todoTimes(const domain::Todo &todo, const base::Moment &now);

} // namespace tusk::gui
