// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace tusk::pictures
{

// Saves FOLDER/SCENE<suffix>.png for each scene, or for the wanted ones. False where one of them failed: said
// on standard error.
[[nodiscard]] bool takePictures(const QString &folder, const QString &suffix, const QStringList &wanted);

} // namespace tusk::pictures
