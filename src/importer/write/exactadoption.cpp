// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/exactadoption.h"

#include "importer/convert/fieldhash.h"
#include "importer/write/fieldsql.h"
#include "importer/write/importtransaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr qsizetype rowColumns = 11; // before the fields
// A row that differs in no more than these bytes says the same of the same time.
constexpr qsizetype datedHashSize = rowHashSize + 4 * (qsizetype(Field::UpdatedAt) + 1);

constexpr char sidesSql[] =
    "CREATE TEMPORARY TABLE sides (id uuid NOT NULL, is_newer boolean NOT NULL) ON COMMIT DROP";

// What the file is, beside what is here.
enum class Age {
    Older,
    Same,
    Newer,
};

// A staged row and the todo that is here.
struct Pair {
    QByteArray sourceId;
    QByteArray todo;
    QByteArray inFile;
    QByteArray known; // of an earlier import; empty: none
    Age age = Age::Same;
    QByteArray undone; // what was here before an import that was taken back; empty: none
    Age ageOfUndone = Age::Same;
    bool isListHere = false;
    bool areTagsHere = false;
    bool isEditedAgain = false; // no earlier import has changed the todo from what the file says
    QByteArray here;
};

QByteArray ageSql(const QByteArray &time)
{
    return "CASE WHEN p.updated_at > " + time + " THEN 'newer' WHEN p.updated_at < " + time +
           " THEN 'older' ELSE 'same' END";
}

// Rows that say something else, or of another time, than before, or that nobody knows yet, and whose todo is
// here. All at once: staged rows have no index, so each look at them is one at all of them. $2: so many bytes
// of a hash tell that.
constexpr char differingSql[] =
    "CREATE TEMPORARY TABLE differing ON COMMIT DROP AS SELECT row_number() OVER (ORDER BY s.id) AS number, "
    "s.source_id, s.content_hash, s.updated_at, s.list_id, s.tags, r.content_hash AS known, k.id AS todo_id "
    "FROM pg_temp.staged s LEFT JOIN tusk.import_row r ON r.source_identity = $1 AND r.source_id = "
    "s.source_id JOIN tusk.todo k ON k.id = coalesce(r.todo_id, s.id) WHERE substring(r.content_hash FOR "
    "$2::integer) IS DISTINCT FROM substring(s.content_hash FOR $2::integer)";

// A portion of them, with the todos. $3: so many bytes of a hash tell what a todo is about.
QByteArray pairsSql()
{
    const QByteArray merges = "FROM tusk.import i JOIN tusk.import_merge m ON m.import_id = i.id WHERE "
                              "i.source_identity = $1 AND m.source_id = p.source_id AND i.undone_at IS ";
    const auto isAbout = [](const QByteArray &one, const QByteArray &other) -> QByteArray {
        return "substring(" + one + " FOR $3::integer) = substring(" + other + " FOR $3::integer)";
    };
    return "WITH page AS MATERIALIZED (SELECT * FROM pg_temp.differing d WHERE d.number > $2::bigint ORDER "
           "BY d.number LIMIT 500) SELECT p.number, p.source_id, p.todo_id, encode(p.content_hash, 'hex'), "
           "encode(p.known, 'hex'), " +
           ageSql("t.updated_at") + ", encode(u.former_hash, 'hex'), " + ageSql("u.former_time") +
           ", p.list_id IS NULL OR EXISTS (SELECT FROM tusk.list l WHERE l.id = p.list_id), "
           "NOT EXISTS (SELECT FROM unnest(p.tags) AS g(id) WHERE NOT EXISTS (SELECT FROM tusk.tag k WHERE "
           "k.id = g.id)), EXISTS (SELECT " +
           merges + "NULL AND " + isAbout("m.written_hash", "p.known") + ") AND NOT EXISTS (SELECT " +
           merges + "NULL AND " + isAbout("m.former_hash", "p.content_hash") + "), " +
           fieldSelection(tagsOfRow) +
           " FROM page p JOIN tusk.todo t ON t.id = p.todo_id LEFT JOIN LATERAL (SELECT m.former_hash, "
           "m.former_time " +
           merges +
           "NOT NULL AND m.former_time IS NOT NULL ORDER BY i.undone_at DESC LIMIT 1) AS u ON true ORDER BY "
           "p.number";
}

Age ageNamed(const QByteArray &word)
{
    if (word == "newer")
        return Age::Newer;
    return word == "older" ? Age::Older : Age::Same;
}

Pair pairFrom(const QList<std::optional<QByteArray>> &row)
{
    const auto text = [&row](qsizetype column) { return row.at(column).value_or(QByteArray()); };
    Pair pair;
    pair.sourceId = text(1);
    pair.todo = text(2);
    pair.inFile = QByteArray::fromHex(text(3));
    pair.known = QByteArray::fromHex(text(4));
    pair.age = ageNamed(text(5));
    pair.undone = QByteArray::fromHex(text(6));
    pair.ageOfUndone = ageNamed(text(7));
    pair.isListHere = text(8) == "t";
    pair.areTagsHere = text(9) == "t";
    pair.isEditedAgain = text(10) == "t";
    pair.here = hashOf(fieldsFrom(row, rowColumns));
    return pair;
}

