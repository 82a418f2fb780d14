// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace tusk::importer
{

// Whether it is a value of a row that the server did not take, and not the server or the connection.
[[nodiscard]] bool isAboutRow(const base::Error &error);
// The same error, whose sentence names the todo. sourceId: for one without a title that can be read.
[[nodiscard]] base::Error refusedTodo(base::Error error, const QString &title, const QByteArray &sourceId);

} // namespace tusk::importer
