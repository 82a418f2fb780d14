// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace tusk::base
{

// What went wrong, in the classes that callers tell apart. The sentence for the user is chosen where the
// user's intent is known; the kind decides what happens next (retry, ask, give back for editing, exit code).
enum class ErrorKind {
    InvalidInput,     // what was typed breaks a rule of the domain; nothing was sent
    NotFound,         // the id or name does not exist (any more)
    Ambiguous,        // an abbreviated id fits several todos
    NoConnection,     // the server cannot be reached, or refuses connections
    ConnectionLost,   // the connection ended; whether the statement was carried out is not known
    Timeout,          // the server or the network did not answer in time; outcome unknown
    Authentication,   // wrong password, unknown role, no such database
    PermissionDenied, // connected, but not allowed to do this
    ReadOnlyServer,   // a replica, or default_transaction_read_only
    DiskFull,         // on the server, or where unsent actions are kept
    Transient,        // serialisation failure, deadlock, too many connections: worth another try
    SchemaMissing,    // the database has no Tusk schema, or an older one
    SchemaNewer,      // the database was brought up by a newer Tusk
    SchemaDrift,      // an applied migration differs from the one compiled in
    OtherDatabase,    // the identity of the database changed behind the same address
    Cancelled,        // the user, or an orderly shutdown
    LocalServer,      // the private PostgreSQL cannot be initialised or started
    LocalFile,        // a file of ours cannot be read or written
    ServerError,      // any other error that the server reported
    Internal,         // broken promise between our own parts: a defect
};

// An error as a value. It never holds a secret: libpq's own texts pass redaction before they come here.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString sentence;             // one plain, translated sentence for the user
    QString detail;               // technical text for the "Details" button; untranslated
    QByteArray sqlState;          // five characters of SQLSTATE, empty where the server gave none
    QByteArray statement;         // name of the statement, never its text or values
    bool connectionUsable = true; // false: the connection is gone or in doubt
    // Which row the server has refused, where it says so: the number of its line in a COPY, from 1, or its
    // id.
    qint64 copyLine = 0;
    QByteArray rowId = {};

    bool operator==(const Error &) const = default;
};

// True where the same request may simply be sent again later, because every request of ours is safe to send
// twice and the cause is known to pass.
[[nodiscard]] bool isPassing(ErrorKind kind);

// Untranslated name for logs and tests.
[[nodiscard]] const char *toString(ErrorKind kind);

} // namespace tusk::base
