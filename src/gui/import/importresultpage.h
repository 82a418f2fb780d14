// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importpage.h"

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class ImportResultPage;
}

class FileChooser;

// What became of it, the proof, and the ways back.
class ImportResultPage final : public ImportPage
{
    Q_OBJECT

public:
    // chooser must outlive the page.
    ImportResultPage(ImportAssistant &assistant, FileChooser &chooser, QWidget *parent = nullptr);
    ~ImportResultPage() override;

    [[nodiscard]] QWidget *firstFocus() override;
    void refresh() override;

private:
    void undo();
    void showOutcome(const importer::ImportReport &report);

    std::unique_ptr<Ui::ImportResultPage> m_ui;
    FileChooser &m_chooser;
};

} // namespace tusk::gui
