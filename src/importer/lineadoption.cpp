// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/lineadoption.h"

#include "domain/todotxtline.h"
#include "importer/convert/converter.h"
#include "importer/convert/fieldhash.h"
#include "importer/importjob.h"
#include "importer/mapping/lookuptables.h"
#include "importer/source/sqlitefile.h"
#include "importer/text/todotxt.h"
#include "importer/write/applier.h"
#include "importer/write/fieldsql.h"
#include "importer/write/importtransaction.h"
#include "importer/write/sourceidentity.h"

#include <QByteArrayList>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;
using domain::TodoTxtLine;

namespace
{

constexpr qsizetype rowColumns = 12; // before the fields

// A staged row and the todo that is here.
struct Pair {
    QByteArray sourceId;
    QByteArray todo;
    QByteArray stagedHash;
    QByteArray knownHash; // of an earlier import; empty: none
    bool isAsOld = false; // the todo was not changed here since the line was written
    bool isNewer = false; // the line
    bool isListHere = false;
    bool areTagsHere = false;
    std::optional<QByteArray> list; // of the todo, by name
    QByteArray tags;                // JSON
    QByteArray updatedAt;
    FieldTexts here;
    FieldTexts inFile;
};

// Rows that say something else than before, or that nobody knows yet, and whose todo is here. All at once: no
// index leads to the staged rows. $2: so many bytes of a hash tell that.
QByteArray differingSql()
{
    return "CREATE TEMPORARY TABLE differing ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY t.id) AS "
           "number, t.source_id, t.id, t.content_hash, t.updated_at, t.list_id, t.tags, r.content_hash AS "
           "known, ARRAY[" +
           fieldSelection("array_to_string(t.tags, ',')") +
           "] AS fields FROM pg_temp.staged t JOIN tusk.todo k ON k.id = t.id LEFT JOIN tusk.import_row r ON "
           "r.source_identity = $1 AND r.source_id = t.source_id WHERE substring(r.content_hash FOR "
           "$2::integer) IS DISTINCT FROM substring(t.content_hash FOR $2::integer)";
}

// For a portion of them at a time, which is written back.
constexpr const char *indexesSql[] = {"CREATE INDEX ON pg_temp.differing (number)",
                                      "CREATE INDEX ON pg_temp.staged (id)"};

// A portion of them, with the todos.
QByteArray pairsSql()
{
    QByteArray sql = "SELECT s.number, s.source_id, s.id, encode(s.content_hash, 'hex'), encode(s.known, "
                     "'hex'), s.updated_at = t.updated_at, s.updated_at > t.updated_at, "
                     "s.list_id IS NULL OR EXISTS (SELECT FROM tusk.list l WHERE l.id = s.list_id), "
                     "NOT EXISTS (SELECT FROM unnest(s.tags) AS g(id) WHERE NOT EXISTS (SELECT FROM "
                     "tusk.tag k WHERE k.id = g.id)), "
                     "(SELECT l.name FROM tusk.list l WHERE l.id = t.list_id), "
                     "(SELECT json_agg(k.name ORDER BY k.\"position\", k.id) FROM tusk.todo_tag g JOIN "
                     "tusk.tag k ON k.id = g.tag_id WHERE g.todo_id = t.id), tusk.instant(t.updated_at), " +
                     fieldSelection(tagsOfRow);
    for (int i = 1; i <= fieldCount; ++i)
        sql += ", s.fields[" + QByteArray::number(i) + ']';
    return sql + " FROM pg_temp.differing s JOIN tusk.todo t ON t.id = s.id WHERE s.number > $1::bigint "
                 "ORDER BY s.number LIMIT 500";
}

Pair pairFrom(const QList<std::optional<QByteArray>> &row)
{
    const auto text = [&row](qsizetype column) { return row.at(column).value_or(QByteArray()); };
    Pair pair;
    pair.sourceId = text(1);
    pair.todo = text(2);
    pair.stagedHash = QByteArray::fromHex(text(3));
    pair.knownHash = QByteArray::fromHex(text(4));
    pair.isAsOld = text(5) == "t";
    pair.isNewer = text(6) == "t";
    pair.isListHere = text(7) == "t";
    pair.areTagsHere = text(8) == "t";
    pair.list = row.at(9);
    pair.tags = text(10);
    pair.updatedAt = text(11);
    pair.here = fieldsFrom(row, rowColumns);
    pair.inFile = fieldsFrom(row, rowColumns + fieldCount);
    return pair;
}

TodoTxtLine::Moment momentFrom(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(' ');
    return {parts.value(0), parts.value(1), parts.value(2)};
}

// As the export writes the todo that is here.
QByteArray lineOf(const Pair &pair)
{
    constexpr qsizetype dayDigits = 10; // of 2026-01-12
    const auto text = [&pair](Field field) { return pair.here[size_t(field)].value_or(QByteArray()); };
    TodoTxtLine line{.id = pair.todo,
                     .title = QString::fromUtf8(text(Field::Title)),
                     .priority = text(Field::Priority).toInt(),
                     .due = momentFrom(text(Field::Due)),
                     .start = momentFrom(text(Field::Start)),
                     .repeat = text(Field::Repeat),
                     .parent = text(Field::Parent),
                     .completedOn = text(Field::CompletedAt).left(dayDigits),
                     .createdOn = text(Field::CreatedAt).left(dayDigits),
                     .updatedAt = pair.updatedAt};
    if (pair.list)
        line.list = QString::fromUtf8(*pair.list);
    const QJsonArray tags = QJsonDocument::fromJson(pair.tags).array();
    for (const auto &tag : tags)
        line.tags.append(tag.toString());
    return todoTxtText(line);
}

// Reads lines as the file's own are read.
class LineReading final
{
public:
    LineReading(SqliteFile &file, const ImportRequest &request, const SourceIdentity &identity,
                NameBook lists, NameBook tags)
        : m_file(file)
        , m_mapping(request.mapping)
        , m_lists(std::move(lists))
        , m_tags(std::move(tags))
        , m_findings({})
        , m_converter(m_mapping, request.conversion, identity.id, identity.firstImport, m_lists, m_tags,
                      m_findings, {})
    {
        m_mapping.from = u"temp.here AS t"_s;
    }
    Q_DISABLE_COPY_MOVE(LineReading)

