// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/failure.h"

namespace tusk::app
{

namespace
{

base::Error invalidInput(const QString &sentence)
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = sentence;
    return error;
}

ExitCode exitCodeOf(base::ErrorKind kind)
{
    switch (kind) {
        using enum base::ErrorKind;
    case NoConnection:
    case ConnectionLost:
    case Timeout:
    case Authentication:
    case LocalServer:
        return ExitCode::NoConnection;
    case SchemaNewer:
        return ExitCode::NewerDatabase;
    case InvalidInput:
    case NotFound:
    case Ambiguous:
    case PermissionDenied:
    case ReadOnlyServer:
    case DiskFull:
    case Transient:
    case SchemaMissing:
    case SchemaDrift:
    case OtherDatabase:
    case Cancelled:
    case LocalFile:
    case ServerError:
    case Internal:
        return ExitCode::Refused;
    }
    return ExitCode::Refused;
}

} // namespace

Failure usageFailure(const QString &sentence)
{
    return {ExitCode::Usage, invalidInput(sentence)};
}

Failure refusal(const QString &sentence)
{
    return {ExitCode::Refused, invalidInput(sentence)};
}

Failure failureFrom(const base::Error &error)
{
    return {exitCodeOf(error.kind), error};
}

} // namespace tusk::app
