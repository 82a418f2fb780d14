// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/import/importassistant.h"

#include <QWidget>

namespace tusk::gui
{

// One step of the wizard: shows what the assistant knows and tells it what was chosen, no more.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    // assistant must outlive the page.
    explicit ImportPage(ImportAssistant &assistant, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_assistant(assistant)
    {
    }

    [[nodiscard]] virtual QWidget *firstFocus() = 0;
    virtual void refresh() = 0; // something has changed while it is the one that is shown

protected:
    [[nodiscard]] ImportAssistant &assistant() const { return m_assistant; }

private:
    ImportAssistant &m_assistant;
};

} // namespace tusk::gui
