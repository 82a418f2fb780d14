// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environmentmemory.h"

#include "gui/settings/settings.h"

namespace tusk::gui
{

QJsonValue valueOf(const Settings &settings, const SettingKey<QJsonObject> &key, const QUuid &environment)
{
    return settings.value(key).value(environment.toString(QUuid::WithoutBraces));
}

void setValueOf(Settings &settings, const SettingKey<QJsonObject> &key, const QUuid &environment,
                const QJsonValue &value)
{
    QJsonObject values = settings.value(key);
    values.insert(environment.toString(QUuid::WithoutBraces), value);
    settings.set(key, values);
}

QStringList textsOf(const Settings &settings, const SettingKey<QJsonObject> &key, const QUuid &environment)
{
    return settingFromJson<QStringList>(valueOf(settings, key, environment)).value_or(QStringList());
}

void setTextsOf(Settings &settings, const SettingKey<QJsonObject> &key, const QUuid &environment,
                const QStringList &texts)
{
    setValueOf(settings, key, environment, settingToJson(texts));
}

} // namespace tusk::gui
