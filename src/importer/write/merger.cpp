// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/merger.h"

#include "importer/convert/fieldhash.h"
#include "importer/write/conflictlist.h"
#include "importer/write/fieldsql.h"
#include "importer/write/importtransaction.h"
#include "importer/write/staging.h"
#include "importer/write/verifier.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr qsizetype mostConflicts = 1000; // at hand; all are in the list
constexpr qsizetype longestValue = 2000;  // of a conflict, in the report

struct ChangedRow {
    qint64 number = 0;
    QByteArray sourceId;
    QByteArray todo;
    QByteArray oldHash;
    QByteArray newHash;
    QJsonObject base; // of the todo as it is, in the form of actions
    FieldTexts now;
    FieldTexts wanted;
    bool isNewer = false; // by its time, in a file of Tusk
};

// A staged row has the columns of a todo, so one selection serves both.
QByteArray changedSql(bool isExact)
{
    const QByteArray isNewer =
        isExact ? "r.todo_id IN (SELECT n.id FROM pg_temp.sides n WHERE n.is_newer)" : "false";
    return "CREATE TEMPORARY TABLE changed ON COMMIT DROP AS "
           "SELECT row_number() OVER (ORDER BY r.todo_id) AS number, r.source_id, r.todo_id, "
           "encode(r.content_hash, 'hex') AS old_hash, encode(t.content_hash, 'hex') AS new_hash, ARRAY[" +
           fieldSelection("array_to_string(t.tags, ',')") + "] AS wanted, " + isNewer +
           " AS is_newer FROM pg_temp.staged t "
           "JOIN tusk.import_row r ON r.source_identity = $1 AND r.source_id = t.source_id "
           "WHERE substring(r.content_hash FOR $2::integer) <> substring(t.content_hash FOR $2::integer)";
}

// What others write is merged with as they have written it, and nobody changes it before we do. In the order
// of ids, in which actions lock them too, so that nobody waits in a circle. A statement of its own: the next
// one sees what the others have committed, tags as well.
constexpr char lockingSql[] =
    "SELECT t.id FROM pg_temp.changed c JOIN tusk.todo t ON t.id = c.todo_id "
    "WHERE c.number > $1::bigint ORDER BY c.number LIMIT 500 FOR NO KEY UPDATE OF t";

// Without those that were deleted for good here.
QByteArray portionSql()
{
    QByteArray sql =
        "SELECT c.number, c.source_id, c.todo_id, c.old_hash, c.new_hash, "
        "coalesce(tusk.todo_fields(t) || jsonb_build_object('tags', tusk.tags_of(t.id)), '{}'), ";
    sql += fieldSelection(tagsOfRow);
    for (int i = 1; i <= fieldCount; ++i)
        sql += ", c.wanted[" + QByteArray::number(i) + ']';
    return sql + ", c.is_newer FROM pg_temp.changed c JOIN tusk.todo t ON t.id = c.todo_id "
                 "WHERE c.number > $1::bigint ORDER BY c.number LIMIT 500";
}

ChangedRow rowFrom(const QList<std::optional<QByteArray>> &row)
{
    const auto text = [&row](qsizetype column) { return row.at(column).value_or(QByteArray()); };
    ChangedRow changed;
    changed.number = text(0).toLongLong();
    changed.sourceId = text(1);
    changed.todo = text(2);
    changed.oldHash = QByteArray::fromHex(text(3));
    changed.newHash = QByteArray::fromHex(text(4));
    changed.base = QJsonDocument::fromJson(text(5)).object();
    changed.now = fieldsFrom(row, 6);
    changed.wanted = fieldsFrom(row, 6 + fieldCount);
    changed.isNewer = text(6 + 2 * qsizetype(fieldCount)) == "t";
    return changed;
}

QString memberOf(Field field)
{
    switch (field) {
    case Field::List:
        return u"list_id"_s;
    case Field::Parent:
        return u"parent_id"_s;
    default:
        return wordFor(field);
    }
}

QJsonValue momentJson(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(' ');
    const auto part = [&parts](qsizetype i) {
        return i < parts.size() ? QJsonValue(QString::fromLatin1(parts.at(i))) : QJsonValue();
    };
    return QJsonObject{{u"date"_s, part(0)}, {u"time"_s, part(1)}, {u"zone"_s, part(2)}};
}

