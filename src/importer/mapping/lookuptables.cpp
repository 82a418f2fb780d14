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

QString joinedCopyOf(const MappedColumn &column)
{
    const QString copy = u"joined %1 by %2"_s.arg(column.joinTable, column.joinColumn);
    return column.joinType.isEmpty() ? copy : copy + " as "_L1 + column.joinType;
}

Result<void> runAll(SqliteFile &file, const QStringList &steps)
{
    for (const QString &step : steps) {
        if (auto done = file.run(step); !done)
            return done;
    }
    return {};
}

// steps: that make and fill the table. Its index comes last: a table without it was interrupted.
Result<void> makeOnce(SqliteFile &file, const QString &table, const QStringList &steps, const QString &column)
{
    const QString index = table + " by "_L1 + column;
    const auto isThere =
        file.number(u"SELECT count(*) FROM sqlite_temp_schema WHERE name = ?"_s, {index.toUtf8()});
    if (!isThere)
        return isThere.error();
    if (*isThere > 0)
        return {};
    return runAll(file, QStringList{u"DROP TABLE IF EXISTS temp.%1"_s.arg(quoted(table))} + steps +
                            QStringList{u"CREATE INDEX temp.%1 ON %2 (%3)"_s.arg(quoted(index), quoted(table),
                                                                                 quoted(column))});
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
    auto read = rows->forEach(
        [&others](const RowCursor &row) { others.append(QString::fromUtf8(row.value(0).toText())); });
    if (!read)
        return read;
    for (const QString &other : others) {
        if (auto dropped = file.run("DROP TABLE temp."_L1 + quoted(other)); !dropped)
            return dropped;
    }
    return {};
}

// As the library would look for the rows of “j”: an index of texts is none for numbers. One that it would
// make by itself it makes anew for every todo.
Result<bool> areFoundByIndex(SqliteFile &file, const Mapping &mapping, const MappedColumn &column)
{
    auto plan = file.query(u"EXPLAIN QUERY PLAN SELECT %1 FROM %2"_s.arg(column.expression, mapping.from));
    if (!plan)
        return plan.error();
    bool areFound = false;
    const QString byColumn = u'(' + column.joinColumn + "=?"_L1;
    const auto read = plan->forEach([&areFound, &byColumn](const RowCursor &row) {
        constexpr int detail = 3;
        const QString step = QString::fromUtf8(row.value(detail).toText());
        const bool isSearch = step.startsWith("SEARCH j "_L1) && !step.contains(" AUTOMATIC "_L1);
        areFound = areFound || (isSearch && step.contains(byColumn, Qt::CaseInsensitive));
    });
    return read ? Result<bool>(areFound) : read.error();
}

// Whether the library compares the ids of the todos as numbers, whatever the other side is.
Result<bool> areIdsNumbers(SqliteFile &file, const Mapping &mapping)
{
    const QString id = mapping.columns.value(Target::Id).expression;
    const auto made = runAll(
        file, {u"DROP TABLE IF EXISTS temp.id_type"_s,
               u"CREATE TEMP TABLE id_type AS SELECT %1 AS id FROM %2 LIMIT 0"_s.arg(id, mapping.from)});
    if (!made)
        return made.error();
    const auto count = file.number(
        u"SELECT count(*) FROM pragma_table_info('id_type', 'temp') WHERE type IN ('INT', 'NUM', 'REAL')"_s);
    return count ? Result<bool>(*count > 0) : count.error();
}

} // namespace

Result<void> settleJoins(SqliteFile &file, Mapping &mapping)
{
    for (MappedColumn &column : mapping.columns) {
        if (column.joinTable.isEmpty())
            continue;
        const auto areFound = areFoundByIndex(file, mapping, column);
        if (!areFound)
            return areFound.error();
        if (*areFound) {
            column.joinTable.clear();
            continue;
        }
        const auto areNumbers = areIdsNumbers(file, mapping);
        if (!areNumbers)
            return areNumbers.error();
        column.joinType = *areNumbers ? u"NUMERIC"_s : QString();
        column.expression.replace(u" FROM %1 AS j "_s.arg(quoted(column.joinTable)),
                                  u" FROM temp.%1 AS j "_s.arg(quoted(joinedCopyOf(column))));
    }
    return {};
}

Result<void> fillJoins(SqliteFile &file, const Mapping &mapping)
{
    for (const MappedColumn &column : mapping.columns) {
        if (column.joinTable.isEmpty())
            continue;
        const QString copy = joinedCopyOf(column);
        const QString by = quoted(column.joinColumn);
        const QString value = column.joinKind.isEmpty()
                                  ? quoted(column.joinValue)
                                  : quoted(column.joinValue) + ", "_L1 + quoted(column.joinKind);
        const QString typed =
            column.joinType.isEmpty() ? by : u"CAST(%1 AS %2) AS %1"_s.arg(by, column.joinType);
        // What is no number stays as it is when it is filled in.
        const QStringList steps{u"CREATE TEMP TABLE %1 AS SELECT %2, %3 FROM main.%4 LIMIT 0"_s.arg(
                                    quoted(copy), typed, value, quoted(column.joinTable)),
                                u"INSERT INTO temp.%1 SELECT %2, %3 FROM main.%4"_s.arg(
                                    quoted(copy), by, value, quoted(column.joinTable))};
        if (auto made = makeOnce(file, copy, steps, column.joinColumn); !made)
            return made;
    }
    return {};
}

Result<void> fillParents(SqliteFile &file, const Mapping &mapping, const QStringList &owners)
{
    if (!looksUpParents(mapping))
        return {};
    const QString table = parentTable(mapping, owners);
    if (auto dropped = dropOtherParents(file, table); !dropped)
        return dropped;
    const QString making =
        u"CREATE TEMP TABLE %1 AS %2"_s.arg(quoted(table), possibleParents(mapping, owners));
    return makeOnce(file, table, {making}, u"id"_s);
}

Result<RowCursor> queryTodos(SqliteFile &file, const Mapping &mapping, const QStringList &owners)
{
    if (const auto filled = fillParents(file, mapping, owners); !filled)
        return filled.error();
    return file.query(selectOf(mapping, owners));
}

} // namespace tusk::importer
