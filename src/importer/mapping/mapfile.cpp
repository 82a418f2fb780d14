// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/mapfile.h"

#include "importer/mapping/columnnames.h"
#include "importer/mapping/sourcecolumns.h"
#include "importer/mapping/surroundings.h"
#include "importer/mapping/tablemapping.h"
#include "importer/source/sqlitefile.h"
#include "importer/source/tableshape.h"
#include "importer/texts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QVariant>

#include <algorithm>
#include <array>

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

// What may be said, and what it has to be.
struct Member {
    QLatin1StringView name;
    QJsonValue::Type type;
};
constexpr std::array members{Member{"table"_L1, QJsonValue::String},
                             Member{"columns"_L1, QJsonValue::Object},
                             Member{"priorities"_L1, QJsonValue::Object},
                             Member{"states"_L1, QJsonValue::Object},
                             Member{"completed_means_open"_L1, QJsonValue::Bool},
                             Member{"month_first"_L1, QJsonValue::Bool},
                             Member{"midnights_are_days"_L1, QJsonValue::Bool},
                             Member{"due_times_in_zone"_L1, QJsonValue::Bool},
                             Member{"rest_to_notes"_L1, QJsonValue::Bool}};

base::Error noSuchMember(const QString &name)
{
    QStringList known;
    for (const Member &member : members)
        known.append(member.name);
    return wrong(Text::tr("The mapping says “%1”, which is nothing that can be said; there are %2.")
                     .arg(name, known.join(u", "_s)));
}

base::Error otherThan(const Member &member)
{
    const QString name = member.name;
    if (member.type == QJsonValue::Bool)
        return wrong(Text::tr("In the mapping “%1” has to be true or false.").arg(name));
    return wrong(member.type == QJsonValue::Object
                     ? Text::tr("In the mapping “%1” has to be an object in braces.").arg(name)
                     : Text::tr("In the mapping “%1” has to be a text in quotation marks.").arg(name));
}

// A word that nobody knows would leave the file as it was recognised, and nobody would notice.
Result<void> checkMembers(const QJsonObject &object)
{
    for (auto each = object.begin(); each != object.end(); ++each) {
        const auto *member = std::ranges::find_if(
            members, [name = each.key()](const Member &known) { return name == known.name; });
        if (member == members.end())
            return noSuchMember(each.key());
        if (!each.value().isNull() && each.value().type() != member->type)
            return otherThan(*member);
    }
    return {};
}

