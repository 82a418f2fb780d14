// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>

#include <span>

namespace tusk::session
{

// Why a connection could not be made, as far as that makes a difference to the user.
enum class ConnectProblem {
    UnknownHost,
    NameServerSilent,
    Refused,
    Unreachable,
    NoAnswer,
    TlsNotOffered,
    TlsFailed,
    CertificateExpired,    // told apart by the connection test only;
    CertificateNotTrusted, // libpq gives one text for both, which is the next
    CertificateInvalid,
    CertificateOfOtherServer,
    RootCertificateMissing,
    ChannelBinding,
    EndedWhileLoggingIn,
    WrongPassword,
    NotLetIn,
    EncryptionRequired,
    NoSuchDatabase,
    NoRightToConnect,
    NoFreeConnection,
    ServerOverloaded,
    ServerDiskFull,
    ServerStarting,
    ServerStopping,
    DatabaseWaking,
    DatabaseUnavailable,
    DatabaseSwitchedOff,
    DatabaseUnknown,
    TooManyActive,
    TimeUsedUp,
    ProviderBusy,
    AddressNotAllowed,
    ParameterNotAllowed,
    EndpointNotNamed,
    TenantUnknown,
    BehindPoolerUnreachable,
    PoolerFull,
    CutBehindPooler,
};

// What Tusk makes of it.
struct ConnectFailure {
    ConnectProblem problem;
    base::ErrorKind kind; // also decides about trying again, see againAfter()
    const char *sentence; // what happened; untranslated, context "Session"
    const char *advice;   // what the user can do; the same

    [[nodiscard]] QString translatedSentence() const;
    [[nodiscard]] QString translatedAdvice() const;
};

[[nodiscard]] const ConnectFailure &connectFailure(ConnectProblem problem);
[[nodiscard]] std::span<const ConnectFailure> connectFailures(); // each problem once, in their order

} // namespace tusk::session
