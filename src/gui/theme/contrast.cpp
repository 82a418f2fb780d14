// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace tusk::gui
{

namespace
{

constexpr int steps = 64;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

double lowestContrast(const QColor &color, const QList<QColor> &grounds)
{
    double lowest = 21;
    for (const QColor &ground : grounds)
        lowest = std::min(lowest, contrastRatio(color, ground));
    return lowest;
}

QColor mixed(const QColor &ground, const QColor &over, double share)
{
    const auto between = [share](float from, float to) {
        return from + (to - from) * static_cast<float>(share);
    };
    // To whole channels, as it is painted: what is measured is what is seen.
    return QColor(QColor::fromRgbF(between(ground.redF(), over.redF()),
                                   between(ground.greenF(), over.greenF()),
                                   between(ground.blueF(), over.blueF()))
                      .rgb());
}

QColor readableOn(const QList<QColor> &grounds, const QColor &wanted, double ratio)
{
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    for (int step = 0; step <= steps; ++step) {
        const double share = static_cast<double>(step) / steps;
        for (const QColor &pole : {black, white}) {
            const QColor candidate = mixed(wanted, pole, share);
            if (lowestContrast(candidate, grounds) >= ratio)
                return candidate;
        }
    }
    return lowestContrast(black, grounds) >= lowestContrast(white, grounds) ? black : white;
}

} // namespace tusk::gui