// A field as actions have it.
QJsonValue jsonOf(Field field, const std::optional<QByteArray> &text)
{
    if (!text)
        return QJsonValue::Null;
    switch (field) {
    case Field::Priority:
        return text->toInt();
    case Field::Due:
    case Field::Start:
        return momentJson(*text);
    case Field::Tags:
        return QJsonArray::fromStringList(QString::fromLatin1(*text).split(u',', Qt::SkipEmptyParts));
    default:
        return QString::fromUtf8(*text);
    }
}

class Merger final
{
public:
    Merger(ImportTransaction &transaction, const ImportRecord &record, ImportReport &report,
           ConflictList &conflicts, const TodosDone &done)
        : m_transaction(transaction)
        , m_record(record)
        , m_report(report)
        , m_conflicts(conflicts)
        , m_done(done)
    {
    }

    Result<Merged> run()
    {
        // Only what can still be undone needs to know how it was.
        const auto forgotten = m_transaction.execute(
            "import hashes",
            "DELETE FROM tusk.import_merge m USING tusk.import i WHERE i.id = m.import_id AND "
            "i.action_id IS NULL");
        if (!forgotten)
            return forgotten.error();
        const auto made = m_transaction.execute("import changes", changedSql(m_report.mapping.isExact),
                                                {m_record.source, QByteArray::number(contentHashSize)});
        if (!made)
            return made.error();
        const auto indexed =
            m_transaction.execute("import changes", "CREATE INDEX ON pg_temp.changed (number)");
        if (!indexed)
            return indexed.error();
        for (qint64 last = 0;;) {
            const auto locked = m_transaction.execute("import locks", lockingSql, {QByteArray::number(last)});
            if (!locked)
                return locked.error().kind == base::ErrorKind::Transient
                           ? editedMeanwhile(locked.error().detail)
                           : locked.error();
            const auto answer =
                m_transaction.execute("import changes", portionSql(), {QByteArray::number(last)});
            if (!answer)
                return answer.error();
            if (answer->rows.isEmpty()) {
                m_report.listsAllConflicts = m_conflicts.isKept();
                const auto kept = m_conflicts.flush();
                return kept ? Result<Merged>(m_merged) : kept.error();
            }
            m_merged.rows += answer->rows.size();
            QList<ChangedRow> rows;
            for (const auto &row : answer->rows)
                rows.append(rowFrom(row));
            last = rows.constLast().number;
            if (const auto merged = mergePortion(rows); !merged)
                return merged.error();
            if (const auto told = m_done(m_merged.rows); !told)
                return told.error();
        }
    }

private:
    Result<void> mergePortion(const QList<ChangedRow> &rows)
    {
        m_changes = {};
        m_times = {};
        m_hashes = {};
        m_found = {};
        m_written = {};
        for (const ChangedRow &row : rows)
            merge(row);
        if (m_hashes.isEmpty())
            return {};
        const QJsonObject request{
            {u"lists"_s, QJsonArray()}, {u"tags"_s, QJsonArray()}, {u"todos"_s, m_changes}};
        if (!m_changes.isEmpty()) {
            const auto carried =
                m_transaction.execute("import merge", "SELECT tusk.carry_out($1::jsonb)",
                                      {QJsonDocument(request).toJson(QJsonDocument::Compact)});
            if (!carried)
                return carried.error();
            if (carried->scalar() != "{}") // a list or a parent went meanwhile
                return editedMeanwhile(QString::fromUtf8(carried->scalar()));
            if (auto dated = keepTimes(); !dated)
                return dated;
            if (auto compared = compareWritten(); !compared)
                return compared;
        }
        if (auto kept = keepHashes(); !kept)
            return kept;
        return listConflicts();
    }

    // They were changed when the file says, and look no newer than that to whoever exchanges files with us.
    Result<void> keepTimes()
    {
        if (m_times.isEmpty())
            return {};
        if (auto kept = m_transaction.keepTimes(true); !kept)
            return kept;
        const auto dated = m_transaction.execute(
            "import times",
            "UPDATE tusk.todo t SET updated_at = n.at FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, at "
            "timestamptz(3)) WHERE t.id = n.id",
            {QJsonDocument(m_times).toJson(QJsonDocument::Compact)});
        return dated ? m_transaction.keepTimes(false) : dated.error();
    }

