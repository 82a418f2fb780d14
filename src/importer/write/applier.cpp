// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/applier.h"

#include "importer/convert/fieldhash.h"
#include "importer/write/importtransaction.h"
#include "importer/write/sourceidentity.h"
#include "importer/write/verifier.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

Result<void> answered(const Result<session::Answer> &answer)
{
    return answer ? Result<void>() : answer.error();
}

QByteArray namesAsJson(const QList<NameBook::Entry> &entries)
{
    QJsonArray json;
    const auto text = [](const std::optional<QByteArray> &value) {
        return value ? QJsonValue(QString::fromLatin1(*value)) : QJsonValue();
    };
    for (const NameBook::Entry &entry : entries) {
        json.append(QJsonObject{{u"id"_s, QString::fromLatin1(entry.id)},
                                {u"name"_s, entry.name},
                                {u"color"_s, QString::fromLatin1(entry.look.color)},
                                {u"position"_s, text(entry.look.position)},
                                {u"archived_at"_s, text(entry.look.archivedAt)},
                                {u"created_at"_s, text(entry.look.createdAt)},
                                {u"updated_at"_s, text(entry.look.updatedAt)}});
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

// What was sent is there now, unless somebody else has the name.
Result<void> compareNames(ImportTransaction &transaction, const QByteArray &table, const QByteArray &json,
                          qint64 count)
{
    const QByteArray archived =
        table == "list" ? QByteArray(" AND k.archived_at IS NOT DISTINCT FROM n.archived_at") : QByteArray();
    const auto equal = transaction.number(
        "import names check",
        "SELECT count(*) FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, name text, color text, "
        "\"position\" text, created_at timestamptz(3), updated_at timestamptz(3), archived_at "
        "timestamptz(3)) JOIN tusk." +
            table + " k ON k.id = n.id WHERE (k.name = n.name OR EXISTS (SELECT FROM tusk." + table +
            " o WHERE o.id <> n.id AND lower(o.name) = lower(n.name))) AND k.color = n.color "
            "AND k.\"position\" = coalesce(n.\"position\", k.\"position\") "
            "AND k.created_at = coalesce(n.created_at, k.created_at) "
            "AND k.updated_at = coalesce(n.updated_at, k.updated_at)" +
            archived,
        {json});
    if (!equal)
        return equal.error();
    if (*equal != count)
        return notAsWritten(
            QStringLiteral("%1 of %2 names in tusk.%3").arg(*equal).arg(count).arg(QLatin1StringView(table)));
    return {};
}

Result<void> addTo(ImportTransaction &transaction, const QByteArray &table,
                   const QList<NameBook::Entry> &entries)
{
    if (entries.isEmpty())
        return {};
    const bool isList = table == "list";
    const QByteArray json = namesAsJson(entries);
    // Somebody may have made one of the same name since the names were read.
    const auto added = transaction.execute(
        "import names",
        "INSERT INTO tusk." + table + " (id, name, color, \"position\", created_at, updated_at" +
            (isList ? ", archived_at" : "") + ") SELECT id, tusk.free_name('tusk." + table +
            "', name, id), color, coalesce(\"position\", tusk.position_at_end()), coalesce(created_at, "
            "now()), "
            "coalesce(updated_at, now())" +
            (isList ? ", archived_at" : "") +
            " FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, name text, color text, \"position\" "
            "text, created_at timestamptz, updated_at timestamptz, archived_at timestamptz)) "
            "WITH ORDINALITY AS n(id, name, color, \"position\", created_at, updated_at, archived_at, "
            "ordinal) "
            "ORDER BY ordinal",
        {json});
    if (!added)
        return added.error();
    return compareNames(transaction, table, json, entries.size());
}

// No subtask may come before its parent is there.
Result<bool> areParentsFirst(ImportTransaction &transaction)
{
    const auto late = transaction.number(
        "import parents",
        "SELECT count(*) FROM (SELECT FROM pg_temp.staged c JOIN pg_temp.staged p ON p.id = "
        "c.parent_id WHERE p.ctid > c.ctid LIMIT 1) AS late");
    return late ? Result<bool>(*late == 0) : late.error();
}

// Conditions of the portions of the staged rows “s”, by where they lie in the file of the table: an index or
// a sorted copy for finding them would take longer than writing them.
Result<QList<QByteArray>> portionsOf(ImportTransaction &transaction, const ImportRecord &record,
                                     const NewTodos &todos)
{
    constexpr qint64 mostOfKnownSource = 8; // each portion looks through all that is known
    qint64 count = todos.portion > 0 ? (todos.count + todos.portion - 1) / todos.portion : 1;
    if (record.sourceIsKnown)
        count = std::min(count, mostOfKnownSource);
    if (count > 1 && todos.withParents) {
        const auto areFirst = areParentsFirst(transaction);
        if (!areFirst)
            return areFirst.error();
        count = *areFirst ? count : 1;
    }
    if (count <= 1)
        return QList<QByteArray>{"true"};
    const auto pages = transaction.number("import portions", "SELECT pg_relation_size('pg_temp.staged') / "
                                                             "current_setting('block_size')::bigint");
    if (!pages)
        return pages.error();
    count = std::clamp<qint64>(count, 1, std::max<qint64>(*pages, 1));
    QList<QByteArray> portions;
    const auto place = [&](qint64 portion) -> QByteArray {
        return "'(" + QByteArray::number(*pages * portion / count) + ",0)'::tid";
    };
    for (qint64 i = 0; i < count; ++i)
        portions.append("s.ctid >= " + place(i) + " AND s.ctid < " + place(i + 1));
    return portions;
}

Result<void> addPortion(ImportTransaction &transaction, const ImportRecord &record, const QByteArray &portion,
                        const NewTodos &todos)
{
    // Most indexes take todos soonest in the order of their positions; to look their parents up, in that of
    // ids.
    const QByteArray order = todos.withParents ? "s.id" : R"(s."position" COLLATE "C", s.id)";
    const QByteArray isNew =
        "WHERE " + portion +
        (record.sourceIsKnown ? " AND NOT EXISTS (SELECT FROM tusk.import_row r "
                                "WHERE r.source_identity = $2 AND r.source_id = s.source_id) "
                              : " AND $2::text IS NOT NULL ");
    const QList<std::optional<QByteArray>> values{record.import, record.source};
    const auto added = transaction.execute(
        "import todos",
        "INSERT INTO tusk.todo (id, title, notes, list_id, parent_id, priority, due_date, due_time, "
        "due_zone, start_date, "
        "start_time, start_zone, repeat, \"position\", completed_at, deleted_at, import_id, created_at, "
        "updated_at) "
        "SELECT s.id, s.title, s.notes, s.list_id, s.parent_id, s.priority, s.due_date, s.due_time, "
        "s.due_zone, "
        "s.start_date, s.start_time, s.start_zone, s.repeat, s.\"position\", s.completed_at, s.deleted_at, "
        "$1, s.created_at, "
        "s.updated_at FROM pg_temp.staged s " +
            isNew + "ORDER BY " + order,
        values);
    if (!added)
        return added.error();
    if (todos.withTags) {
        const auto tagged = transaction.execute(
            "import tags",
            "INSERT INTO tusk.todo_tag (todo_id, tag_id) SELECT s.id, g.tag FROM pg_temp.staged s "
            "JOIN tusk.todo t ON t.id = s.id AND t.import_id = $1 CROSS JOIN unnest(s.tags) AS g(tag) "
            "WHERE " +
                portion,
            {record.import});
        if (!tagged)
            return tagged.error();
    }
    return answered(transaction.execute(
        "import rows",
        "INSERT INTO tusk.import_row (source_identity, source_id, import_id, todo_id, content_hash) "
        "SELECT $2, s.source_id, $1, s.id, s.content_hash FROM pg_temp.staged s " +
            isNew + "ORDER BY s.source_id COLLATE \"C\"",
        values));
}

} // namespace

Result<StagedCounts> compareStaged(ImportTransaction &transaction, const ImportRecord &record, qint64 rows)
{
    // $2: so many bytes of a hash tell whether a row says the same.
    const auto answer = transaction.execute(
        "import comparison",
        "SELECT count(*) FILTER (WHERE r.source_id IS NULL), count(*) FILTER (WHERE r.is_there AND r.hash = "
        "substring(s.content_hash FOR $2::integer)), count(*) FILTER (WHERE r.is_there AND r.hash <> "
        "substring(s.content_hash FOR $2::integer)), count(*) FILTER (WHERE NOT r.is_there) "
        "FROM pg_temp.staged s LEFT JOIN (SELECT known.source_id, substring(known.content_hash FOR "
        "$2::integer) AS hash, t.id IS NOT NULL AS is_there FROM tusk.import_row known LEFT JOIN tusk.todo t "
        "ON t.id = known.todo_id WHERE known.source_identity = $1) AS r ON r.source_id = s.source_id",
        {record.source, QByteArray::number(contentHashSize)});
    if (!answer)
        return answer.error();
    const auto &row = answer->rows.first();
    const auto number = [&row](qsizetype i) { return row.at(i).value_or(QByteArray()).toLongLong(); };
    const StagedCounts counts{number(0), number(1), number(2), number(3)};
    if (counts.created + counts.same + counts.changed + counts.gone != rows)
        return notAsWritten(u"%1 rows, of which %2 are new, %3 the same, %4 changed, %5 gone"_s.arg(rows)
                                .arg(counts.created)
                                .arg(counts.same)
                                .arg(counts.changed)
                                .arg(counts.gone));
    return counts;
}

Result<qint64> countMissing(ImportTransaction &transaction, const ImportRecord &record)
{
    const auto answer = transaction.execute(
        "import missing rows",
        "SELECT count(*) FROM tusk.import_row r JOIN tusk.todo t ON t.id = r.todo_id WHERE r.source_identity "
        "= $1 AND t.deleted_at IS NULL AND NOT EXISTS (SELECT FROM pg_temp.staged s WHERE s.source_id = "
        "r.source_id)",
        {record.source});
    if (!answer)
        return answer.error();
    return answer->rows.first().at(0).value_or(QByteArray()).toLongLong();
}

Result<void> announce(ImportTransaction &transaction, const ImportRecord &record)
{
    const auto logged = transaction.execute(
        "import action",
        "INSERT INTO tusk.action (id, kind, label, installation) VALUES ($1, 'import', $2, $3) "
        "RETURNING set_config('tusk.action', id::text, true), pg_notify('tusk', id::text)",
        {record.action, record.label.toUtf8(), record.installation});
    if (!logged)
        return logged.error();
    return answered(transaction.execute(
        "import record",
        "INSERT INTO tusk.import (id, action_id, source_kind, source_name, source_identity, started_at) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        {record.import, record.action, record.kind.toUtf8(), record.file.toUtf8(), record.source,
         record.started}));
}

