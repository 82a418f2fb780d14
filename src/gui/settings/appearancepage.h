// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/settings/settingspage.h"

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class AppearancePage;
}

class Settings;

// The colours of the window.
class AppearancePage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit AppearancePage(Settings &settings, QWidget *parent = nullptr);
    ~AppearancePage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] Icon icon() const override;

private:
    std::unique_ptr<Ui::AppearancePage> m_ui;
};

} // namespace tusk::gui
