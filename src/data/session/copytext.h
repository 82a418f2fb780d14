// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace tusk::session
{

// The text format of COPY: fields parted by tabs, rows by line ends, \N for NULL, and a backslash before what
// would be one of these.

// Appends a field; a tab or line end is for the caller to append.
void appendCopyField(QByteArray &row, const std::optional<QByteArray> &value);
// The fields of a row, with or without its line end.
[[nodiscard]] QList<std::optional<QByteArray>> splitCopyRow(QByteArrayView row);

} // namespace tusk::session
