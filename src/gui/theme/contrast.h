// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QList>

namespace tusk::gui
{

// How much two opaque colours stand apart, as the accessibility guidelines of the web count it: 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);
// The smallest of the ratios to each of the grounds; 21 without any.
[[nodiscard]] double lowestContrast(const QColor &color, const QList<QColor> &grounds);

// share (0 to 1) of over, the rest of ground.
[[nodiscard]] QColor mixed(const QColor &ground, const QColor &over, double share);

// The colour nearest to wanted, darker or lighter, that reaches the ratio on every one of the grounds; where
// none does, the one that comes closest, black or white.
[[nodiscard]] QColor readableOn(const QList<QColor> &grounds, const QColor &wanted, double ratio);

} // namespace tusk::gui
