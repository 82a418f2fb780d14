// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/tablemapping.h"

#include "importer/mapping/columnnames.h"
#include "importer/mapping/dayandclock.h"
#include "importer/mapping/dayorders.h"
#include "importer/mapping/frameworks.h"
#include "importer/mapping/lookuptables.h"
#include "importer/mapping/statemeanings.h"
#include "importer/mapping/surroundings.h"
#include "importer/mapping/survey.h"
#include "importer/mapping/tablemapper.h"
#include "importer/source/sqlitefile.h"
#include "importer/texts.h"
#include "importer/values/sharevalue.h"

#include <algorithm>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

bool isTimeTarget(Target target)
{
    return std::ranges::find(timeTargets, target) != timeTargets.end();
}

// Half done is not done; what is done wholly is the greatest number.
Result<void> learnShares(SqliteFile &file, Mapping &mapping)
{
    mapping.wholeShare = 0;
    const MappedColumn &state = *mapping.columns.constFind(Target::State);
    if (!saysShare(state.label))
        return {};
    constexpr int mostValues = 1'000; // of percents there are a hundred
    const auto values = distinctValues(file, mapping.from, state.expression, mostValues);
    if (!values)
        return values.error();
    mapping.wholeShare = wholeAmong(*values);
    return {};
}

// 0 to do, 1 doing, 2 done: such a 1 is none of a yes or no.
Result<bool> areNumberedStates(SqliteFile &file, const Mapping &mapping, const ColumnSurvey &column)
{
    static const QStringList names{u"status"_s, u"state"_s, u"estado"_s, u"etat"_s};
    const MappedColumn &state = *mapping.columns.constFind(Target::State);
    if (!names.contains(plainName(state.label, mapping.table)) || column.times() > 0)
        return false;
    const auto numbers = numberRange(file, mapping.from, state.expression);
    if (!numbers)
        return numbers.error();
    return numbers->least && (*numbers->least < 0 || *numbers->greatest > 1);
}

// Nobody says which end is the urgent one; most programs count upwards.
Result<void> learnPriorities(SqliteFile &file, Mapping &mapping)
{
    if (!mapping.priorities.isEmpty())
        return {};
    const auto numbers =
        numberRange(file, mapping.from, mapping.columns.constFind(Target::Priority)->expression);
    if (!numbers)
        return numbers.error();
    if (numbers->least)
        mapping.priorities = ascendingScale(*numbers->least, *numbers->greatest);
    mapping.prioritiesAreAssumed = !mapping.priorities.isEmpty();
    return {};
}

Result<void> learnStates(SqliteFile &file, const ColumnSurvey &column, Mapping &mapping)
{
    const auto areNumbered = areNumberedStates(file, mapping, column);
    if (!areNumbered)
        return areNumbered.error();
    mapping.statesAreNumbered = *areNumbered;
    if (auto learned = learnStateMeanings(file, mapping); !learned)
        return learned;
    mapping.crossesMeanOpen = std::any_of(column.values.cbegin(), column.values.cend(), isCheckMark);
    return learnShares(file, mapping);
}

// Which number of 03/04/2025 is the day.
Result<void> learnOrder(SqliteFile &file, Mapping &mapping, Target target, const ColumnSurvey &column)
{
    if (!isDated(target))
        return {};
    mapping.ambiguousDays.remove(target);
    DayOrder order = column.order;
    if (order == DayOrder::Unknown && column.forms.contains(TimeForm::DayMonth)) {
        const auto proven = provenOrder(file, mapping.from, mapping.columns.constFind(target)->expression);
        if (!proven)
            return proven.error();
        order = *proven;
    }
    if (order != DayOrder::Unknown)
        mapping.dayOrders.insert(target, order);
    else if (const auto example = column.ambiguousDay())
        mapping.ambiguousDays.insert(target, *example);
    return {};
}

// A day that was picked, as JavaScript and many servers store it: elsewhere it would be the evening before.
void learnClocks(Mapping &mapping, Target target, const ColumnSurvey &column)
{
    mapping.midnights.remove(target);
    const bool isPlan = target == Target::Due || target == Target::Start;
    if (!isPlan || mapping.isExact || mapping.secondsMarkTimes)
        return;
    const bool areMoments = mapping.plansAreMoments;
    const qint64 midnights = column.midnights + (areMoments ? column.wallMidnights : 0);
    const qint64 moments = column.moments + (areMoments ? column.wallMidnights + column.wallTimes : 0);
    if (midnights > 0)
        mapping.midnights.insert(target, midnights * 10 >= moments * 9);
    mapping.plansNameNoZone = mapping.plansNameNoZone || column.wallTimes > 0;
}

