// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/sourcecolumns.h"

#include "importer/mapping/columnnames.h"
#include "importer/mapping/survey.h"
#include "importer/source/sqlitefile.h"
#include "importer/texts.h"

#include <QLocale>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr qsizetype fewValues = 3;
constexpr qsizetype shortValue = 12; // characters

// “0 / 1”; empty where there are too many values, or too long ones, to say them all.
QString allValues(const ColumnSurvey &column)
{
    if (column.values.size() > fewValues)
        return {};
    QStringList values;
    for (const QByteArray &value : column.values)
        values.append(QString::fromUtf8(value));
    const bool areShort = std::ranges::all_of(
        values, [](const QString &value) { return value.size() <= shortValue && !value.contains(u'\n'); });
    values.sort();
    return areShort ? values.join(u" / "_s) : QString();
}

QString contentsOf(const ColumnSurvey &column)
{
    if (column.rows == 0 || column.filled == 0)
        return Text::tr("empty");
    const bool areTimes = column.isMostly(column.times());
    if (QString values = areTimes ? QString() : allValues(column); !values.isEmpty())
        return values;
    if (areTimes)
        return textFor(column.usualTime());
    if (column.filled == column.rows)
        return Text::tr("always filled");
    const qint64 percent = std::clamp<qint64>(100 * column.filled / column.rows, 1, 99);
    return Text::tr("%1 % filled").arg(QLocale().toString(percent));
}

bool isCalled(const MappedColumn &mapped, const Mapping &mapping, const QString &name)
{
    return mapped.label.compare(name, Qt::CaseInsensitive) == 0 ||
           mapped.label.compare(mapping.table + u'.' + name, Qt::CaseInsensitive) == 0;
}

// A reference is called after what it leads to, but begins at the column.
bool comesFrom(const MappedColumn &mapped, const Mapping &mapping, const SourceColumn &column)
{
    if (column.isComposed)
        return mapped.label == column.name;
    return isCalled(mapped, mapping, column.name) || mapped.clock == column.name ||
           (column.reference && mapped.label == column.reference->label);
}

void addComposed(const Mapping &mapping, QList<SourceColumn> &columns)
{
    for (auto each = mapping.columns.cbegin(); each != mapping.columns.cend(); ++each) {
        const MappedColumn &mapped = each.value();
        const bool isThere = std::ranges::any_of(columns, [&mapping, &mapped](const SourceColumn &column) {
            return comesFrom(mapped, mapping, column);
        });
        // The number that the library gives to a row says nothing to anybody.
        if (!isThere && each.key() != Target::Id)
            columns.append({.name = mapped.label, .contents = mapped.reason, .isComposed = true});
    }
}

MappedColumn mappedByHand(const Mapping &recognised, const SourceColumn &column, Target target)
{
    const auto known = recognised.columns.constFind(target);
    if (known != recognised.columns.cend() && comesFrom(*known, recognised, column))
        return *known;
    if (column.isComposed) {
        for (const MappedColumn &each : recognised.columns) {
            if (each.label == column.name)
                return each;
        }
    }
    const QString reason = Text::tr("You said so.");
    if (column.reference && target == Target::List)
        return {column.reference->label, column.reference->name, reason, {}, column.reference->missing};
    return {column.name, "t."_L1 + quoted(column.name), reason};
}

// What was found out about the values of another column holds no more.
void forgetValues(Mapping &mapping, Target target)
{
    mapping.timeForms.remove(target);
    mapping.dayOrders.remove(target);
    mapping.ambiguousDays.remove(target);
    mapping.midnights.remove(target);
    if (target == Target::Priority) {
        mapping.priorities.clear();
        mapping.priorityWords.clear();
        mapping.prioritiesAreAssumed = false;
    }
    if (target == Target::State) {
        mapping.states.clear();
        mapping.learnedStates.clear();
        mapping.stateValues.clear();
        mapping.statesAreNumbered = false;
        mapping.crossesMeanOpen = false;
        mapping.wholeShare = 0;
    }
}

