// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qnamespace.h>

namespace tusk::gui
{

class Settings;

// The first day of the week: what the user chose, else that of the locale.
[[nodiscard]] Qt::DayOfWeek firstDayOfWeek(const Settings &settings);

} // namespace tusk::gui
