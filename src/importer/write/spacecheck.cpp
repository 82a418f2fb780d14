// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/spacecheck.h"

#include "importer/texts.h"
#include "importer/write/importtransaction.h"

#include <QLocale>
#include <QStorageInfo>

namespace tusk::importer
{

using base::Result;

namespace
{

// What an import takes for a while: the rows beside the todos they become, and the log of the server.
constexpr qint64 passingBytesOfTodo = 700;

base::Error tooLarge(const QString &sentence, qint64 needed, qint64 left, const QString &detail)
{
    const QLocale locale;
    base::Error error;
    error.kind = base::ErrorKind::DiskFull;
    error.sentence = sentence.arg(locale.formattedDataSize(needed), locale.formattedDataSize(left));
    error.detail = detail;
    return error;
}

Result<void> checkLimit(ImportTransaction &transaction, qint64 needed)
{
    const auto left = transaction.number(
        "import space", "SELECT coalesce(CASE WHEN most.bytes > 0 THEN greatest(most.bytes - "
                        "pg_database_size(current_database()), 0) END, -1) "
                        "FROM (SELECT pg_size_bytes(nullif(current_setting('neon.max_cluster_size', true), "
                        "'')) AS bytes) AS most");
    if (!left)
        return left.error();
    if (*left < 0 || needed <= *left)
        return {};
    return tooLarge(
        Text::tr("The import needs about %1, and this database may only grow by %2; nothing was changed."),
        needed, *left, QStringLiteral("neon.max_cluster_size"));
}

// The disk of a server on this computer, such as the private one; it says where its data are to those whose
// server it is.
Result<void> checkDisk(ImportTransaction &transaction, qint64 needed)
{
    const auto answer =
        transaction.execute("import space", "SELECT setting FROM pg_catalog.pg_settings WHERE name = "
                                            "'data_directory' AND inet_client_addr() IS NULL");
    if (!answer)
        return answer.error();
    const QString folder = QString::fromUtf8(answer->scalar());
    if (folder.isEmpty())
        return {};
    const QStorageInfo disk(folder);
    if (!disk.isValid() || !disk.isReady() || needed <= disk.bytesAvailable())
        return {};
    return tooLarge(Text::tr("The import needs about %1, and the disk of the database has only %2 left; "
                             "nothing was changed."),
                    needed, disk.bytesAvailable(), folder);
}

} // namespace

Result<void> checkSpace(ImportTransaction &transaction, qint64 newTodos, qint64 textBytes)
{
    if (auto allowed = checkLimit(transaction, newTodos * usualBytesOfTodo + textBytes); !allowed)
        return allowed;
    return checkDisk(transaction, newTodos * (usualBytesOfTodo + passingBytesOfTodo) + 2 * textBytes);
}

Result<qint64> countKnownRows(ImportTransaction &transaction, const QByteArray &source)
{
    return transaction.number("import known rows",
                              "SELECT count(*) FROM tusk.import_row WHERE source_identity = $1", {source});
}

} // namespace tusk::importer
