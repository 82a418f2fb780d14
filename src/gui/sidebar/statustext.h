// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "models/databaselink.h"

#include <QString>

#include <optional>

namespace tusk::gui
{

// How the database is, in a few words: "connected", "offline · 3 changes waiting".
[[nodiscard]] QString statusText(const models::DatabaseLink &link);

// Why it is so: why it is not reached, else why the first of the changes still waits or what others changed
// is not there, or comes late. None where nothing is wrong.
[[nodiscard]] std::optional<base::Error> statusReason(const models::DatabaseLink &link);

} // namespace tusk::gui
