// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QtGlobal>

#include <stop_token>

namespace tusk::importer
{

class ImportSource;
struct ImportRequest;

// How many todos of a file are to be imported, and how many of these have come before.
struct TodosToImport {
    qint64 total = 0;
    qint64 known = 0;
};

// What an import needs room for, as checkSpace() is asked.
struct NeededSpace {
    qint64 newTodos = 0;
    qint64 textBytes = 0; // of their texts, where these are longer than usual
};

// May read the texts of the whole file; blocks for the disk. Error: Cancelled, soon after the stop is
// requested.
[[nodiscard]] base::Result<NeededSpace> neededSpace(ImportSource &source, const ImportRequest &request,
                                                    const TodosToImport &todos, const std::stop_token &stop);

} // namespace tusk::importer
