// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/appearancepage.h"

#include "gui/settings/settingkeys.h"
#include "gui/settings/settingscontrols.h"
#include "gui/theme/icons.h"
#include "ui_appearancepage.h"

namespace tusk::gui
{

AppearancePage::AppearancePage(Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::AppearancePage>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("appearancePage"));
    using enum AppearanceChoice::Colors;
    bindChoice(*m_ui->systemColors, settings, settingkeys::colors, System);
    bindChoice(*m_ui->lightColors, settings, settingkeys::colors, Light);
    bindChoice(*m_ui->darkColors, settings, settingkeys::colors, Dark);
    bindChoice(*m_ui->highContrastColors, settings, settingkeys::colors, HighContrast);
    bindChoice(*m_ui->desktopAccent, settings, settingkeys::accent, AppearanceChoice::Accent::Desktop);
    bindChoice(*m_ui->tuskAccent, settings, settingkeys::accent, AppearanceChoice::Accent::Tusk);
}

AppearancePage::~AppearancePage() = default;

QString AppearancePage::title() const
{
    return tr("Appearance");
}

Icon AppearancePage::icon() const
{
    return Icon::Color;
}

} // namespace tusk::gui
