// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"
#include "data/session/certificatejudge.h"
#include "data/session/copystream.h"
#include "data/session/statement.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace tusk::session
{

class Interruption;

// How long a server may take to answer a login: a serverless database that sleeps is started by it.
inline constexpr std::chrono::seconds wakingLimit{30};

// One connection to PostgreSQL, opened by Qt's QPSQL driver and used through its libpq handle.
// Thread: made, used and destroyed on one thread, which it may block; only interrupt() is for others.
class Connection final
{
public:
    // How a login goes, for whoever waits: a database that sleeps has to wake up first.
    enum class Login { Asked, Answered };
    using LoginWatch = std::function<void(Login)>;

    explicit Connection(base::ConnectionSettings settings);
    // As above, with an interruption that others raise also before and after the connection lives.
    Connection(base::ConnectionSettings settings, std::shared_ptr<Interruption> interruption);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    // What it was made with.
    [[nodiscard]] const base::ConnectionSettings &settings() const;
    // Before open(). Without one, a certificate that expired is told like any other bad one.
    void setCertificateJudge(CertificateJudge judge);

    // What may need a password is first tried by libpq alone, which can be interrupted, keeps the time limit
    // also against a frozen peer and tells the SQLSTATE; the driver does none of these. Each time, as the
    // password may have been changed: a wrong one is sent once. Then the driver connects. Blocks up to
    // settings.connectTimeout, as far as it is libpq's; the look-up of the name and the driver's own
    // statements have no limit, so the owner abandons the thread if this does not return. An encrypted server
    // that does not answer the login gets wakingLimit. watch is called on this thread.
    base::Result<void> open(const LoginWatch &watch = {});
    [[nodiscard]] bool isOpen() const;
    // Whether the server says that it is a standby; before version 14 none says so.
    [[nodiscard]] bool isStandby() const;
    void close();

    // One statement, one round trip, its own transaction. Blocks until the answer is there, for at most limit
    // of silence; then the socket is shut and the error is Timeout. Errors: see errorclassifier.h. When the
    // error's connectionUsable is false, the connection is closed on return.
    base::Result<Answer> execute(const Statement &statement, std::chrono::milliseconds limit);

    // The same in a transaction that may only read, still one round trip. Error: ReadOnlyServer where the
    // statement would change something.
    base::Result<Answer> executeReadOnly(const Statement &statement, std::chrono::milliseconds limit);

    // BEGIN, the statements, COMMIT, as one pipeline: one round trip, all or nothing. The answers of the
    // statements in their order.
    base::Result<QList<Answer>> executeInTransaction(const QList<Statement> &statements,
                                                     std::chrono::milliseconds limit);

    // A script of several statements, as one simple query: the server parses it and, unless the script says
    // otherwise, runs it as one transaction. The first statement that fails is the error, and nothing of the
    // script stays. Within a transaction that execute() has begun it becomes a part of that; a failure rolls
    // all of it back. For migrations.
    base::Result<void> executeScript(const Statement &script, std::chrono::milliseconds limit);

    // COPY … FROM STDIN and COPY … TO STDOUT, without values: very many rows, of which only a portion is in
    // memory. An error of source or sink is the result. An interruption is heard between two portions; within
    // one the source itself has to end.
    base::Result<void> copyIn(const Statement &statement, const CopySource &source,
                              std::chrono::milliseconds limit);
    base::Result<void> copyOut(const Statement &statement, const CopySink &sink,
                               std::chrono::milliseconds limit);

    // Descriptor for poll(); -1 when closed. Readable while idle: the server said something unasked, mostly
    // goodbye; call consumeInput().
    [[nodiscard]] int socket() const;
    // ConnectionLost if that was the end. Reads what is there and never waits.
    base::Result<void> consumeInput();
    // After that: whether the server ended it in order, as it does on shutting down and as a serverless
    // database does on going to sleep. False: the network failed.
    [[nodiscard]] bool wasEndedByServer() const;

    // Whether a statement has left a transaction open.
    [[nodiscard]] bool inTransaction() const;

    // From any thread: makes a running open() or execute() return Cancelled soon (or its answer, if that
    // comes first), after asking the server to stop, and each later one at once, until clearInterrupt().
    void interrupt();
    void clearInterrupt();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tusk::session
