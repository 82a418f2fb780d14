// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionGroupBox;

namespace tusk::gui
{

class Theme;

// A group is a heading with what belongs to it below: no box.
namespace groupboxes
{

void draw(const QStyleOptionGroupBox &option, QPainter &painter, const Theme &theme);
[[nodiscard]] QRect part(const QStyleOptionGroupBox &option, QStyle::SubControl part, const Theme &theme);

} // namespace groupboxes

} // namespace tusk::gui
