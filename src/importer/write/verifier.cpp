// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/verifier.h"

#include "data/session/copytext.h"
#include "importer/convert/fieldhash.h"
#include "importer/texts.h"
#include "importer/write/fieldsql.h"
#include "importer/write/importtransaction.h"
#include "importer/write/staging.h"

namespace tusk::importer
{

using base::Result;

namespace
{

constexpr qsizetype mostExamples = 20;
constexpr qsizetype firstField = 3; // in a row that is read

QUuid idFrom(const std::optional<QByteArray> &text)
{
    return QUuid::fromString(QLatin1StringView(text.value_or(QByteArray())));
}

class Comparison final
{
public:
    explicit Comparison(Compared compared)
        : m_fields(compared == Compared::Everything ? fieldCount : contentFieldCount)
    {
    }

    // Source id, hash as hexadecimal digits, id of the todo, fields.
    void take(QByteArrayView line)
    {
        const auto row = session::splitCopyRow(line);
        const QByteArray kept = QByteArray::fromHex(row.at(1).value_or(QByteArray()));
        addHash(m_result.hashes, kept);
        ++m_result.compared;
        if (!row.at(2)) {
            ++m_result.missing;
            return;
        }
        const QByteArray now = hashOf(fieldsFrom(row, firstField));
        addHash(m_result.found, now);
        if (now == kept) { // nearly all of them
            ++m_result.equal;
            return;
        }
        bool isEqual = m_fields < fieldCount;
        QStringList differing;
        for (int i = 0; i < m_fields; ++i) {
            if (hashOfField(now, Field(i)) == hashOfField(kept, Field(i)))
                continue;
            isEqual = false;
            differing.append(wordFor(Field(i)));
            ++m_result.differing[differing.constLast()];
        }
        if (isEqual)
            ++m_result.equal;
        else if (m_result.examples.size() < mostExamples)
            m_result.examples.append(
                {QString::fromUtf8(row.at(firstField + qsizetype(Field::Title)).value_or(QByteArray())),
                 differing});
    }

