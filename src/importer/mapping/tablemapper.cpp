// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/tablemapper.h"

#include "importer/mapping/columnnames.h"
#include "importer/mapping/dayandclock.h"
#include "importer/mapping/leftout.h"
#include "importer/mapping/references.h"
#include "importer/mapping/survey.h"
#include "importer/texts.h"
#include "importer/values/sharevalue.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Where most are done, hardly any of 0 to do, 1 doing, 2 done says yes or no.
bool areFewNumbers(const ColumnSurvey &column)
{
    constexpr qint64 most = 9;
    return column.texts == 0 && column.least && *column.least >= -1 && *column.greatest <= most;
}

// Whether what is in a column can be what its name promises. What else is in it is repaired and reported.
bool fits(Target target, const ColumnSurvey &column)
{
    const auto none = column.forms.value(TimeForm::None);
    switch (target) {
    case Target::Title:
        return column.times() * 2 <= column.filled;
    case Target::State:
        return column.isAtLeastHalf(column.states) || areFewNumbers(column);
    case Target::DeletedAt:
    case Target::ArchivedAt:
        return column.isAtLeastHalf(column.states);
    case Target::CreatedAt:
    case Target::UpdatedAt:
    case Target::CompletedAt:
    case Target::Due:
    case Target::Start:
        // A flag is no time, although 0 means none.
        return column.isAtLeastHalf(column.times() + none) && (column.filled == 0 || column.times() > 0);
    case Target::Priority:
        return column.isAtLeastHalf(column.knownPriorities);
    default:
        return true;
    }
}

bool areShares(const ColumnSurvey &column)
{
    return std::all_of(column.values.cbegin(), column.values.cend(), [](const QByteArray &value) {
        return readShare({.kind = SourceValue::Kind::Text, .bytes = value}).has_value();
    });
}

bool areAddresses(const ColumnSurvey &column)
{
    return !column.values.isEmpty() &&
           std::all_of(column.values.cbegin(), column.values.cend(), [](const QByteArray &value) {
               return value.startsWith("http://") || value.startsWith("https://");
           });
}

// “date” may be when something is due, or when it was written down.
bool isGenericDay(const QString &plain)
{
    static const QStringList names{u"date"_s, u"datum"_s, u"fecha"_s, u"data"_s};
    return names.contains(plain);
}

struct Candidate {
    int score = 0;
    qsizetype column = 0;
    Target target = Target::Title;
};

class TableMapper final
{
public:
    TableMapper(const QList<TableShape> &tables, const TableShape &table, const QList<ColumnSurvey> &surveys)
        : m_tables(tables)
        , m_table(table)
        , m_surveys(surveys)
    {
        m_mapping.kind = u"table"_s;
        m_mapping.table = table.name;
        m_mapping.from = quoted(table.name) + " AS t"_L1;
    }

    std::optional<NamedMapping> map()
    {
        assignByName();
        findTitle();
        if (!m_mapping.has(Target::Title))
            return std::nullopt;
        settleGenericDate();
        addClock(Target::Due,
                 {u"duetime"_s, u"deadlinetime"_s, u"time"_s, u"uhrzeit"_s, u"hora"_s, u"heure"_s});
        addClock(Target::Start, {u"starttime"_s});
        identify();
        refer();
        nameTheRest(m_mapping, m_table, [this](const QString &column) { return isUsed(column); });
        return NamedMapping{m_score + tableScore(m_table.name), m_mapping};
    }

private:
    [[nodiscard]] static QString columnOf(const ColumnShape &column) { return "t."_L1 + quoted(column.name); }

    void assign(qsizetype column, Target target, const QString &reason)
    {
        const ColumnShape &shape = m_table.columns.at(column);
        m_mapping.columns.insert(target, {shape.name, columnOf(shape), reason});
        m_taken.insert(column);
    }

