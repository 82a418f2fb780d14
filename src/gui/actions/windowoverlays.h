// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/copyplan.h"
#include "domain/todo.h"
#include "domain/todolist.h"
#include "gui/filechooser.h"
#include "models/todocommands.h"

#include <QObject>

namespace tusk::gui
{

class ActionRegistry;
class CopyDialog;
class CopyJob;
class EnvironmentDesk;
class EnvironmentPage;
class EnvironmentsPage;
class ExportDialog;
class KeySheet;
class Palette;
class Settings;
class SettingsDialog;
class TodoSearch;
class WindowImport;

// What comes up over the window and goes again: the palette, the sheet of keys, the settings, the
// copy to another environment, the export, the import.
class WindowOverlays final : public QObject
{
    Q_OBJECT

public:
    // A child of the window, which actions and settings must outlive.
    WindowOverlays(ActionRegistry &actions, Settings &settings, QWidget &window);

    // Null: there is none. page must outlive the next call.
    void setEnvironment(EnvironmentPage *page);
    // For the page of the environments; must outlive the window.
    void setDesk(EnvironmentDesk &desk) { m_desk = &desk; }

    void openPalette();
    void askForList(const models::TodoCommands &commands, const QList<domain::Todo> &todos);
    void askForTag(const models::TodoCommands &commands, const QList<domain::Todo> &todos);
    void askForColor(const domain::TodoList &list);
    void showKeys();
    void openExport(); // of the environment that is shown
    void openSettings();
    void manageEnvironments(); // the settings, at that page
    void connectDatabase();    // there, with a new environment to fill in
    void importTodos();
    // To another environment: what is selected, else the list that is shown, else everything.
    void copyTodos();
    void copyList(const domain::TodoList &list);

    // Who asks for files; must outlive the window. Until then the dialog of the desktop does.
    void setFileChooser(FileChooser &chooser) { m_chooser = &chooser; }

private:
    void openCopy(const domain::CopySelection &what);
    [[nodiscard]] CopyDialog *makeCopyDialog();
    void offerTakingBack(const QString &sentence, CopyJob &copy);

    ActionRegistry &m_actions;
    Settings &m_settings;
    QWidget &m_window;
    EnvironmentPage *m_page = nullptr;
    EnvironmentsPage *m_environmentsPage = nullptr;
    EnvironmentDesk *m_desk = nullptr; // none: the environments cannot be changed here
    Palette *m_palette;
    TodoSearch *m_search;
    KeySheet *m_keySheet;
    WindowImport *m_import;
    SettingsDialog *m_settingsDialog = nullptr; // until it is asked for, as are the next
    CopyDialog *m_copyDialog = nullptr;
    ExportDialog *m_exportDialog = nullptr;
    DialogFileChooser m_ownChooser;
    FileChooser *m_chooser = &m_ownChooser;
};

} // namespace tusk::gui