    // What each todo becomes, by its id.
    Result<QHash<QByteArray, FieldTexts>> read(const QList<Pair> &pairs)
    {
        if (const auto filled = fill(pairs); !filled)
            return filled.error();
        auto rows = queryTodos(m_file, m_mapping, {});
        if (!rows)
            return rows.error();
        QHash<QByteArray, FieldTexts> fields;
        const auto read = rows->forEach([this, &fields](const RowCursor &row) {
            const TodoRow todo = m_converter.convert(row);
            if (!todo.broken)
                fields.insert(todo.id.toByteArray(QUuid::WithoutBraces), todo.fields);
        });
        return read ? Result<QHash<QByteArray, FieldTexts>>(fields) : read.error();
    }

private:
    Result<void> fill(const QList<Pair> &pairs)
    {
        QJsonArray lines;
        for (const Pair &pair : pairs) {
            QJsonArray values;
            const auto todo = todoOfLine(QString::fromUtf8(lineOf(pair)));
            for (const auto &value : todo.row())
                values.append(value ? QJsonValue(QString::fromUtf8(*value)) : QJsonValue());
            lines.append(values);
        }
        QStringList values;
        for (qsizetype i = 0; i < todoTxtColumns().size(); ++i)
            values.append(u"json_extract(value, '$[%1]')"_s.arg(i));
        for (const QString &step : {u"DROP TABLE IF EXISTS temp.here"_s,
                                    u"CREATE TEMP TABLE here AS SELECT * FROM main.todotxt LIMIT 0"_s}) {
            if (auto made = m_file.run(step); !made)
                return made;
        }
        auto adding = m_file.query(u"INSERT INTO temp.here (%1) SELECT %2 FROM json_each(?)"_s.arg(
                                       todoTxtColumns().join(u", "_s), values.join(u", "_s)),
                                   {QJsonDocument(lines).toJson(QJsonDocument::Compact)});
        if (!adding)
            return adding.error();
        const auto added = adding->next();
        return added ? Result<void>() : added.error();
    }

