// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace tusk::tests
{

// A row of the matrix: a folder below src/, what it may include from the project, and what of Qt and libpq.
struct Layer {
    QString folder;
    QStringList mayInclude; // folders below src/, with all below them; the own one is always allowed
    QStringList mayUse;     // modules of Qt, "libpq", "keychain"; the standard library is always allowed
};

[[nodiscard]] const QList<Layer> &layerMatrix();

// The row of a file given by its path below src/; null where the file is in no layer.
[[nodiscard]] const Layer *layerOf(const QString &path);

// "QtCore", "QtSql"... for a header of Qt, "libpq" and "keychain" for theirs, empty for any other.
[[nodiscard]] QString moduleOfHeader(const QString &header);

} // namespace tusk::tests
