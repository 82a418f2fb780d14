// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/windowsession.h"
#include "environments/profilestore.h"
#include "gui/environmentpage.h"
#include "gui/settings/settings.h"
#include "models/opendatabase.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <memory>

namespace tusk::tests
{

// Base of the tests of those who have several environments: the window of the program, with the file of the
// environments in a home of its own. Each begins with “Work” shown and “Home” behind it, each on a database
// of its own; “Local” is there, too, and never opened.
class EnvironmentsTest : public TestCase
{
    Q_OBJECT

public:
    EnvironmentsTest();
    ~EnvironmentsTest() override;

protected:
    static constexpr int patience = 20'000; // milliseconds; a busy machine needs some of them

    [[nodiscard]] TestServer &server() { return *m_server; }
    [[nodiscard]] const base::ConnectionSettings &workDatabase() const { return m_workDatabase; }
    [[nodiscard]] const base::ConnectionSettings &homeDatabase() const { return m_homeDatabase; }
    [[nodiscard]] const environments::EnvironmentProfile &home() const { return m_homeProfile; }
    [[nodiscard]] QString homeFolder() const { return m_home->path(); }
    // Without a password.
    [[nodiscard]] static environments::EnvironmentProfile
    profileFor(const QString &name, environments::EnvironmentKind kind, const base::ConnectionSettings &at);
    // As “tusk env” would.
    static void change(const environments::ProfileStore::Edit &edit);
    [[nodiscard]] static environments::ProfileList profiles();

    void start();
    void quit();
    [[nodiscard]] app::WindowSession &session() { return *m_session; }
    [[nodiscard]] gui::MainWindow &window() { return m_session->window(); }
    [[nodiscard]] gui::EnvironmentPage *page() { return window().environment(); }

    void add(const QString &todo);
    void switchTo(const QString &keys, const QString &expectedTitle); // and waits for its todos

    [[nodiscard]] bool isReady();
    [[nodiscard]] QString title() { return window().windowTitle(); }
    [[nodiscard]] QStringList titles(); // of the todos that are shown
    [[nodiscard]] QString place();
    [[nodiscard]] QStringList stored(const base::ConnectionSettings &database); // titles
    // In any database: its name, and what the client does that has begun it.
    [[nodiscard]] QStringList openTransactions();

    void prepare() override;
    [[nodiscard]] virtual TestServerOptions serverOptions() const { return {}; }
    // How “Work” and “Home” reach their databases, without a password.
    [[nodiscard]] virtual base::ConnectionSettings reachable(const base::ConnectionSettings &settings)
    {
        return settings;
    }

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TemporaryHome> m_home;
    std::unique_ptr<gui::Settings> m_settings;
    base::ConnectionSettings m_workDatabase;
    base::ConnectionSettings m_homeDatabase;
    environments::EnvironmentProfile m_homeProfile;
    std::unique_ptr<app::WindowSession> m_session;
};

} // namespace tusk::tests
