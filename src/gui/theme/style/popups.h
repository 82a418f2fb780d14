// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyle>

class QStyleHintReturn;
class QStyleOption;
class QWidget;

// Windows with round corners: menus, the lists of combo boxes, tool tips.
namespace tusk::gui::popups
{

// Makes the corners see-through, before the window exists, where the screen can show that.
void prepare(QWidget &widget);
// The frame of a combo box's list.
[[nodiscard]] bool isPopUpFrame(const QWidget *widget);
// For QStyle::styleHint(): which part of them, or of the focus ring, is there at all.
[[nodiscard]] int mask(QStyle::StyleHint hint, const QStyleOption *option, const QWidget *widget,
                       QStyleHintReturn *result);

} // namespace tusk::gui::popups
