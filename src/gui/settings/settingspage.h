// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/theme/icons.h"

#include <QWidget>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// A page of the settings. What is changed on it holds at once.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual Icon icon() const = 0;
    // The todos that the window shows, for pages that choose among lists; null: none.
    virtual void setWorkspace(models::Workspace *) {}

Q_SIGNALS:
    void closeWanted(); // of the settings: what was chosen is to be seen in the window
};

} // namespace tusk::gui
