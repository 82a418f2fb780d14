// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/lookuptables.h"

#include "importer/source/sqlitefile.h"
#include "importer/source/tableshape.h"

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

QString joinedCopyOf(const QString &table)
{
    return "joined "_L1 + table;
}

// The index comes last: a table without it was interrupted.
Result<void> makeOnce(SqliteFile &file, const QString &table, const QString &query, const QString &column)
{
    const QString index = table + " by "_L1 + column;
    const auto isThere =
        file.number(u"SELECT count(*) FROM sqlite_temp_schema WHERE name = ?"_s, {index.toUtf8()});
    if (!isThere)
        return isThere.error();
    if (*isThere > 0)
        return {};
    for (const QString &step : {
             u"DROP TABLE IF EXISTS temp.%1"_s.arg(quoted(table)),
             u"CREATE TEMP TABLE %1 AS %2"_s.arg(quoted(table), query),
             u"CREATE INDEX temp.%1 ON %2 (%3)"_s.arg(quoted(index), quoted(table), quoted(column)),
         }) {
        if (const auto done = file.run(step); !done)
            return done.error();
    }
    return {};
}

// Those of other owners, which somebody has thought better of.
Result<void> dropOtherParents(SqliteFile &file, const QString &needed)
{
    auto rows = file.query(u"SELECT name FROM sqlite_temp_schema WHERE type = 'table' AND name LIKE "
                           "'parents %' AND name <> ?"_s,
                           {needed.toUtf8()});
    if (!rows)
        return rows.error();
    QStringList others;
    const auto read = rows->forEach(
        [&others](const RowCursor &row) { others.append(QString::fromUtf8(row.value(0).toText())); });
    if (!read)
        return read;
    for (const QString &other : others) {
        if (const auto dropped = file.run("DROP TABLE temp."_L1 + quoted(other)); !dropped)
            return dropped;
    }
    return {};
}

Result<bool> hasIndex(SqliteFile &file, const QString &table, const QString &column)
{
    const auto count = file.number(u"SELECT count(*) FROM pragma_index_list(?) AS l "
                                   "JOIN pragma_index_info(l.name) AS i "
                                   "WHERE l.partial = 0 AND i.seqno = 0 AND lower(i.name) = lower(?)"_s,
                                   {table.toUtf8(), column.toUtf8()});
    return count ? Result<bool>(*count > 0) : count.error();
}

} // namespace

Result<void> settleJoins(SqliteFile &file, Mapping &mapping)
{
    for (MappedColumn &column : mapping.columns) {
        if (column.joinTable.isEmpty())
            continue;
        const auto isIndexed = hasIndex(file, column.joinTable, column.joinColumn);
        if (!isIndexed)
            return isIndexed.error();
        if (!*isIndexed)
            column.expression.replace(u" FROM %1 AS j "_s.arg(quoted(column.joinTable)),
                                      u" FROM temp.%1 AS j "_s.arg(quoted(joinedCopyOf(column.joinTable))));
        else
            column.joinTable.clear();
    }
    return {};
}

Result<void> fillJoins(SqliteFile &file, const Mapping &mapping)
{
    for (const MappedColumn &column : mapping.columns) {
        const auto made =
            column.joinTable.isEmpty()
                ? Result<void>()
                : makeOnce(file, joinedCopyOf(column.joinTable),
                           "SELECT * FROM main."_L1 + quoted(column.joinTable), column.joinColumn);
        if (!made)
            return made;
    }
    return {};
}

Result<void> fillParents(SqliteFile &file, const Mapping &mapping, const QStringList &owners)
{
    if (!looksUpParents(mapping))
        return {};
    const QString table = parentTable(mapping, owners);
    if (const auto dropped = dropOtherParents(file, table); !dropped)
        return dropped;
    return makeOnce(file, table, possibleParents(mapping, owners), u"id"_s);
}

Result<RowCursor> queryTodos(SqliteFile &file, const Mapping &mapping, const QStringList &owners)
{
    if (const auto filled = fillParents(file, mapping, owners); !filled)
        return filled.error();
    return file.query(selectOf(mapping, owners));
}

} // namespace tusk::importer
