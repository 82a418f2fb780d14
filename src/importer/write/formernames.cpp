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

// Of staged rows “s” with what is known of them, “r”, those that say something else than when they were
// imported, and name one of these lists or tags. hashSize: so many bytes of a hash tell that.
QByteArray namingSql(const QByteArray &lists, const QByteArray &tags, const QByteArray &hashSize)
{
    return "(s.list_id = ANY (" + lists + "::uuid[]) OR s.tags && " + tags +
           "::uuid[]) AND substring(r.content_hash FOR " + hashSize +
           "::integer) <> substring(s.content_hash FOR " + hashSize + "::integer)";
}

// All at once: no index leads to the staged rows.
QByteArray renamedSql()
{
    return "CREATE TEMPORARY TABLE renamed ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY s.id) AS "
           "number, s.source_id, r.content_hash AS known FROM pg_temp.staged s JOIN tusk.import_row r ON "
           "r.source_identity = $1 AND r.source_id = s.source_id WHERE " +
           namingSql("$2", "$3", "$4");
}

// For a portion of them at a time, which is written back.
constexpr const char *renamedIndexesSql[] = {"CREATE INDEX ON pg_temp.renamed (number)",
                                             "CREATE INDEX ON pg_temp.staged (source_id)"};

QByteArray renamedPortionSql()
{
    return "SELECT n.number, t.source_id, t.id, encode(n.known, 'hex'), " +
           fieldSelection("array_to_string(t.tags, ',')") +
           " FROM pg_temp.renamed n JOIN pg_temp.staged t ON t.source_id = n.source_id WHERE n.number > "
           "$1::bigint ORDER BY n.number LIMIT 500";
}

// Those that have a todo, with it.
QByteArray neededPortionSql()
{
    return "SELECT s.id, encode(r.content_hash, 'hex'), encode(s.content_hash, 'hex'), s.list_id, "
           "array_to_string(s.tags, ','), " +
           fieldSelection(tagsOfRow) +
           " FROM pg_temp.staged s JOIN tusk.import_row r ON r.source_identity = $1 AND r.source_id = "
           "s.source_id JOIN tusk.todo t ON t.id = r.todo_id WHERE s.id > $2::uuid AND " +
           namingSql("$3", "$4", "$5") + " ORDER BY s.id LIMIT 2000";
}

// How many staged rows are to be looked at.
Result<qint64> findRenamed(ImportTransaction &transaction, const ImportRecord &record, const FormerIds &lists,
                           const FormerIds &tags)
{
    const auto found = transaction.execute(
        "import names", renamedSql(),
        {record.source, arrayOf(lists.keys()), arrayOf(tags.keys()), QByteArray::number(contentHashSize)});
    if (!found)
        return found.error();
    auto count = transaction.number("import names", "SELECT count(*) FROM pg_temp.renamed");
    if (!count || *count == 0)
        return count;
    for (const char *sql : renamedIndexesSql) {
        if (const auto indexed = transaction.execute("import names", sql); !indexed)
            return indexed.error();
    }
    return count;
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
        const QByteArray sql = neededPortionSql();
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
            last = answer->rows.constLast().at(0).value_or(QByteArray());
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
        const QByteArray known = QByteArray::fromHex(text(1));
        const QByteArray news = QByteArray::fromHex(text(2));
        const QByteArray here = hashOf(fieldsFrom(row, 5));
        const auto isWritten = [&](Field field) {
            return !agree(news, known, field) && agree(here, known, field);
        };
        if (isWritten(Field::List))
            take(text(3));
        if (isWritten(Field::Tags)) {
            for (const QByteArray &tag : text(4).split(','))
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
    const auto found = findRenamed(transaction, record, formerLists, formerTags);
    if (!found)
        return found.error();
    if (*found == 0)
        return change;
    QByteArray last = "0";
    while (true) {
        const auto answer = transaction.execute("import names", renamedPortionSql(), {last});
        if (!answer)
            return answer.error();
        if (answer->rows.isEmpty())
            return change;
        QJsonArray rewritten;
        for (const auto &row : answer->rows) {
            const QByteArray known = QByteArray::fromHex(row.at(3).value_or(QByteArray()));
            FieldTexts fields = fieldsFrom(row, 4);
            const QByteArray before = hashOf(fields);
            takeFormerList(fields, known, formerLists);
            takeFormerTags(fields, known, formerTags);
            const QByteArray after = hashOf(fields);
            if (after == before)
                continue;
            const auto todo = QUuid::fromString(QLatin1StringView(row.at(2).value_or(QByteArray())));
            change.remove(todo, before);
            change.add(todo, after);
            rewritten.append(asJson(row.at(1).value_or(QByteArray()), fields));
        }
        if (const auto kept = rewrite(transaction, rewritten); !kept)
            return kept.error();
        last = answer->rows.constLast().at(0).value_or(QByteArray());
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
