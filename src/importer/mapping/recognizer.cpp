// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/recognizer.h"

#include "importer/mapping/columnnames.h"
#include "importer/mapping/programs.h"
#include "importer/mapping/surroundings.h"
#include "importer/source/sourcefailures.h"
#include "importer/source/sqlitefile.h"
#include "importer/texts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr int fewestPoints = 25; // the name of a table of todos, or a column that says what is done

// A view may leave todos out, and the tables below it do not: as much as its name can bring.
constexpr int malusOfViews = 30;

// Tables that do not look like those of todos; the user may know better.
QList<ScoredMapping> asGuesses(QList<ScoredMapping> guesses, bool isAllThereIs)
{
    guesses.removeIf([](const ScoredMapping &guess) { return guess.rows == 0; });
    for (ScoredMapping &guess : guesses) {
        guess.isGuess = true;
        guess.mapping.remarks.prepend(
            isAllThereIs
                ? Text::tr(
                      "Nothing in this file is certain to be todos: please look at what its columns become.")
                : Text::tr("Nothing in this table is certain to be todos: please look at what its columns "
                           "become."));
    }
    return guesses;
}

// An empty table beside a full one is what an earlier version has left.
void sortByLikelihood(QList<ScoredMapping> &mappings)
{
    std::ranges::stable_sort(mappings, [](const ScoredMapping &left, const ScoredMapping &right) {
        return std::tuple(left.rows > 0, left.score, left.rows) >
               std::tuple(right.rows > 0, right.score, right.rows);
    });
}

// A view may ask for functions that only its program has, or make no sense of some rows; the tables that it
// is made of say the same.
bool isOnlyOfView(const base::Error &error, const TableShape &table, const SqliteFile &file)
{
    return table.kind == TableShape::Kind::View && error.kind == base::ErrorKind::LocalFile &&
           !isDamage(error, file.source());
}

base::Error nothingFound(const SqliteFile &file)
{
    base::Error error;
    error.kind = base::ErrorKind::NotFound;
    QStringList sentences{Text::tr("No todos were found in “%1”.").arg(file.source())};
    sentences += file.unreadTables();
    error.sentence = sentences.join(u' ');
    return error;
}

// “task_lists” holds what the chosen todos are sorted by.
bool givesNamesTo(const Mapping &chosen, const QString &table)
{
    return std::ranges::any_of(std::array{Target::List, Target::Tags}, [&](Target target) {
        return chosen.columns.value(target).expression.contains(u' ' + quoted(table) + " AS "_L1);
    });
}

// Rows that belong to todos and do not say whether they are done are comments and the like.
bool isPartOf(const Mapping &chosen, const Mapping &other)
{
    const bool belongs = std::ranges::any_of(
        chosen.belonging, [&other](const auto &each) { return each.first == other.table; });
    return belongs && !other.has(Target::State) && !other.has(Target::CompletedAt);
}

} // namespace

QStringList tablesBeside(const Mapping &chosen, const QList<ScoredMapping> &mappings)
{
    QStringList others;
    for (const ScoredMapping &each : mappings) {
        const bool isOther = !each.isGuess && each.rows > 0 && each.mapping.table != chosen.table;
        if (isOther && !givesNamesTo(chosen, each.mapping.table) && !isPartOf(chosen, each.mapping))
            others.append(each.mapping.table);
    }
    return others;
}

Result<Recognition> recognise(SqliteFile &file)
{
    const auto tables = file.tables();
    if (!tables)
        return tables.error();
    auto known = mapProgram(file, *tables);
    if (!known)
        return known.error();
    if (*known)
        return Recognition{{**known}, false};
    QList<ScoredMapping> mappings;
    QList<ScoredMapping> guesses;
    std::optional<base::Error> unread; // of the first view
    for (const TableShape &table : *tables) {
        if (isInfrastructure(table.name))
            continue;
        auto mapped = mapTable(file, *tables, table);
        if (!mapped && isOnlyOfView(mapped.error(), table, file)) {
            if (!unread)
                unread = mapped.error();
            continue;
        }
        if (!mapped)
            return mapped.error();
        if (!*mapped)
            continue;
        const bool isLikely = (*mapped)->score >= fewestPoints;
        if (table.kind == TableShape::Kind::View)
            (*mapped)->score -= malusOfViews;
        (isLikely ? mappings : guesses).append(**mapped);
    }
    const bool isGuess = mappings.isEmpty();
    guesses = asGuesses(std::move(guesses), isGuess);
    sortByLikelihood(mappings);
    sortByLikelihood(guesses);
    mappings += guesses;
    for (ScoredMapping &each : mappings)
        nameWhatBelongs(each.mapping, tablesBeside(each.mapping, mappings));
    if (mappings.isEmpty())
        return unread.value_or(nothingFound(file));
    return Recognition{mappings, isGuess};
}

} // namespace tusk::importer
