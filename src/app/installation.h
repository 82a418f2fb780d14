// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "domain/ids.h"

#include <QString>

namespace tusk::app
{

// The id of this user's Tusk on this machine, by which the log knows whose action is whose: read from the
// file "installation" in the folder (base::stateFolder()), made there at the first time. Several processes
// may do that at once and get the same. Error: LocalFile, DiskFull.
[[nodiscard]] base::Result<domain::InstallationId> installationId(const QString &folder);

} // namespace tusk::app