void settleIds(Mapping &mapping, const Mapping &recognised)
{
    const bool isRecognised =
        mapping.columns.value(Target::Id).expression == recognised.columns.value(Target::Id).expression;
    mapping.idsMayRepeat = !isRecognised || recognised.idsMayRepeat;
}

void listLeftOut(Mapping &mapping, const SourceColumn &column)
{
    const bool isUsed = !targetsOf(mapping, column).isEmpty();
    mapping.leftOut.removeAll(column.name);
    if (!isUsed && !column.isComposed)
        mapping.leftOut.append(column.name);
}

// All columns of what was made of something before.
void listLeftOut(Mapping &mapping, const MappedColumn &before)
{
    if (before.expression != "t."_L1 + quoted(before.label) && before.clock.isEmpty())
        return;
    listLeftOut(mapping, SourceColumn{.name = before.label, .contents = {}});
    if (!before.clock.isEmpty())
        listLeftOut(mapping, SourceColumn{.name = before.clock, .contents = {}});
}

} // namespace

Result<QList<SourceColumn>> describeColumns(SqliteFile &file, const Mapping &mapping)
{
    const auto tables = file.tables();
    if (!tables)
        return tables.error();
    QList<SourceColumn> columns;
    const auto table = std::ranges::find_if(*tables, [&mapping](const TableShape &each) {
        return each.name.compare(mapping.table, Qt::CaseInsensitive) == 0;
    });
    if (table != tables->cend()) {
        QStringList expressions;
        for (const ColumnShape &column : table->columns) {
            if (isSecret(column.name))
                continue;
            columns.append(
                {.name = column.name, .contents = {}, .reference = referenceOf(*tables, *table, column)});
            expressions.append("t."_L1 + quoted(column.name));
        }
        const auto surveys = survey(file, quoted(table->name) + " AS t"_L1, expressions);
        if (!surveys)
            return surveys.error();
        for (qsizetype i = 0; i < columns.size(); ++i)
            columns[i].contents = contentsOf(surveys->at(i));
    }
    addComposed(mapping, columns);
    return columns;
}

QList<Target> targetsOf(const Mapping &mapping, const SourceColumn &column)
{
    QList<Target> targets;
    for (const auto &[target, mapped] : mapping.columns.asKeyValueRange()) {
        if (comesFrom(mapped, mapping, column))
            targets.append(target);
    }
    return targets;
}

QString reasonOf(const Mapping &mapping, const SourceColumn &column)
{
    const QList<Target> targets = targetsOf(mapping, column);
    return targets.isEmpty() ? QString() : mapping.columns.value(targets.constFirst()).reason;
}

bool columnMeansOpen(const Mapping &mapping, const Mapping &recognised)
{
    const MappedColumn state = mapping.columns.value(Target::State);
    return state == recognised.columns.value(Target::State) ? recognised.stateMeansOpen
                                                            : saysOpen(plainName(state.label, mapping.table));
}

void makeOf(Mapping &mapping, const Mapping &recognised, const SourceColumn &column, Target target)
{
    const MappedColumn other = mapping.columns.value(target);
    mapping.columns.insert(target, mappedByHand(recognised, column, target));
    forgetValues(mapping, target);
    listLeftOut(mapping, other);
    listLeftOut(mapping, mapping.columns.value(target));
    if (target == Target::Owner) {
        const bool isKnown = mapping.columns.value(target) == recognised.columns.value(target);
        mapping.owners = isKnown ? recognised.owners : column.reference ? column.reference->all : QString();
    }
    if (target == Target::State)
        mapping.stateMeansOpen = columnMeansOpen(mapping, recognised);
    settleIds(mapping, recognised);
    listLeftOut(mapping, column);
}

void assign(Mapping &mapping, const Mapping &recognised, const SourceColumn &column,
            std::optional<Target> target)
{
    for (const Target before : targetsOf(mapping, column)) {
        const MappedColumn removed = mapping.columns.take(before);
        forgetValues(mapping, before);
        listLeftOut(mapping, removed);
    }
    if (target)
        makeOf(mapping, recognised, column, *target);
    else
        settleIds(mapping, recognised);
    listLeftOut(mapping, column);
}

} // namespace tusk::importer
