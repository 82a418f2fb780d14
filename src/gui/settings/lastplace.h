// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QString>

#include <optional>

namespace tusk::gui
{

class Settings;

// "today", "list:<id>": how a place is called in a file. Empty for a search.
[[nodiscard]] QString placeName(const domain::TodoFilter &place);
[[nodiscard]] std::optional<domain::TodoFilter> placeNamed(const QString &name);

[[nodiscard]] domain::TodoFilter lastPlace(const Settings &settings); // the Inbox at the first start
void setLastPlace(Settings &settings, const domain::TodoFilter &place);

} // namespace tusk::gui
