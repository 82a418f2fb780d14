// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/appearance.h"
#include "gui/theme/theme.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>

namespace tusk::gui
{

// Keeps the application in its theme: makes it from what the user chose and what the desktop says, and gives
// it to the application again whenever one of them changes. One for an application, made before its first
// window, on the GUI thread.
class ThemeKeeper final : public QObject
{
    Q_OBJECT

public:
    // Looks at the palette and the font that the application has from the desktop, and applies the theme.
    explicit ThemeKeeper(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ThemeKeeper)

    void setChoice(const AppearanceChoice &choice);
    void setDesktop(const DesktopAppearance &desktop);
    [[nodiscard]] const AppearanceChoice &choice() const { return m_choice; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

Q_SIGNALS:
    void themeChanged(); // the application has it already

private:
    void apply();

    std::optional<QPalette> m_palette; // the desktop's, where it has one
    Scheme m_paletteScheme;
    QFont m_font;
    QFont m_fixedFont;
    AppearanceChoice m_choice;
    DesktopAppearance m_desktop;
    Theme m_theme;
};

} // namespace tusk::gui
