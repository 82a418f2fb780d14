// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/usualtime.h"
#include "importer/values/timevalue.h"
#include "importer/values/wordvalue.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>

namespace tusk::importer
{

// What a column of a foreign table can become.
enum class Target {
    Id,
    Title,
    Notes,
    State, // whether it is done
    CompletedAt,
    CreatedAt,
    UpdatedAt,
    DeletedAt, // also a plain yes or no
    Priority,
    Due,
    Start,
    Repeat,
    List,
    Parent,
    Tags,
    Owner,
    Position,
    ArchivedAt, // put aside for good; also a plain yes or no
};
inline constexpr int targetCount = int(Target::ArchivedAt) + 1;

inline constexpr std::array timeTargets{Target::CreatedAt, Target::UpdatedAt, Target::CompletedAt,
                                        Target::Due, Target::Start};

// Whether a value may be a date: also of what is yes or no to other programs.
[[nodiscard]] bool isDated(Target target);

// For people.
[[nodiscard]] QString textFor(Target target);
[[nodiscard]] QList<Target> allTargets(); // the one that matters most first

// For files and programs: “completed_at”. None: there is no such target.
[[nodiscard]] QString wordFor(Target target);
[[nodiscard]] std::optional<Target> targetNamed(QStringView word);

// Where the values of one target come from.
struct MappedColumn {
    QString label;       // the column, as the user knows it: “completed” or “Items.checked”
    QString expression;  // in SQL, of a row of the mapping's from
    QString reason = {}; // why this one; a sentence
    QString clock = {};  // another column, which has the time of its days
    // Of names that are looked up in another table: SQL that gives what is looked for and not there.
    QString reference = {};
    // The table “j” of the expression where it is looked through for every todo: by what, what else is read
    // of it, and as what type the former has to be kept to be found by an index; empty: as it is.
    QString joinTable = {};
    QString joinColumn = {};
    QString joinValue = {};
    QString joinType = {};
    QString joinKind = {}; // another column of it that the expression reads

    bool operator==(const MappedColumn &) const = default;
};

// How todos are read out of a file: which table, which columns, and what the values in them mean. A value:
// made by recognising the file, changed by the user, carried out by the converter.
struct Mapping {
    QString kind;    // “todo-app”, “django”, …; “table” where only the columns speak
    QString program; // its name for people; empty: unknown
    QString table;   // the table of the todos, as named there
    QString from;    // SQL behind FROM; the todos are “t”
    QString filter = {};
    QString order = {};
    QMap<Target, MappedColumn> columns;
    // Names of the owners: SQL that gives their id, name and e-mail address.
    QString owners = {};
    // What a file of Tusk says of its lists and tags, and that of others of lists that it had put aside: SQL
    // that gives id, name, color, position, archived_at, created_at and updated_at.
    QString lists = {};
    QString tags = {};
    // What the reader of a text file has repaired in a row: SQL, as asJson() of these; empty: nothing.
    QString readRepairs = {};

    // Of 12/01/2026, as a value proves, or the other columns do, or somebody says.
    QMap<Target, DayOrder> dayOrders = {};
    // Columns of which no value tells which number of 03/04/2025 is the day, with such a value.
    QMap<Target, QString> ambiguousDays = {};
    QMap<Target, UsualTime> timeForms = {};
    PriorityScale priorities = {};
    QMap<QByteArray, int> priorityWords = {};       // what other values mean, by folded word
    bool prioritiesAreAssumed = false;              // nobody but the numbers themselves says what they mean
    QMap<QByteArray, StateValue::Kind> states = {}; // what values of the state mean, by folded word
    // The same where nobody says so, but all rows with a value do.
    QMap<QByteArray, StateValue::Kind> learnedStates = {};
    QList<QByteArray> stateValues = {}; // all there are, where somebody has looked; without blanks around
    bool statesAreNumbered = false;     // a status with others than 0 and 1: what a 1 is, is uncertain
    bool crossesMeanOpen = false;       // “x” beside “✓”; elsewhere it is the mark itself
    bool stateMeansOpen = false;        // “is_active”: 1 is open
    double wholeShare = 0; // the state says how much is done: this stands for all of it; 0: it does not
    bool notesAreHtml = false;
    // Due and start: a moment of a whole minute means the day, and the seconds of others only that there is a
    // time.
    bool secondsMarkTimes = false;
    // Of due and start: some moments are midnights of UTC. True: nearly all are, as a program writes them
    // that knows days only.
    QMap<Target, bool> midnights = {};
    std::optional<bool> midnightsAreDays = {}; // as somebody says
    bool plansAreMoments = false; // due and start without a zone are moments, as the other times are
    bool plansNameNoZone = false; // as their values tell: some have a time of day and no zone
    bool isText = false;          // a text file: it has no tables that people know
    bool idsMayRepeat = false;    // the column for them is not the key, or holds texts and numbers
    bool parentsByTitle = false;  // a parent may also be said by a title that only one todo has
    bool keepsIds = false;        // ids that are UUIDs become those of the todos
    bool isExact = false;         // Tusk has written the values: what fits is taken as it is
    bool isTodoTxt = false;       // a line cannot say all that is known of a todo, and names are words there

    QStringList leftOut = {};                       // columns that nothing was made of
    QMap<QString, QString> leftOutExpressions = {}; // of those that are no columns, but something in one
    bool leftOutGoesToNotes = false; // “name: value” below the notes, where there is a value
    QList<std::pair<QString, qint64>> belonging = {}; // other tables, and how many of their rows are of todos
    QStringList remarks = {}; // sentences: what is not taken over, what was decided how

    bool operator==(const Mapping &) const = default;
    [[nodiscard]] bool has(Target target) const { return columns.contains(target); }
    [[nodiscard]] bool takesMidnightsForDays(Target target) const
    {
        return midnightsAreDays.value_or(midnights.value(target));
    }
};

// Of assumed priorities, the number that is taken for the most urgent; none: all of them say nothing.
[[nodiscard]] std::optional<qint64> assumedHighest(const Mapping &mapping);

// The whole query: the targets in their order, NULL for those without a column, then the parent that was
// found, the list that was not, what its reader repaired, then what goes to the notes as it is. owners: ids
// as texts, whose todos are wanted; empty: all.
[[nodiscard]] QString selectOf(const Mapping &mapping, const QStringList &owners);
// The id of the parent of a row, where that is imported too; NULL else.
[[nodiscard]] QString parentOf(const Mapping &mapping, const QStringList &owners);
// Where the ids are not known to be the key, or titles may name a parent, parents are looked for in a
// temporary table of this name, which is made of these.
[[nodiscard]] bool looksUpParents(const Mapping &mapping);
[[nodiscard]] QString parentTable(const Mapping &mapping, const QStringList &owners);
[[nodiscard]] QString possibleParents(const Mapping &mapping, const QStringList &owners);
[[nodiscard]] QString countOf(const Mapping &mapping, const QStringList &owners);
// Whose todos there are: ids as texts, empty for nobody, and how many; those with the most first.
[[nodiscard]] QString ownersIn(const Mapping &mapping);
// How many bytes the texts of each of them have.
[[nodiscard]] QString textSizesOf(const Mapping &mapping, const QStringList &owners);
inline constexpr int parentFoundColumn = targetCount;
inline constexpr int listReferenceColumn = parentFoundColumn + 1;
inline constexpr int readRepairsColumn = listReferenceColumn + 1;
inline constexpr int firstLeftOutColumn = readRepairsColumn + 1;

} // namespace tusk::importer