    // What was sent is there now.
    Result<void> compareWritten()
    {
        const QByteArray ids = '{' + m_written.keys().join(',') + '}';
        const auto answer = m_transaction.execute("import merge check",
                                                  "SELECT t.id, " + fieldSelection(tagsOfRow) +
                                                      " FROM tusk.todo t WHERE t.id = ANY ($1::uuid[])",
                                                  {ids});
        if (!answer)
            return answer.error();
        qint64 equal = 0;
        ComparedSums sums = m_report.changedSums.value_or(ComparedSums());
        for (const auto &row : answer->rows) {
            const FieldTexts now = fieldsFrom(row, 1);
            FieldTexts wanted; // no more than was written
            FieldTexts found;
            const auto written = m_written.value(row.at(0).value_or(QByteArray()));
            for (const auto &[field, text] : written) {
                wanted[size_t(field)] = text;
                found[size_t(field)] = now[size_t(field)];
            }
            addHash(sums.file, hashOf(wanted));
            addHash(sums.database, hashOf(found));
            equal += wanted == found ? 1 : 0;
        }
        sums.todos += equal;
        if (equal != m_written.size())
            return notAsWritten(u"%1 of %2 merged todos"_s.arg(equal).arg(m_written.size()));
        m_report.verified += equal;
        m_report.changedSums = sums;
        return {};
    }

    void merge(const ChangedRow &row)
    {
        QByteArray hash = row.oldHash;
        const QByteArray hashNow = hashOf(row.now);
        QJsonObject wanted;
        QJsonObject base;
        bool hasConflict = false;
        for (int i = 0; i < contentFieldCount; ++i) {
            const auto field = Field(i);
            const QByteArray news = hashOfField(row.newHash, field);
            if (news == hashOfField(row.oldHash, field))
                continue; // the file says what it said
            const QByteArray now = hashOfField(hashNow, field);
            if (now != news && now != hashOfField(row.oldHash, field)) {
                hasConflict = true;
                addConflict(row, field);
                continue;
            }
            hash.replace(rowHashSize + 4 * qsizetype(i), 4, news);
            if (now != news) {
                wanted.insert(memberOf(field), jsonOf(field, row.wanted[size_t(i)]));
                base.insert(memberOf(field), row.base.value(memberOf(field)));
                m_written[row.todo].append({field, row.wanted[size_t(i)]});
            }
        }
        m_merged.conflicting += hasConflict ? 1 : 0;
        if (!hasConflict && wanted.isEmpty())
            ++m_report.same; // the same was done on both sides
        if (!hasConflict && m_report.mapping.isExact)
            hash = row.newHash; // with its time, by which a later file is weighed
        else if (!hasConflict)
            hash.replace(0, rowHashSize, row.newHash.first(rowHashSize));
        if (!wanted.isEmpty()) {
            ++m_report.changed;
            m_changes.append(QJsonObject{{u"op"_s, u"update"_s},
                                         {u"id"_s, QString::fromLatin1(row.todo)},
                                         {u"base"_s, base},
                                         {u"new"_s, wanted}});
            if (row.isNewer && !hasConflict)
                addTime(row);
        }
        m_hashes.append(QJsonObject{{u"id"_s, QString::fromUtf8(row.sourceId)},
                                    {u"hash"_s, QString::fromLatin1(hash.toHex())},
                                    {u"former"_s, QString::fromLatin1(row.oldHash.toHex())},
                                    {u"time"_s, timeOf(row.now)}});
    }

    void addTime(const ChangedRow &row)
    {
        m_times.append(QJsonObject{{u"id"_s, QString::fromLatin1(row.todo)}, {u"at"_s, timeOf(row.wanted)}});
        m_written[row.todo].append({Field::UpdatedAt, row.wanted[size_t(Field::UpdatedAt)]});
    }

    static QString timeOf(const FieldTexts &fields)
    {
        return QString::fromLatin1(fields[size_t(Field::UpdatedAt)].value_or(QByteArray()));
    }

    void addConflict(const ChangedRow &row, Field field)
    {
        const auto text = [field](const FieldTexts &fields) {
            return QString::fromUtf8(fields[size_t(field)].value_or(QByteArray()));
        };
        ImportConflict conflict{row.sourceId,   QUuid::fromString(QLatin1StringView(row.todo)),
                                wordFor(field), text(row.wanted),
                                text(row.now),  titleOf(row)};
        if (!refers(conflict)) // names come in place of ids
            shorten(conflict);
        m_found.append(conflict);
    }

    Result<void> listConflicts()
    {
        if (auto named = nameReferences(); !named)
            return named;
        m_report.conflictCount += m_found.size();
        m_report.conflicts +=
            m_found.first(std::min(m_found.size(), mostConflicts - m_report.conflicts.size()));
        for (const ImportConflict &conflict : std::as_const(m_found))
            m_conflicts.add(conflict);
        return {};
    }

