// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/themekeeper.h"

#include "gui/theme/themestyle.h"

#include <QApplication>
#include <QFontDatabase>

namespace tusk::gui
{

namespace
{

// Without a platform theme the palette is the style's, and says nothing about the desktop.
std::optional<QPalette> desktopPalette()
{
    const QPalette palette = QApplication::palette();
    const QPalette plain = QApplication::style()->standardPalette();
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Highlight}) {
        if (palette.color(QPalette::Active, role) != plain.color(QPalette::Active, role))
            return palette;
    }
    return std::nullopt;
}

} // namespace

ThemeKeeper::ThemeKeeper(QObject *parent)
    : QObject(parent)
    , m_palette(desktopPalette())
    , m_paletteScheme(schemeOf(QApplication::palette()))
    , m_font(QApplication::font())
    , m_fixedFont(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
    apply();
}

void ThemeKeeper::setChoice(const AppearanceChoice &choice)
{
    m_choice = choice;
    apply();
}

void ThemeKeeper::setDesktop(const DesktopAppearance &desktop)
{
    m_desktop = desktop;
    apply();
}

void ThemeKeeper::apply()
{
    const Theme theme(resolve(m_choice, m_desktop, m_paletteScheme), m_palette, m_font, m_fixedFont);
    auto *style = qobject_cast<ThemeStyle *>(QApplication::style());
    if (style && theme == m_theme)
        return;
    m_theme = theme;
    if (style)
        style->setTheme(theme);
    else
        QApplication::setStyle(new ThemeStyle(theme)); // the application owns it
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.type().row);
    Q_EMIT themeChanged();
}

} // namespace tusk::gui
