// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QString>

#include <optional>

namespace tusk::app
{

// Where the actions that the database has not confirmed are kept, for each database a folder of its own.
// settings: none for the private server.
[[nodiscard]] QString unsentFolder(const std::optional<base::ConnectionSettings> &settings);

struct UnsentCount {
    qsizetype actions = 0;
    int damaged = 0; // records that nobody can read any more
};
// Only looks; the actions stay whose they are. Blocks for the disk.
[[nodiscard]] UnsentCount countUnsent(const QString &folder);

} // namespace tusk::app
