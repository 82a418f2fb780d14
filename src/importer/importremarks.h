// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace tusk::importer
{

class NameBook;
struct ImportRequest;

// Sentences, none or one: where todos of the file are that somebody may look for elsewhere.

// Of several owners, who become lists: todos that have a list of their own.
[[nodiscard]] QStringList remarksOnOwners(const ImportRequest &request);
// Nobody finds in an archived list what has just come.
[[nodiscard]] QStringList remarksOnArchived(const NameBook &lists);

} // namespace tusk::importer