    [[nodiscard]] const Verification &result() const { return m_result; }

private:
    const int m_fields;
    Verification m_result;
};

// COPY takes no parameters; the id is one of ours, made of digits.
QByteArray quotedId(const QByteArray &import)
{
    return '\'' + QUuid::fromString(QLatin1StringView(import)).toByteArray(QUuid::WithoutBraces) + '\'';
}

Result<bool> hasTags(ImportTransaction &transaction)
{
    const auto tags = transaction.number(
        "import tags", "SELECT count(*) FROM (SELECT FROM tusk.todo_tag LIMIT 1) AS any_tag");
    return tags ? Result<bool>(*tags > 0) : tags.error();
}

// Of a todo “t”, as “g.ids”.
constexpr char joinedTags[] =
    "LEFT JOIN (SELECT todo_id, string_agg(tag_id::text, ',' ORDER BY tag_id) AS ids "
    "FROM tusk.todo_tag GROUP BY todo_id) AS g ON g.todo_id = t.id ";

// Right after an import what it wrote; later all that is known of its source, which another import may have
// brought up to date.
QByteArray readingOf(const QByteArray &import, Compared compared, bool withTags)
{
    const QByteArray id = quotedId(import);
    QByteArray which;
    if (compared == Compared::Everything)
        which = "r.import_id = " + id + " AND (t.id IS NULL OR t.import_id = r.import_id)";
    else
        which = "r.source_identity = (SELECT source_identity FROM tusk.import WHERE id = " + id + ')';
    const QByteArray tags = withTags ? QByteArray(joinedTags) : QByteArray();
    return "COPY (SELECT r.source_id, encode(r.content_hash, 'hex'), t.id, " +
           fieldOutput(withTags ? "g.ids" : "NULL") +
           " FROM tusk.import_row r LEFT JOIN tusk.todo t ON t.id = r.todo_id " + tags + "WHERE " + which +
           ") TO STDOUT";
}

// As addHash() adds them, of rows “s”: modulo 2^64. Taken apart, as bigint has a sign.
QByteArray sumOfHashes(const QByteArray &filter)
{
    const auto half = [&filter](const char *from) -> QByteArray {
        return "coalesce(sum(('x' || encode(substring(s.content_hash FROM " + QByteArray(from) +
               " FOR 4), 'hex'))::bit(32)::bigint) " + filter + ", 0)";
    };
    return "mod(" + half("1") + " * 4294967296 + " + half("5") + ", 18446744073709551616)::text";
}

} // namespace

Result<Verification> verify(ImportTransaction &transaction, const QByteArray &import, Compared compared,
                            const TodosDone &done)
{
    const auto tags = hasTags(transaction);
    if (!tags)
        return tags.error();
    Comparison comparison(compared);
    const auto read = transaction.copyOut(
        "import verification", readingOf(import, compared, *tags), [&](QByteArrayView row) -> Result<void> {
            comparison.take(row);
            return done ? done(comparison.result().compared) : Result<void>();
        });
    if (!read)
        return read.error();
    return comparison.result();
}

Result<ReadBack> readBack(ImportTransaction &transaction, const QByteArray &import, const TodosDone &done)
{
    const auto tags = hasTags(transaction);
    if (!tags)
        return tags.error();
    ReadBack result;
    const QByteArray todosSql = "COPY (SELECT t.id, " + fieldOutput(*tags ? "g.ids" : "NULL") +
                                " FROM tusk.todo t " + (*tags ? joinedTags : "") +
                                "WHERE t.import_id = " + quotedId(import) + ") TO STDOUT";
    const auto todos = transaction.copyOut(
        "import verification", todosSql, [&result, &done](QByteArrayView line) -> Result<void> {
            const auto row = session::splitCopyRow(line);
            result.todos.add(idFrom(row.at(0)), hashOf(fieldsFrom(row, 1)));
            return done ? done(result.todos.rows) : Result<void>();
        });
    if (!todos)
        return todos.error();
    const QByteArray keptSql = "COPY (SELECT r.todo_id, encode(r.content_hash, 'hex') FROM tusk.import_row r "
                               "WHERE r.import_id = " +
                               quotedId(import) + ") TO STDOUT";
    const auto kept =
        transaction.copyOut("import verification", keptSql, [&result](QByteArrayView line) -> Result<void> {
            const auto row = session::splitCopyRow(line);
            result.kept.add(idFrom(row.at(0)), QByteArray::fromHex(row.at(1).value_or(QByteArray())));
            return {};
        });
    return kept ? Result<ReadBack>(result) : kept.error();
}

Result<quint64> verifyStaged(ImportTransaction &transaction, const Staged &staged)
{
    const auto answer = transaction.execute("import staged check",
                                            "SELECT count(*), " + sumOfHashes({}) + " FROM pg_temp.staged s");
    if (!answer)
        return answer.error();
    const auto &row = answer->rows.first();
    const quint64 sum = row.at(1).value_or("").toULongLong();
    if (row.at(0).value_or("").toLongLong() == staged.rows && sum == staged.hashes)
        return sum;
    return notAsWritten(QStringLiteral("%1 of %2 rows, or others, have arrived")
                            .arg(QString::fromLatin1(row.at(0).value_or("")))
                            .arg(staged.rows));
}

Result<KnownRows> knownRows(ImportTransaction &transaction, const ImportRecord &record)
{
    const auto answer = transaction.execute(
        "import rows check",
        "SELECT count(*) FILTER (WHERE substring(r.content_hash FOR $3::integer) = substring(s.content_hash "
        "FOR $3::integer)), " +
            sumOfHashes("FILTER (WHERE r.import_id = $2 AND t.import_id = $2)") +
            " FROM pg_temp.staged s JOIN tusk.import_row r ON r.source_identity = $1 AND r.source_id = "
            "s.source_id JOIN tusk.todo t ON t.id = r.todo_id",
        {record.source, record.import, QByteArray::number(contentHashSize)});
    if (!answer)
        return answer.error();
    const auto &row = answer->rows.first();
    return KnownRows{row.at(0).value_or("").toLongLong(), row.at(1).value_or("").toULongLong()};
}

base::Error notAsWritten(const QString &detail)
{
    base::Error error;
    error.kind = base::ErrorKind::Internal;
    error.sentence =
        Text::tr("The database did not keep every todo as it is in the file, so nothing was imported.");
    error.detail = detail;
    return error;
}

base::Error editedMeanwhile(const QString &detail)
{
    base::Error error;
    error.kind = base::ErrorKind::Transient;
    error.sentence = Text::tr("Todos of this file were just being edited elsewhere, so nothing was imported. "
                              "Please try again.");
    error.detail = detail;
    return error;
}

} // namespace tusk::importer
