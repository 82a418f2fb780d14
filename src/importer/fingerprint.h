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

// Tells whether a file is byte for byte the one that was imported before, in the same way: then there is
// nothing to do. Reads the whole file; blocks for the disk.
[[nodiscard]] base::Result<QByteArray> fingerprintOf(const ImportSource &source, const ImportRequest &request,
                                                     const std::stop_token &stop);

} // namespace tusk::importer