    void assignByName()
    {
        QList<Candidate> candidates;
        for (int target = 0; target < targetCount; ++target)
            candidates += candidatesFor(Target(target));
        assignBest(std::move(candidates));
    }

    void assignBest(QList<Candidate> candidates)
    {
        std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
        for (const Candidate &each : std::as_const(candidates)) {
            if (m_mapping.has(each.target) || m_taken.contains(each.column))
                continue;
            assign(each.column, each.target, Text::tr("By its name"));
            if (each.target == Target::State)
                m_mapping.stateMeansOpen = saysOpen(plainNameOf(each.column));
            m_score += weightOf(each.target);
        }
    }

    [[nodiscard]] QList<Candidate> candidatesFor(Target target) const
    {
        QList<Candidate> candidates;
        bool isBorneOut = false;
        for (qsizetype column = 0; column < m_table.columns.size(); ++column) {
            const int score = nameScore(plainNameOf(column), target) - malusOf(column, target);
            if (score <= 0 || isSecret(m_table.columns.at(column).name) || !fitsAs(target, column))
                continue;
            candidates.append({score, column, target});
            isBorneOut = isBorneOut || bearsOut(column, target);
        }
        // What is in no use gives way to what is.
        for (Candidate &each : candidates) {
            constexpr int malusOfEmpty = 1000; // behind all others
            each.score -= isBorneOut && isEmpty(each.column) ? malusOfEmpty : 0;
        }
        return candidates;
    }

    // Whether there is something in a column that is as its name promises.
    [[nodiscard]] bool bearsOut(qsizetype column, Target target) const
    {
        const ColumnSurvey &survey = m_surveys.at(column);
        switch (target) {
        case Target::Title:
        case Target::Notes:
        case Target::Tags:
            return survey.texts > 0 && survey.isMostly(survey.texts);
        case Target::List:
            return survey.filled > 0 && malusOf(column, target) == 0;
        case Target::Due:
            return survey.filled > 0 && !isGenericDay(plainNameOf(column));
        case Target::State:
        case Target::CompletedAt:
        case Target::CreatedAt:
        case Target::UpdatedAt:
        case Target::DeletedAt:
        case Target::ArchivedAt:
        case Target::Priority:
        case Target::Start:
            return survey.filled > 0;
        case Target::Id:
        case Target::Repeat:
        case Target::Parent:
        case Target::Owner:
        case Target::Position:
            break;
        }
        return false; // any value would do
    }

    [[nodiscard]] bool isEmpty(qsizetype column) const
    {
        return m_surveys.at(column).rows > 0 && m_surveys.at(column).filled == 0;
    }

    [[nodiscard]] QString plainNameOf(qsizetype column) const
    {
        return plainName(m_table.columns.at(column).name, m_table.name);
    }

    // Of a target that has one of the table's own.
    [[nodiscard]] qsizetype columnFor(Target target) const
    {
        const QString label = m_mapping.columns.value(target).label;
        return std::ranges::find(m_table.columns, label, &ColumnShape::name) - m_table.columns.cbegin();
    }

    [[nodiscard]] bool fitsAs(Target target, qsizetype column) const
    {
        const ColumnSurvey &survey = m_surveys.at(column);
        const bool areParts =
            target == Target::State && saysShare(m_table.columns.at(column).name) && areShares(survey);
        return areParts || fits(target, survey);
    }

    // “List ID” beside “List Name”, without a table that has these ids.
    [[nodiscard]] bool isNamedBeside(qsizetype column) const
    {
        const ColumnShape &shape = m_table.columns.at(column);
        const QString plain = plainNameOf(column);
        if (!plain.endsWith("id"_L1) || referenceOf(m_tables, m_table, shape))
            return false;
        const QString name = plain.chopped(2) + "name"_L1;
        return std::ranges::any_of(m_table.columns, [this, &name](const ColumnShape &each) {
            return plainName(each.name, m_table.name) == name;
        });
    }

