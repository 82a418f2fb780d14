// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/statemeanings.h"

#include "importer/source/sqlitefile.h"
#include "importer/texts.h"
#include "importer/values/timevalue.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr qsizetype mostNumbers = 100; // of a state that is one

struct Completions {
    qint64 rows = 0;
    qint64 times = 0; // of completion

    // Somebody may have forgotten one, or a program an old row.
    [[nodiscard]] bool areOfDone() const { return times * 10 >= rows * 9; }
    [[nodiscard]] bool areOfOpen() const { return times == 0; }
};
using CompletionsByNumber = QHash<QByteArray, Completions>;

// Which number of 03/04/2025 is the day does not matter here.
bool isTime(const SourceValue &value)
{
    return readTime(value, DayOrder::DayFirst).isTime() || readTime(value, DayOrder::MonthFirst).isTime();
}

Result<CompletionsByNumber> completionsIn(SqliteFile &file, const Mapping &mapping)
{
    auto rows = file.query(
        u"SELECT %1, %2 FROM %3"_s.arg(mapping.columns.value(Target::State).expression,
                                       mapping.columns.value(Target::CompletedAt).expression, mapping.from));
    if (!rows)
        return rows.error();
    CompletionsByNumber numbers;
    const auto read = rows->forEach([&numbers](const RowCursor &row) {
        const QByteArray number = foldedWord(row.value(0).toText());
        bool isNumber = false;
        [[maybe_unused]] const double value = number.toDouble(&isNumber);
        if (!isNumber || (numbers.size() == mostNumbers && !numbers.contains(number)))
            return;
        Completions &seen = numbers[number];
        ++seen.rows;
        seen.times += isTime(row.value(1)) ? 1 : 0;
    });
    if (!read)
        return read.error();
    return numbers;
}

} // namespace

Result<void> learnStateMeanings(SqliteFile &file, Mapping &mapping)
{
    mapping.learnedStates.clear();
    const bool isToldApart = mapping.statesAreNumbered && mapping.has(Target::CompletedAt) &&
                             mapping.columns.value(Target::CompletedAt).expression !=
                                 mapping.columns.value(Target::State).expression;
    if (!isToldApart)
        return {};
    const auto numbers = completionsIn(file, mapping);
    if (!numbers)
        return numbers.error();
    // A time that all of them have, or none, tells nothing.
    const bool hasDone =
        std::any_of(numbers->cbegin(), numbers->cend(), std::mem_fn(&Completions::areOfDone));
    const bool hasOpen =
        std::any_of(numbers->cbegin(), numbers->cend(), std::mem_fn(&Completions::areOfOpen));
    if (!hasDone || !hasOpen)
        return {};
    for (const auto &[number, completions] : numbers->asKeyValueRange()) {
        if (completions.areOfOpen())
            mapping.learnedStates.insert(number, StateValue::Kind::Open);
        else if (completions.areOfDone())
            mapping.learnedStates.insert(number, StateValue::Kind::Done);
    }
    return {};
}

QString sentenceOnStates(const Mapping &mapping)
{
    QStringList done;
    QStringList open;
    for (const auto &[number, kind] : mapping.learnedStates.asKeyValueRange()) {
        if (!mapping.states.contains(number))
            (kind == StateValue::Kind::Done ? done : open).append(QString::fromUtf8(number));
    }
    if (!mapping.has(Target::State) || done.isEmpty() || open.isEmpty())
        return {};
    return Text::tr("In “%1” what has a time of completion tells the meaning: done is %2, open is %3.")
        .arg(mapping.columns.value(Target::State).label, done.join(u", "_s), open.join(u", "_s));
}

} // namespace tusk::importer