// Of a day that has a time itself, the one in another column is not taken.
Result<void> nameOtherClocks(SqliteFile &file, Mapping &mapping)
{
    for (const MappedColumn &column : std::as_const(mapping.columns)) {
        if (column.clock.isEmpty())
            continue;
        const QString others = hasOtherClock("t."_L1 + quoted(column.label), "t."_L1 + quoted(column.clock));
        const auto isThere =
            file.number("SELECT EXISTS (SELECT 1 FROM "_L1 + mapping.from + " WHERE "_L1 + others + u')');
        if (!isThere)
            return isThere.error();
        if (*isThere != 0)
            mapping.remarks.append(
                Text::tr("Where “%1” has a time of day itself, that counts, and “%2” is not taken.")
                    .arg(column.label, column.clock));
    }
    return {};
}

} // namespace

Result<std::optional<ScoredMapping>> mapTable(SqliteFile &file, const QList<TableShape> &tables,
                                              const TableShape &table)
{
    QStringList expressions;
    for (const ColumnShape &column : table.columns)
        expressions.append(isSecret(column.name) ? u"NULL"_s : "t."_L1 + quoted(column.name));
    const auto surveys = survey(file, quoted(table.name) + " AS t"_L1, expressions);
    if (!surveys)
        return surveys.error();
    const auto byNames = mapByNames(tables, table, *surveys);
    if (!byNames)
        return std::optional<ScoredMapping>();
    std::optional mapped = ScoredMapping{byNames->score, 0, byNames->mapping};
    const auto rows = file.number(countOf(mapped->mapping, {}));
    if (!rows)
        return rows.error();
    mapped->rows = *rows;
    nameKind(tables, mapped->mapping);
    if (const auto taken = takeWhatIsAround(file, tables, table, mapped->mapping); !taken)
        return taken.error();
    if (const auto learned = learnWhetherIdsRepeat(file, table, mapped->mapping); !learned)
        return learned.error();
    if (const auto named = nameOtherClocks(file, mapped->mapping); !named)
        return named.error();
    if (const auto settled = settleJoins(file, mapped->mapping); !settled)
        return settled.error();
    if (const auto learned = learnForms(file, mapped->mapping); !learned)
        return learned.error();
    return mapped;
}

Result<void> learnWhetherIdsRepeat(SqliteFile &file, const TableShape &table, Mapping &mapping)
{
    const auto id = mapping.columns.constFind(Target::Id);
    const ColumnShape *key = table.soleKey();
    const bool isRowNumber =
        table.hasRowId && (!key || key->declaredType.compare("INTEGER"_L1, Qt::CaseInsensitive) == 0);
    if (id == mapping.columns.cend() || mapping.idsMayRepeat || isRowNumber)
        return {};
    const auto isMixed = file.number(
        u"SELECT EXISTS (SELECT 1 FROM %2 WHERE typeof(%1) <> (SELECT typeof(%1) FROM %2 LIMIT 1))"_s.arg(
            id->expression, mapping.from));
    if (!isMixed)
        return isMixed.error();
    mapping.idsMayRepeat = *isMixed != 0;
    return {};
}

Result<void> learnForms(SqliteFile &file, Mapping &mapping)
{
    if (auto filled = fillJoins(file, mapping); !filled)
        return filled;
    const QList<Target> targets = mapping.columns.keys();
    QStringList expressions;
    for (const MappedColumn &column : std::as_const(mapping.columns))
        expressions.append(column.expression);
    const auto surveys = survey(file, mapping.from, expressions);
    if (!surveys)
        return surveys.error();
    mapping.plansNameNoZone = false;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const Target target = targets.at(i);
        const ColumnSurvey &column = surveys->at(i);
        const auto learned = target == Target::Priority ? learnPriorities(file, mapping)
                             : target == Target::State  ? learnStates(file, column, mapping)
                                                        : Result<void>();
        if (!learned)
            return learned.error();
        if (const auto ordered = learnOrder(file, mapping, target, column); !ordered)
            return ordered.error();
        if (!isTimeTarget(target))
            continue;
        mapping.timeForms.insert(target, column.usualTime());
        learnClocks(mapping, target, column);
    }
    return learnDayOrdersFromOthers(file, mapping);
}

} // namespace tusk::importer
