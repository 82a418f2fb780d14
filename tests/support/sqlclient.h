// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

struct pg_conn;

namespace tusk::tests
{

// What a test asks the server itself, past every class of the program: libpq in blocking calls.
// Thread: one thread at a time.
class SqlClient final
{
public:
    struct Answer {
        bool ok = false;
        QList<QStringList> rows; // of the last statement; NULL is a null QString
        QByteArray sqlState;     // empty where the server gave none
        QString message;
    };

    // Connects at once; see isConnected().
    explicit SqlClient(const base::ConnectionSettings &settings);

    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] QString message() const; // why not
    [[nodiscard]] int backendPid() const;
    // One or more statements in one simple query.
    Answer ask(const QString &sql);
    // The rows, or the end of the test program if the server refused.
    QList<QStringList> rows(const QString &sql);

    [[nodiscard]] pg_conn *handle() const { return m_connection.get(); }

private:
    struct Closer {
        void operator()(pg_conn *connection) const;
    };
    std::unique_ptr<pg_conn, Closer> m_connection;
};

} // namespace tusk::tests
