// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QString>

namespace tusk::tests
{

// The object without objects in it: their members by their path, such as pool.size.
[[nodiscard]] QJsonObject flat(const QJsonObject &object, const QString &prefix = {});
// The members of a flat object that were not the same before; those that are gone are null.
[[nodiscard]] QJsonObject changes(const QJsonObject &before, const QJsonObject &after);
// For comparisons whose failure shows both.
[[nodiscard]] QByteArray textOf(const QJsonObject &object);

} // namespace tusk::tests
