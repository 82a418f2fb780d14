// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/databaselink.h"

#include <QString>

namespace tusk::gui
{

// How the database is, in a few words: "connected", "offline · 3 changes waiting".
[[nodiscard]] QString statusText(const models::DatabaseLink &link);

// Why it is so, in a sentence: why it is not reached, else why the first of the changes still waits. Empty
// where nothing is wrong.
[[nodiscard]] QString statusReason(const models::DatabaseLink &link);

} // namespace tusk::gui
