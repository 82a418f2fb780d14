// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/references.h"

#include "importer/mapping/columnnames.h"

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

const ColumnShape *nameColumnOf(const TableShape &table)
{
    for (const char16_t *name : {u"name", u"title", u"email", u"username", u"user_name", u"login", u"label",
                                 u"list_name", u"full_name", u"text"}) {
        if (const ColumnShape *column = table.column(QStringView(name)); column && !isSecret(column->name))
            return column;
    }
    // “title_text”, “list name”
    const auto namesIt = [](const ColumnShape &column) {
        const QString plain = plainName(column.name);
        return !isSecret(column.name) && (plain.contains("name"_L1) || plain.contains("title"_L1));
    };
    const auto found = std::ranges::find_if(table.columns, namesIt);
    return found == table.columns.cend() ? nullptr : &*found;
}

// SQL: of a row “r”; people may be told apart by it who have the same name.
QString emailOf(const TableShape &table, const ColumnShape *name)
{
    for (const char16_t *each : {u"email", u"e_mail", u"email_address", u"mail"}) {
        if (const ColumnShape *column = table.column(QStringView(each)); column && column != name)
            return "r."_L1 + quoted(column->name);
    }
    return u"NULL"_s;
}

// “list_id” to “lists”, “todo_list” or “todos_todolist”: the shortest whose name ends so. Core Data says only
// “ZLIST”. In a table that joins others, such as “todo_tags”, “todo_id” is no id of its own.
const TableShape *tableByStem(const QList<TableShape> &tables, const TableShape &from, const QString &column,
                              bool joinsOthers)
{
    QString stem = joinsOthers ? lettersOf(column) : plainName(column, from.name);
    const bool isCoreData = isOfCoreData(from.name) && isOfCoreData(column);
    if (stem.size() < 4 || (!isCoreData && !stem.endsWith("id"_L1)))
        return nullptr;
    if (!isCoreData)
        stem.chop(2);
    const TableShape *best = nullptr;
    for (const TableShape &table : tables) {
        const QString plain = joinsOthers ? lettersOf(table.name) : plainName(table.name);
        const bool fits = plain.endsWith(stem) || plain.endsWith(stem + u's') ||
                          plain.endsWith(stem + "es"_L1) ||
                          (stem.endsWith(u'y') && plain.endsWith(stem.chopped(1) + "ies"_L1)) ||
                          (stem == "owner"_L1 && plain.endsWith("users"_L1)) ||
                          (stem == "author"_L1 && plain.endsWith("users"_L1));
        if (fits && table.name != from.name && (!best || table.name.size() < best->name.size()))
            best = &table;
    }
    return best;
}

struct Reference {
    const TableShape *table = nullptr;
    QString key;
};

Reference targetOf(const QList<TableShape> &tables, const TableShape &table, const ColumnShape &column,
                   bool joinsOthers = false)
{
    const auto declared = std::ranges::find_if(table.references, [&column](const ReferenceShape &reference) {
        return reference.column.compare(column.name, Qt::CaseInsensitive) == 0;
    });
    const TableShape *target = declared == table.references.cend()
                                   ? tableByStem(tables, table, column.name, joinsOthers)
                                   : tableNamed(tables, declared->table);
    if (!target)
        return {};
    const ColumnShape *key = target->soleKey();
    if (declared != table.references.cend() && !declared->tableColumn.isEmpty())
        key = target->column(declared->tableColumn);
    return key ? Reference{target, key->name} : Reference{};
}

// “tag” of “task_tags”: the tag itself, and no number of one.
bool isTagName(const TableShape &table, const ColumnShape &column)
{
    static const QStringList names{u"tag"_s, u"tagname"_s, u"label"_s, u"labelname"_s, u"name"_s, u"title"_s};
    static const QStringList textTypes{u"char"_s, u"text"_s, u"clob"_s, u"string"_s};
    const QString type = column.declaredType.toLower();
    const bool isText = type.isEmpty() || std::ranges::any_of(textTypes, [&type](const QString &each) {
                            return type.contains(each);
                        });
    return isText && names.contains(plainName(column.name, table.name)) && !isSecret(column.name);
}

