// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/dayorders.h"

#include "importer/mapping/survey.h"
#include "importer/source/sqlitefile.h"
#include "importer/source/tableshape.h"

#include <QSet>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

// Of columns that become something; by their own values, and not as somebody says or as others were read.
QSet<DayOrder> provenOrders(const Mapping &mapping)
{
    QSet<DayOrder> orders;
    for (const auto &[target, order] : mapping.dayOrders.asKeyValueRange()) {
        if (mapping.has(target) && !mapping.ambiguousDays.contains(target))
            orders.insert(order);
    }
    return orders;
}

Result<QSet<DayOrder>> ordersOfTheRest(SqliteFile &file, const Mapping &mapping)
{
    QStringList expressions;
    for (const QString &column : mapping.leftOut)
        expressions.append(mapping.leftOutExpressions.value(column, "t."_L1 + quoted(column)));
    const auto surveys = survey(file, mapping.from, expressions);
    if (!surveys)
        return surveys.error();
    QSet<DayOrder> orders;
    for (const ColumnSurvey &column : *surveys) {
        const bool areTimes = column.filled > 0 && column.isMostly(column.times());
        if (areTimes && column.order != DayOrder::Unknown)
            orders.insert(column.order);
    }
    return orders;
}

} // namespace

Result<void> learnDayOrdersFromOthers(SqliteFile &file, Mapping &mapping)
{
    if (mapping.ambiguousDays.isEmpty())
        return {};
    const auto rest = ordersOfTheRest(file, mapping);
    if (!rest)
        return rest.error();
    const QSet<DayOrder> orders = provenOrders(mapping) + *rest;
    if (orders.size() != 1)
        return {};
    for (const Target target : mapping.ambiguousDays.keys()) {
        if (!mapping.dayOrders.contains(target))
            mapping.dayOrders.insert(target, *orders.cbegin());
    }
    return {};
}

} // namespace tusk::importer
