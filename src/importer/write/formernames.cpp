// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/formernames.h"

#include "importer/convert/fieldhash.h"
#include "importer/write/fieldsql.h"
#include "importer/write/importtransaction.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

using FormerIds = QHash<QByteArray, QList<QByteArray>>; // by the ids that the names have now

constexpr qsizetype mostChoices = 1000; // of what the tags of a todo were

QByteArray arrayOf(const QList<QByteArray> &ids)
{
    return '{' + ids.join(',') + '}';
}

QList<QByteArray> tagsOf(const FieldTexts &fields)
{
    const QByteArray tags = fields[size_t(Field::Tags)].value_or(QByteArray());
    return tags.isEmpty() ? QList<QByteArray>() : tags.split(',');
}

bool fits(const FieldTexts &fields, const QByteArray &known, Field field)
{
    return agree(hashOf(fields), known, field);
}

// Both make the field what it was where that can be; else it stays.
void takeFormerList(FieldTexts &fields, const QByteArray &known, const FormerIds &former)
{
    if (fits(fields, known, Field::List))
        return;
    FieldTexts other = fields;
    std::optional<QByteArray> &list = other[size_t(Field::List)];
    for (const QByteArray &id : former.value(list.value_or(QByteArray()))) {
        list = id;
        if (fits(other, known, Field::List)) {
            fields = other;
            return;
        }
    }
}

void takeFormerTags(FieldTexts &fields, const QByteArray &known, const FormerIds &former)
{
    if (fits(fields, known, Field::Tags))
        return;
    QList<QList<QByteArray>> choices{{}};
    for (const QByteArray &tag : tagsOf(fields)) {
        QList<QList<QByteArray>> longer;
        for (const QList<QByteArray> &choice : std::as_const(choices)) {
            for (const QByteArray &id : QList<QByteArray>{tag} + former.value(tag))
                longer.append(choice.contains(id) ? choice : choice + QList<QByteArray>{id});
        }
        choices = longer;
        if (choices.size() > mostChoices)
            return;
    }
    FieldTexts other = fields;
    for (QList<QByteArray> &choice : choices) {
        std::ranges::sort(choice);
        other[size_t(Field::Tags)] = choice.join(',');
        if (fits(other, known, Field::Tags)) {
            fields = other;
            return;
        }
    }
}

// Staged rows that say something else than when they were imported, and name one of these lists ($3) or tags
// ($4). row: “t”, of the table with the fields that are selected, which a staged row has as well.
QByteArray changedSql(const QByteArray &selection, const QByteArray &row)
{
    return "SELECT s.source_id, s.id, encode(r.content_hash, 'hex'), " + selection +
           " FROM pg_temp.staged s JOIN tusk.import_row r ON r.source_identity = $1 AND r.source_id = "
           "s.source_id JOIN " +
           row +
           " WHERE s.id > $2::uuid AND (s.list_id = ANY ($3::uuid[]) OR s.tags && $4::uuid[]) AND "
           "substring(r.content_hash FOR $5::integer) <> substring(s.content_hash FOR $5::integer) "
           "ORDER BY s.id LIMIT 5000";
}

Result<void> rewrite(ImportTransaction &transaction, const QJsonArray &rows)
{
    if (rows.isEmpty())
        return {};
    const auto kept = transaction.execute(
        "import names",
        "UPDATE pg_temp.staged s SET list_id = n.list, tags = n.tags, content_hash = decode(n.hash, 'hex') "
        "FROM jsonb_to_recordset($1::jsonb) AS n(id text, list uuid, tags uuid[], hash text) "
        "WHERE s.source_id = n.id",
        {QJsonDocument(rows).toJson(QJsonDocument::Compact)});
    return kept ? Result<void>() : kept.error();
}

QJsonObject asJson(const QByteArray &sourceId, const FieldTexts &fields)
{
    const auto &list = fields[size_t(Field::List)];
    QJsonArray tags;
    for (const QByteArray &tag : tagsOf(fields))
        tags.append(QString::fromLatin1(tag));
    return {{u"id"_s, QString::fromUtf8(sourceId)},
            {u"list"_s, list ? QJsonValue(QString::fromLatin1(*list)) : QJsonValue()},
            {u"tags"_s, tags},
            {u"hash"_s, QString::fromLatin1(hashOf(fields).toHex())}};
}

// Which of the names that are to be added todos need. One use.
class NeededNames final
{
public:
    NeededNames(ImportTransaction &transaction, const ImportRecord &record, const QSet<QByteArray> &names)
        : m_transaction(transaction)
        , m_record(record)
        , m_open(names)
    {
    }

