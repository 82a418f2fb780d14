// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>

#include <stop_token>

namespace tusk::importer
{

class ImportSource;
struct ImportRequest;

// Tells which bytes a file has, whatever becomes of them, and what its program has not written into it yet.
// Reads the whole file; blocks for the disk.
[[nodiscard]] base::Result<QByteArray> digestOf(const ImportSource &source, const std::stop_token &stop);
// The same, shorter, for the report.
[[nodiscard]] QByteArray digestText(const QByteArray &digest);

// Tells whether the bytes are imported in the same way as before, too: then there is nothing to do.
[[nodiscard]] QByteArray fingerprintOf(const QByteArray &digest, const ImportRequest &request);

} // namespace tusk::importer
