// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <stop_token>

namespace tusk::importer
{

class ImportSource;
struct ImportRequest;
struct SourceIdentity;

// Of staged rows the server says the number or the id of the one that it does not take: the file is read once
// more for its title. The same error, whose sentence names the todo; unchanged where it is about no such row,
// or the stop is requested. Blocks for the disk.
[[nodiscard]] base::Error namedInFile(const base::Error &error, ImportSource &source,
                                      const ImportRequest &request, const SourceIdentity &identity,
                                      const std::stop_token &stop);

} // namespace tusk::importer
