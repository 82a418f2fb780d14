// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>

namespace tusk::gui
{

// What stands for a list or a priority in menus and pop-ups: a dot in that colour, also in a selected row.
[[nodiscard]] QIcon dotIcon(const QColor &color);
// The one of several that is shown or chosen at the moment.
[[nodiscard]] QIcon checkedDotIcon(const QColor &color);

} // namespace tusk::gui
