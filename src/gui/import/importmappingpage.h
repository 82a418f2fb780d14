// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importpage.h"

#include <memory>

class QComboBox;
class QLabel;

namespace tusk::gui
{

namespace Ui
{
class ImportMappingPage;
}

class PreviewDelegate;
class PreviewModel;

// Which column becomes what, beside the todos that come of it.
class ImportMappingPage final : public ImportPage
{
    Q_OBJECT

public:
    explicit ImportMappingPage(ImportAssistant &assistant, QWidget *parent = nullptr);
    ~ImportMappingPage() override;

    [[nodiscard]] QWidget *firstFocus() override;
    void refresh() override;

private:
    struct Row {
        QComboBox *choice = nullptr;
        QLabel *contents = nullptr;
    };

    void makeRows();
    [[nodiscard]] Row makeRow(int number, const importer::SourceColumn &column);
    void showRow(const Row &row, const importer::SourceColumn &column) const;
    [[nodiscard]] QLabel *makeName(const QString &text, const QString &question, QComboBox &choice);
    [[nodiscard]] QLabel *makeArrow();
    void showStates();
    void makeStateRows();
    void showPreview();

    std::unique_ptr<Ui::ImportMappingPage> m_ui;
    PreviewModel *m_preview;
    PreviewDelegate *m_delegate;
    QStringList m_shownColumns; // names
    QList<Row> m_rows;
    QList<QByteArray> m_shownStates; // values
    QList<QComboBox *> m_stateChoices;
};

} // namespace tusk::gui
