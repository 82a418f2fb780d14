// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/colors.h"

#include "gui/theme/contrast.h"

namespace tusk::gui
{

namespace
{

constexpr double textRatio = 4.5;
constexpr double strongRatio = 7;
constexpr double faintRatio = 3;
constexpr double ringOpacity = 0.22;

QColor rgb(QRgb value)
{
    return QColor(value);
}

Colors lightTokens()
{
    Colors colors;
    colors.window = rgb(0xFBFAF8);
    colors.sidebar = rgb(0xF3F1ED);
    colors.panel = rgb(0xFFFFFF);
    colors.hover = rgb(0xEFEDE8);
    colors.selection = rgb(0xE3EAFB);
    colors.hairline = rgb(0xE7E4DE);
    colors.text = rgb(0x1F2328);
    colors.secondary = rgb(0x646870);
    colors.faint = rgb(0x82848C);
    colors.accent = rgb(0x3859D0);
    colors.onAccent = rgb(0xFFFFFF);
    colors.red = rgb(0xBE3328);
    colors.amber = rgb(0x8A5A08);
    colors.green = rgb(0x267435);
    colors.blue = rgb(0x3859D0);
    return colors;
}

Colors darkTokens()
{
    Colors colors;
    colors.window = rgb(0x1B1C1F);
    colors.sidebar = rgb(0x222327);
    colors.panel = rgb(0x26272B);
    colors.hover = rgb(0x2B2D31);
    colors.selection = rgb(0x2B3654);
    colors.hairline = rgb(0x313338);
    colors.text = rgb(0xECEBE8);
    colors.secondary = rgb(0xA0A2A9);
    colors.faint = rgb(0x80828A);
    colors.accent = rgb(0x86A1FF);
    colors.onAccent = rgb(0x1B1C1F);
    colors.red = rgb(0xFF8A80);
    colors.amber = rgb(0xE8B04B);
    colors.green = rgb(0x7BC98A);
    colors.blue = rgb(0x86A1FF);
    return colors;
}

Colors strongLightTokens()
{
    Colors colors;
    colors.window = colors.sidebar = colors.panel = colors.onAccent = rgb(0xFFFFFF);
    colors.hover = rgb(0xE8E8E8);
    colors.selection = rgb(0xD2DFFF);
    colors.hairline = rgb(0x5A5A5A);
    colors.text = rgb(0x000000);
    colors.secondary = rgb(0x2B2B2B);
    colors.faint = rgb(0x4A4A4A);
    colors.accent = colors.blue = rgb(0x0B2FA8);
    colors.red = rgb(0x8A0E06);
    colors.amber = rgb(0x5A3800);
    colors.green = rgb(0x004D1A);
    return colors;
}

Colors strongDarkTokens()
{
    Colors colors;
    colors.window = colors.sidebar = colors.panel = colors.onAccent = rgb(0x000000);
    colors.hover = rgb(0x2A2A2A);
    colors.selection = rgb(0x1C2F66);
    colors.hairline = rgb(0xA6A6A6);
    colors.text = rgb(0xFFFFFF);
    colors.secondary = rgb(0xE0E0E0);
    colors.faint = rgb(0xBDBDBD);
    colors.accent = colors.blue = rgb(0xB4C6FF);
    colors.red = rgb(0xFFB3AC);
    colors.amber = rgb(0xFFCF66);
    colors.green = rgb(0x93E6A5);
    return colors;
}

Colors tokensFor(const Appearance &appearance)
{
    const bool dark = appearance.scheme == Scheme::Dark;
    if (appearance.highContrast)
        return dark ? strongDarkTokens() : strongLightTokens();
    return dark ? darkTokens() : lightTokens();
}

// Fields lie above the list in both schemes: the lightest ground is the panel. Where the desktop has two
// grounds, the third comes between them.
void deriveGrounds(Colors &colors, Scheme scheme, const QPalette &desktop)
{
    const QColor base = desktop.color(QPalette::Active, QPalette::Base);
    const QColor frame = desktop.color(QPalette::Active, QPalette::Window);
    const QColor text = desktop.color(QPalette::Active, QPalette::Text);
    const bool dark = scheme == Scheme::Dark;
    colors.panel = dark ? frame : base;
    colors.sidebar = dark ? mixed(base, frame, 0.64) : frame;
    colors.window = dark ? base : mixed(base, frame, 0.33);
    colors.hover = mixed(colors.window, text, 0.07);
    colors.hairline = mixed(colors.panel, text, dark ? 0.08 : 0.11);
    colors.text = text;
    colors.secondary = mixed(colors.panel, text, 0.7);
    colors.faint = mixed(colors.panel, text, 0.55);
}

// The selection is a tint of the accent; the ring and what is marked are stronger ones.
void deriveAccent(Colors &colors, Scheme scheme, const QColor &accent)
{
    colors.accent = accent;
    colors.selection = mixed(colors.window, accent, scheme == Scheme::Dark ? 0.24 : 0.14);
}

void keepReadable(Colors &colors, bool highContrast)
{
    const QList<QColor> grounds = colors.grounds();
    const double ratio = highContrast ? strongRatio : textRatio;
    for (QColor *color : {&colors.text, &colors.secondary, &colors.accent, &colors.red, &colors.amber,
                          &colors.green, &colors.blue})
        *color = readableOn(grounds, *color, ratio);
    colors.faint = readableOn(grounds, colors.faint, highContrast ? textRatio : faintRatio);
    colors.onAccent = readableOn({colors.accent}, colors.onAccent, ratio);
}

void fillIn(Colors &colors, const Appearance &appearance)
{
    const Scheme scheme = appearance.scheme;
    colors.focusRing = colors.accent;
    if (!appearance.highContrast)
        colors.focusRing.setAlphaF(ringOpacity);
    colors.marked = mixed(colors.panel, colors.accent, scheme == Scheme::Dark ? 0.38 : 0.22);
    colors.control = colors.faint;
    colors.shade = QColor(0, 0, 0, scheme == Scheme::Dark ? 128 : 72);
    colors.inverse = colors.text;
    colors.onInverse = readableOn({colors.inverse}, colors.window, textRatio);
    // Bold and short, beside a sentence: it may be lighter than text has to be.
    colors.accentOnInverse = readableOn({colors.inverse}, colors.accent, strongRatio);
}

std::optional<QColor> accentOf(const Appearance &appearance, const std::optional<QPalette> &desktop)
{
    if (appearance.highContrast)
        return std::nullopt;
    if (appearance.accent.isValid())
        return appearance.accent;
    if (desktop)
        return desktop->color(QPalette::Active, QPalette::Highlight);
    return std::nullopt;
}

} // namespace

Scheme schemeOf(const QPalette &palette)
{
    const int ground = qGray(palette.color(QPalette::Active, QPalette::Window).rgb());
    const int text = qGray(palette.color(QPalette::Active, QPalette::WindowText).rgb());
    return text > ground ? Scheme::Dark : Scheme::Light;
}

Colors colorsFor(const Appearance &appearance, const std::optional<QPalette> &desktop)
{
    Colors colors = tokensFor(appearance);
    if (desktop && !appearance.highContrast && schemeOf(*desktop) == appearance.scheme)
        deriveGrounds(colors, appearance.scheme, *desktop);
    if (const std::optional<QColor> accent = accentOf(appearance, desktop))
        deriveAccent(colors, appearance.scheme, *accent);
    keepReadable(colors, appearance.highContrast);
    fillIn(colors, appearance);
    return colors;
}

QPalette paletteFrom(const Colors &colors)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color, const QColor &disabled) {
        palette.setColor(QPalette::All, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    const auto same = [&set](QPalette::ColorRole role, const QColor &color) { set(role, color, color); };
    same(QPalette::Window, colors.window);
    same(QPalette::Base, colors.panel);
    same(QPalette::AlternateBase, colors.hover);
    same(QPalette::Button, colors.panel);
    same(QPalette::ToolTipBase, colors.inverse);
    same(QPalette::ToolTipText, colors.onInverse);
    same(QPalette::PlaceholderText, colors.faint);
    same(QPalette::Light, mixed(colors.panel, colors.window, 0.5));
    same(roles::sidebar, colors.sidebar);
    same(roles::hairline, colors.hairline);
    set(roles::secondary, colors.secondary, colors.faint);
    same(QPalette::Shadow, colors.shade);
    set(QPalette::WindowText, colors.text, colors.faint);
    set(QPalette::Text, colors.text, colors.faint);
    set(QPalette::ButtonText, colors.text, colors.faint);
    set(QPalette::BrightText, colors.red, colors.faint);
    set(QPalette::Highlight, colors.marked, colors.hover);
    set(QPalette::HighlightedText, readableOn({colors.marked}, colors.text, textRatio), colors.faint);
    set(QPalette::Link, colors.accent, colors.faint);
    set(QPalette::LinkVisited, colors.accent, colors.faint);
    return palette;
}

const QList<QColor> &listColors()
{
    static const QList<QColor> colors{
        rgb(0xD0463B), rgb(0xD9772B), rgb(0xB8860B), rgb(0x6B8E23), rgb(0x2E8B4F),
        rgb(0x168F8A), rgb(0x2F86C9), rgb(0x3F62E0), rgb(0x8A4FD0), rgb(0xC2478F),
    };
    return colors;
}

QColor newListColor(qsizetype others)
{
    // Blue first, then green; with such steps every colour has its turn before one comes again.
    constexpr qsizetype first = 7;
    constexpr qsizetype step = 7;
    return listColors().at((first + others % listColors().size() * step) % listColors().size());
}

} // namespace tusk::gui
