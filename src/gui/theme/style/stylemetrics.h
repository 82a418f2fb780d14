// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRect>
#include <QStyle>

#include <optional>

class QStyleOption;
class QStyleOptionSlider;
class QWidget;

namespace tusk::gui
{

class Theme;

// Sizes, distances and habits of the controls.
namespace stylemetrics
{

// Nothing: as Fusion has it.
[[nodiscard]] std::optional<int> metricFor(QStyle::PixelMetric metric, const QWidget *widget,
                                           const Theme &theme);
[[nodiscard]] std::optional<int> hintFor(QStyle::StyleHint hint, const Theme &theme);
[[nodiscard]] QSize sizeFor(QStyle::ContentsType type, const QStyleOption *option, const QSize &contents,
                            const QSize &fusion, const Theme &theme);
// Of a label beside a field, so that a form puts it on the field's middle.
[[nodiscard]] int labelHeight(const Theme &theme);
// A scroll bar without buttons at its ends.
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

} // namespace stylemetrics

} // namespace tusk::gui
