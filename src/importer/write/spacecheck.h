// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>

namespace tusk::importer
{

class ImportTransaction;

// Whether so many new todos will fit, where the server says how large it may become: Neon does, with
// neon.max_cluster_size; or where it is on this computer and says where its data are, as the private server
// does. Other servers are asked by writing; a full disk leaves everything as it was. Error:
// DiskFull.
[[nodiscard]] base::Result<void> checkSpace(ImportTransaction &transaction, qint64 newTodos);

// How many todos of a source, by its identity, have come before and need no room again.
[[nodiscard]] base::Result<qint64> countKnownRows(ImportTransaction &transaction, const QByteArray &source);

} // namespace tusk::importer
