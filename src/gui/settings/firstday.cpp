// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/firstday.h"

#include "gui/settings/settingkeys.h"
#include "gui/settings/settings.h"

#include <QLocale>

namespace tusk::gui
{

Qt::DayOfWeek firstDayOfWeek(const Settings &settings)
{
    switch (settings.value(settingkeys::firstDayOfWeek)) {
    case FirstDayOfWeek::System:
        break;
    case FirstDayOfWeek::Monday:
        return Qt::Monday;
    case FirstDayOfWeek::Saturday:
        return Qt::Saturday;
    case FirstDayOfWeek::Sunday:
        return Qt::Sunday;
    }
    return QLocale().firstDayOfWeek();
}

} // namespace tusk::gui