// Whatever it is called and holds: who names it knows better.
Result<Mapping> anyTable(SqliteFile &file, const QString &name)
{
    const auto tables = file.tables();
    if (!tables)
        return tables.error();
    const auto found = std::ranges::find_if(*tables, [&name](const TableShape &table) {
        return table.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (found == tables->cend())
        return wrong(Text::tr("There is no table “%1” in that file.").arg(name));
    const auto mapped = mapTable(file, *tables, *found);
    if (!mapped)
        return mapped.error();
    if (!*mapped)
        return wrong(Text::tr("There are no todos in a table “%1” of that file.").arg(name));
    Mapping mapping = (*mapped)->mapping;
    nameWhatBelongs(mapping, {});
    return mapping;
}

Result<Mapping> tableOf(const QJsonObject &object, SqliteFile &file, const Recognition &recognition)
{
    const QString table = object.value("table"_L1).toString(recognition.best().table);
    const auto found = std::ranges::find_if(recognition.mappings, [&table](const ScoredMapping &each) {
        return each.mapping.table.compare(table, Qt::CaseInsensitive) == 0;
    });
    return found == recognition.mappings.cend() ? anyTable(file, table) : found->mapping;
}

// By its name, or as reports and other programs name it: “title”, “Items.content”.
const SourceColumn *columnNamed(const QList<SourceColumn> &columns, const Mapping &mapping,
                                const QString &name)
{
    const auto found = std::ranges::find_if(columns, [&mapping, &name](const SourceColumn &column) {
        return name.compare(column.name, Qt::CaseInsensitive) == 0 ||
               name.compare(mapping.table + u'.' + column.name, Qt::CaseInsensitive) == 0 ||
               (column.reference && name.compare(column.reference->label, Qt::CaseInsensitive) == 0);
    });
    return found == columns.cend() ? nullptr : &*found;
}

base::Error noSuchColumn(const QList<SourceColumn> &columns, const Mapping &mapping, const QString &name)
{
    QStringList known;
    for (const SourceColumn &column : columns)
        known.append(column.name);
    return wrong(Text::tr("The table “%1” has no column “%2”; it has %3.")
                     .arg(mapping.table, name, known.join(u", "_s)));
}

// What it was can still go to the notes.
void takeAway(Mapping &mapping, Target target)
{
    const MappedColumn before = mapping.columns.take(target);
    const bool isUsed = std::ranges::any_of(
        mapping.columns, [&before](const MappedColumn &each) { return each.label == before.label; });
    const bool isColumn = before.expression == "t."_L1 + quoted(before.label) || !before.clock.isEmpty();
    if (isColumn && !isUsed)
        mapping.leftOut.append(before.label);
    if (!before.clock.isEmpty())
        mapping.leftOut.append(before.clock);
    if (target == Target::Id)
        mapping.idsMayRepeat = true;
}

Result<void> mapColumns(SqliteFile &file, const QJsonObject &wanted, Mapping &mapping)
{
    const Mapping recognised = mapping;
    const auto columns = describeColumns(file, mapping);
    if (!columns)
        return columns.error();
    for (auto each = wanted.begin(); each != wanted.end(); ++each) {
        const auto target = targetNamed(each.key());
        if (!target)
            return wrong(Text::tr("“%1” is nothing that a column can become.").arg(each.key()));
        if (!each.value().isString() && !each.value().isNull())
            return wrong(
                Text::tr("What becomes “%1” has to be the name of a column in quotation marks, or null.")
                    .arg(each.key()));
        const QString name = each.value().toString();
        if (isSecret(name))
            return wrong(Text::tr("The column “%1” looks like a secret and is never read.").arg(name));
        const SourceColumn *column = columnNamed(*columns, mapping, name);
        if (!name.isEmpty() && !column)
            return noSuchColumn(*columns, mapping, name);
        if (column)
            makeOf(mapping, recognised, *column, *target);
        else
            takeAway(mapping, *target);
    }
    if (!mapping.has(Target::Title))
        return wrong(Text::tr("No column becomes the title."));
    return learnForms(file, mapping);
}

// Numbers that are not mentioned mean what they were taken for.
Result<void> mapPriorities(const QJsonObject &wanted, Mapping &mapping)
{
    static const PriorityScale own{{0, 0}, {1, 1}, {2, 2}, {3, 3}};
    for (auto each = wanted.begin(); each != wanted.end(); ++each) {
        const QByteArray word = each.value().toVariant().toString().trimmed().toUtf8();
        const auto priority = word.isEmpty()
                                  ? std::nullopt
                                  : readPriority({.kind = SourceValue::Kind::Text, .bytes = word}, own);
        if (!priority)
            return wrong(
                Text::tr("“%1” is no priority; there are 0 (none), 1 (low), 2 (medium) and 3 (high).")
                    .arg(QString::fromUtf8(word)));
        bool isNumber = false;
        const qint64 number = each.key().trimmed().toLongLong(&isNumber);
        if (isNumber)
            mapping.priorities.insert(number, *priority);
        else
            mapping.priorityWords.insert(foldedWord(each.key().toUtf8()), *priority);
        mapping.prioritiesAreAssumed = false;
    }
    return {};
}

Result<void> mapStates(const QJsonObject &wanted, Mapping &mapping)
{
    for (auto each = wanted.begin(); each != wanted.end(); ++each) {
        const QByteArray word = each.value().toVariant().toString().toUtf8();
        const StateValue state = readState({.kind = SourceValue::Kind::Text, .bytes = word});
        if (word.isEmpty() || !state.isCertain || state.since.isTime())
            return wrong(Text::tr("“%1” is no state; there are open, done, cancelled, archived and deleted.")
                             .arg(QString::fromUtf8(word)));
        mapping.states.insert(foldedWord(each.key().toUtf8()), state.kind);
    }
    return {};
}

} // namespace

Result<Mapping> mappingFromFile(const QByteArray &json, SqliteFile &file, const Recognition &recognition)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return wrong(parsing.error == QJsonParseError::NoError
                         ? Text::tr("The file with the mapping holds JSON, but no object in braces.")
                         : Text::tr("The file with the mapping is no JSON: %1.").arg(parsing.errorString()));
    const QJsonObject object = document.object();
    if (const auto checked = checkMembers(object); !checked)
        return checked.error();
    auto mapping = tableOf(object, file, recognition);
    if (!mapping)
        return mapping;
    mapping->plansAreMoments = object.value("due_times_in_zone"_L1).toBool(mapping->plansAreMoments);
    if (const auto mapped = mapColumns(file, object.value("columns"_L1).toObject(), *mapping); !mapped)
        return mapped.error();
    if (const auto mapped = mapPriorities(object.value("priorities"_L1).toObject(), *mapping); !mapped)
        return mapped.error();
    if (const auto mapped = mapStates(object.value("states"_L1).toObject(), *mapping); !mapped)
        return mapped.error();
    mapping->leftOutGoesToNotes = object.value("rest_to_notes"_L1).toBool(mapping->leftOutGoesToNotes);
    if (const QJsonValue first = object.value("month_first"_L1); first.isBool()) {
        const DayOrder said = first.toBool() ? DayOrder::MonthFirst : DayOrder::DayFirst;
        for (const Target target : allTargets()) {
            // What a value proves is so; what other columns prove may be otherwise here.
            if (isDated(target) &&
                (!mapping->dayOrders.contains(target) || mapping->ambiguousDays.contains(target)))
                mapping->dayOrders.insert(target, said);
        }
        mapping->ambiguousDays.clear();
    }
    if (const QJsonValue days = object.value("midnights_are_days"_L1); days.isBool())
        mapping->midnightsAreDays = days.toBool();
    mapping->stateMeansOpen = object.value("completed_means_open"_L1).toBool(mapping->stateMeansOpen);
    return mapping;
}

} // namespace tusk::importer
