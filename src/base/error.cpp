// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/error.h"

namespace tusk::base
{

bool isPassing(ErrorKind kind)
{
    switch (kind) {
        using enum ErrorKind;
    case NoConnection:
    case ConnectionLost:
    case Timeout:
    case DiskFull:
    case Transient:
        return true;
    case InvalidInput:
    case NotFound:
    case Ambiguous:
    case Authentication:
    case PermissionDenied:
    case ReadOnlyServer:
    case SchemaMissing:
    case SchemaNewer:
    case SchemaDrift:
    case OtherDatabase:
    case Cancelled:
    case LocalServer:
    case LocalFile:
    case ServerError:
    case Internal:
        return false;
    }
    return false;
}

const char *toString(ErrorKind kind)
{
    switch (kind) {
        using enum ErrorKind;
    case InvalidInput:
        return "InvalidInput";
    case NotFound:
        return "NotFound";
    case Ambiguous:
        return "Ambiguous";
    case NoConnection:
        return "NoConnection";
    case ConnectionLost:
        return "ConnectionLost";
    case Timeout:
        return "Timeout";
    case Authentication:
        return "Authentication";
    case PermissionDenied:
        return "PermissionDenied";
    case ReadOnlyServer:
        return "ReadOnlyServer";
    case DiskFull:
        return "DiskFull";
    case Transient:
        return "Transient";
    case SchemaMissing:
        return "SchemaMissing";
    case SchemaNewer:
        return "SchemaNewer";
    case SchemaDrift:
        return "SchemaDrift";
    case OtherDatabase:
        return "OtherDatabase";
    case Cancelled:
        return "Cancelled";
    case LocalServer:
        return "LocalServer";
    case LocalFile:
        return "LocalFile";
    case ServerError:
        return "ServerError";
    case Internal:
        return "Internal";
    }
    return "?";
}

} // namespace tusk::base
