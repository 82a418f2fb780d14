// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "support/sqlclient.h"
#include "support/temporaryhome.h"

#include <QList>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace tusk::tests
{

// A temporary home whose private server is gone with it, and for root also what lies in the system's folder,
// however the test ends: a shell waits for the end of its standard input and clears away.
class PrivateHome final
{
public:
    enum class Folders {
        Separate, // as TemporaryHome has them
        Default,  // below HOME, whose path is long; no folder for sockets
    };

    explicit PrivateHome(Folders folders = Folders::Separate);
    ~PrivateHome();
    Q_DISABLE_COPY_MOVE(PrivateHome)

    [[nodiscard]] QString path() const { return m_home.path(); }

    // The database of the private server, while it runs; and for TUSK_DATABASE_URL.
    [[nodiscard]] base::ConnectionSettings settings() const;
    [[nodiscard]] QString databaseUrl() const;
    // What another program does there. An error ends the test.
    QList<QStringList> runSql(const QString &sql) const;
    [[nodiscard]] std::unique_ptr<SqlClient> connect() const;

    [[nodiscard]] QStringList dumps() const; // file names

private:
    TemporaryHome m_home;
    QProcess m_caretaker;
};

} // namespace tusk::tests
