// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/retiredlists.h"

#include "importer/mapping/columnnames.h"
#include "importer/mapping/references.h"
#include "importer/source/sqlitefile.h"
#include "importer/texts.h"

#include <optional>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// A column that is called so, and not only nearly.
const ColumnShape *columnFor(const TableShape &table, Target target)
{
    constexpr int exactly = 60;
    for (const ColumnShape &column : table.columns) {
        if (nameScore(plainName(column.name, table.name), target) > exactly)
            return &column;
    }
    return nullptr;
}

// Whose names the todos have for that of their list.
std::optional<ListReference> listsOf(const QList<TableShape> &tables, const TableShape &table,
                                     const Mapping &mapping)
{
    const QString expression = mapping.columns.value(Target::List).expression;
    for (const ColumnShape &column : table.columns) {
        const auto named = referenceOf(tables, table, column);
        const auto target = tableReferenceOf(tables, table, column);
        if (named && target && named->name == expression)
            return ListReference{column.name, target->table->name, target->key,
                                 named->label.sliced(target->table->name.size() + 1)};
    }
    return std::nullopt;
}

// Its own time of deletion says more.
void deleteWithList(Mapping &mapping, const ListReference &lists, const QString &flag)
{
    const QString withList = u"(SELECT r.%1 FROM %2 AS r WHERE r.%3 = t.%4)"_s.arg(
        quoted(flag), quoted(lists.table), quoted(lists.key), quoted(lists.column));
    MappedColumn &deleted = mapping.columns[Target::DeletedAt];
    const QString own = deleted.expression;
    deleted = own.isEmpty()
                  ? MappedColumn{lists.table + u'.' + flag, withList}
                  : MappedColumn{deleted.label, u"CASE WHEN %1 OR NOT %2 THEN %3 ELSE %4 END"_s.arg(
                                                    saysYes(own), saysYes(withList), own, withList)};
    deleted.reason = Text::tr("What is in a list that was deleted was deleted with it.");
}

} // namespace

QString saysYes(const QString &value)
{
    return u"(lower(trim(coalesce(%1, ''))) NOT IN ('', '0', '0.0', 'f', 'false', 'n', 'no', 'null') AND %1 "
           "NOT GLOB '0000-00-00*' AND %1 NOT GLOB '0001-01-01*')"_s.arg(value);
}

void archiveLists(Mapping &mapping, const ListReference &lists, const QStringList &conditions)
{
    const QString name = u"trim(r.%1)"_s.arg(quoted(lists.name));
    const QString filter = mapping.filter.isEmpty() ? QString() : " WHERE "_L1 + mapping.filter;
    // Of several lists of one name, which become one, all have to be gone.
    mapping.lists = u"SELECT NULL, max(%1), NULL, NULL, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NULL, NULL "
                    "FROM %2 AS r WHERE lower(%1) NOT IN ('', 'inbox') AND r.%3 IN (SELECT t.%4 FROM %5%6) "
                    "GROUP BY lower(%1) HAVING min(CASE WHEN %7 THEN 1 ELSE 0 END) = 1"_s.arg(
                        name, quoted(lists.table), quoted(lists.key), quoted(lists.column), mapping.from,
                        filter, conditions.join(u" OR "_s));
}

void followLists(const QList<TableShape> &tables, const TableShape &table, Mapping &mapping)
{
    const auto lists = mapping.has(Target::List) ? listsOf(tables, table, mapping) : std::nullopt;
    const TableShape *listTable = lists ? tableNamed(tables, lists->table) : nullptr;
    if (!listTable)
        return;
    QStringList conditions;
    if (const ColumnShape *deleted = columnFor(*listTable, Target::DeletedAt)) {
        deleteWithList(mapping, *lists, deleted->name);
        conditions.append(saysYes("r."_L1 + quoted(deleted->name)));
    }
    if (const ColumnShape *archived = columnFor(*listTable, Target::ArchivedAt))
        conditions.append(saysYes("r."_L1 + quoted(archived->name)));
    if (!conditions.isEmpty())
        archiveLists(mapping, *lists, conditions);
}

base::Result<void> nameArchivedLists(SqliteFile &file, Mapping &mapping)
{
    constexpr qsizetype most = 10;
    if (mapping.lists.isEmpty() || mapping.isExact)
        return {};
    auto rows = file.query(mapping.lists);
    if (!rows)
        return rows.error();
    QStringList names;
    auto read = rows->forEach(
        [&names](const RowCursor &row) { names.append(QString::fromUtf8(row.value(1).toText())); });
    if (!read)
        return read;
    if (names.isEmpty())
        return {};
    names.sort(Qt::CaseInsensitive);
    if (names.size() > most)
        names = names.first(most) << u"…"_s;
    mapping.remarks.append(Text::tr("These lists were deleted or archived in the file. They are archived "
                                    "here, too, so the sidebar does not show them: %1.")
                               .arg(names.join(u", "_s)));
    return {};
}

} // namespace tusk::importer
