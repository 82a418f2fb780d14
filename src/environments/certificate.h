// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "data/session/certificatejudge.h"
#include "data/session/connectfailures.h"
#include "data/session/socketwait.h"

#include <libpq-fe.h>

#include <QDateTime>
#include <QString>

#include <optional>

namespace tusk::environments
{

// What the certificate of a server says.
struct Certificate {
    QString subject; // its name, or all of it where it has no name
    QString issuer;
    QDateTime validUntil;
};

// That of an encrypted connection.
[[nodiscard]] std::optional<Certificate> certificateOf(PGconn *connection);

// Why libpq did not accept the certificate, which it does not tell: asks the server for it once more, without
// logging in.
struct CertificateVerdict {
    Certificate certificate;
    session::ConnectProblem problem = session::ConnectProblem::CertificateInvalid;
};
// None: the server did not show one this time. Blocks until the deadline, or until the bell rings.
[[nodiscard]] std::optional<CertificateVerdict> judgeCertificate(const base::ConnectionSettings &settings,
                                                                 const session::WakeUp &bell,
                                                                 session::Deadline deadline);

// For sessions.
[[nodiscard]] session::CertificateJudge certificateJudge();

} // namespace tusk::environments
