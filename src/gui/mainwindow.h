// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QStackedWidget;

namespace tusk::models
{
class DatabaseLink;
}

namespace tusk::gui
{

class ActionRegistry;
class EnvironmentPage;
class MenuButton;
class Settings;
class WindowCommands;

// The window: it places its parts and forwards what is asked of them, no more.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    // settings must outlive the window.
    explicit MainWindow(Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showStarting(const QString &sentence); // what is waited for
    void showFailure(const base::Error &error); // before there is an environment
    // Shows an environment instead of the one before. link must outlive the window or the next call.
    void showEnvironment(models::DatabaseLink &link);
    [[nodiscard]] EnvironmentPage *environment() const { return m_environment; }
    [[nodiscard]] ActionRegistry &actions() const { return *m_actions; }

    void restorePlacement();
    // Closes without a question: for the end of the desktop session and of the process.
    void closeAtOnce();

Q_SIGNALS:
    void closeRequested(); // the window closes when the application has put everything away
    void retryRequested(); // of a failure before there is an environment
    void firstRowsPainted();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void makeStartPage();
    void openMenu();
    void connectEnvironment();
    void attachKeys();
    void announcePaintedRows();
    [[nodiscard]] int waitingChanges() const;
    void askBeforeClosing(int waiting);

    Settings &m_settings;
    ActionRegistry *m_actions;
    WindowCommands *m_commands;
    QStackedWidget *m_pages;
    QWidget *m_startPage;
    QLabel *m_startText;
    MenuButton *m_startMenu;
    QMenu *m_menu;
    EnvironmentPage *m_environment = nullptr;
    bool m_mayClose = false; // the user knows what waits
};

} // namespace tusk::gui
