// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/settings/settingspage.h"

#include <QPointer>

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class GeneralPage;
}

class Settings;

// The day and the week, where new todos go, animations and the language.
class GeneralPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit GeneralPage(Settings &settings, QWidget *parent = nullptr);
    ~GeneralPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] Icon icon() const override;
    void setWorkspace(models::Workspace *workspace) override;

private:
    void fillChoices();
    void fillStartOfDay();
    void followLanguage();
    void showLists();
    void chooseList();

    std::unique_ptr<Ui::GeneralPage> m_ui;
    Settings &m_settings;
    QPointer<models::Workspace> m_workspace;
};

} // namespace tusk::gui
