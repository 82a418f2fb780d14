// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/settingsfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <optional>

namespace tusk::gui
{

namespace
{

constexpr qint64 largestFile = 1024LL * 1024; // ours have a few kilobytes

// Nothing: there is a file, but it makes no sense.
std::optional<QJsonObject> parse(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QJsonObject();
    const QByteArray text = file.read(largestFile + 1);
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (text.size() > largestFile || !document.isObject())
        return std::nullopt;
    return document.object();
}

// Beside the file, under a name that is free.
QString freeName(const QString &path)
{
    QString name = path + QLatin1StringView(".damaged");
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = path + QStringLiteral(".damaged-%1").arg(number);
    return name;
}

base::Error notWritten(const QString &path, const QString &detail)
{
    return {base::ErrorKind::LocalFile,
            QCoreApplication::translate(
                "Settings", "The settings could not be saved. They hold until Tusk is closed; your todos "
                            "are not touched."),
            path + QLatin1StringView(": ") + detail,
            {},
            {},
            true};
}

} // namespace

QString settingsPath(const QString &configFolder)
{
    return configFolder + QLatin1StringView("/settings.json");
}

QJsonObject storedSettings(const QString &path)
{
    return parse(path).value_or(QJsonObject());
}

SettingsFileContents readSettingsFile(const QString &path)
{
    if (const std::optional<QJsonObject> values = parse(path))
        return {*values, {}};
    const QString aside = freeName(path);
    QFile::rename(path, aside);
    return {{}, aside};
}

base::Result<void> writeSettingsFile(const QString &path, const QJsonObject &values)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return notWritten(path, QStringLiteral("no folder"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return notWritten(path, file.errorString());
    file.write(QJsonDocument(values).toJson());
    if (!file.commit())
        return notWritten(path, file.errorString());
    return {};
}

} // namespace tusk::gui
