// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"

#include "base/logging.h"
#include "data/session/conninfo.h"
#include "data/session/conversation.h"
#include "data/session/driverconnection.h"
#include "data/session/errorclassifier.h"
#include "data/session/idlewatch.h"
#include "data/session/interruption.h"
#include "data/session/lookalike.h"
#include "data/session/patientconnect.h"
#include "data/session/untranslated.h"

#include <QCoreApplication>

#include <optional>

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

base::Error unstorableText(const QByteArray &statementName)
{
    return {.kind = base::ErrorKind::InvalidInput,
            .sentence =
                QCoreApplication::translate("Session", "The text holds a character that cannot be stored."),
            .detail = u"NUL in the statement or in a value"_s,
            .sqlState = {},
            .statement = statementName,
            .connectionUsable = true};
}

base::Error unusableSettings(const base::ConnectionSettings &settings)
{
    const QString sentence =
        settings.applicationName.contains(u';')
            ? QCoreApplication::translate("Session", "The name of the application must not hold a semicolon.")
            : QCoreApplication::translate(
                  "Session", "The path of the certificate must not hold a semicolon; please move the file.");
    return {.kind = base::ErrorKind::InvalidInput,
            .sentence = sentence,
            .detail = u"the QPSQL driver takes a semicolon in connect options for a blank"_s,
            .sqlState = {},
            .statement = {},
            .connectionUsable = false};
}

std::chrono::milliseconds until(Deadline deadline)
{
    using namespace std::chrono;
    return std::max(milliseconds(0), ceil<milliseconds>(deadline - steady_clock::now()));
}

} // namespace

struct Connection::Private {
    base::ConnectionSettings settings;
    std::shared_ptr<Interruption> interruption;
    CertificateJudge certificateJudge;
    DriverConnection driver;
    std::unique_ptr<IdleWatch> watch; // while open, and after consumeInput() saw the end

    Private(base::ConnectionSettings theSettings, std::shared_ptr<Interruption> theInterruption)
        : settings(std::move(theSettings))
        , interruption(std::move(theInterruption))
    {
    }

    [[nodiscard]] bool isProbeNeeded() const;
    base::Result<QString> probe(Deadline deadline, const LoginWatch &loginWatch);
    [[nodiscard]] base::Error explained(base::Error failure, const ConnectWatch &stages,
                                        Deadline deadline) const;
    base::Result<void> reachBehindPooler(PGconn *connection, Deadline deadline);
    base::Result<void> connectDriver(const QString &sslMode, Deadline deadline);
    base::Error driverFailure(Deadline deadline);
    void takeOver();

    template <class T, class Talk>
    base::Result<T> talk(const QByteArray &name, std::chrono::milliseconds limit, Talk how);
    [[nodiscard]] bool isTransactionOpen() const;
    base::Result<QList<Answer>> transact(const QByteArray &beginning, const QList<Statement> &statements,
                                         std::chrono::milliseconds limit);
    base::Error rolledBack(base::Error why, std::chrono::milliseconds limit);
};

bool Connection::Private::isProbeNeeded() const
{
    // A unix socket without a password: nothing that a second attempt could harm, and local means quick.
    return !settings.isLocalSocket() || !settings.password.isEmpty();
}

// The sslmode with which it worked, so that the driver need not search for it.
base::Result<QString> Connection::Private::probe(Deadline deadline, const LoginWatch &loginWatch)
{
    ConnectWatch stages;
    stages.deadlineOnceEncrypted =
        std::max(deadline, Deadline(std::chrono::steady_clock::now() + wakingLimit));
    stages.reached = [&loginWatch](ConnectStage stage) {
        if (stage == ConnectStage::LoggingIn && loginWatch)
            loginWatch(Login::Asked);
    };
    auto connection = connectPatiently(settings, *interruption, deadline, &stages);
    if (loginWatch)
        loginWatch(Login::Answered);
    if (!connection)
        return explained(connection.error(), stages, deadline);
    // Before the driver, whose first statements such a server may not understand.
    if (auto lookalike = lookalikeError(connection->get()))
        return *std::move(lookalike);
    deadline = std::max(deadline, std::chrono::steady_clock::now() + settings.connectTimeout / 2);
    if (settings.direct() != settings) {
        if (auto reached = reachBehindPooler(connection->get(), deadline); !reached)
            return reached.error();
    }
    const bool searched =
        settings.sslMode.isEmpty() || settings.sslMode == "prefer"_L1 || settings.sslMode == "allow"_L1;
    if (!searched || settings.isLocalSocket())
        return settings.sslMode;
    return PQsslInUse(connection->get()) != 0 ? u"require"_s : u"disable"_s;
}

