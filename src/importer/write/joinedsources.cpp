// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/joinedsources.h"

#include "importer/texts.h"
#include "importer/write/importtransaction.h"

#include <QFileInfo>

namespace tusk::importer
{

using base::Result;

namespace
{

Result<bool> haveSubtasks(ImportTransaction &transaction, const QByteArray &source)
{
    const auto subtasks =
        transaction.number("import subtasks",
                           "SELECT count(*) FROM (SELECT FROM tusk.import_row r JOIN tusk.todo t ON t.id = "
                           "r.todo_id WHERE r.source_identity = $1 AND (t.parent_id IS NOT NULL OR EXISTS "
                           "(SELECT FROM tusk.todo c WHERE c.parent_id = t.id)) LIMIT 1) AS subtasks",
                           {source});
    return subtasks ? Result<bool>(*subtasks > 0) : subtasks.error();
}

Result<Joined> notJoined(ImportTransaction &transaction, const QByteArray &other)
{
    const auto newest = transaction.execute("import sources",
                                            "SELECT source_name FROM tusk.import WHERE source_identity = $1 "
                                            "ORDER BY started_at DESC LIMIT 1",
                                            {other});
    if (!newest)
        return newest.error();
    base::Error error;
    error.kind = base::ErrorKind::Ambiguous;
    error.sentence =
        Text::tr("Another part of this file was imported as a file of its own, “%1”, and has subtasks "
                 "that could not be told apart any more. Please undo that import first.")
            .arg(QFileInfo(QString::fromUtf8(newest->scalar())).fileName());
    return error;
}

} // namespace

Result<Joined> joinSources(ImportTransaction &transaction, const QByteArray &source, const QByteArray &other,
                           bool hasParents)
{
    const auto common = transaction.number(
        "import sources",
        "SELECT count(*) FROM (SELECT FROM tusk.import_row a JOIN tusk.import_row b USING "
        "(source_id) WHERE a.source_identity = $1 AND b.source_identity = $2 LIMIT 1) AS common",
        {source, other});
    if (!common)
        return common.error();
    if (*common > 0)
        return Joined::Overlapping;
    if (hasParents) {
        const auto subtasks = haveSubtasks(transaction, other);
        if (!subtasks)
            return subtasks.error();
        if (*subtasks)
            return notJoined(transaction, other);
    }
    for (const char *sql : {"UPDATE tusk.import SET source_identity = $1 WHERE source_identity = $2",
                            "UPDATE tusk.import_row SET source_identity = $1 WHERE source_identity = $2"}) {
        if (const auto joined = transaction.execute("import sources", sql, {source, other}); !joined)
            return joined.error();
    }
    return Joined::Done;
}

} // namespace tusk::importer
