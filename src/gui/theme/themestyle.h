// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/theme.h"

#include <QProxyStyle>

namespace tusk::gui
{

// Draws Qt's own controls as the theme wants them: flat and quiet. It lies over Fusion and carries the theme,
// so that whatever is drawn with it can ask for it.
class ThemeStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ThemeStyle(const Theme &theme);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    // The widgets learn of it by the palette that the application gets next.
    void setTheme(const Theme &theme) { m_theme = theme; }

    [[nodiscard]] QPalette standardPalette() const override;

private:
    Theme m_theme;
};

} // namespace tusk::gui
