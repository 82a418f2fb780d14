// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QUuid>

namespace tusk::gui
{

class Settings;

// Of an environment; the Inbox where it was never shown.
[[nodiscard]] domain::TodoFilter lastPlace(const Settings &settings, const QUuid &environment);
void setLastPlace(Settings &settings, const QUuid &environment, const domain::TodoFilter &place);

} // namespace tusk::gui
