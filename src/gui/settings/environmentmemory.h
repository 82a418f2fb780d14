// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/settings/settingkey.h"

#include <QUuid>

namespace tusk::gui
{

class Settings;

// Values that each environment has for itself: the key holds an object of them, by the id of the environment.

[[nodiscard]] QJsonValue valueOf(const Settings &settings, const SettingKey<QJsonObject> &key,
                                 const QUuid &environment);
void setValueOf(Settings &settings, const SettingKey<QJsonObject> &key, const QUuid &environment,
                const QJsonValue &value);

[[nodiscard]] QStringList textsOf(const Settings &settings, const SettingKey<QJsonObject> &key,
                                  const QUuid &environment);
void setTextsOf(Settings &settings, const SettingKey<QJsonObject> &key, const QUuid &environment,
                const QStringList &texts);

} // namespace tusk::gui
