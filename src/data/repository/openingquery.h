// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "data/session/statement.h"

namespace tusk::repository
{

// One statement for everything that the window needs at opening, in one snapshot.
[[nodiscard]] session::Statement openingStatement(domain::InstallationId installation,
                                                  const PageRequest &firstPage);

} // namespace tusk::repository
