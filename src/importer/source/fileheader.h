// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tusk::importer
{

// Bytes of a file that refusalOf() looks at.
inline constexpr qsizetype headerSample = 4096;

// It begins as every database does.
[[nodiscard]] bool looksLikeDatabase(const QByteArray &firstBytes);
// What can be told from the first bytes of a file. None: it looks like a database that can be read.
[[nodiscard]] std::optional<base::Error> refusalOf(const QByteArray &firstBytes, const QString &file);

// Its program writes changes into a log beside the file first (-wal), and deletes that when it ends properly.
[[nodiscard]] bool keepsLog(const QByteArray &firstBytes);

// How many bytes the file has according to itself; none where it does not say. Fewer mean that it was cut
// off.
[[nodiscard]] std::optional<qint64> expectedSize(const QByteArray &firstBytes);

} // namespace tusk::importer
