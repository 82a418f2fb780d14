// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace tusk::gui
{

struct SettingsFileContents {
    QJsonObject values;
    QString putAside; // the file was damaged and is here now; empty: it was not
};

// What the user chose, in a folder.
[[nodiscard]] QString settingsPath(const QString &configFolder);

// Empty where there is no file.
[[nodiscard]] SettingsFileContents readSettingsFile(const QString &path);
// The same without touching the file: one that is damaged stays, and has no values.
[[nodiscard]] QJsonObject storedSettings(const QString &path);
// The whole file or nothing of it; for the user's eyes only. Makes its folder. Thread: any.
[[nodiscard]] base::Result<void> writeSettingsFile(const QString &path, const QJsonObject &values);

} // namespace tusk::gui
