// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importpage.h"

#include <memory>

namespace tusk::gui
{

namespace Ui
{
class ImportOptionsPage;
}

// Whose todos, into which list, in which zone, and what else may be wished.
class ImportOptionsPage final : public ImportPage
{
    Q_OBJECT

public:
    explicit ImportOptionsPage(ImportAssistant &assistant, QWidget *parent = nullptr);
    ~ImportOptionsPage() override;

    [[nodiscard]] QWidget *firstFocus() override;
    void refresh() override;

private:
    void connectChoices();
    void fillZones();
    void showPeople();
    void showLists();
    void showZone();
    void showChecks();
    void takeList(const QString &typed);

    std::unique_ptr<Ui::ImportOptionsPage> m_ui;
    QList<importer::SourceOwner> m_shownPeople;
};

} // namespace tusk::gui
