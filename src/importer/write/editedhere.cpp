// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/editedhere.h"

#include "data/session/copytext.h"
#include "importer/convert/fieldhash.h"
#include "importer/mapping/mapping.h"
#include "importer/write/fieldsql.h"
#include "importer/write/importtransaction.h"

namespace tusk::importer
{

using base::Result;

namespace
{

// What was written since the import that brought it, be it by a later import or because it was moved.
constexpr char touchedSql[] =
    "CREATE TEMPORARY TABLE touched ON COMMIT DROP AS SELECT t.id FROM tusk.import i JOIN tusk.todo t ON "
    "t.import_id = i.id WHERE i.source_identity = $1 AND t.version > coalesce(i.last_version, 0)";
// And of todos that were here before an import found them in the file. Where every row has a todo of the
// imports of the source there are none, which is known sooner.
constexpr char adoptedSql[] =
    "INSERT INTO pg_temp.touched SELECT t.id FROM tusk.import_row r JOIN tusk.import i ON i.id = r.import_id "
    "JOIN tusk.todo t ON t.id = r.todo_id WHERE r.source_identity = $1 AND t.import_id IS DISTINCT FROM "
    "r.import_id AND t.version > coalesce(i.last_version, 0) AND i.finished_at IS NOT NULL AND "
    "(SELECT count(*) FROM tusk.import_row WHERE source_identity = $1) > (SELECT count(*) FROM tusk.todo "
    "WHERE import_id = ANY (ARRAY(SELECT id FROM tusk.import WHERE source_identity = $1)))";

// And what is older in a file of Tusk.
constexpr char olderSql[] =
    "INSERT INTO pg_temp.touched SELECT s.id FROM pg_temp.sides s WHERE NOT s.is_newer";

// COPY takes no parameters.
QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "''") + '\'';
}

QByteArray readingSql(const QByteArray &source, LookedAt lookedAt)
{
    const QByteArray unchanged =
        "JOIN pg_temp.staged s ON s.source_id = r.source_id AND substring(s.content_hash FOR " +
        QByteArray::number(contentHashSize) + ") = substring(r.content_hash FOR " +
        QByteArray::number(contentHashSize) + ") ";
    return "COPY (SELECT encode(r.content_hash, 'hex'), " + fieldSelection(tagsOfRow) +
           " FROM (SELECT DISTINCT id FROM pg_temp.touched) AS x JOIN tusk.todo t ON t.id = x.id JOIN "
           "tusk.import_row r ON r.todo_id = t.id AND r.source_identity = " +
           quoted(source) + ' ' + (lookedAt == LookedAt::UnchangedRows ? unchanged : QByteArray()) +
           ") TO STDOUT";
}

bool isEdited(const QByteArray &kept, const FieldTexts &now)
{
    return kept.first(contentHashSize) != hashOf(now).first(contentHashSize);
}

} // namespace

Result<qint64> countEditedHere(ImportTransaction &transaction, const ImportRecord &record, LookedAt lookedAt,
                               const Mapping &mapping)
{
    const auto found = transaction.execute("import edited todos", touchedSql, {record.source});
    if (!found)
        return found.error();
    if (mapping.keepsIds) {
        const auto adopted = transaction.execute("import edited todos", adoptedSql, {record.source});
        if (!adopted)
            return adopted.error();
    }
    if (mapping.isExact && lookedAt == LookedAt::UnchangedRows) {
        const auto older = transaction.execute("import edited todos", olderSql);
        if (!older)
            return older.error();
    }
    auto touched = transaction.number("import edited todos", "SELECT count(*) FROM pg_temp.touched");
    if (!touched || *touched == 0)
        return touched;
    if (const auto analysed = transaction.execute("import statistics", "ANALYZE pg_temp.touched"); !analysed)
        return analysed.error();
    qint64 edited = 0;
    const auto read = transaction.copyOut(
        "import edited todos", readingSql(record.source, lookedAt),
        [&edited](QByteArrayView line) -> Result<void> {
            const auto row = session::splitCopyRow(line);
            edited +=
                isEdited(QByteArray::fromHex(row.at(0).value_or(QByteArray())), fieldsFrom(row, 1)) ? 1 : 0;
            return {};
        });
    return read ? Result<qint64>(edited) : read.error();
}

} // namespace tusk::importer
