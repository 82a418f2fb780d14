// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

class EnvironmentPage;
class FileChooser;
class ImportAssistant;
class ImportDialog;

// The import as the window has it: into the environment that it shows, what is said when it ends behind the
// user's back, and the way to what it brought.
class WindowImport final : public QObject
{
    Q_OBJECT

public:
    // A child of the window.
    explicit WindowImport(QWidget &window);

    // Null: there is none. page must outlive the next call.
    void setEnvironment(EnvironmentPage *page);

    // Where the user left it. chooser must outlive the window.
    void open(FileChooser &chooser);

private:
    void aim();
    void announce();
    void showImported();
    // Once the window knows it, which may take until it has read anew.
    void showList(const models::Workspace &workspace, const QString &name);

    QWidget &m_window;
    EnvironmentPage *m_page = nullptr;
    ImportAssistant *m_assistant = nullptr; // until it is asked for, as is the next
    ImportDialog *m_dialog = nullptr;
};

} // namespace tusk::gui
