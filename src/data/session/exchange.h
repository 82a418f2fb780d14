// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/session/libpqhandles.h"
#include "data/session/socketwait.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

namespace tusk::session
{

class Interruption;
class ServerCancel;

// One conversation on a connection in non-blocking mode: what has been queued by PQsend... is sent while what
// comes back is read, so that neither side ever waits for the other to empty its buffers. Watches the clock
// and the interruption. After an error whose connectionUsable is false the socket is shut; close the
// connection. Thread: that of the connection.
class Exchange final
{
public:
    // limit: how long the peer may be silent. Shortly before, it is asked to stop: a server that is alive
    // does not go on with what nobody waits for, and its connection stays usable.
    Exchange(PGconn *connection, std::shared_ptr<Interruption> interruption, std::chrono::milliseconds limit,
             QByteArray statementName, QString password);
    ~Exchange();
    Q_DISABLE_COPY_MOVE(Exchange)

    // The next result of libpq, null at the end of a statement. Errors: Timeout, ConnectionLost, Cancelled.
    // An error that the server reports is not one of them: it is a result.
    base::Result<ResultHandle> next();

    // Sends all that has been queued; until then reads what comes, so that it is possible.
    base::Result<void> flush();
    // Waits until the server has said more, for what next() does not know of.
    base::Result<void> wait() { return advance(); }
    // Somebody wants it to end, and the server has been asked to.
    [[nodiscard]] bool isCancelling() const;

    // To be called at the end: waits until a request to cancel has been heard, so that it cannot strike the
    // next statement. False: the connection must be given up.
    [[nodiscard]] bool settle();

    // What the server made of the statement, or of libpq's refusal to send it.
    [[nodiscard]] base::Error errorOf(const PGresult *result) const;
    [[nodiscard]] base::Error sendFailure() const;
    [[nodiscard]] const QByteArray &statementName() const { return m_statementName; }

private:
    [[nodiscard]] base::Result<void> advance();
    [[nodiscard]] base::Result<void> advance(Interest interest);
    [[nodiscard]] base::Result<void> heed();
    [[nodiscard]] base::Result<void> hearSilence();
    void askToStop(std::chrono::milliseconds patience);
    [[nodiscard]] Deadline deadline() const;
    base::Error giveUp(base::Error error);

    PGconn *m_connection;
    std::shared_ptr<Interruption> m_interruption;
    std::chrono::milliseconds m_limit;
    QByteArray m_statementName;
    QString m_password;
    const std::chrono::milliseconds m_lastPatience; // of the limit, for a peer that was asked to stop
    Deadline m_silenceEnds;
    Deadline m_cancelEnds = noDeadline;
    std::shared_ptr<ServerCancel> m_cancel;
};

} // namespace tusk::session