base::Error Connection::Private::explained(base::Error failure, const ConnectWatch &stages,
                                           Deadline deadline) const
{
    const bool isAboutCertificate = stages.problem == ConnectProblem::CertificateInvalid ||
                                    stages.problem == ConnectProblem::CertificateOfOtherServer;
    if (!isAboutCertificate || !certificateJudge)
        return failure;
    if (const auto problem = certificateJudge(settings, interruption->bell(), deadline)) {
        failure.kind = connectFailure(*problem).kind;
        failure.sentence = connectFailure(*problem).translatedSentence();
    }
    return failure;
}

// A pooler lets everyone in and connects to the server with the first statement. An empty one tells whether
// it can, before the driver waits for its own without a limit.
base::Result<void> Connection::Private::reachBehindPooler(PGconn *connection, Deadline deadline)
{
    const Statement nothing{.name = "reach", .sql = "", .values = {}};
    Exchange exchange(connection, interruption, until(deadline), nothing.name, settings.password);
    const auto reached = converse(connection, exchange, nothing);
    if (reached)
        return {};
    if (reached.error().kind == base::ErrorKind::Timeout)
        return connectTimeoutError();
    return reached.error();
}

base::Result<void> Connection::Private::connectDriver(const QString &sslMode, Deadline deadline)
{
    const auto options = driverOptions(settings, sslMode, until(deadline));
    if (!options)
        return unusableSettings(settings);
    if (!driver.open(settings, *options))
        return driverFailure(deadline);
    if (auto lookalike = lookalikeError(driver.handle())) {
        driver.close();
        return *std::move(lookalike);
    }
    takeOver();
    return {};
}

// The driver gives a translated text and no code. Where asking again is harmless, libpq tells the code.
base::Error Connection::Private::driverFailure(Deadline deadline)
{
    if (until(deadline).count() == 0)
        return connectTimeoutError();
    if (settings.isLocalSocket() && settings.password.isEmpty()) {
        if (auto reason = connectPatiently(settings, *interruption, deadline); !reason)
            return reason.error();
    }
    return connectError(reportOfConnectFailure(driver.failure(), settings.password), ConnectStage::LoggingIn);
}

void Connection::Private::takeOver()
{
    PQsetnonblocking(driver.handle(), 1);
    watch = std::make_unique<IdleWatch>(driver.handle(), settings.password);
}

// What every statement has in common: may it be sent, and what becomes of the connection afterwards.
template <class T, class Talk>
base::Result<T> Connection::Private::talk(const QByteArray &name, std::chrono::milliseconds limit, Talk how)
{
    if (!driver.handle())
        return notConnectedError();
    if (interruption->isRaised())
        return cancelledError(name, true);
    Exchange exchange(driver.handle(), interruption, limit, name, settings.password);
    base::Result<T> result = how(exchange);
    const bool settled = exchange.settle();
    const bool usable = result || result.error().connectionUsable;
    if (!settled || !usable)
        driver.close();
    if (!result && !settled) {
        base::Error error = result.error();
        error.connectionUsable = false;
        return error;
    }
    return result;
}

bool Connection::Private::isTransactionOpen() const
{
    return driver.handle() && PQtransactionStatus(driver.handle()) != PQTRANS_IDLE;
}

base::Result<QList<Answer>> Connection::Private::transact(const QByteArray &beginning,
                                                          const QList<Statement> &statements,
                                                          std::chrono::milliseconds limit)
{
    const auto bad = std::find_if(statements.begin(), statements.end(), holdsNul);
    if (bad != statements.end())
        return unstorableText(bad->name);
    auto answers = talk<QList<Answer>>("transaction", limit, [&](Exchange &exchange) {
        return converseInPipeline(driver.handle(), exchange, beginning, statements);
    });
    if (!answers)
        return rolledBack(answers.error(), limit);
    return answers;
}

base::Error Connection::Private::rolledBack(base::Error why, std::chrono::milliseconds limit)
{
    if (!isTransactionOpen())
        return why;
    const Statement rollback{.name = "rollback", .sql = "ROLLBACK", .values = {}};
    const auto done = talk<Answer>(rollback.name, limit, [this, &rollback](Exchange &exchange) {
        return converse(driver.handle(), exchange, rollback);
    });
    // Closing rolls back as well; also when an interruption did not let ROLLBACK out.
    if (!done)
        driver.close();
    why.connectionUsable = driver.handle() != nullptr;
    return why;
}

