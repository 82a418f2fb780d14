// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/overlay.h"

#include <memory>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

namespace Ui
{
class SettingsDialog;
}

class ActionRegistry;
class Settings;
class SettingsPage;

// The settings: pages at the left, the chosen one beside them. Everything holds at once, so there is nothing
// to confirm.
class SettingsDialog final : public Overlay
{
    Q_OBJECT

public:
    // settings and actions must outlive the dialog, a child of the window.
    SettingsDialog(Settings &settings, ActionRegistry &actions, QWidget &window);
    ~SettingsDialog() override;

    void addPage(SettingsPage *page); // the dialog owns it from now on
    void showPage(const QString &objectName);
    // Null: none. It must outlive the next call or the dialog.
    void setWorkspace(models::Workspace *workspace);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QSize panelSize(const QSize &window) const override;
    [[nodiscard]] QWidget *firstFocus() const override;
    void paintPanel(QPainter &painter, const QRectF &panel) const override;

private:
    void makePageList();

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    QList<SettingsPage *> m_pages;
};

} // namespace tusk::gui
