// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationfailures.h"

#include <QCoreApplication>

namespace tusk::migration::failures
{

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Migration)
};

Error failure(ErrorKind kind, const QString &sentence, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.sentence = sentence;
    error.detail = detail;
    return error;
}

// Of these the session's own sentence says more than "a step failed".
bool speaksForItself(ErrorKind kind)
{
    switch (kind) {
        using enum ErrorKind;
    case NoConnection:
    case ConnectionLost:
    case Timeout:
    case ReadOnlyServer:
    case DiskFull:
    case Transient:
    case Cancelled:
        return true;
    default:
        return false;
    }
}

QString programIsBroken()
{
    return Text::tr("This copy of Tusk is damaged; please install it again. Your todos are untouched.");
}

} // namespace

Error brokenCatalog(const QString &detail)
{
    return failure(ErrorKind::Internal, programIsBroken(), detail);
}

Error unexpectedAnswer(const QByteArray &statement)
{
    Error error =
        failure(ErrorKind::Internal,
                Text::tr("The database gave an answer that Tusk does not understand; nothing was changed."),
                u"rows or columns of another number than expected"_s);
    error.statement = statement;
    return error;
}

Error wrongEncoding(const QString &database, const QString &encoding)
{
    return failure(
        ErrorKind::ServerError,
        Text::tr("The database “%1” cannot hold the letters of all languages; please make one with the "
                 "encoding UTF8 for Tusk. Nothing was changed.")
            .arg(database),
        u"server_encoding is %1"_s.arg(encoding));
}

Error serverTooOld(int majorVersion, int oldestMajorVersion)
{
    return failure(
        ErrorKind::ServerError,
        Text::tr("This server is PostgreSQL %1, but Tusk needs PostgreSQL %2 or newer. Nothing was changed.")
            .arg(majorVersion)
            .arg(oldestMajorVersion),
        {});
}

Error mayNotRead(const QString &database, const QString &user)
{
    return failure(
        ErrorKind::PermissionDenied,
        Text::tr("The todos in the database “%1” belong to somebody else, and “%2” may not read them; please "
                 "ask their owner.")
            .arg(database, user),
        u"no right to use the schema tusk or to read tusk.migration"_s);
}

Error mayNotCreate(const QString &database, const QString &user, bool hasSchema)
{
    if (hasSchema)
        return failure(
            ErrorKind::PermissionDenied,
            Text::tr("“%2” may not make tables in the schema “tusk” of the database “%1”; please ask its "
                     "owner for the right CREATE. Nothing was changed.")
                .arg(database, user),
            u"GRANT CREATE ON SCHEMA tusk TO ..."_s);
    return failure(
        ErrorKind::PermissionDenied,
        Text::tr("“%2” may not make anything in the database “%1”; please ask its owner for the right "
                 "CREATE, or for a schema “tusk” of your own. Nothing was changed.")
            .arg(database, user),
        u"GRANT CREATE ON DATABASE ... TO ..., or CREATE SCHEMA tusk AUTHORIZATION ..."_s);
}

Error setToReadOnly(const QString &detail)
{
    return failure(ErrorKind::SchemaMissing,
                   Text::tr("The database has to be brought up to date first, and this environment is set to "
                            "read only."),
                   detail);
}

Error schemaNewer(int found, int known)
{
    return failure(
        ErrorKind::SchemaNewer,
        Text::tr("This database was set up by a newer Tusk; please update this one. Nothing was changed."),
        u"the schema has version %1, this program knows %2"_s.arg(found).arg(known));
}

Error missingMigration(const QString &fileName)
{
    return failure(
        ErrorKind::SchemaDrift,
        Text::tr("A step is missing in the history of this database: “%1”; please bring it back from a "
                 "backup, or use another database. Nothing was changed.")
            .arg(fileName),
        u"tusk.migration has newer rows than this one"_s);
}

Error changedMigration(const QString &fileName)
{
    return failure(
        ErrorKind::SchemaDrift,
        Text::tr(
            "This database was set up with another form of the step “%1” than this Tusk has; please use the "
            "Tusk that it was set up with, or another database. Nothing was changed.")
            .arg(fileName),
        u"the checksum in tusk.migration differs"_s);
}

Error stepFailed(const QString &fileName, Error cause)
{
    cause.detail = fileName + ": "_L1 + cause.detail;
    if (speaksForItself(cause.kind))
        return cause;
    if (cause.kind != ErrorKind::PermissionDenied)
        cause.kind = ErrorKind::ServerError;
    cause.sentence =
        Text::tr("Bringing the database up to date stopped at the step “%1”; nothing was changed.")
            .arg(fileName);
    return cause;
}

Error transactionEnded(const QString &fileName)
{
    return failure(ErrorKind::Internal, programIsBroken(),
                   fileName + ": the file ends its own transaction"_L1);
}

Error notCommitted(const QString &fileName)
{
    return failure(ErrorKind::ServerError,
                   Text::tr("The database did not keep the step “%1”; nothing was changed.").arg(fileName),
                   u"not in tusk.migration after COMMIT"_s);
}

} // namespace tusk::migration::failures
