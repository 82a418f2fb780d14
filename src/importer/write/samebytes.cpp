// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/samebytes.h"

#include "importer/mapping/mapping.h"
#include "importer/write/importtransaction.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

std::optional<QByteArray> labelOf(const Mapping &mapping, Target target)
{
    return mapping.has(target) ? std::optional(mapping.columns.value(target).label.toUtf8()) : std::nullopt;
}

QByteArray asJson(const QStringList &texts)
{
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

// Ids that are made of the order of the rows, or told apart by it, are others where other rows are read.
QByteArray idsAreOfOrder(const Mapping &mapping)
{
    return !mapping.has(Target::Id) || mapping.idsMayRepeat ? "true" : "false";
}

QDateTime instantFrom(const std::optional<QByteArray> &text)
{
    return QDateTime::fromString(QString::fromLatin1(text.value_or(QByteArray())), Qt::ISODateWithMs);
}

} // namespace

Result<qint64> importsOf(ImportTransaction &transaction, const QByteArray &digest)
{
    return transaction.number("import bytes", "SELECT count(*) FROM tusk.import WHERE report->>'digest' = $1",
                              {digest});
}

Result<std::optional<SourceOfBytes>> sourceOf(ImportTransaction &transaction, const FileReading &reading,
                                              const QList<TodoRow> &rows)
{
    QStringList ids;
    for (const TodoRow &row : rows)
        ids.append(QString::fromUtf8(row.sourceId));
    const Mapping &mapping = reading.mapping;
    const auto answer = transaction.execute(
        "import bytes",
        "WITH same AS (SELECT source_identity, max(started_at) AS newest FROM tusk.import WHERE "
        "report->>'digest' = $1 AND report->>'table' = $2 AND report->'columns'->>'id' IS NOT "
        "DISTINCT FROM $3::text AND (NOT $4::boolean OR (report->'columns'->>'position' IS NOT "
        "DISTINCT FROM $5::text AND report->'owners' = $6::jsonb)) GROUP BY 1) "
        "SELECT s.source_identity, tusk.instant((SELECT min(f.started_at) FROM tusk.import f WHERE "
        "f.source_identity = s.source_identity)) FROM same s WHERE EXISTS (SELECT FROM "
        "tusk.import_row r WHERE r.source_identity = s.source_identity AND r.source_id IN (SELECT "
        "jsonb_array_elements_text($7::jsonb))) ORDER BY s.newest DESC LIMIT 1",
        {reading.digest, mapping.table.toUtf8(), labelOf(mapping, Target::Id), idsAreOfOrder(mapping),
         labelOf(mapping, Target::Position), asJson(reading.owners), asJson(ids)});
    if (!answer)
        return answer.error();
    if (answer->rows.isEmpty())
        return std::optional<SourceOfBytes>();
    const auto &row = answer->rows.first();
    const QString text = QString::fromUtf8(row.at(0).value_or(QByteArray()));
    SourceOfBytes source;
    source.kind = text.section(u':', 0, -2);
    source.identity = {QUuid::fromString(text.section(u':', -1)), true, instantFrom(row.at(1))};
    return std::optional(source);
}

Result<std::optional<QDateTime>> importedUnderOtherIds(ImportTransaction &transaction,
                                                       const FileReading &reading)
{
    const Mapping &mapping = reading.mapping;
    if (mapping.keepsIds && mapping.has(Target::Id))
        return std::optional<QDateTime>(); // they are found by themselves
    // Other tables, and todos of other people, are others.
    const auto answer = transaction.execute(
        "import bytes",
        "SELECT tusk.instant(max(i.started_at)) FROM tusk.import i WHERE i.undone_at IS NULL AND "
        "i.report->>'digest' = $1 AND i.report->>'table' = $2 AND (i.report->'columns'->>'id' IS DISTINCT "
        "FROM $3::text OR "
        "$4::boolean) AND ($5::jsonb = '[]' OR i.report->'owners' = '[]' OR i.report->'owners' ?| "
        "ARRAY(SELECT jsonb_array_elements_text($5::jsonb))) AND EXISTS (SELECT FROM tusk.import_row r "
        "JOIN tusk.todo t ON t.id = r.todo_id WHERE r.source_identity = i.source_identity)",
        {reading.digest, mapping.table.toUtf8(), labelOf(mapping, Target::Id), idsAreOfOrder(mapping),
         asJson(reading.owners)});
    if (!answer)
        return answer.error();
    const std::optional<QByteArray> newest = answer->rows.first().at(0);
    return newest ? std::optional(instantFrom(newest)) : std::optional<QDateTime>();
}

} // namespace tusk::importer
