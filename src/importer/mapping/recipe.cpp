// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/recipe.h"

#include "importer/mapping/leftout.h"
#include "importer/mapping/references.h"

#include <QRegularExpression>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

Recipe::Recipe(const QList<TableShape> &tables, const QString &kind, const QString &program,
               const QString &table)
    : m_tables(tables)
    , m_table(tableNamed(table))
{
    mapping.kind = kind;
    mapping.program = program;
    mapping.table = table;
    mapping.from = quoted(table) + " AS t"_L1;
}

void Recipe::add(Target target, const QString &column, const QString &expression,
                 const QStringList &alsoNeeded)
{
    if (has(column) && hasAll(alsoNeeded))
        mapping.columns.insert(target, {mapping.table + u'.' + column,
                                        expression.isEmpty() ? "t."_L1 + quoted(column) : expression});
}

void Recipe::addComposed(Target target, const QString &label, const QString &expression,
                         const QStringList &needed)
{
    if (hasAll(needed))
        mapping.columns.insert(target, {label, expression});
}

void Recipe::addFilter(const QString &column, const QString &condition)
{
    if (has(column))
        mapping.filter = condition;
}

void Recipe::addNamed(Target target, const QString &column, const QString &table, const QString &key,
                      const QString &name)
{
    const QStringList needed{table + u'.' + key, table + u'.' + name};
    if (!has(column) || !hasAll(needed))
        return;
    add(target, column,
        u"(SELECT r.%1 FROM %2 AS r WHERE r.%3 = t.%4)"_s.arg(quoted(name), quoted(table), quoted(key),
                                                              quoted(column)));
    mapping.columns[target].reference = missingReference(column, table, key);
}

Mapping Recipe::finished() const
{
    Mapping whole = mapping;
    if (m_table && !m_ignoresTheRest)
        nameTheRest(whole, *m_table, [this](const QString &column) { return isRead(column); });
    const ColumnShape *key = m_table ? m_table->soleKey() : nullptr;
    const QString id = whole.columns.value(Target::Id).label;
    whole.idsMayRepeat = !key || id.compare(whole.table + u'.' + key->name, Qt::CaseInsensitive) != 0;
    const QString rowId = m_table ? m_table->rowId() : QString();
    whole.order = rowId.isEmpty() ? whole.columns.value(Target::Id).expression : "t."_L1 + rowId;
    return whole;
}

bool Recipe::has(const QString &column) const
{
    const TableShape *table = column.contains(u'.') ? tableNamed(column.section(u'.', 0, 0)) : m_table;
    return table && table->column(column.section(u'.', -1));
}

bool Recipe::hasAll(const QStringList &columns) const
{
    return std::ranges::all_of(columns, [this](const QString &column) { return has(column); });
}

const TableShape *Recipe::tableNamed(const QString &name) const
{
    return importer::tableNamed(m_tables, name);
}

// Whether it is in an expression, by its name as it is or quoted.
bool Recipe::isRead(const QString &column) const
{
    const QString name = QRegularExpression::escape(column);
    const QRegularExpression form(u"\\bt\\.(?:%1\\b|\"%1\")"_s.arg(name),
                                  QRegularExpression::CaseInsensitiveOption);
    return mapping.filter.contains(form) ||
           std::ranges::any_of(mapping.columns,
                               [&form](const MappedColumn &each) { return each.expression.contains(form); });
}

PriorityScale iCalendarPriorities()
{
    return {{0, 0}, {1, 3}, {2, 3}, {3, 3}, {4, 3}, {5, 2}, {6, 1}, {7, 1}, {8, 1}, {9, 1}};
}

} // namespace tusk::importer
