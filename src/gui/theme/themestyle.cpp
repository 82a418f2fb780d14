// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/themestyle.h"

namespace tusk::gui
{

ThemeStyle::ThemeStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
{
}

QPalette ThemeStyle::standardPalette() const
{
    return m_theme.palette();
}

} // namespace tusk::gui
