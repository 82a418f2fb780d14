// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importpage.h"

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class ImportFoundPage;
}

// What the file turned out to be.
class ImportFoundPage final : public ImportPage
{
    Q_OBJECT

public:
    explicit ImportFoundPage(ImportAssistant &assistant, QWidget *parent = nullptr);
    ~ImportFoundPage() override;

    [[nodiscard]] QWidget *firstFocus() override;
    void refresh() override;

private:
    void showTables();

    std::unique_ptr<Ui::ImportFoundPage> m_ui;
};

} // namespace tusk::gui
