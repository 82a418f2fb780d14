// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importpage.h"

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class ImportFilePage;
}

class DropArea;
class FileChooser;

// Which file: dropped, looked for, or one of those that lie where todos usually do.
class ImportFilePage final : public ImportPage
{
    Q_OBJECT

public:
    // chooser must outlive the page.
    ImportFilePage(ImportAssistant &assistant, FileChooser &chooser, QWidget *parent = nullptr);
    ~ImportFilePage() override;

    [[nodiscard]] QWidget *firstFocus() override;
    void refresh() override;
    [[nodiscard]] DropArea &dropArea() const { return *m_area; }

private:
    void showPlaces();

    std::unique_ptr<Ui::ImportFilePage> m_ui;
    DropArea *m_area;
    QList<importer::LikelyFile> m_shown;
};

} // namespace tusk::gui
