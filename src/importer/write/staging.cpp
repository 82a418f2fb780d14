// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/staging.h"

#include "data/session/copytext.h"
#include "importer/convert/fieldhash.h"
#include "importer/write/fieldcolumns.h"
#include "importer/write/importtransaction.h"

#include <QtEndian>

namespace tusk::importer
{

using base::Result;

namespace
{

constexpr qsizetype portionSize = 1 << 16;

constexpr char tableSql[] =
    "CREATE TEMPORARY TABLE staged (source_id text NOT NULL, id uuid NOT NULL, content_hash bytea NOT NULL, "
    "title text, notes text, list_id uuid, parent_id uuid, priority smallint, due_date date, due_time "
    "time(0), "
    "due_zone text, start_date date, start_time time(0), start_zone text, repeat text, completed_at "
    "timestamptz(3), "
    "deleted_at timestamptz(3), created_at timestamptz(3), tags uuid[], updated_at timestamptz(3), "
    "\"position\" text) ON COMMIT DROP";

// Those that speak of nothing but what is staged; somebody may have added some. And an id may come once only.
constexpr char rulesSql[] =
    "DO $do$ DECLARE rule record; BEGIN FOR rule IN SELECT c.conname, "
    "pg_catalog.pg_get_constraintdef(c.oid) AS definition FROM pg_catalog.pg_constraint c "
    "WHERE c.conrelid = 'tusk.todo'::regclass AND c.contype = 'c' AND NOT EXISTS (SELECT FROM "
    "pg_catalog.pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND NOT EXISTS "
    "(SELECT FROM pg_catalog.pg_attribute s WHERE s.attrelid = 'pg_temp.staged'::regclass AND s.attname = "
    "a.attname)) LOOP EXECUTE format('ALTER TABLE pg_temp.staged ADD CONSTRAINT %I %s', rule.conname, "
    "rule.definition); END LOOP; CREATE UNIQUE INDEX ON pg_temp.staged (source_id COLLATE pg_catalog.\"C\"); "
    "END $do$";

void appendRow(QByteArray &portion, const TodoRow &row, const QByteArray &hash)
{
    session::appendCopyField(portion, row.sourceId);
    portion += '\t' + row.id.toByteArray(QUuid::WithoutBraces) + "\t\\\\x" + hash.toHex() + '\t';
    for (int i = 0; i < fieldCount; ++i) {
        const auto field = Field(i);
        const std::optional<QByteArray> &value = row.fields[size_t(i)];
        appendColumns(portion, field,
                      field == Field::Tags ? '{' + value.value_or(QByteArray()) + '}' : value);
        portion += field == Field::Position ? '\n' : '\t';
    }
}

} // namespace

void addHash(quint64 &sum, const QByteArray &hash)
{
    sum += qFromBigEndian<quint64>(hash.constData());
}

void Staged::add(const QUuid &todo, const QByteArray &hash)
{
    ++rows;
    addHash(hashes, hash);
    pairs += hashOfPair(todo, hash);
}

void Staged::remove(const QUuid &todo, const QByteArray &hash)
{
    Staged one;
    one.add(todo, hash);
    rows -= one.rows;
    hashes -= one.hashes;
    pairs -= one.pairs;
}

Staged &Staged::operator+=(const Staged &other)
{
    rows += other.rows;
    hashes += other.hashes;
    pairs += other.pairs;
    return *this;
}

Result<Staged> stage(ImportTransaction &transaction, const RowSource &source, StagedRules rules)
{
    if (const auto made = transaction.execute("import staging", tableSql); !made)
        return made.error();
    if (rules == StagedRules::Checked) {
        if (const auto added = transaction.execute("import rules", rulesSql); !added)
            return added.error();
    }
    Staged staged;
    const auto portions = [&source, &staged]() -> Result<QByteArray> {
        QByteArray portion;
        portion.reserve(portionSize + 4096);
        while (portion.size() < portionSize) {
            const auto row = source();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const QByteArray hash = hashOf((*row)->fields);
            staged.add((*row)->id, hash);
            appendRow(portion, **row, hash);
        }
        return portion;
    };
    if (const auto copied = transaction.copyIn("import rows", "COPY pg_temp.staged FROM STDIN", portions);
        !copied)
        return copied.error();
    const auto analysed = transaction.execute("import statistics", "ANALYZE pg_temp.staged");
    return analysed ? Result<Staged>(staged) : analysed.error();
}

} // namespace tusk::importer
