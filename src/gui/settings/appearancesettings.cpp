// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/appearancesettings.h"

#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"
#include "gui/theme/themekeeper.h"

#include <QLocale>

namespace tusk::gui
{

QLocale textLocale(const Settings &settings)
{
    return settings.value(settingkeys::language) == Language::English ? QLocale(QLocale::English) : QLocale();
}

AppearanceChoice appearanceChoice(const Settings &settings)
{
    AppearanceChoice choice;
    choice.colors = settings.value(settingkeys::colors);
    choice.motion = settings.value(settingkeys::animations);
    choice.accent = settings.value(settingkeys::accent);
    return choice;
}

void followAppearance(const Settings &settings, ThemeKeeper &keeper)
{
    keeper.setChoice(appearanceChoice(settings));
    QObject::connect(&settings, &Settings::changed, &keeper,
                     [&settings, &keeper] { keeper.setChoice(appearanceChoice(settings)); });
}

} // namespace tusk::gui
