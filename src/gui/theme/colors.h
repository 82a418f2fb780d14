// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/appearance.h"

#include <QColor>
#include <QList>
#include <QPalette>

#include <optional>

namespace tusk::gui
{

// Every colour of the window, by what it is for.
struct Colors {
    // What things lie on.
    QColor window;    // the list
    QColor sidebar;   //
    QColor panel;     // details, fields, pop-ups
    QColor hover;     // under the mouse
    QColor selection; // a selected row
    QColor hairline;  // between the three parts, around fields

    // What is read on those: 4.5:1 on each of them, 7:1 in high contrast.
    QColor text;
    QColor secondary; // second line, labels
    QColor accent;    // links, selection mark, primary button
    QColor red;       // overdue, high
    QColor amber;     // warnings, medium
    QColor green;     // today, fine
    QColor blue;      // low
    // 3:1 on each: placeholders, counts, completed. Never the only carrier of a meaning.
    QColor faint;

    QColor onAccent;  // text on accent
    QColor focusRing; // accent, see-through
    QColor marked;    // behind selected text and what a search has found
    QColor control;   // the outline of check boxes: 3:1
    QColor shade;     // over the window while something lies above it
    // Strips that lie above the window.
    QColor inverse;
    QColor onInverse;
    QColor accentOnInverse;

    bool operator==(const Colors &) const = default;

    // Everything on which text stands.
    [[nodiscard]] QList<QColor> grounds() const { return {window, sidebar, panel, hover, selection}; }
};

// The theme's own colours, or what comes from those of the desktop: its palette where one is given and is of
// that scheme, and the accent of appearance.
[[nodiscard]] Colors colorsFor(const Appearance &appearance, const std::optional<QPalette> &desktop);

// That of the palette itself: dark when its text is lighter than what it stands on.
[[nodiscard]] Scheme schemeOf(const QPalette &palette);

// Where in the palette of a widget those of the colours stand that labels and plain widgets need: with
// setForegroundRole() and setBackgroundRole() they follow the theme by themselves.
namespace roles
{

inline constexpr QPalette::ColorRole text = QPalette::WindowText;
inline constexpr QPalette::ColorRole secondary = QPalette::Dark;
inline constexpr QPalette::ColorRole faint = QPalette::PlaceholderText;
inline constexpr QPalette::ColorRole accent = QPalette::Link;
inline constexpr QPalette::ColorRole red = QPalette::BrightText;
inline constexpr QPalette::ColorRole onInverse = QPalette::ToolTipText;

inline constexpr QPalette::ColorRole window = QPalette::Window;
inline constexpr QPalette::ColorRole panel = QPalette::Base;
inline constexpr QPalette::ColorRole hover = QPalette::AlternateBase;
inline constexpr QPalette::ColorRole sidebar = QPalette::Midlight;
inline constexpr QPalette::ColorRole hairline = QPalette::Mid;
inline constexpr QPalette::ColorRole inverse = QPalette::ToolTipBase;

} // namespace roles

// For Qt's own widgets.
[[nodiscard]] QPalette paletteFrom(const Colors &colors);

// What a list or a tag can be coloured with, as it is stored: well apart from each other, seen on light and
// on dark.
[[nodiscard]] const QList<QColor> &listColors();
// For a list that is made beside so many others: as far from those before it as can be.
[[nodiscard]] QColor newListColor(qsizetype others);

} // namespace tusk::gui