Result<void> addNames(ImportTransaction &transaction, const QList<NameBook::Entry> &lists,
                      const QList<NameBook::Entry> &tags)
{
    if (auto added = addTo(transaction, "list", lists); !added)
        return added;
    return addTo(transaction, "tag", tags);
}

Result<void> addTodos(ImportTransaction &transaction, const ImportRecord &record, const NewTodos &todos,
                      const TodosDone &done)
{
    // The log has one row for all of them.
    if (auto quiet = transaction.logRows(false); !quiet)
        return quiet;
    const auto portions = portionsOf(transaction, record, todos);
    if (!portions)
        return portions.error();
    for (qsizetype i = 0; i < portions->size(); ++i) {
        if (auto added = addPortion(transaction, record, portions->at(i), todos); !added)
            return added;
        if (auto passedOn = transaction.passOnIndexing(); !passedOn)
            return passedOn;
        if (auto told = done(todos.count * (i + 1) / portions->size()); !told)
            return told;
    }
    return transaction.logRows(true);
}

Result<void> keepReport(ImportTransaction &transaction, const ImportRecord &record,
                        const ImportReport &report)
{
    // Todos that were here before are of no import: to tell whether these are still there takes the rows.
    const QByteArray todos = report.mapping.keepsIds ? QByteArray("'{}'::jsonb")
                                                     : "jsonb_build_object('todos_of_source', " +
                                                           todosOfSource("i.source_identity") + ")";
    return answered(transaction.execute(
        "import report",
        "UPDATE tusk.import i SET finished_at = clock_timestamp(), report = $2::jsonb || " + todos +
            ", last_version = (SELECT max(version) FROM tusk.todo WHERE import_id = $1) WHERE id = $1",
        {record.import, QJsonDocument(report.toJson()).toJson(QJsonDocument::Compact)}));
}

} // namespace tusk::importer
