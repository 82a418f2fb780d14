// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/spacecheck.h"

#include "importer/texts.h"
#include "importer/write/importtransaction.h"

#include <QLocale>

namespace tusk::importer
{

using base::Result;

namespace
{

constexpr qint64 bytesOfTodo = 1'000; // with its indexes and the row that knows it again, as measured

base::Error tooLarge(qint64 needed, qint64 left)
{
    const QLocale locale;
    base::Error error;
    error.kind = base::ErrorKind::DiskFull;
    error.sentence =
        Text::tr("The import needs about %1, and this database may only grow by %2; nothing was changed.")
            .arg(locale.formattedDataSize(needed), locale.formattedDataSize(left));
    error.detail = QStringLiteral("neon.max_cluster_size");
    return error;
}

} // namespace

Result<void> checkSpace(ImportTransaction &transaction, qint64 newTodos)
{
    const auto left = transaction.number(
        "import space", "SELECT coalesce(CASE WHEN most.bytes > 0 THEN greatest(most.bytes - "
                        "pg_database_size(current_database()), 0) END, -1) "
                        "FROM (SELECT pg_size_bytes(nullif(current_setting('neon.max_cluster_size', true), "
                        "'')) AS bytes) AS most");
    if (!left)
        return left.error();
    const qint64 needed = newTodos * bytesOfTodo;
    return *left < 0 || needed <= *left ? Result<void>() : tooLarge(needed, *left);
}

} // namespace tusk::importer
