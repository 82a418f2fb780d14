// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/patientconnect.h"

#include "data/session/conninfo.h"
#include "data/session/interruption.h"
#include "data/session/untranslated.h"

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

struct Attempt {
    ConnectionHandle connection; // open if there is no error
    std::optional<base::Error> error;
};

ConnectStage stageAfter(ConnectStage before, ConnStatusType status)
{
    switch (status) {
    case CONNECTION_SSL_STARTUP:
        return ConnectStage::Encrypting;
    case CONNECTION_AWAITING_RESPONSE:
    case CONNECTION_AUTH_OK:
        return ConnectStage::LoggingIn;
    default:
        return before;
    }
}

void begin(ConnectWatch &watch, ConnectStage stage)
{
    watch.stage = stage;
    if (watch.reached)
        watch.reached(stage);
}

base::Error failure(PGconn *connection, const QString &password, ConnectWatch &watch)
{
    Report report = reportOfConnectFailure(QString::fromUtf8(PQerrorMessage(connection)), password);
    // libpq ends the attempt by itself, without a code, when it has no password to send.
    if (report.sqlState.isEmpty() && PQconnectionNeedsPassword(connection))
        report.sqlState = "28P01";
    watch.problem = connectProblem(report, watch.stage);
    return connectError(report, watch.stage);
}

// What ends the waiting from our side.
std::optional<base::Error> ended(Interruption &interruption, const Readiness &ready, ConnectWatch &watch)
{
    if (ready.woken)
        interruption.bell().clear();
    if (interruption.isRaised())
        return cancelledError({}, false);
    if (!ready.timeUp())
        return std::nullopt;
    watch.problem = ConnectProblem::NoAnswer;
    return connectTimeoutError();
}

Deadline deadlineOf(PGconn *connection, Deadline deadline, const ConnectWatch &watch)
{
    return PQsslInUse(connection) ? watch.deadlineOnceEncrypted.value_or(deadline) : deadline;
}

Attempt attempt(const base::ConnectionSettings &settings, const QString &sslMode, Interruption &interruption,
                Deadline deadline, ConnectWatch &watch)
{
    Attempt result;
    begin(watch, ConnectStage::Reaching);
    result.connection.reset(PQconnectStart(conninfo(settings, sslMode).constData()));
    PGconn *connection = result.connection.get();
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (PQstatus(connection) != CONNECTION_BAD) {
        const ConnectStage stage = stageAfter(watch.stage, PQstatus(connection));
        if (stage != watch.stage)
            begin(watch, stage);
        const Interest interest = wanted == PGRES_POLLING_READING ? Interest::Read : Interest::Write;
        const Readiness ready = waitFor(PQsocket(connection), interest, interruption.bell(),
                                        deadlineOf(connection, deadline, watch));
        result.error = ended(interruption, ready, watch);
        if (result.error)
            return result;
        if (!ready.readable && !ready.writable)
            continue;
        wanted = PQconnectPoll(connection);
        if (wanted == PGRES_POLLING_OK)
            return result;
    }
    result.error = failure(connection, settings.password, watch);
    return result;
}

// libpq's "prefer" and "allow" try a second time whatever the reason was, so a wrong password is sent twice.
QStringList attemptsFor(const base::ConnectionSettings &settings)
{
    if (settings.isLocalSocket())
        return {u"disable"_s};
    if (settings.sslMode.isEmpty() || settings.sslMode == "prefer"_L1)
        return {u"require"_s, u"disable"_s};
    if (settings.sslMode == "allow"_L1)
        return {u"disable"_s, u"require"_s};
    return {settings.sslMode};
}

// Whether the other kind of encryption could help: it was refused, or the server's rules ask for the other
// kind.
bool otherEncryptionMayHelp(const Attempt &failed, ConnectStage stage)
{
    const bool decidedByUs =
        failed.error->kind == base::ErrorKind::Cancelled || failed.error->kind == base::ErrorKind::Timeout;
    return !decidedByUs && (stage == ConnectStage::Encrypting || failed.error->sqlState == "28000");
}

} // namespace

base::Result<ConnectionHandle> connectPatiently(const base::ConnectionSettings &settings,
                                                Interruption &interruption, Deadline deadline,
                                                ConnectWatch *watch)
{
    const Untranslated words;
    ConnectWatch unwatched;
    ConnectWatch &watched = watch ? *watch : unwatched;
    Attempt last;
    for (const QString &sslMode : attemptsFor(settings)) {
        last = attempt(settings, sslMode, interruption, deadline, watched);
        if (!last.error || !otherEncryptionMayHelp(last, watched.stage))
            break;
    }
    if (last.error)
        return *last.error;
    watched.problem.reset();
    PQsetErrorVerbosity(last.connection.get(), PQERRORS_DEFAULT);
    PQsetnonblocking(last.connection.get(), 1);
    return std::move(last.connection);
}

} // namespace tusk::session
