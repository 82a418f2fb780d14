// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/session/copystream.h"
#include "data/session/exchange.h"
#include "data/session/statement.h"

namespace tusk::session
{

// The ways in which statements go to a server, each from sending to the last byte of the answer.
// Blocking, on the thread of the connection.

// One statement with its values: one round trip.
base::Result<Answer> converse(PGconn *connection, Exchange &exchange, const Statement &statement);

// BEGIN, the statements, COMMIT: one round trip. After an error the transaction may be open still.
// beginning is BEGIN, with the modes of the transaction.
base::Result<QList<Answer>> converseInPipeline(PGconn *connection, Exchange &exchange,
                                               const QByteArray &beginning,
                                               const QList<Statement> &statements);

// A text of several statements, as one simple query. The first failure is the error; else the answer is that
// of the last statement.
base::Result<Answer> converseByScript(PGconn *connection, Exchange &exchange, const QByteArray &sql);

// COPY … FROM STDIN. An error of the source ends it, and then the server keeps nothing of it.
base::Result<void> converseByCopyIn(PGconn *connection, Exchange &exchange, const QByteArray &sql,
                                    const CopySource &source);

// COPY … TO STDOUT. After an error of the sink the rest is read past it.
base::Result<void> converseByCopyOut(PGconn *connection, Exchange &exchange, const QByteArray &sql,
                                     const CopySink &sink);

// libpq would silently cut a text there.
[[nodiscard]] bool holdsNul(const Statement &statement);

} // namespace tusk::session