    [[nodiscard]] int malusOf(qsizetype column, Target target) const
    {
        constexpr int malusOfShares = 60; // behind every column that says the state itself
        constexpr int malusOfIds = 100;
        if (target == Target::State && saysShare(m_table.columns.at(column).name))
            return malusOfShares;
        return target == Target::List && isNamedBeside(column) ? malusOfIds : malusOfNumbers(column, target);
    }

    // A list that is called “3” says little, and one that is called “0” is none.
    [[nodiscard]] int malusOfNumbers(qsizetype column, Target target) const
    {
        const ColumnSurvey &survey = m_surveys.at(column);
        const bool isBareNumber = target == Target::List && survey.least && survey.texts == 0 &&
                                  !referenceOf(m_tables, m_table, m_table.columns.at(column));
        constexpr int some = 50;
        constexpr int all = 100;
        return !isBareNumber ? 0 : survey.least == 0 && survey.greatest == 0 ? all : some;
    }

    static int weightOf(Target target)
    {
        switch (target) {
        case Target::Title:
            return 10;
        case Target::State:
            return 25;
        case Target::Due:
        case Target::CompletedAt:
        case Target::Priority:
            return 8;
        case Target::Id:
        case Target::Owner:
            return 1;
        default:
            return 3;
        }
    }

    void findTitle()
    {
        const bool hasNotes = m_mapping.has(Target::Notes);
        if (!m_mapping.has(Target::Title)) {
            const qsizetype longest = hasNotes && areNotesTheTitle() ? -1 : longestText();
            if (longest >= 0)
                assign(longest, Target::Title, Text::tr("No other column holds texts."));
            else if (hasNotes)
                makeTitleOfNotes();
            return;
        }
        const qsizetype title = columnFor(Target::Title);
        if (isEmpty(title) && hasNotes && !isEmpty(columnFor(Target::Notes))) {
            m_taken.remove(title);
            makeTitleOfNotes();
        }
    }

    // Of a todo that has only a “description” this is what there is to do, whatever else is said of it. But a
    // text before it, or where some have none, is a title under a name that nobody knows.
    [[nodiscard]] bool areNotesTheTitle() const
    {
        const qsizetype place = columnFor(Target::Notes);
        if (nameScore(plainNameOf(place), Target::Title) <= 0)
            return false;
        const ColumnSurvey &notes = m_surveys.at(place);
        for (qsizetype column = 0; column < m_surveys.size(); ++column) {
            const ColumnSurvey &other = m_surveys.at(column);
            const bool saysAsMuch =
                other.filled == other.rows && other.values.size() * 2 >= notes.values.size();
            if (isFreeText(column) && saysAsMuch && (column < place || notes.filled < notes.rows))
                return false;
        }
        return true;
    }

    void makeTitleOfNotes()
    {
        m_mapping.columns.insert(Target::Title, m_mapping.columns.take(Target::Notes));
        assignBest(candidatesFor(Target::Notes));
    }

    // -1: there is none.
    [[nodiscard]] qsizetype longestText() const
    {
        qsizetype best = -1;
        for (qsizetype column = 0; column < m_surveys.size(); ++column) {
            if (isFreeText(column) && (best < 0 || likelihoodOfTitle(column) > likelihoodOfTitle(best)))
                best = column;
        }
        return best;
    }

    [[nodiscard]] std::pair<int, qint64> likelihoodOfTitle(qsizetype column) const
    {
        const ColumnSurvey &survey = m_surveys.at(column);
        const int rank = areAddresses(survey) ? 0 : rankAsTitle(m_table.columns.at(column).name);
        return {rank, survey.letters};
    }

    [[nodiscard]] bool isFreeText(qsizetype column) const
    {
        const ColumnSurvey &survey = m_surveys.at(column);
        return survey.texts > 0 && survey.isMostly(survey.texts) && !m_taken.contains(column) &&
               !isSecret(m_table.columns.at(column).name);
    }

