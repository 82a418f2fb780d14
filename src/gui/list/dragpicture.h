// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QModelIndexList>
#include <QPixmap>

class QWidget;

namespace tusk::gui
{

// What hangs at the pointer while todos are dragged: the title of one, the number of several.
[[nodiscard]] QPixmap dragPicture(const QWidget &list, const QModelIndexList &todos);

} // namespace tusk::gui
