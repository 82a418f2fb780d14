// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSize>
#include <QString>

class QPainter;
class QRect;

namespace tusk::gui
{

class Theme;

// A key as it looks on a keyboard: "Ctrl+K".
[[nodiscard]] QSize keyChipSize(const QString &key, const Theme &theme);
// As large as its text needs, in the middle of the rectangle's height, at its right (in a window that is read
// from right to left: at its left).
void paintKeyChip(QPainter &painter, const QRect &rect, const QString &key, const Theme &theme,
                  Qt::LayoutDirection direction);

} // namespace tusk::gui
