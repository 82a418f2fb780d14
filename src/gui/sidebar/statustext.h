// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/databaselink.h"

#include <QString>

namespace tusk::gui
{

// How the database is, in a few words: "connected", "offline · 3 changes waiting".
[[nodiscard]] QString statusText(models::DatabaseLink::State state, bool stale, int waiting);

} // namespace tusk::gui
