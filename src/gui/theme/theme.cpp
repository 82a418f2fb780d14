// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/theme.h"

#include "gui/theme/contrast.h"
#include "gui/theme/metrics.h"
#include "gui/theme/themestyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

namespace tusk::gui
{

namespace
{

using namespace std::chrono_literals;

constexpr double shapeRatio = 3;

const ThemeStyle *themeStyleOf(const QWidget *widget)
{
    if (widget) {
        if (const auto *style = qobject_cast<const ThemeStyle *>(widget->style()))
            return style;
    }
    return qobject_cast<const ThemeStyle *>(QApplication::style());
}

int toGrid(double pixels)
{
    return qRound(pixels / 2) * 2; // half a step, so that what is centred stays on whole pixels
}

} // namespace

Theme::Theme()
    : Theme({}, std::nullopt, QApplication::font(), QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
}

Theme::Theme(const Appearance &appearance, const std::optional<QPalette> &desktop, const QFont &font,
             const QFont &fixedFont)
    : m_data(std::make_shared<Data>(
          Data{appearance, colorsFor(appearance, desktop), typeScaleFrom(font, fixedFont)}))
{
}

Theme Theme::of(const QWidget *widget)
{
    const ThemeStyle *style = themeStyleOf(widget);
    return style ? style->theme() : Theme();
}

QColor Theme::priorityColor(int priority) const
{
    switch (priority) {
    case 1:
        return colors().blue;
    case 2:
        return colors().amber;
    case 3:
        return colors().red;
    default:
        return colors().control;
    }
}

QColor Theme::listColor(const QString &stored) const
{
    const QColor color(stored);
    return color.isValid() ? readableOn(colors().grounds(), color, shapeRatio) : colors().control;
}

int Theme::rowHeight(bool twoLines) const
{
    return toGrid((twoLines ? 54 : 36) * type().factor);
}

int Theme::sidebarRowHeight() const
{
    return toGrid(32 * type().factor);
}

int Theme::controlHeight() const
{
    return toGrid(34 * type().factor);
}

int Theme::checkCircle() const
{
    return toGrid(18 * type().factor);
}

int Theme::iconSize() const
{
    return toGrid(16 * type().factor);
}

std::chrono::milliseconds Theme::shortly() const
{
    return appearance().animations ? 100ms : 0ms;
}

std::chrono::milliseconds Theme::smoothly() const
{
    return appearance().animations ? 150ms : 0ms;
}

bool Theme::operator==(const Theme &other) const
{
    return m_data == other.m_data || *m_data == *other.m_data;
}

} // namespace tusk::gui
