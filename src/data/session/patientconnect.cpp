// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/patientconnect.h"

#include "data/session/conninfo.h"
#include "data/session/errorclassifier.h"
#include "data/session/interruption.h"

#include <optional>

namespace tusk::session
{

using namespace Qt::StringLiterals;

namespace
{

struct Attempt {
    ConnectionHandle connection; // open if there is no error
    std::optional<base::Error> error;
    ConnectStage stage = ConnectStage::Reaching; // the last one that was reached
};

void note(ConnectStage &stage, ConnStatusType status)
{
    switch (status) {
    case CONNECTION_SSL_STARTUP:
        stage = ConnectStage::Encrypting;
        break;
    case CONNECTION_AWAITING_RESPONSE:
    case CONNECTION_AUTH_OK:
        stage = ConnectStage::LoggingIn;
        break;
    default:
        break;
    }
}

base::Error failure(PGconn *connection, const QString &password, ConnectStage stage)
{
    Report report = reportOfConnectFailure(QString::fromUtf8(PQerrorMessage(connection)), password);
    // libpq ends the attempt by itself, without a code, when it has no password to send.
    if (report.sqlState.isEmpty() && PQconnectionNeedsPassword(connection))
        report.sqlState = "28P01";
    return connectError(report, stage);
}

Attempt attempt(const base::ConnectionSettings &settings, const QString &sslMode, Interruption &interruption,
                Deadline deadline)
{
    Attempt result;
    result.connection.reset(PQconnectStart(conninfo(settings, sslMode).constData()));
    PGconn *connection = result.connection.get();
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (PQstatus(connection) != CONNECTION_BAD) {
        note(result.stage, PQstatus(connection));
        const Interest interest = wanted == PGRES_POLLING_READING ? Interest::Read : Interest::Write;
        const Readiness ready = waitFor(PQsocket(connection), interest, interruption.bell(), deadline);
        if (ready.woken)
            interruption.bell().clear();
        if (interruption.isRaised())
            result.error = cancelledError({}, false);
        else if (ready.timeUp())
            result.error = connectTimeoutError();
        if (result.error)
            return result;
        if (!ready.readable && !ready.writable)
            continue;
        wanted = PQconnectPoll(connection);
        if (wanted == PGRES_POLLING_OK)
            return result;
    }
    result.error = failure(connection, settings.password, result.stage);
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
bool otherEncryptionMayHelp(const Attempt &failed)
{
    const bool decidedByUs =
        failed.error->kind == base::ErrorKind::Cancelled || failed.error->kind == base::ErrorKind::Timeout;
    return !decidedByUs && (failed.stage == ConnectStage::Encrypting || failed.error->sqlState == "28000");
}

} // namespace

base::Result<ConnectionHandle> connectPatiently(const base::ConnectionSettings &settings,
                                                Interruption &interruption, Deadline deadline)
{
    Attempt last;
    for (const QString &sslMode : attemptsFor(settings)) {
        last = attempt(settings, sslMode, interruption, deadline);
        if (!last.error || !otherEncryptionMayHelp(last))
            break;
    }
    if (last.error)
        return *last.error;
    PQsetErrorVerbosity(last.connection.get(), PQERRORS_DEFAULT);
    PQsetnonblocking(last.connection.get(), 1);
    return std::move(last.connection);
}

} // namespace tusk::session
