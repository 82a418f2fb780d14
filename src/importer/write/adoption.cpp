// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/adoption.h"

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

QByteArray adoptableSql()
{
    return "SELECT s.source_id, s.id, encode(s.content_hash, 'hex'), s.updated_at > t.updated_at, " +
           fieldSelection(tagsOfRow) +
           " FROM pg_temp.staged s JOIN tusk.todo t ON t.id = s.id "
           "WHERE s.id > $2::uuid AND NOT EXISTS (SELECT FROM tusk.import_row r WHERE r.source_identity = $1 "
           "AND r.source_id = s.source_id) ORDER BY s.id LIMIT 2000";
}

// What an import in between would have kept: the values of the side that did not change since. A hash of
// nothing differs from both sides.
QByteArray formerHash(const QByteArray &inFile, const QByteArray &here, bool isFileNewer)
{
    if (inFile.first(contentHashSize) == here.first(contentHashSize))
        return inFile;
    return isFileNewer ? here : QByteArray(hashSize, '\0');
}

QJsonObject adopted(const QList<std::optional<QByteArray>> &row)
{
    const auto text = [&row](qsizetype column) { return row.at(column).value_or(QByteArray()); };
    const QByteArray hash =
        formerHash(QByteArray::fromHex(text(2)), hashOf(fieldsFrom(row, 4)), text(3) == "t");
    return {{u"source_id"_s, QString::fromUtf8(text(0))},
            {u"todo_id"_s, QString::fromLatin1(text(1))},
            {u"hash"_s, QString::fromLatin1(hash.toHex())}};
}

} // namespace

Result<qint64> adoptTodos(ImportTransaction &transaction, const ImportRecord &record)
{
    qint64 count = 0;
    QByteArray last = QUuid().toByteArray(QUuid::WithoutBraces);
    while (true) {
        const auto answer = transaction.execute("import adoption", adoptableSql(), {record.source, last});
        if (!answer)
            return answer.error();
        if (answer->rows.isEmpty())
            return count;
        QJsonArray rows;
        for (const auto &row : answer->rows)
            rows.append(adopted(row));
        last = answer->rows.constLast().at(1).value_or(QByteArray());
        count += answer->rows.size();
        const auto kept = transaction.execute(
            "import adoption",
            "INSERT INTO tusk.import_row (source_identity, source_id, import_id, todo_id, content_hash) "
            "SELECT $1, source_id, $2, todo_id, decode(hash, 'hex') FROM jsonb_to_recordset($3::jsonb) "
            "AS n(source_id text, todo_id uuid, hash text)",
            {record.source, record.import, QJsonDocument(rows).toJson(QJsonDocument::Compact)});
        if (!kept)
            return kept.error();
    }
}

Result<void> forgetDeleted(ImportTransaction &transaction, const QByteArray &source)
{
    const auto forgotten = transaction.execute(
        "import deleted todos",
        "DELETE FROM tusk.import_row r WHERE r.source_identity = $1 AND NOT EXISTS (SELECT FROM tusk.todo t "
        "WHERE t.id = r.todo_id)",
        {source});
    return forgotten ? Result<void>() : forgotten.error();
}

} // namespace tusk::importer