    // What was written down has a time of day.
    void settleGenericDate()
    {
        const auto due = m_mapping.columns.constFind(Target::Due);
        if (due == m_mapping.columns.cend() || m_mapping.has(Target::CreatedAt) ||
            !isGenericDay(plainName(due->label, m_table.name)))
            return;
        const ColumnSurvey &survey = m_surveys.at(columnFor(Target::Due));
        if (survey.filled == 0 || survey.withTimeOfDay * 2 <= survey.filled)
            return;
        MappedColumn column = *due;
        column.reason = Text::tr("Its values have a time of day.");
        m_mapping.columns.remove(Target::Due);
        m_mapping.columns.insert(Target::CreatedAt, column);
    }

    // “due_date” and “due_time”: one moment in two columns.
    void addClock(Target target, const QStringList &names)
    {
        const auto day = m_mapping.columns.constFind(target);
        if (day == m_mapping.columns.cend())
            return;
        for (qsizetype column = 0; column < m_table.columns.size(); ++column) {
            const QString &name = m_table.columns.at(column).name;
            const ColumnSurvey &survey = m_surveys.at(column);
            const bool areClocks = survey.clocks > 0 && survey.isMostly(survey.clocks);
            if (!areClocks || m_taken.contains(column) || !names.contains(plainName(name, m_table.name)))
                continue;
            MappedColumn both = *day;
            both.clock = name;
            both.reason = Text::tr("The time of day is in “%1”.").arg(name);
            both.expression = dayWithClock(day->expression, columnOf(m_table.columns.at(column)));
            m_mapping.columns.insert(target, both);
            m_taken.insert(column);
            return;
        }
    }

    void identify()
    {
        const ColumnShape *key = m_table.soleKey();
        const QString rowId = m_table.rowId();
        if (key)
            m_mapping.columns.insert(Target::Id, {key->name, columnOf(*key), Text::tr("It is the key.")});
        else if (!rowId.isEmpty())
            m_mapping.columns.insert(Target::Id, {rowId, "t."_L1 + rowId, Text::tr("There is no key.")});
        else
            m_mapping.idsMayRepeat = m_mapping.has(Target::Id);
        m_mapping.order = rowId.isEmpty() ? m_mapping.columns.value(Target::Id).expression : "t."_L1 + rowId;
    }

    void refer()
    {
        if (const auto list = referenceIn(Target::List))
            m_mapping.columns.insert(
                Target::List, {list->label, list->name, Text::tr("It is referred to."), {}, list->missing});
        if (const auto owner = referenceIn(Target::Owner))
            m_mapping.owners = owner->all;
        if (const auto tags = joinedTags(m_tables, m_table, m_mapping.columns.value(Target::Id).expression))
            m_mapping.columns.insert(Target::Tags, *tags);
    }

    [[nodiscard]] std::optional<NamedReference> referenceIn(Target target) const
    {
        const auto column = m_mapping.columns.constFind(target);
        const ColumnShape *shape =
            column == m_mapping.columns.cend() ? nullptr : m_table.column(column->label);
        return shape ? referenceOf(m_tables, m_table, *shape) : std::nullopt;
    }

    [[nodiscard]] bool isUsed(const QString &column) const
    {
        const bool isTaken = std::ranges::any_of(
            m_taken, [this, &column](qsizetype taken) { return m_table.columns.at(taken).name == column; });
        return isTaken || std::ranges::any_of(m_mapping.columns, [&column](const MappedColumn &each) {
                   return each.label == column;
               });
    }

    const QList<TableShape> &m_tables;
    const TableShape &m_table;
    const QList<ColumnSurvey> &m_surveys;
    Mapping m_mapping;
    QSet<qsizetype> m_taken;
    int m_score = 0;
};

} // namespace

std::optional<NamedMapping> mapByNames(const QList<TableShape> &tables, const TableShape &table,
                                       const QList<ColumnSurvey> &surveys)
{
    return TableMapper(tables, table, surveys).map();
}

} // namespace tusk::importer
