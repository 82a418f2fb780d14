// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "accessibility/accessible.h"
#include "app/tuskprogram.h"
#include "base/connectionsettings.h"

#include <QProcess>

#include <memory>

namespace tusk::tests
{

// For runs of the program with this database.
[[nodiscard]] Variables databaseVariables(const base::ConnectionSettings &database);

// The program with its window on the PrivateDesktop, and a database of the test behind it. Ends with the
// object.
class TuskWindow final
{
public:
    explicit TuskWindow(const base::ConnectionSettings &database);
    explicit TuskWindow(const Variables &variables); // where the database is not said, or otherwise
    ~TuskWindow();
    Q_DISABLE_COPY_MOVE(TuskWindow)

    // Its window in the accessibility tree; null as long as there is none.
    [[nodiscard]] Accessible frame() const;
    // Waits for something that shows in the window; null if it does not come.
    [[nodiscard]] Accessible await(AtspiRole role, const QString &name) const;
    [[nodiscard]] Accessible awaitStarting(AtspiRole role, const QString &beginningOfName) const;

    // Gives the window the keyboard, as a desktop does with a program that was started: there is none here.
    void activate();

    // Ends the program as a logout does; whether it ended well, and what it said.
    [[nodiscard]] bool quit();
    [[nodiscard]] QByteArray said() const { return m_said; }

private:
    [[nodiscard]] Accessible awaitWhere(const Accessible::Predicate &predicate) const;

    Variables m_environment;
    std::unique_ptr<QProcess> m_program;
    QByteArray m_said;
};

} // namespace tusk::tests