Connection::Connection(base::ConnectionSettings settings)
    : Connection(std::move(settings), std::make_shared<Interruption>())
{
}

Connection::Connection(base::ConnectionSettings settings, std::shared_ptr<Interruption> interruption)
    : d(std::make_unique<Private>(std::move(settings), std::move(interruption)))
{
}

Connection::~Connection() = default;

const base::ConnectionSettings &Connection::settings() const
{
    return d->settings;
}

void Connection::setCertificateJudge(CertificateJudge judge)
{
    d->certificateJudge = std::move(judge);
}

base::Result<void> Connection::open(const LoginWatch &watch)
{
    close();
    const Untranslated words;
    const auto limit = d->settings.connectTimeout;
    Deadline deadline = std::chrono::steady_clock::now() + limit;
    QString sslMode;
    if (d->isProbeNeeded()) {
        auto probed = d->probe(deadline, watch);
        if (!probed)
            return probed.error();
        sslMode = *probed;
        // What it took to wake up is not the driver's loss.
        deadline = std::max(deadline, std::chrono::steady_clock::now() + limit / 2);
    }
    if (d->interruption->isRaised())
        return cancelledError({}, false);
    auto connected = d->connectDriver(sslMode, deadline);
    if (connected)
        qCDebug(base::logSession) << "connected, backend" << PQbackendPID(d->driver.handle());
    return connected;
}

bool Connection::isOpen() const
{
    return d->driver.handle() != nullptr;
}

void Connection::close()
{
    d->driver.close();
}

base::Result<Answer> Connection::execute(const Statement &statement, std::chrono::milliseconds limit)
{
    if (holdsNul(statement))
        return unstorableText(statement.name);
    return d->talk<Answer>(statement.name, limit, [this, &statement](Exchange &exchange) {
        return converse(d->driver.handle(), exchange, statement);
    });
}

base::Result<QList<Answer>> Connection::executeInTransaction(const QList<Statement> &statements,
                                                             std::chrono::milliseconds limit)
{
    return d->transact("BEGIN", statements, limit);
}

base::Result<Answer> Connection::executeReadOnly(const Statement &statement, std::chrono::milliseconds limit)
{
    auto answers = d->transact("BEGIN READ ONLY", {statement}, limit);
    if (!answers)
        return answers.error();
    return answers->isEmpty() ? Answer{} : std::move(answers->first());
}

base::Result<void> Connection::executeScript(const Statement &script, std::chrono::milliseconds limit)
{
    if (holdsNul(script))
        return unstorableText(script.name);
    const bool isPart = d->isTransactionOpen();
    auto done = d->talk<void>(script.name, limit, [this, &script](Exchange &exchange) {
        const auto answer = converseByScript(d->driver.handle(), exchange, script.sql);
        return answer ? base::Result<void>() : answer.error();
    });
    if (done && !isPart && d->isTransactionOpen())
        done = brokenPromise(u"the script left a transaction open; it was rolled back"_s, script.name);
    if (!done)
        return d->rolledBack(done.error(), limit);
    return done;
}

base::Result<void> Connection::copyIn(const Statement &statement, const CopySource &source,
                                      std::chrono::milliseconds limit)
{
    return d->talk<void>(statement.name, limit, [this, &statement, &source](Exchange &exchange) {
        return converseByCopyIn(d->driver.handle(), exchange, statement.sql, source);
    });
}

base::Result<void> Connection::copyOut(const Statement &statement, const CopySink &sink,
                                       std::chrono::milliseconds limit)
{
    return d->talk<void>(statement.name, limit, [this, &statement, &sink](Exchange &exchange) {
        return converseByCopyOut(d->driver.handle(), exchange, statement.sql, sink);
    });
}

bool Connection::isStandby() const
{
    // Of itself, with the login: no statement asks for it.
    return d->driver.handle() && QByteArray(PQparameterStatus(d->driver.handle(), "in_hot_standby")) == "on";
}

int Connection::socket() const
{
    return d->driver.handle() ? PQsocket(d->driver.handle()) : -1;
}

base::Result<void> Connection::consumeInput()
{
    if (!d->driver.handle())
        return notConnectedError();
    auto alive = d->watch->look();
    if (!alive)
        d->driver.close();
    return alive;
}

bool Connection::wasEndedByServer() const
{
    return d->watch && d->watch->endedByServer();
}

bool Connection::inTransaction() const
{
    return d->isTransactionOpen();
}

void Connection::interrupt()
{
    d->interruption->raise(Interruption::Level::Cancel);
}

void Connection::clearInterrupt()
{
    d->interruption->clearCancel();
}

} // namespace tusk::session