// Of a table of tags that are written out in every row; “stages” are none.
std::optional<MappedColumn> tagsInRows(const QList<TableShape> &tables, const TableShape &table,
                                       const TableShape &join, const QString &id)
{
    const QString plain = lettersOf(join.name);
    const bool isOfTags = plain.endsWith("tag"_L1) || plain.endsWith("tags"_L1) ||
                          plain.endsWith("label"_L1) || plain.endsWith("labels"_L1);
    if (!isOfTags || join.name == table.name)
        return std::nullopt;
    const auto todo = std::ranges::find_if(join.columns, [&](const ColumnShape &column) {
        const Reference target = targetOf(tables, join, column, true);
        return target.table && target.table->name == table.name;
    });
    const auto tag = std::ranges::find_if(join.columns, [&](const ColumnShape &column) {
        return isTagName(join, column) && !targetOf(tables, join, column, true).table;
    });
    if (todo == join.columns.cend() || tag == join.columns.cend())
        return std::nullopt;
    MappedColumn column{
        join.name + u'.' + tag->name,
        u"(SELECT char(31) || group_concat(j.%1, char(31)) FROM %2 AS j WHERE j.%3 = %4)"_s.arg(
            quoted(tag->name), quoted(join.name), quoted(todo->name), id),
        u"joined by "_s + join.name};
    column.joinTable = join.name;
    column.joinColumn = todo->name;
    column.joinValue = tag->name;
    return column;
}

} // namespace

QString missingReference(const QString &column, const QString &table, const QString &key)
{
    return u"CASE WHEN NOT EXISTS (SELECT 1 FROM %1 AS r WHERE r.%2 = t.%3) THEN t.%3 END"_s.arg(
        quoted(table), quoted(key), quoted(column));
}

QString namingColumn(const TableShape &table)
{
    const ColumnShape *name = nameColumnOf(table);
    return name ? name->name : QString();
}

std::optional<TableReference> tableReferenceOf(const QList<TableShape> &tables, const TableShape &table,
                                               const ColumnShape &column, bool joinsOthers)
{
    const Reference target = targetOf(tables, table, column, joinsOthers);
    return target.table ? std::optional(TableReference{target.table, target.key}) : std::nullopt;
}

std::optional<NamedReference> referenceOf(const QList<TableShape> &tables, const TableShape &table,
                                          const ColumnShape &column)
{
    const Reference target = targetOf(tables, table, column);
    const ColumnShape *name = target.table ? nameColumnOf(*target.table) : nullptr;
    if (!name)
        return std::nullopt;
    const QString from = quoted(target.table->name);
    const QString key = quoted(target.key);
    return NamedReference{target.table->name + u'.' + name->name,
                          u"(SELECT r.%1 FROM %2 AS r WHERE r.%3 = t.%4)"_s.arg(quoted(name->name), from, key,
                                                                                quoted(column.name)),
                          missingReference(column.name, target.table->name, target.key),
                          u"SELECT r.%1, r.%2, %3 FROM %4 AS r"_s.arg(key, quoted(name->name),
                                                                      emailOf(*target.table, name), from)};
}

std::optional<MappedColumn> joinedTags(const QList<TableShape> &tables, const TableShape &table,
                                       const QString &id)
{
    for (const TableShape &join : tables) {
        const ColumnShape *todo = nullptr;
        const ColumnShape *tag = nullptr;
        Reference tags;
        for (const ColumnShape &column : join.columns) {
            const Reference target = targetOf(tables, join, column, true);
            if (!target.table || join.name == table.name)
                continue;
            const QString plain = plainName(target.table->name);
            if (target.table->name == table.name)
                todo = &column;
            else if (plain.contains("tag"_L1) || plain.contains("label"_L1))
                tags = (tag = &column, target);
        }
        const ColumnShape *name = tags.table ? nameColumnOf(*tags.table) : nullptr;
        if (!todo || !tag || !name)
            continue;
        MappedColumn column{
            tags.table->name + u'.' + name->name,
            u"(SELECT char(31) || group_concat(g.%1, char(31)) FROM %2 AS j JOIN %3 AS g ON g.%4 = j.%5 "
            "WHERE j.%6 = %7)"_s.arg(quoted(name->name), quoted(join.name), quoted(tags.table->name),
                                     quoted(tags.key), quoted(tag->name), quoted(todo->name), id),
            u"joined by "_s + join.name};
        column.joinTable = join.name;
        column.joinColumn = todo->name;
        column.joinValue = tag->name;
        return column;
    }
    for (const TableShape &join : tables) {
        if (auto tags = tagsInRows(tables, table, join, id))
            return tags;
    }
    return std::nullopt;
}

} // namespace tusk::importer
