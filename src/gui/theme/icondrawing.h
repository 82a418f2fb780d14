// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/icons.h"

#include <QPixmap>
#include <QString>

namespace tusk::gui
{

// The drawing in the resources, as ":/icons/inbox.svg".
[[nodiscard]] QString iconFile(Icon icon);

// The drawing in one colour, as large as fits into size (device-independent), for a screen with that many
// pixels a unit. What was drawn is kept for the next time, as long as there is room. Thread: the GUI thread.
[[nodiscard]] QPixmap drawnIcon(Icon icon, const QSize &size, double pixelRatio, const QColor &color);

[[nodiscard]] QPixmap drawnApplicationIcon(int size);

} // namespace tusk::gui