    SqliteFile &m_file;
    Mapping m_mapping;
    NameBook m_lists; // copies: what these lines ask for is not to be added
    NameBook m_tags;
    Findings m_findings;
    Converter m_converter;
};

// What of the file's side is what an import in between would have kept.
QByteArray formerHash(const Pair &pair, const QByteArray &wanted)
{
    const QByteArray here = hashOf(pair.here);
    const bool isKnown = !pair.knownHash.isEmpty();
    if (wanted.first(contentHashSize) == here.first(contentHashSize))
        return wanted;
    const bool isFileNewer = pair.isAsOld || (pair.isNewer && !isKnown);
    QByteArray former = isKnown ? pair.knownHash : QByteArray(hashSize, '\0');
    if (!isFileNewer)
        return former;
    for (int i = 0; i < contentFieldCount; ++i) {
        const auto field = Field(i);
        // A name that is not here may be the former one of what is: to rename is no change of a todo.
        const bool isUnknownName =
            (field == Field::List && !pair.isListHere) || (field == Field::Tags && !pair.areTagsHere);
        if (!isUnknownName || hashOfField(wanted, field) == hashOfField(here, field))
            former.replace(rowHashSize + 4 * qsizetype(i), 4, hashOfField(here, field));
    }
    return former;
}

QByteArray takingOverSql()
{
    const auto taken = [](Field field, const QByteArrayList &columns) {
        QByteArray sql;
        for (const QByteArray &column : columns)
            sql += column + " = CASE WHEN n.kept ? '" + wordFor(field).toLatin1() + "' THEN t." + column +
                   " ELSE s." + column + " END, ";
        return sql;
    };
    return "UPDATE pg_temp.staged s SET " + taken(Field::Title, {"title"}) + taken(Field::Notes, {"notes"}) +
           taken(Field::List, {"list_id"}) + taken(Field::Parent, {"parent_id"}) +
           taken(Field::Priority, {"priority"}) + taken(Field::Due, {"due_date", "due_time", "due_zone"}) +
           taken(Field::Start, {"start_date", "start_time", "start_zone"}) +
           taken(Field::Repeat, {"repeat"}) + taken(Field::CompletedAt, {"completed_at"}) +
           taken(Field::DeletedAt, {"deleted_at"}) + taken(Field::CreatedAt, {"created_at"}) +
           "tags = CASE WHEN n.kept ? 'tags' THEN tusk.tags_of(t.id) ELSE s.tags END, "
           "content_hash = decode(n.hash, 'hex') FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, hash "
           "text, kept jsonb) JOIN tusk.todo t ON t.id = n.id WHERE s.id = n.id";
}

class Adoption final
{
public:
    Adoption(LineReading &lines, ImportTransaction &transaction, const ImportRecord &record)
        : m_lines(lines)
        , m_transaction(transaction)
        , m_record(record)
    {
    }

