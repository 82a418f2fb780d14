// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/descriptor.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <stop_token>

namespace tusk::importer
{

// A descriptor for reading, of an ordinary file. Closed, with errno, where that is not possible.
[[nodiscard]] base::Descriptor openForReading(const QString &path);

// Up to that many bytes from the beginning.
[[nodiscard]] QByteArray firstBytes(const base::Descriptor &file, qsizetype most);

// What tells whether a file was written to: its size, its times, its beginning. Empty: there is none.
[[nodiscard]] QByteArray stampOf(const QString &path);

// Copies as much as there is into a new file (0600), by the file system itself where it can. source is how
// the user knows the file.
[[nodiscard]] base::Result<void> copyFile(const base::Descriptor &from, const QString &to,
                                          const QString &source, const std::stop_token &stop);

} // namespace tusk::importer
