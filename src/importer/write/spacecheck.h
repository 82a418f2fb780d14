// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>

namespace tusk::importer
{

class ImportTransaction;

// Of a todo with its indexes and the row that knows it again, as measured.
inline constexpr qint64 usualBytesOfTodo = 1'000;

// Whether so many new todos will fit, where the server says how large it may become: Neon does, with
// neon.max_cluster_size; or where it is on this computer and says where its data are, as the private server
// does. Other servers are asked by writing; a full disk leaves everything as it was. Error:
// DiskFull. textBytes: of their texts, where these are longer than usual.
[[nodiscard]] base::Result<void> checkSpace(ImportTransaction &transaction, qint64 newTodos,
                                            qint64 textBytes = 0);
// How many todos of a source, by its identity, have come before and need no room again.
[[nodiscard]] base::Result<qint64> countKnownRows(ImportTransaction &transaction, const QByteArray &source);

} // namespace tusk::importer
