// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>

struct sqlite3;

namespace tusk::importer
{

// Why a file cannot be read, a sentence each, with the file as the user knows it. None of them has touched
// anything: neither the file nor the database with the todos.
[[nodiscard]] base::Error noSuchFile(const QString &file);
[[nodiscard]] base::Error isFolder(const QString &file);
[[nodiscard]] base::Error noOrdinaryFile(const QString &file);
[[nodiscard]] base::Error notReadable(const QString &file, int systemError);
[[nodiscard]] base::Error emptyFile(const QString &file);
[[nodiscard]] base::Error noDatabase(const QString &file);
[[nodiscard]] base::Error encryptedFile(const QString &file);
[[nodiscard]] base::Error newerFormat(const QString &file, const QString &detail);
[[nodiscard]] base::Error forbiddenFunction(const QString &file, const QString &detail);
[[nodiscard]] base::Error damagedFile(const QString &file, const QString &detail);
// Whether it is the one above: then what is readable can still be taken.
[[nodiscard]] bool isDamage(const base::Error &error, const QString &file);
// Nothing in it is readable.
[[nodiscard]] base::Error ruinedFile(const QString &file, const QString &detail);
[[nodiscard]] base::Error unknownJson(const QString &file);
[[nodiscard]] base::Error fileInUse(const QString &file);
[[nodiscard]] base::Error fileKeptChanging(const QString &file);
[[nodiscard]] base::Error noCopy(const QString &file, int systemError);
[[nodiscard]] base::Error readingCancelled();

// What the library says of its last call.
[[nodiscard]] base::Error failureOf(sqlite3 *database, int code, const QString &file);

} // namespace tusk::importer
