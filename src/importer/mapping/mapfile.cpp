// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/mapfile.h"

#include "importer/mapping/columnnames.h"
#include "importer/source/tableshape.h"
#include "importer/texts.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

base::Error wrong(const QString &sentence)
{
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    error.sentence = sentence;
    return error;
}

Result<Mapping> tableOf(const QJsonObject &object, const Recognition &recognition)
{
    const QString table = object.value("table"_L1).toString(recognition.best().table);
    const auto found = std::ranges::find_if(recognition.mappings, [&table](const ScoredMapping &each) {
        return each.mapping.table.compare(table, Qt::CaseInsensitive) == 0;
    });
    if (found == recognition.mappings.cend())
        return wrong(Text::tr("There are no todos in a table “%1” of that file.").arg(table));
    return found->mapping;
}

// But for those that may hold secrets.
QStringList columnsOf(const Mapping &mapping)
{
    QStringList columns = mapping.leftOut;
    for (const MappedColumn &column : mapping.columns)
        columns.append(column.label);
    columns.removeDuplicates();
    return columns;
}

Result<void> mapColumns(const QJsonObject &columns, Mapping &mapping)
{
    const QStringList known = columnsOf(mapping);
    for (auto each = columns.begin(); each != columns.end(); ++each) {
        const auto target = targetNamed(each.key());
        if (!target)
            return wrong(Text::tr("“%1” is nothing that a column can become.").arg(each.key()));
        const QString column = each.value().toString();
        if (isSecret(column))
            return wrong(Text::tr("The column “%1” looks like a secret and is never read.").arg(column));
        if (!column.isEmpty() && !known.contains(column, Qt::CaseInsensitive))
            return wrong(Text::tr("The table “%1” has no column “%2”; it has %3.")
                             .arg(mapping.table, column, known.join(u", "_s)));
        const MappedColumn before = mapping.columns.take(*target);
        if (column.isEmpty() && before.expression == "t."_L1 + quoted(before.label))
            mapping.leftOut.append(before.label); // it can still go to the notes
        mapping.leftOut.removeAll(column);
        if (!column.isEmpty())
            mapping.columns.insert(*target, {column, "t."_L1 + quoted(column), Text::tr("You said so.")});
        if (*target == Target::Id)
            mapping.idsMayRepeat = mapping.columns.value(Target::Id).expression != before.expression;
    }
    if (!mapping.has(Target::Title))
        return wrong(Text::tr("No column becomes the title."));
    return {};
}

} // namespace

Result<Mapping> mappingFromFile(const QByteArray &json, const Recognition &recognition)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return wrong(parsing.error == QJsonParseError::NoError
                         ? Text::tr("The file with the mapping holds JSON, but no object in braces.")
                         : Text::tr("The file with the mapping is no JSON: %1.").arg(parsing.errorString()));
    const QJsonObject object = document.object();
    auto mapping = tableOf(object, recognition);
    if (!mapping)
        return mapping;
    if (const auto mapped = mapColumns(object.value("columns"_L1).toObject(), *mapping); !mapped)
        return mapped.error();
    const QJsonObject priorities = object.value("priorities"_L1).toObject();
    for (auto each = priorities.begin(); each != priorities.end(); ++each)
        mapping->priorities.insert(each.key().toLongLong(), std::clamp(each.value().toInt(), 0, 3));
    mapping->leftOutGoesToNotes = object.value("rest_to_notes"_L1).toBool(mapping->leftOutGoesToNotes);
    if (const QJsonValue first = object.value("month_first"_L1); first.isBool()) {
        for (const Target target : timeTargets)
            mapping->dayOrders.insert(target, first.toBool() ? DayOrder::MonthFirst : DayOrder::DayFirst);
        mapping->ambiguousDays.clear();
    }
    mapping->stateMeansOpen = object.value("completed_means_open"_L1).toBool(mapping->stateMeansOpen);
    return mapping;
}

} // namespace tusk::importer
