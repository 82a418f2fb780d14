// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QString>
#include <QUuid>

#include <optional>

namespace tusk::gui
{

class Settings;

// "today", "list:<id>": how a place is called in a file. Empty for a search.
[[nodiscard]] QString placeName(const domain::TodoFilter &place);
[[nodiscard]] std::optional<domain::TodoFilter> placeNamed(const QString &name);

// Of an environment; the Inbox where it was never shown.
[[nodiscard]] domain::TodoFilter lastPlace(const Settings &settings, const QUuid &environment);
void setLastPlace(Settings &settings, const QUuid &environment, const domain::TodoFilter &place);

} // namespace tusk::gui
