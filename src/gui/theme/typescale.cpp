// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/typescale.h"

#include <QFontInfo>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr double rowSize = 14;

QFont sized(QFont font, double pixels, QFont::Weight weight)
{
    font.setPixelSize(qRound(pixels));
    font.setWeight(weight);
    return font;
}

} // namespace

TypeScale typeScaleFrom(const QFont &desktop, const QFont &fixed)
{
    TypeScale scale;
    scale.factor = std::max(1.0, QFontInfo(desktop).pixelSize() / rowSize);
    const auto font = [&](double pixels, QFont::Weight weight = QFont::Normal) {
        return sized(desktop, pixels * scale.factor, weight);
    };
    scale.placeTitle = font(22, QFont::DemiBold);
    scale.detailsTitle = font(17, QFont::DemiBold);
    scale.row = font(rowSize);
    scale.rowStrong = font(rowSize, QFont::DemiBold);
    scale.small = font(12);
    scale.smallStrong = font(12, QFont::DemiBold);
    scale.code = sized(fixed, 13 * scale.factor, QFont::Normal);
    return scale;
}

} // namespace tusk::gui