bool areAlike(const QByteArray &one, const QByteArray &other)
{
    return !one.isEmpty() && one.first(contentHashSize) == other.first(contentHashSize);
}

// Taking an import back changes todos now, but what they are is older.
Age ageOf(const Pair &pair)
{
    return areAlike(pair.undone, pair.here) ? pair.ageOfUndone : pair.age;
}

// Who edits a file does not raise its times, so the second edit of the same file looks older than the first.
bool isSecondEdit(const Pair &pair)
{
    return pair.isEditedAgain && areAlike(pair.known, pair.here) &&
           agree(pair.known, pair.inFile, Field::UpdatedAt);
}

// Where it is known like this, merging takes each value of the file that is another one here.
QByteArray allFromFile(const Pair &pair, bool isNewer)
{
    QByteArray former = pair.here;
    for (const Field field : {Field::List, Field::Tags}) {
        const bool isHere = field == Field::List ? pair.isListHere : pair.areTagsHere;
        if (isHere || agree(pair.here, pair.inFile, field))
            continue;
        const qsizetype place = rowHashSize + 4 * qsizetype(field);
        // One that was deleted here stays away where the file says what it said.
        if (agree(pair.known, pair.inFile, field))
            former.replace(place, 4, hashOfField(pair.inFile, field));
        else if (!isNewer)
            former.replace(place, 4, QByteArray(4, '\0')); // of nothing: differs from both
    }
    return former;
}

// What of the todo is to be known before the file is merged, and which side of it is the newer one.
QJsonObject weighed(const Pair &pair)
{
    const Age age = ageOf(pair);
    QByteArray former = pair.inFile;
    QJsonValue isNewer;
    if (!areAlike(pair.inFile, pair.here)) {
        // Here it was changed within the very moment of which the file is: the time tells nothing.
        const bool isSameMoment = age == Age::Same && !pair.known.isEmpty() &&
                                  !areAlike(pair.known, pair.here) &&
                                  agree(pair.known, pair.inFile, Field::UpdatedAt);
        if (isSameMoment)
            former = pair.known;
        else if (age != Age::Older || isSecondEdit(pair))
            former = allFromFile(pair, age == Age::Newer);
        if (age == Age::Newer)
            isNewer = true;
        else if (former == pair.inFile)
            isNewer = false;
    }
    return {{u"source_id"_s, QString::fromUtf8(pair.sourceId)},
            {u"todo_id"_s, QString::fromLatin1(pair.todo)},
            {u"hash"_s, QString::fromLatin1(former.toHex())},
            {u"is_newer"_s, isNewer}};
}

Result<void> keep(ImportTransaction &transaction, const ImportRecord &record, const QJsonArray &rows)
{
    const auto kept = transaction.execute(
        "import adoption",
        "WITH n AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($3::jsonb) AS n(source_id text, todo_id "
        "uuid, hash text, is_newer boolean)), side AS (INSERT INTO pg_temp.sides SELECT todo_id, is_newer "
        "FROM n WHERE is_newer IS NOT NULL) "
        "INSERT INTO tusk.import_row (source_identity, source_id, import_id, todo_id, content_hash) "
        "SELECT $1, source_id, $2, todo_id, decode(hash, 'hex') FROM n "
        "ON CONFLICT (source_identity, source_id) DO UPDATE SET content_hash = EXCLUDED.content_hash",
        {record.source, record.import, QJsonDocument(rows).toJson(QJsonDocument::Compact)});
    return kept ? Result<void>() : kept.error();
}

} // namespace

Result<qint64> adoptExact(ImportTransaction &transaction, const ImportRecord &record)
{
    if (const auto made = transaction.execute("import adoption", sidesSql); !made)
        return made.error();
    const auto found = transaction.execute("import adoption", differingSql,
                                           {record.source, QByteArray::number(datedHashSize)});
    if (!found)
        return found.error();
    const auto indexed = transaction.execute("import adoption", "CREATE INDEX ON pg_temp.differing (number)");
    if (!indexed)
        return indexed.error();
    qint64 adopted = 0;
    QByteArray last = "0";
    while (true) {
        const auto answer = transaction.execute("import adoption", pairsSql(),
                                                {record.source, last, QByteArray::number(contentHashSize)});
        if (!answer)
            return answer.error();
        if (answer->rows.isEmpty())
            return adopted;
        QJsonArray rows;
        for (const auto &row : answer->rows) {
            const Pair pair = pairFrom(row);
            adopted += pair.known.isEmpty() ? 1 : 0;
            rows.append(weighed(pair));
        }
        last = answer->rows.constLast().at(0).value_or(QByteArray());
        if (const auto kept = keep(transaction, record, rows); !kept)
            return kept.error();
    }
}

} // namespace tusk::importer
