// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/inbox.h"
#include "base/taskthread.h"
#include "gui/settings/settingkey.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace tusk::gui
{

// What is remembered between two starts: values by the keys of gui/settings/settingkeys.h, passed to whoever
// needs them. Read from two files when it is made, written a moment after a change and at the end, on a
// thread of its own. What a file says beyond the keys that are known here stays in it. Never a secret.
// Thread: that of the GUI; only making it reads from the disk.
class Settings final : public QObject
{
    Q_OBJECT

public:
    // settings.json is in configFolder, window.json in stateFolder; neither has to be there. A file that
    // cannot be understood is put aside, and everything in it is as at the first start.
    Settings(const QString &configFolder, const QString &stateFolder, QObject *parent = nullptr);
    // Waits until everything is written.
    ~Settings() override;

    template <class T>
    [[nodiscard]] T value(const SettingKey<T> &key) const
    {
        return settingFromJson<T>(file(key.place).values.value(QLatin1StringView(key.name)))
            .value_or(key.fallback);
    }
    template <class T>
    void set(const SettingKey<T> &key, const std::type_identity_t<T> &value)
    {
        setJson(key.place, QString::fromLatin1(key.name),
                value == key.fallback ? QJsonValue(QJsonValue::Undefined) : settingToJson(value));
    }

    // Where files lie that were damaged and put aside.
    [[nodiscard]] const QStringList &putAside() const { return m_putAside; }

Q_SIGNALS:
    void changed(const QString &name); // of the key
    void notSaved(const tusk::base::Error &error);

private:
    struct File {
        QString path;
        QJsonObject values;
        bool changed = false; // since it was written
    };

    [[nodiscard]] const File &file(SettingPlace place) const
    {
        return place == SettingPlace::Config ? m_config : m_state;
    }
    void setJson(SettingPlace place, const QString &name, const QJsonValue &value);
    void read(File &file);
    void save();

    File m_config;
    File m_state;
    QStringList m_putAside;
    QTimer m_pause;
    base::Inbox m_inbox;
    base::TaskThread m_writer; // last: ends first
};

} // namespace tusk::gui
