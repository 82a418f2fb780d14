// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;

namespace tusk::gui
{

class Theme;

// Where something is typed or chosen: line edits, combo boxes, spin boxes.
namespace fields
{

// The panel with its outline, which takes the accent's colour while the field has the focus.
void drawPanel(const QStyleOption &option, QPainter &painter, const Theme &theme);

void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const Theme &theme);
[[nodiscard]] QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part);

void drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const Theme &theme);
[[nodiscard]] QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);

} // namespace fields

} // namespace tusk::gui
