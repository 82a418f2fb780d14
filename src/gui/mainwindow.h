// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QColor>
#include <QList>
#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace tusk::models
{
class DatabaseLink;
}

namespace tusk::gui
{

class ActionRegistry;
class EnvironmentDesk;
class EnvironmentPage;
class EnvironmentSwitcher;
class FileChooser;
class Settings;
class StartPage;
class WindowCommands;
class WindowOverlays;

// The window: it places its parts and forwards what is asked of them, no more. Each environment that was
// shown has a page of its own, which stays as it is while another one is shown.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    // settings must outlive the window.
    explicit MainWindow(Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Which environments there are, and which of them the window is about from now on.
    [[nodiscard]] EnvironmentSwitcher &switcher() const { return *m_switcher; }

    // Who answers when a file is asked for; must outlive the window. Until then the dialog of the desktop
    // does.
    void setFileChooser(FileChooser &chooser);
    // At the very first run, with the first environment that is shown.
    void askHowToBegin() { m_asksHowToBegin = true; }

    // What the settings need to show and change them; must outlive the window.
    void setDesk(EnvironmentDesk &desk);

    void showStarting(const QString &sentence);      // what is waited for
    void showKeyringAsking(const QString &sentence); // the same, until keyringCancelled()
    void showFailure(const base::Error &error);      // before there is an environment
    void askForPassword(const QString &sentence);    // that is kept for this run only
    // Shows an environment instead of the one before. link must outlive the window or forgetEnvironment().
    void showEnvironment(models::DatabaseLink &link);
    void forgetEnvironment(const models::DatabaseLink &link); // its page goes, if there is one
    // The one that is shown; null: none.
    [[nodiscard]] EnvironmentPage *environment() const { return m_environment; }
    [[nodiscard]] ActionRegistry &actions() const { return *m_actions; }

    void restorePlacement();
    // Closes without a question: for the end of the desktop session and of the process.
    void closeAtOnce();

Q_SIGNALS:
    void closeRequested(); // the window closes when the application has put everything away
    void retryRequested(); // of a failure before there is an environment
    void keyringCancelled();
    void passwordTyped(const QString &password);
    void firstRowsPainted();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void connectActions();
    void openMenu();
    [[nodiscard]] EnvironmentPage *pageOf(const models::DatabaseLink &link) const;
    [[nodiscard]] EnvironmentPage *addPage(models::DatabaseLink &link);
    void leaveEnvironment();
    void showStartPage();
    void focusEnvironment(bool isNew);
    void showIdentity();
    void announcePaintedRows();
    [[nodiscard]] int waitingChanges() const;
    void askBeforeClosing(int waiting);

    Settings &m_settings;
    ActionRegistry *m_actions;
    WindowOverlays *m_overlays;
    WindowCommands *m_commands;
    EnvironmentSwitcher *m_switcher;
    QStackedWidget *m_pages;
    StartPage *m_startPage;
    QMenu *m_menu;
    QList<EnvironmentPage *> m_environments; // all that have a page
    EnvironmentPage *m_environment = nullptr;
    QColor m_badge; // of the icon
    bool m_asksHowToBegin = false;
    bool m_mayClose = false; // the user knows what waits
};

} // namespace tusk::gui
