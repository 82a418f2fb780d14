// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QUuid>

namespace tusk::gui
{

class Settings;

// How the user has sorted a place in an environment. The order of the place where nothing else was chosen.
[[nodiscard]] domain::Sorting sortingOf(const Settings &settings, const QUuid &environment,
                                        const domain::TodoFilter &place);
void setSortingOf(Settings &settings, const QUuid &environment, const domain::TodoFilter &place);

} // namespace tusk::gui
