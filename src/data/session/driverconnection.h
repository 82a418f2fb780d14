// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <libpq-fe.h>

#include <QString>

#include <chrono>

namespace tusk::session
{

// A connection of Qt's QPSQL driver, reduced to its libpq handle. The driver connects and, at the end,
// disconnects; in between nothing is asked of it, because it would throw away what is under way on the
// handle. No QSqlDatabase is kept: the connection is known by its name, so that it can be removed at any
// time. Thread: one, which every call may block.
class DriverConnection final
{
public:
    DriverConnection();
    ~DriverConnection();
    Q_DISABLE_COPY_MOVE(DriverConnection)

    // False with the driver's message, in the language of the desktop and not redacted, if it did not
    // connect. Blocks for connectTimeout, rounded up to seconds and at least two of them, then for as long as
    // the server lets the driver's five statements wait.
    bool open(const base::ConnectionSettings &settings, const QString &options);
    [[nodiscard]] const QString &failure() const { return m_failure; }
    void close();

    [[nodiscard]] PGconn *handle() const { return m_handle; } // the driver's; null when closed

private:
    const QString m_name;
    QString m_failure;
    PGconn *m_handle = nullptr;
};

} // namespace tusk::session
