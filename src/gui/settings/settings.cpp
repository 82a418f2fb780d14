// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/settings.h"

#include "base/logging.h"
#include "gui/settings/settingsfile.h"

#include <chrono>

namespace tusk::gui
{

namespace
{

using namespace std::chrono_literals;

// Dragging a splitter is one change, not a hundred.
constexpr auto pauseBeforeSaving = 400ms;

} // namespace

Settings::Settings(const QString &configFolder, const QString &stateFolder, QObject *parent)
    : QObject(parent)
    , m_config{settingsPath(configFolder), {}, false}
    , m_state{stateFolder + QLatin1StringView("/window.json"), {}, false}
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeSaving);
    connect(&m_pause, &QTimer::timeout, this, &Settings::save);
    read(m_config);
    read(m_state);
}

Settings::~Settings()
{
    save();
}

void Settings::read(File &file)
{
    const SettingsFileContents contents = readSettingsFile(file.path);
    file.values = contents.values;
    if (contents.putAside.isEmpty())
        return;
    qCInfo(base::logGui) << "damaged, put aside:" << contents.putAside;
    m_putAside.append(contents.putAside);
}

void Settings::setJson(SettingPlace place, const QString &name, const QJsonValue &value)
{
    File &file = place == SettingPlace::Config ? m_config : m_state;
    if (file.values.value(name) == value)
        return;
    if (value.isUndefined())
        file.values.remove(name);
    else
        file.values.insert(name, value);
    file.changed = true;
    m_pause.start();
    Q_EMIT changed(name);
}

void Settings::save()
{
    m_pause.stop();
    for (File *file : {&m_config, &m_state}) {
        if (!std::exchange(file->changed, false))
            continue;
        m_writer.post([this, address = m_inbox.address(), path = file->path, values = file->values] {
            const base::Result<void> written = writeSettingsFile(path, values);
            if (!written)
                address.post([this, error = written.error()] { Q_EMIT notSaved(error); });
        });
    }
}

} // namespace tusk::gui
