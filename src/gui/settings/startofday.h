// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::base
{
class Clock;
class DayWatch;
} // namespace tusk::base

namespace tusk::gui
{

class Settings;

constexpr int latestStartOfDay = 9;

// The hour until which today is still the day before, 0 to latestStartOfDay.
[[nodiscard]] int startOfDay(const Settings &settings);
// For who has no Settings: of the file in configFolder, which is only read.
[[nodiscard]] int storedStartOfDay(const QString &configFolder);
// Now and at every change. All must outlive the watch.
void followStartOfDay(const Settings &settings, base::Clock &clock, base::DayWatch &watch);

} // namespace tusk::gui
