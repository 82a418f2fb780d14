// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "data/session/statement.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <memory>

namespace tusk::session
{

// One connection to PostgreSQL, opened by Qt's QPSQL driver and used through its libpq handle.
// Thread: made, used and destroyed on one thread, which it may block; only interrupt() is for others.
class Connection final
{
public:
    explicit Connection(base::ConnectionSettings settings);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    // Blocks up to settings.connectTimeout for the connect itself; the driver's own statements after it have no
    // limit, so the owner abandons the thread if this does not return.
    base::Result<void> open();
    [[nodiscard]] bool isOpen() const;
    void close();

    // One statement, one round trip, its own transaction. Blocks until the answer is there, for at most limit of
    // silence; then the socket is shut and the error is Timeout. Errors: see errorclassifier.h.
    base::Result<Answer> execute(const Statement &statement, std::chrono::milliseconds limit);

    // BEGIN, the statements, COMMIT, as one pipeline: one round trip, all or nothing. The answers of the
    // statements in their order.
    base::Result<QList<Answer>> executeInTransaction(const QList<Statement> &statements,
                                                     std::chrono::milliseconds limit);

    // A script of several statements, as one simple query: the server parses it and, unless the script says
    // otherwise, runs it as one transaction. For migrations.
    base::Result<void> executeScript(const Statement &script, std::chrono::milliseconds limit);

    // Descriptor for poll(); -1 when closed. Readable while idle: the server said something unasked, mostly
    // goodbye; call consumeInput().
    [[nodiscard]] int socket() const;
    // ConnectionLost if that was the end. Reads what is there and never waits.
    base::Result<void> consumeInput();

    // From any thread: makes a running execute() return Cancelled soon, after asking the server to cancel.
    void interrupt();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tusk::session
