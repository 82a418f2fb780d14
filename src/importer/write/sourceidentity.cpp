// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/sourceidentity.h"

#include "base/uuidv7.h"
#include "importer/convert/canonical.h"
#include "importer/convert/fieldhash.h"
#include "importer/write/importtransaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

// With the hashes of the fields by which a row is known again.
QByteArray samplesAsJson(const QList<QList<TodoRow>> &samples, bool tellTimes)
{
    QJsonArray json;
    for (qsizetype party = 0; party < samples.size(); ++party) {
        for (const TodoRow &row : samples.at(party)) {
            const QByteArray hash = hashOf(row.fields);
            const auto member = [&hash](Field field) {
                return QJsonValue(QString::fromLatin1(hashOfField(hash, field).toHex()));
            };
            json.append(QJsonObject{{u"party"_s, party},
                                    {u"id"_s, QString::fromUtf8(row.sourceId)},
                                    {u"title"_s, member(Field::Title)},
                                    {u"created"_s, tellTimes ? member(Field::CreatedAt) : QJsonValue()}});
        }
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

// Where each has a time of its own: not that of the import, and not the same day as the others.
bool timesTell(const QList<QList<TodoRow>> &samples, const QByteArray &imported)
{
    QSet<QByteArray> times;
    qsizetype rows = 0;
    for (const QList<TodoRow> &party : samples) {
        rows += party.size();
        for (const TodoRow &row : party)
            times.insert(row.fields.at(size_t(Field::CreatedAt)).value_or(imported));
    }
    return !times.contains(imported) && times.size() == rows;
}

QByteArray firstByteOf(Field field)
{
    return QByteArray::number(rowHashSize + 4 * qsizetype(field) + 1);
}

// What the source called so before, gone or not, and what is there. isArchived: in SQL, of a row “g” of the
// table.
Result<void> learn(ImportTransaction &transaction, const char *table, const char *isArchived,
                   const QByteArray &source, NameBook &names)
{
    // The present names last: they win.
    const QByteArray sql =
        QByteArray("SELECT id, name, archived, is_former, is_there FROM (SELECT old.id, old.name, ") +
        isArchived +
        " AS archived, true AS is_former, g.id IS NOT NULL AS is_there, old.since FROM (SELECT n.key AS "
        "name, n.value::uuid AS id, max(i.started_at) AS since FROM tusk.import i, "
        "jsonb_each_text(i.report->'names'->'" +
        table + "') AS n WHERE i.source_identity = $1 GROUP BY 1, 2) AS old LEFT JOIN tusk." + table +
        " g ON g.id = old.id UNION ALL SELECT g.id, g.name, " + isArchived +
        ", false, true, NULL FROM tusk." + table +
        " g) AS known ORDER BY is_former DESC, since, is_there, id";
    const auto answer = transaction.execute("import names", sql, {source});
    if (!answer)
        return answer.error();
    for (const auto &row : answer->rows) {
        const QByteArray id = row.at(0).value_or(QByteArray());
        const QString name = QString::fromUtf8(row.at(1).value_or(QByteArray()));
        const bool isArchivedNow = row.at(2) == "t";
        if (row.at(3) == "t")
            names.learnFormer(id, name, row.at(4) == "t", isArchivedNow);
        else
            names.learn(id, name, isArchivedNow);
    }
    return {};
}

} // namespace

Result<SourceIdentity> identify(ImportTransaction &transaction, const SourceTraits &traits,
                                const QList<QList<TodoRow>> &samples, const QDateTime &now)
{
    const bool doTimesTell = timesTell(samples, instantText(now.toMSecsSinceEpoch()));
    // $3 and $4: where the hashes of the telling fields are. $7: whether it says anything that the file lies
    // where it lay.
    const auto answer = transaction.execute(
        "import identity",
        "WITH sample AS (SELECT party, id, decode(title, 'hex') AS title, decode(created, 'hex') AS created "
        "FROM jsonb_to_recordset($1::jsonb) AS s(party integer, id text, title text, created text)), "
        "party AS (SELECT party, count(*) AS size FROM sample GROUP BY 1), "
        "source AS (SELECT source_identity, min(started_at) AS since, $7::boolean AND bool_or($6 IN "
        "(source_name, report->>'path')) IS TRUE AS is_here FROM tusk.import WHERE source_kind = $2 "
        "GROUP BY 1 HAVING $5 = '' OR bool_or(coalesce(report->>'table', $5) = $5)), "
        "met AS (SELECT s.source_identity, s.since, s.is_here, x.party, "
        "substring(r.content_hash FROM $3::integer FOR 4) = x.title AS named, "
        "(substring(r.content_hash FROM $4::integer FOR 4) = x.created) IS TRUE AS timed "
        "FROM source s JOIN sample x ON true JOIN tusk.import_row r ON "
        "r.source_identity = s.source_identity AND r.source_id = x.id), "
        "told AS (SELECT source_identity, since, is_here, party, count(*) AS met, "
        "count(*) FILTER (WHERE named) AS named, count(*) FILTER (WHERE named AND timed) AS sure, "
        "count(*) FILTER (WHERE named OR timed) AS known FROM met GROUP BY 1, 2, 3, 4) "
        "SELECT source_identity, tusk.instant(since) "
        "FROM told JOIN party USING (party) GROUP BY source_identity, since, is_here "
        "HAVING (2 * sum(known) >= sum(met) + (sum(met) < 5 AND NOT is_here)::integer AND "
        "bool_or(4 * known >= size)) OR sum(sure) = sum(met) "
        "OR (sum(named) >= 5 AND 10 * sum(named) >= 9 * sum(met)) ORDER BY sum(known) DESC, since",
        {samplesAsJson(samples, doTimesTell), traits.kind.toUtf8(), firstByteOf(Field::Title),
         firstByteOf(Field::CreatedAt), traits.table.toUtf8(), traits.path.toUtf8(),
         doTimesTell ? "false" : "true"});
    if (!answer)
        return answer.error();
    if (answer->rows.isEmpty())
        return SourceIdentity{base::makeUuidV7(), false, now};
    SourceIdentity identity;
    for (const auto &row : answer->rows) {
        const QUuid id =
            QUuid::fromString(QString::fromUtf8(row.at(0).value_or(QByteArray())).section(u':', -1));
        if (identity.isKnown) {
            identity.others.append(id);
            continue;
        }
        identity = {
            id, true,
            QDateTime::fromString(QString::fromLatin1(row.at(1).value_or(QByteArray())), Qt::ISODateWithMs)};
    }
    return identity;
}

Result<qint64> sourcesOfKind(ImportTransaction &transaction, const QString &kind)
{
    return transaction.number(
        "import sources", "SELECT count(DISTINCT source_identity) FROM tusk.import WHERE source_kind = $1",
        {kind.toUtf8()});
}

QByteArray todosOfSource(const QByteArray &source)
{
    return "(SELECT count(*) || ' ' || coalesce(sum(uuid_hash_extended(id, 0)), 0) FROM tusk.todo WHERE "
           "import_id = ANY (ARRAY(SELECT id FROM tusk.import WHERE source_identity = " +
           source + ")))";
}

Result<bool> wasImported(ImportTransaction &transaction, const QByteArray &source,
                         const QByteArray &fingerprint, qint64 rows)
{
    const auto newest = transaction.execute(
        "import fingerprint",
        "SELECT report->>'todos_of_source' FROM (SELECT report, finished_at FROM tusk.import WHERE "
        "source_identity = $1 AND finished_at IS NOT NULL AND undone_at IS NULL ORDER BY finished_at DESC "
        "LIMIT 1) AS newest WHERE report->>'fingerprint' = $2 AND (report->>'conflict_count')::bigint + "
        "(report->>'deleted_in_tusk')::bigint = 0 AND coalesce((report->>'complete')::boolean, true) AND "
        "NOT EXISTS (SELECT FROM tusk.import u WHERE "
        "u.source_identity = $1 AND u.undone_at > newest.finished_at)",
        {source, fingerprint});
    if (!newest)
        return newest.error();
    if (newest->rows.isEmpty())
        return false;
    if (const auto todos = newest->rows.first().at(0)) {
        const auto same = transaction.number(
            "import todos", "SELECT (" + todosOfSource("$1") + " = $2)::integer", {source, *todos});
        return same ? Result<bool>(*same == 1) : same.error();
    }
    // Rows that went from the file since count for nothing, so none may be among them.
    const auto same = transaction.number(
        "import rows",
        "SELECT (count(*) = $2::bigint AND count(t.id) = $2::bigint)::integer FROM tusk.import_row r "
        "LEFT JOIN tusk.todo t ON t.id = r.todo_id WHERE r.source_identity = $1",
        {source, QByteArray::number(rows)});
    return same ? Result<bool>(*same == 1) : same.error();
}

Result<void> learnNames(ImportTransaction &transaction, const QByteArray &source, NameBook &lists,
                        NameBook &tags)
{
    if (auto learned = learn(transaction, "list", "g.archived_at IS NOT NULL", source, lists); !learned)
        return learned;
    return learn(transaction, "tag", "false", source, tags);
}

} // namespace tusk::importer