    static void shorten(ImportConflict &conflict)
    {
        const Excerpts excerpts = excerptsOf(conflict.inFile, conflict.inTusk, longestValue);
        conflict.inFile = excerpts.one;
        conflict.inTusk = excerpts.other;
    }

    static QString titleOf(const ChangedRow &row)
    {
        return QString::fromUtf8(row.now[size_t(Field::Title)].value_or(QByteArray()));
    }

    // Ids say nothing to whoever reads the report.
    Result<void> nameReferences()
    {
        QSet<QString> ids;
        for (const ImportConflict &conflict : std::as_const(m_found)) {
            if (refers(conflict)) {
                for (const QString &id : QString(conflict.inFile + u',' + conflict.inTusk).split(u',')) {
                    if (!QUuid(id).isNull()) // nothing
                        ids.insert(id);
                }
            }
        }
        if (ids.isEmpty())
            return {};
        const auto answer = m_transaction.execute(
            "import conflicts",
            "SELECT k.id, k.name FROM (SELECT id, name FROM tusk.list UNION ALL SELECT id, name FROM "
            "tusk.tag "
            "UNION ALL SELECT id, title FROM tusk.todo) AS k WHERE k.id = ANY ($1::uuid[])",
            {'{' + QStringList(ids.cbegin(), ids.cend()).join(u',').toLatin1() + '}'});
        if (!answer)
            return answer.error();
        QHash<QString, QString> names;
        for (const auto &row : answer->rows)
            names.insert(QString::fromLatin1(row.at(0).value_or(QByteArray())),
                         QString::fromUtf8(row.at(1).value_or(QByteArray())));
        // One that is not there any more, or not needed, has its name in the file only.
        if (names.size() < ids.size()) {
            for (const NameBook::Entry &used : m_report.usedLists + m_report.usedTags) {
                if (const QString id = QString::fromLatin1(used.id); ids.contains(id) && !names.contains(id))
                    names.insert(id, used.name);
            }
        }
        const auto named = [&names](const QString &list) {
            QStringList words;
            for (const QString &id : list.split(u',', Qt::SkipEmptyParts))
                words.append(names.value(id, id));
            words.sort();
            return words.join(u", "_s);
        };
        for (ImportConflict &conflict : m_found) {
            if (refers(conflict)) {
                conflict.inFile = named(conflict.inFile);
                conflict.inTusk = named(conflict.inTusk);
                shorten(conflict);
            }
        }
        return {};
    }

    static bool refers(const ImportConflict &conflict)
    {
        return conflict.field == wordFor(Field::List) || conflict.field == wordFor(Field::Parent) ||
               conflict.field == wordFor(Field::Tags);
    }

    Result<void> keepHashes()
    {
        const auto kept = m_transaction.execute(
            "import hashes",
            "WITH news AS (SELECT id, decode(hash, 'hex') AS written, decode(former, 'hex') AS former, "
            "\"time\" FROM jsonb_to_recordset($2::jsonb) AS n(id text, hash text, former text, \"time\" "
            "timestamptz)), known AS (INSERT INTO tusk.import_merge (import_id, source_id, former_hash, "
            "written_hash, former_time) SELECT $3, id, former, written, \"time\" FROM news WHERE former <> "
            "written) "
            "UPDATE tusk.import_row r SET content_hash = n.written FROM news AS n "
            "WHERE r.source_identity = $1 AND r.source_id = n.id",
            {m_record.source, QJsonDocument(m_hashes).toJson(QJsonDocument::Compact), m_record.import});
        return kept ? Result<void>() : kept.error();
    }

    ImportTransaction &m_transaction;
    const ImportRecord &m_record;
    ImportReport &m_report;
    ConflictList &m_conflicts;
    const TodosDone &m_done;
    Merged m_merged;
    QJsonArray m_changes; // of the portion
    QJsonArray m_times;   // of those that are of another time in the file
    QJsonArray m_hashes;
    QList<ImportConflict> m_found;
    QHash<QByteArray, QList<std::pair<Field, std::optional<QByteArray>>>> m_written; // by todo
};

} // namespace

Result<Merged> mergeChanged(ImportTransaction &transaction, const ImportRecord &record, ImportReport &report,
                            ConflictList &conflicts, const TodosDone &done)
{
    return Merger(transaction, record, report, conflicts, done).run();
}

} // namespace tusk::importer
