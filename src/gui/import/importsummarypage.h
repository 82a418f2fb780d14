// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importpage.h"

#include <memory>

namespace tusk::gui
{

class FileChooser;

namespace Ui
{
class ImportSummaryPage;
}

// What the import would do, by a trial that left no trace.
class ImportSummaryPage final : public ImportPage
{
    Q_OBJECT

public:
    ImportSummaryPage(ImportAssistant &assistant, FileChooser &chooser, QWidget *parent = nullptr);
    ~ImportSummaryPage() override;

    [[nodiscard]] QWidget *firstFocus() override { return nullptr; }
    void refresh() override;

private:
    void showReport(const importer::ImportReport &report);
    void addCount(const QString &what, qint64 count);
    void addReasons(const importer::ImportReport &report);

    void showReportButton();

    std::unique_ptr<Ui::ImportSummaryPage> m_ui;
    FileChooser &m_chooser;
};

} // namespace tusk::gui