    Result<QSet<QByteArray>> find()
    {
        if (const auto taken = takeThoseOfNewTodos(); !taken)
            return taken.error();
        const QByteArray sql = changedSql("encode(s.content_hash, 'hex'), s.list_id, array_to_string(s.tags, "
                                          "','), " +
                                              fieldSelection(tagsOfRow),
                                          "tusk.todo t ON t.id = r.todo_id");
        QByteArray last = QUuid().toByteArray(QUuid::WithoutBraces);
        while (!m_open.isEmpty()) {
            const QByteArray open = arrayOf(m_open.values());
            const auto answer = m_transaction.execute(
                "import needed names", sql,
                {m_record.source, last, open, open, QByteArray::number(contentHashSize)});
            if (!answer)
                return answer.error();
            if (answer->rows.isEmpty())
                break;
            for (const auto &row : answer->rows)
                takeThoseOfChanged(row);
            last = answer->rows.constLast().at(1).value_or(QByteArray());
        }
        return m_needed;
    }

private:
    Result<void> takeThoseOfNewTodos()
    {
        const auto answer = m_transaction.execute(
            "import needed names",
            "SELECT DISTINCT n.id FROM pg_temp.staged s CROSS JOIN LATERAL unnest(s.tags || s.list_id) AS "
            "n(id) WHERE n.id = ANY ($2::uuid[]) AND NOT EXISTS (SELECT FROM tusk.import_row r WHERE "
            "r.source_identity = $1 AND r.source_id = s.source_id)",
            {m_record.source, arrayOf(m_open.values())});
        if (!answer)
            return answer.error();
        for (const auto &row : answer->rows)
            take(row.at(0).value_or(QByteArray()));
        return {};
    }

    // What merging is going to write: what changed in the file, and is here as it was imported.
    void takeThoseOfChanged(const QList<std::optional<QByteArray>> &row)
    {
        const auto text = [&row](qsizetype column) { return row.at(column).value_or(QByteArray()); };
        const QByteArray known = QByteArray::fromHex(text(2));
        const QByteArray news = QByteArray::fromHex(text(3));
        const QByteArray here = hashOf(fieldsFrom(row, 6));
        const auto isWritten = [&](Field field) {
            return !agree(news, known, field) && agree(here, known, field);
        };
        if (isWritten(Field::List))
            take(text(4));
        if (isWritten(Field::Tags)) {
            for (const QByteArray &tag : text(5).split(','))
                take(tag);
        }
    }

    void take(const QByteArray &id)
    {
        if (m_open.remove(id))
            m_needed.insert(id);
    }

    ImportTransaction &m_transaction;
    const ImportRecord &m_record;
    QSet<QByteArray> m_open; // those of which nobody knows yet
    QSet<QByteArray> m_needed;
};

} // namespace

Result<Staged> keepFormerNames(ImportTransaction &transaction, const ImportRecord &record,
                               const NameBook &lists, const NameBook &tags)
{
    const FormerIds formerLists = lists.formerIds();
    const FormerIds formerTags = tags.formerIds();
    Staged change;
    if (formerLists.isEmpty() && formerTags.isEmpty())
        return change;
    const QByteArray sql = changedSql(fieldSelection("array_to_string(t.tags, ',')"),
                                      "pg_temp.staged t ON t.source_id = s.source_id");
    QByteArray last = QUuid().toByteArray(QUuid::WithoutBraces);
    while (true) {
        const auto answer =
            transaction.execute("import names", sql,
                                {record.source, last, arrayOf(formerLists.keys()), arrayOf(formerTags.keys()),
                                 QByteArray::number(contentHashSize)});
        if (!answer)
            return answer.error();
        if (answer->rows.isEmpty())
            return change;
        QJsonArray rewritten;
        for (const auto &row : answer->rows) {
            const QByteArray known = QByteArray::fromHex(row.at(2).value_or(QByteArray()));
            FieldTexts fields = fieldsFrom(row, 3);
            const QByteArray before = hashOf(fields);
            takeFormerList(fields, known, formerLists);
            takeFormerTags(fields, known, formerTags);
            const QByteArray after = hashOf(fields);
            if (after == before)
                continue;
            const auto todo = QUuid::fromString(QLatin1StringView(row.at(1).value_or(QByteArray())));
            change.remove(todo, before);
            change.add(todo, after);
            rewritten.append(asJson(row.at(0).value_or(QByteArray()), fields));
        }
        if (const auto kept = rewrite(transaction, rewritten); !kept)
            return kept.error();
        last = answer->rows.constLast().at(1).value_or(QByteArray());
    }
}

Result<void> keepNeededNames(ImportTransaction &transaction, const ImportRecord &record, NameBook &lists,
                             NameBook &tags)
{
    QSet<QByteArray> names;
    for (const NameBook::Entry &entry : lists.added() + tags.added())
        names.insert(entry.id);
    if (names.isEmpty())
        return {};
    const auto needed = NeededNames(transaction, record, names).find();
    if (!needed)
        return needed.error();
    lists.keepAdded(*needed);
    tags.keepAdded(*needed);
    return {};
}

} // namespace tusk::importer
