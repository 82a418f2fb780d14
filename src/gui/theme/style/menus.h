// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSize>

class QPainter;
class QStyleOption;
class QStyleOptionMenuItem;

namespace tusk::gui
{

class Theme;

// Menus, the menu bar, tool tips.
namespace menus
{

void drawPanel(const QStyleOption &option, QPainter &painter, const Theme &theme);
void drawItem(const QStyleOptionMenuItem &option, QPainter &painter, const Theme &theme);
[[nodiscard]] QSize itemSize(const QStyleOptionMenuItem &option, const Theme &theme);
void drawBarItem(const QStyleOptionMenuItem &option, QPainter &painter, const Theme &theme);
void drawToolTip(const QStyleOption &option, QPainter &painter, const Theme &theme);

} // namespace menus

} // namespace tusk::gui
