// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/sourcefailures.h"

#include "importer/texts.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace tusk::importer
{

using base::Error;
using base::ErrorKind;

namespace
{

Error failure(ErrorKind kind, const QString &sentence, const QString &detail = {})
{
    Error error;
    error.kind = kind;
    error.sentence = sentence;
    error.detail = detail;
    return error;
}

QString textOf(int systemError)
{
    return QString::fromLocal8Bit(std::strerror(systemError));
}

} // namespace

Error noSuchFile(const QString &file)
{
    return failure(ErrorKind::NotFound, Text::tr("There is no file “%1”.").arg(file));
}

Error isFolder(const QString &file)
{
    return failure(ErrorKind::InvalidInput,
                   Text::tr("“%1” is a folder; please choose the file with the todos in it.").arg(file));
}

Error noOrdinaryFile(const QString &file)
{
    return failure(ErrorKind::InvalidInput,
                   Text::tr("“%1” is not an ordinary file, so there is nothing to import.").arg(file));
}

Error notReadable(const QString &file, int systemError)
{
    if (systemError == ENOENT || systemError == ENOTDIR)
        return noSuchFile(file);
    if (systemError == EACCES || systemError == EPERM)
        return failure(ErrorKind::PermissionDenied, Text::tr("You may not read the file “%1”.").arg(file),
                       textOf(systemError));
    return failure(ErrorKind::LocalFile, Text::tr("The file “%1” cannot be read.").arg(file),
                   textOf(systemError));
}

Error emptyFile(const QString &file)
{
    return failure(ErrorKind::InvalidInput,
                   Text::tr("The file “%1” is empty, so there is nothing to import.").arg(file));
}

Error noDatabase(const QString &file)
{
    return failure(
        ErrorKind::InvalidInput,
        Text::tr("“%1” is not a database file, nor a text file with todos, so none can be read from it.")
            .arg(file));
}

Error encryptedFile(const QString &file)
{
    return failure(ErrorKind::InvalidInput,
                   Text::tr("“%1” seems to be encrypted; the program that wrote it can export the todos "
                            "unencrypted.")
                       .arg(file));
}

Error newerFormat(const QString &file, const QString &detail)
{
    return failure(
        ErrorKind::InvalidInput,
        Text::tr("“%1” was written by a newer program, in a form that cannot be read here.").arg(file),
        detail);
}

Error forbiddenFunction(const QString &file, const QString &detail)
{
    return failure(
        ErrorKind::InvalidInput,
        Text::tr("Reading “%1” would call a function that could do more than read, so the file was "
                 "not read.")
            .arg(file),
        detail);
}

Error damagedFile(const QString &file, const QString &detail)
{
    return failure(
        ErrorKind::LocalFile,
        Text::tr("The file “%1” is damaged; what is still readable in it can be imported.").arg(file),
        detail);
}

Error ruinedFile(const QString &file, const QString &detail)
{
    return failure(ErrorKind::LocalFile,
                   Text::tr("The file “%1” is so badly damaged that no todos can be read from it.").arg(file),
                   detail);
}

Error unknownJson(const QString &file)
{
    return failure(ErrorKind::InvalidInput,
                   Text::tr("“%1” holds JSON, but not of Tusk, so no todos can be read from it.").arg(file));
}

bool isDamage(const Error &error, const QString &file)
{
    return error.sentence == damagedFile(file, {}).sentence;
}

Error fileInUse(const QString &file)
{
    return failure(ErrorKind::LocalFile,
                   Text::tr("Another program is writing to “%1”; please close it and try again.").arg(file));
}

Error fileKeptChanging(const QString &file)
{
    return failure(
        ErrorKind::LocalFile,
        Text::tr("“%1” kept changing while it was copied; please close the program that uses it.").arg(file));
}

Error noCopy(const QString &file, int systemError)
{
    const ErrorKind kind =
        systemError == ENOSPC || systemError == EDQUOT ? ErrorKind::DiskFull : ErrorKind::LocalFile;
    return failure(
        kind,
        kind == ErrorKind::DiskFull
            ? Text::tr("There is not enough room on the disk for a private copy of “%1”.").arg(file)
            : Text::tr("No private copy of “%1” could be made.").arg(file),
        textOf(systemError));
}

Error readingCancelled()
{
    return failure(ErrorKind::Cancelled, Text::tr("The import was cancelled; nothing was changed."));
}

Error failureOf(sqlite3 *database, int code, const QString &file)
{
    const QString detail = QString::fromUtf8(sqlite3_errmsg(database));
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return readingCancelled();
    case SQLITE_NOTADB:
        return noDatabase(file);
    case SQLITE_CORRUPT:
        if (detail.startsWith(QLatin1StringView("malformed database schema")))
            return detail.contains(QLatin1StringView("unsafe use of")) ? forbiddenFunction(file, detail)
                                                                       : newerFormat(file, detail);
        return damagedFile(file, detail);
    case SQLITE_IOERR:
    case SQLITE_TOOBIG:
        return damagedFile(file, detail);
    case SQLITE_FULL:
        return noCopy(file, ENOSPC);
    default:
        break;
    }
    if (detail.contains(QLatin1StringView("unsupported file format")))
        return newerFormat(file, detail);
    return failure(ErrorKind::LocalFile, Text::tr("The file “%1” cannot be read.").arg(file), detail);
}

} // namespace tusk::importer
