// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/chosendatabase.h"
#include "app/window/environmentset.h"
#include "app/window/windowdesk.h"
#include "base/clock.h"
#include "base/daywatch.h"
#include "base/networkwatch.h"
#include "domain/ids.h"
#include "gui/mainwindow.h"

#include <QObject>

namespace tusk::app
{

// The window and the environments that it shows: starts them in order and puts them away in order. Thread:
// the main thread; nothing here waits.
class WindowSession final : public QObject
{
    Q_OBJECT

public:
    // settings must outlive the session.
    WindowSession(const ChosenDatabase &database, domain::InstallationId installation,
                  gui::Settings &settings, QObject *parent = nullptr);
    ~WindowSession() override;

    void start();
    // token: of the desktop, the right to come to the front; may be empty. environment: to be shown; null: as
    // it is.
    void raise(const QByteArray &token, const QUuid &environment);
    // From the system: nothing is asked. Unsent actions stay on disk.
    void quit();

    // Saves a picture of the window once its rows are painted.
    void savePictureTo(const QString &file);

    [[nodiscard]] gui::MainWindow &window() { return m_window; }

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] bool isFirstRun(const ChosenDatabase &database) const;
    void connectEnvironments();
    void showEntries();
    void showEnvironment();
    void showFailure(const base::Error &error);
    void onCloseRequested();

    base::SystemClock m_clock;
    base::DayWatch m_days{m_clock};
    base::NetworkWatch m_network;
    gui::Settings &m_settings;
    EnvironmentSet m_environments; // outlives the window, which shows their todos
    WindowDesk m_desk;
    gui::MainWindow m_window;
    bool m_ending = false;
};

} // namespace tusk::app
