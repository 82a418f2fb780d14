// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/session/errorclassifier.h"

#include <libpq-fe.h>

#include <QString>

namespace tusk::session
{

// Reads what a server says unasked on a connection that nobody uses at the moment, above all its goodbye.
// Lives as long as its connection is used, on the same thread.
class IdleWatch final
{
public:
    IdleWatch(PGconn *connection, QString password);
    Q_DISABLE_COPY_MOVE(IdleWatch) // libpq knows its address

    // Reads what is there and never waits. ConnectionLost if that was the end.
    base::Result<void> look();
    // After that: the server ended it in order; the network did not fail.
    [[nodiscard]] bool endedByServer() const { return m_endedByServer; }

private:
    static void receive(void *self, const PGresult *notice);

    PGconn *m_connection;
    QString m_password;
    Report m_goodbye;
    bool m_endedByServer = false;
};

} // namespace tusk::session
