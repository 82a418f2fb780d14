// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "features/user.h"
#include "models/opendatabase.h"
#include "support/proxy.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <memory>

namespace tusk::tests
{

// Base of the tests in which users say what they do. Each begins in a window that has just been opened for
// the first time, on a database of its own.
class FeatureTest : public TestCase
{
    Q_OBJECT

public:
    FeatureTest();
    ~FeatureTest() override;

protected:
    [[nodiscard]] User &user() { return *m_user; }
    [[nodiscard]] Proxy &network() { return *m_network; }
    // The window on another computer of the same user.
    [[nodiscard]] Device &otherComputer();
    // What the database holds, once it has what was done if it can be reached: columns joined by a bar, a
    // string for each row.
    [[nodiscard]] QStringList stored(const QString &sql);
    [[nodiscard]] QStringList storedTitles();     // of what is not in the Trash, in their order
    [[nodiscard]] QStringList openTransactions(); // what each client does that has begun one
    void execute(const QString &sql);             // what was there before the user came
    // How often the windows have sent such a statement. That none was prepared is looked at after each test.
    [[nodiscard]] qsizetype timesSaid(const QString &containing) const;

    void prepare() override;
    [[nodiscard]] virtual QString desktopBus() const { return {}; }
    // How the window opens.
    virtual void begin() { m_user->startsTusk(); }
    [[nodiscard]] QString homeFolder() const { return m_home->path(); }
    [[nodiscard]] const base::ConnectionSettings &database() const { return m_database; }
    // The database before the window opens.
    virtual void fill() {}
    // What the server may note as an error or a warning while the user works.
    [[nodiscard]] virtual bool isExpectedInLog(const QString &line) const;

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

private:
    std::unique_ptr<TemporaryHome> m_home;
    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_database;
    std::unique_ptr<Proxy> m_network;
    std::unique_ptr<Device> m_other;
    std::unique_ptr<User> m_user;
    qint64 m_logMark = 0;
};

} // namespace tusk::tests
