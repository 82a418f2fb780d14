// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importpage.h"

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class ImportProgressPage;
}

// How far it is, how quickly it goes, and how long it will take.
class ImportProgressPage final : public ImportPage
{
    Q_OBJECT

public:
    explicit ImportProgressPage(ImportAssistant &assistant, QWidget *parent = nullptr);
    ~ImportProgressPage() override;

    [[nodiscard]] QWidget *firstFocus() override { return nullptr; }
    void refresh() override;

private:
    void showPace();

    std::unique_ptr<Ui::ImportProgressPage> m_ui;
};

} // namespace tusk::gui