    Result<AdoptedLines> run()
    {
        const auto found = m_transaction.execute("import lines", differingSql(),
                                                 {m_record.source, QByteArray::number(contentHashSize)});
        if (!found)
            return found.error();
        for (const char *sql : indexesSql) {
            if (const auto indexed = m_transaction.execute("import lines", sql); !indexed)
                return indexed.error();
        }
        QByteArray last = "0";
        while (true) {
            const auto answer = m_transaction.execute("import lines", pairsSql(), {last});
            if (!answer)
                return answer.error();
            if (answer->rows.isEmpty())
                return m_result;
            QList<Pair> pairs;
            for (const auto &row : answer->rows)
                pairs.append(pairFrom(row));
            last = answer->rows.constLast().at(0).value_or(QByteArray());
            if (const auto adopted = adopt(pairs); !adopted)
                return adopted.error();
        }
    }

private:
    Result<void> adopt(const QList<Pair> &pairs)
    {
        const auto said = m_lines.read(pairs);
        if (!said)
            return said.error();
        QJsonArray takenOver;
        QJsonArray known;
        for (const Pair &pair : pairs) {
            QStringList kept;
            const auto line = said->constFind(pair.todo);
            const QByteArray hash =
                line == said->cend() ? pair.stagedHash : hashOf(wanted(pair, *line, kept));
            if (hash != pair.stagedHash) {
                const auto id = QUuid::fromString(QLatin1StringView(pair.todo));
                m_result.change.remove(id, pair.stagedHash);
                m_result.change.add(id, hash);
                takenOver.append(QJsonObject{{u"id"_s, QString::fromLatin1(pair.todo)},
                                             {u"hash"_s, QString::fromLatin1(hash.toHex())},
                                             {u"kept"_s, QJsonArray::fromStringList(kept)}});
            }
            m_result.adopted += pair.knownHash.isEmpty() ? 1 : 0;
            known.append(QJsonObject{{u"source_id"_s, QString::fromUtf8(pair.sourceId)},
                                     {u"todo_id"_s, QString::fromLatin1(pair.todo)},
                                     {u"hash"_s, QString::fromLatin1(formerHash(pair, hash).toHex())}});
        }
        return keep(takenOver, known);
    }

    // The todo as the file wants it. kept: what is as it is here, wordFor(Field).
    static FieldTexts wanted(const Pair &pair, const FieldTexts &said, QStringList &kept)
    {
        FieldTexts fields = pair.inFile;
        for (int i = 0; i < contentFieldCount; ++i) {
            const auto field = Field(i);
            // What came into the notes is what made no sense in the line.
            if (field != Field::Notes && pair.inFile[size_t(i)] != said[size_t(i)])
                continue;
            fields[size_t(i)] = pair.here[size_t(i)];
            kept.append(wordFor(field));
        }
        return fields;
    }

    Result<void> keep(const QJsonArray &takenOver, const QJsonArray &known)
    {
        const auto bytes = [](const QJsonArray &rows) {
            return QJsonDocument(rows).toJson(QJsonDocument::Compact);
        };
        const auto taken = m_transaction.execute("import lines", takingOverSql(), {bytes(takenOver)});
        if (!taken)
            return taken.error();
        const auto kept = m_transaction.execute(
            "import lines",
            "INSERT INTO tusk.import_row (source_identity, source_id, import_id, todo_id, content_hash) "
            "SELECT $1, source_id, $2, todo_id, decode(hash, 'hex') FROM jsonb_to_recordset($3::jsonb) "
            "AS n(source_id text, todo_id uuid, hash text) "
            "ON CONFLICT (source_identity, source_id) DO UPDATE SET content_hash = EXCLUDED.content_hash",
            {m_record.source, m_record.import, bytes(known)});
        return kept ? Result<void>() : kept.error();
    }

    LineReading &m_lines;
    ImportTransaction &m_transaction;
    const ImportRecord &m_record;
    AdoptedLines m_result;
};

} // namespace

Result<AdoptedLines> adoptLines(SqliteFile &file, const ImportRequest &request,
                                const SourceIdentity &identity, const NameBook &lists, const NameBook &tags,
                                ImportTransaction &transaction, const ImportRecord &record)
{
    LineReading lines(file, request, identity, lists, tags);
    return Adoption(lines, transaction, record).run();
}

} // namespace tusk::importer
