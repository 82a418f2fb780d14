// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/appearance.h"
#include "gui/theme/colors.h"
#include "gui/theme/typescale.h"

#include <chrono>
#include <memory>

class QFont;
class QPalette;
class QWidget;

namespace tusk::gui
{

// Everything that says how the window looks: a value, cheap to copy, that never changes. A widget or a
// delegate asks Theme::of() when it paints or lays out, and keeps nothing of it: when the theme changes every
// widget gets QEvent::PaletteChange, and QEvent::FontChange where sizes changed. Thread: the GUI thread.
class Theme final
{
public:
    // In the theme's own light colours, with the application's font.
    Theme();
    // desktop is the palette of the desktop where it has one of its own.
    Theme(const Appearance &appearance, const std::optional<QPalette> &desktop, const QFont &font,
          const QFont &fixedFont);

    // The theme that the widget is shown in; without a widget, the application's.
    [[nodiscard]] static Theme of(const QWidget *widget = nullptr);

    [[nodiscard]] const Appearance &appearance() const { return m_data->appearance; }
    [[nodiscard]] bool isDark() const { return m_data->appearance.scheme == Scheme::Dark; }
    [[nodiscard]] bool isHighContrast() const { return m_data->appearance.highContrast; }
    [[nodiscard]] const Colors &colors() const & { return m_data->colors; }
    [[nodiscard]] const TypeScale &type() const & { return m_data->type; }
    // Of a theme that goes at the end of the line: a copy, which a reference keeps alive.
    [[nodiscard]] Colors colors() && { return m_data->colors; }
    [[nodiscard]] TypeScale type() && { return m_data->type; }
    [[nodiscard]] QPalette palette() const { return paletteFrom(m_data->colors); }

    // The ring of the check circle and the flag. 0 is no priority, 3 is high.
    [[nodiscard]] QColor priorityColor(int priority) const;
    // The colour of a list or tag as it is shown, from the one that is stored (#rrggbb, or empty for none):
    // 3:1 on everything that it can lie on.
    [[nodiscard]] QColor listColor(const QString &stored) const;

    // Heights that grow with the text, in steps of the grid.
    [[nodiscard]] int rowHeight(bool twoLines = false) const; // 36, 54
    [[nodiscard]] int sidebarRowHeight() const;               // 32
    [[nodiscard]] int controlHeight() const;                  // 34
    [[nodiscard]] int checkCircle() const;                    // 18
    [[nodiscard]] int iconSize() const;                       // 16

    // How long something takes to come, go or move; zero where animations are off: then do it at once.
    [[nodiscard]] std::chrono::milliseconds shortly() const;  // 100 ms: colours, small things
    [[nodiscard]] std::chrono::milliseconds smoothly() const; // 150 ms: things that move

    bool operator==(const Theme &other) const;

private:
    struct Data {
        Appearance appearance;
        Colors colors;
        TypeScale type;

        bool operator==(const Data &) const = default;
    };

    std::shared_ptr<const Data> m_data;
};

} // namespace tusk::gui
