// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/chosendatabase.h"
#include "app/window/openenvironment.h"
#include "base/clock.h"
#include "base/daywatch.h"
#include "domain/ids.h"
#include "gui/mainwindow.h"

#include <QObject>

#include <memory>

namespace tusk::app
{

// The window and the environment that it shows: starts them in order and puts them away in order. Thread: the
// main thread; nothing here waits.
class WindowSession final : public QObject
{
    Q_OBJECT

public:
    // settings must outlive the session.
    WindowSession(ChosenDatabase database, domain::InstallationId installation, gui::Settings &settings,
                  QObject *parent = nullptr);
    ~WindowSession() override;

    void start();
    // token: of the desktop, the right to come to the front; may be empty.
    void raise(const QByteArray &token);
    // From the system: nothing is asked. Unsent actions stay on disk.
    void quit();

    // Saves a picture of the window once its rows are painted.
    void savePictureTo(const QString &file);

    [[nodiscard]] gui::MainWindow &window() { return m_window; }

Q_SIGNALS:
    void finished();

private:
    void makeEnvironment();
    void showEnvironment();
    void onCloseRequested();

    base::SystemClock m_clock;
    base::DayWatch m_days{m_clock};
    const ChosenDatabase m_database;
    gui::Settings &m_settings;
    domain::InstallationId m_installation;
    std::unique_ptr<OpenEnvironment> m_environment; // outlives the window, which shows its todos
    gui::MainWindow m_window;
    bool m_ending = false;
};

} // namespace tusk::app
