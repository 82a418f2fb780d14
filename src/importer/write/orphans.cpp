// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/orphans.h"

#include "importer/convert/fieldhash.h"
#include "importer/convert/findings.h"
#include "importer/write/fieldsql.h"
#include "importer/write/importtransaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

// Of a row that is here already, the hash of its parent tells whether that is another one now.
QByteArray orphansSql()
{
    const QByteArray parentAt = QByteArray::number(rowHashSize + 4 * qsizetype(Field::Parent) + 1);
    return "SELECT t.source_id, p.source_id, t.id, " + fieldSelection("array_to_string(t.tags, ',')") +
           " FROM pg_temp.staged t LEFT JOIN pg_temp.staged p ON p.id = t.parent_id "
           "LEFT JOIN tusk.import_row r ON r.source_identity = $1 AND r.source_id = t.source_id "
           "WHERE t.parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM tusk.todo k WHERE k.id = t.parent_id) "
           // A parent that comes with this import is there in a moment.
           "AND (p.id IS NULL OR EXISTS (SELECT FROM tusk.import_row k WHERE k.source_identity = $1 AND "
           "k.source_id = p.source_id)) AND substring(r.content_hash FROM " +
           parentAt + " FOR 4) IS DISTINCT FROM substring(t.content_hash FROM " + parentAt +
           " FOR 4) ORDER BY t.id LIMIT 2000";
}

} // namespace

Result<Staged> releaseOrphans(ImportTransaction &transaction, const ImportRecord &record,
                              const QString &column, Findings &findings)
{
    Staged change;
    while (true) {
        const auto orphans = transaction.execute("import orphans", orphansSql(), {record.source});
        if (!orphans)
            return orphans.error();
        if (orphans->rows.isEmpty())
            return change;
        QJsonArray released;
        for (const auto &row : orphans->rows) {
            const QByteArray id = row.at(0).value_or(QByteArray());
            FieldTexts fields = fieldsFrom(row, 3);
            const QByteArray parent = fields[size_t(Field::Parent)].value_or(QByteArray());
            const auto todo = QUuid::fromString(QLatin1StringView(row.at(2).value_or(QByteArray())));
            change.remove(todo, hashOf(fields));
            fields[size_t(Field::Parent)].reset();
            change.add(todo, hashOf(fields));
            // One that did not come was refused, or is not in the file.
            findings.add({row.at(1) ? RepairKind::DeletedParent : RepairKind::MissingParent, id, column,
                          row.at(1).value_or(parent),
                          QString::fromUtf8(fields[size_t(Field::Title)].value_or(QByteArray()))});
            released.append(QJsonObject{{u"id"_s, QString::fromUtf8(id)},
                                        {u"hash"_s, QString::fromLatin1(hashOf(fields).toHex())}});
        }
        const auto kept = transaction.execute(
            "import orphans",
            "UPDATE pg_temp.staged s SET parent_id = NULL, content_hash = decode(n.hash, 'hex') FROM "
            "jsonb_to_recordset($1::jsonb) AS n(id text, hash text) WHERE s.source_id = n.id",
            {QJsonDocument(released).toJson(QJsonDocument::Compact)});
        if (!kept)
            return kept.error();
    }
}

} // namespace tusk::importer
