// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QStyleOption;

// What all the drawings of the style are made of.
namespace tusk::gui::shapes
{

// A rounded rectangle that fills rect to its edge; the outline, one unit wide, lies inside. Invalid colours
// are not drawn.
void drawRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
                 const QColor &outline = {});

// The focus ring, inside of rect.
void drawRing(QPainter &painter, const QRectF &rect, double radius, const QColor &color, double width);

[[nodiscard]] bool isEnabled(const QStyleOption &option);
[[nodiscard]] bool isHovered(const QStyleOption &option);
[[nodiscard]] bool isPressed(const QStyleOption &option);
[[nodiscard]] bool isOn(const QStyleOption &option);

// A square of the given side in the middle of rect.
[[nodiscard]] QRectF squareIn(const QRectF &rect, double side);

} // namespace tusk::gui::shapes
