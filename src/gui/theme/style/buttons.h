// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionButton;

namespace tusk::gui
{

class Theme;

// Buttons, check boxes and radio buttons.
namespace buttons
{

void drawPanel(const QStyleOptionButton &option, QPainter &painter, const Theme &theme);
void drawToolPanel(const QStyleOption &option, QPainter &painter, const Theme &theme);
void drawLabel(const QStyleOptionButton &option, QPainter &painter, const Theme &theme);

void drawCheckBox(const QStyleOption &option, QPainter &painter, const Theme &theme);
void drawRadioButton(const QStyleOption &option, QPainter &painter, const Theme &theme);

} // namespace buttons

} // namespace tusk::gui
