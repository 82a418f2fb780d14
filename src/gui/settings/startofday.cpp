// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/startofday.h"

#include "base/clock.h"
#include "base/daywatch.h"
#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "gui/settings/settingsfile.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

// A file may say anything.
int sensible(int hour)
{
    return std::clamp(hour, 0, latestStartOfDay);
}

} // namespace

int startOfDay(const Settings &settings)
{
    return sensible(settings.value(settingkeys::startOfDay));
}

int storedStartOfDay(const QString &configFolder)
{
    const auto &key = settingkeys::startOfDay;
    const QJsonObject values = storedSettings(settingsPath(configFolder));
    return sensible(settingFromJson<int>(values.value(QLatin1StringView(key.name))).value_or(key.fallback));
}

void followStartOfDay(const Settings &settings, base::Clock &clock, base::DayWatch &watch)
{
    const auto follow = [&settings, &clock, &watch] {
        clock.setStartOfDay(startOfDay(settings));
        watch.check();
    };
    follow();
    QObject::connect(&settings, &Settings::changed, &watch, [follow](const QString &name) {
        if (name == QLatin1StringView(settingkeys::startOfDay.name))
            follow();
    });
}

} // namespace tusk::gui
