// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>

class QColor;

namespace tusk::gui
{

// The program's icon with a dot of this colour in its corner: which environment a window shows, in the task
// bar.
[[nodiscard]] QIcon badgedIcon(const QColor &color);

} // namespace tusk::gui
