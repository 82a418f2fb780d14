// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "data/session/connectfailures.h"

#include <libpq-fe.h>

#include <QByteArray>
#include <QString>

namespace tusk::session
{

// What a server, a proxy or libpq said, copied out of libpq.
struct Report {
    QByteArray sqlState = {}; // empty where there was none
    bool fatal = false;       // the server ends the connection with it
    QString text = {};        // as it came: to be looked at, never to be shown, it may hold a secret
    QString detail = {}; // free of secrets, and with what tells where: constraint, position in the statement
    qint64 copyLine = 0; // as base::Error has them
    QByteArray rowId = {};
};

// A report from a result or a notice. The detail has passed redaction with this password.
[[nodiscard]] Report reportOf(const PGresult *result, const QString &password);

// A report from PQerrorMessage() of a connection that was open.
[[nodiscard]] Report reportOf(const PGconn *connection, const QString &password);

// How far an attempt to connect had come when it failed. Tells what libpq says in a translated sentence only.
enum class ConnectStage { Reaching, Encrypting, LoggingIn };

// A report from PQerrorMessage() of a failed attempt, made with PQERRORS_VERBOSE so that it carries the
// SQLSTATE
// ("FATAL:  28P01: ...") in every language. Of several attempts in one text the last one that has a code
// counts.
[[nodiscard]] Report reportOfConnectFailure(const QString &errorMessage, const QString &password);

// Why connecting failed. By SQLSTATE first, then by the proxies that put every error under XX000 or 08P01 and
// must be told apart by text, then by libpq's own text and the stage.
[[nodiscard]] ConnectProblem connectProblem(const Report &report, ConnectStage stage);
[[nodiscard]] base::Error connectError(const Report &report, ConnectStage stage);
// Whether connecting failed only because the database is being started for us.
[[nodiscard]] bool meansWaking(const base::Error &connectError);

// Why a statement failed, on a connection that had been open.
[[nodiscard]] base::Error statementError(const Report &report, const QByteArray &statementName);

// The errors that we find out ourselves.
[[nodiscard]] base::Error connectTimeoutError();
[[nodiscard]] base::Error nameServerSilentError();
[[nodiscard]] base::Error silenceError(const QByteArray &statementName); // the watchdog's
[[nodiscard]] base::Error connectionLostError(const Report &report, const QByteArray &statementName);
[[nodiscard]] base::Error cancelledError(const QByteArray &statementName, bool connectionUsable);
[[nodiscard]] base::Error notConnectedError();
// Transient: all connections that the pool may have were busy for longer than acquireTimeout.
[[nodiscard]] base::Error allBusyError(int poolSize);
[[nodiscard]] base::Error brokenPromise(const QString &detail, const QByteArray &statementName);

} // namespace tusk::session
