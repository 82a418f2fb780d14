// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/textformats.h"

#include "importer/mapping/recipe.h"
#include "importer/text/textreading.h"
#include "importer/texts.h"

#include <algorithm>
#include <array>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

struct TextFormat {
    const char16_t *table;
    const char16_t *kind;
    const char *program; // for Text::tr
    bool keepsIds;       // those that are UUIDs
    bool isExact;        // Tusk has written it
};

constexpr std::array formats{
    TextFormat{u"tusk", u"tusk", QT_TRANSLATE_NOOP("Import", "Tusk"), true, true},
    TextFormat{u"icalendar_tusk", u"tusk-icalendar", QT_TRANSLATE_NOOP("Import", "Tusk (iCalendar)"), true,
               true},
    TextFormat{u"icalendar", u"icalendar", QT_TRANSLATE_NOOP("Import", "a program that writes iCalendar"),
               true, false},
    TextFormat{u"todotxt", u"todotxt", QT_TRANSLATE_NOOP("Import", "a program that writes todo.txt"), true,
               false},
    TextFormat{u"markdown", u"markdown", QT_TRANSLATE_NOOP("Import", "a program that writes Markdown"), false,
               false},
    TextFormat{u"ticktick", u"ticktick", QT_TRANSLATE_NOOP("Import", "TickTick"), false, false},
    TextFormat{u"todoist", u"todoist", QT_TRANSLATE_NOOP("Import", "Todoist"), false, false}};

// Some programs write the order into properties of their own; such columns only calendars have, beside one of
// the reader, which Tusk alone fills. For Nextcloud and Apple a todo that was never moved is where it was
// made, in seconds since 2001.
void addOrdersOfCalendars(Recipe &recipe)
{
    recipe.add(Target::Position, u"X-GNOME-TODO-POSITION"_s,
               u"coalesce(t.position, t.\"X-GNOME-TODO-POSITION\")"_s);
    recipe.add(Target::Position, u"X-APPLE-SORT-ORDER"_s,
               u"coalesce(t.position, t.\"X-APPLE-SORT-ORDER\", strftime('%s', t.created_at) - 978307200)"_s,
               {u"created_at"_s});
}

// The readers give the columns the names of the targets.
Recipe recipeFor(const TextFormat &format, const QList<TableShape> &tables)
{
    Recipe recipe(tables, QString::fromUtf16(format.kind), Text::tr(format.program),
                  QString::fromUtf16(format.table));
    for (int target = 0; target < targetCount; ++target)
        recipe.add(Target(target), wordFor(Target(target)));
    if (!format.isExact)
        addOrdersOfCalendars(recipe);
    recipe.mapping.keepsIds = format.keepsIds;
    recipe.mapping.isExact = format.isExact;
    recipe.mapping.isTodoTxt = recipe.mapping.kind == "todotxt"_L1;
    return recipe;
}

QString namesIn(const QList<TableShape> &tables, const QString &table)
{
    return tableNamed(tables, table)
               ? u"SELECT id, name, color, position, archived_at, created_at, updated_at FROM %1"_s.arg(
                     quoted(table))
               : QString();
}

} // namespace

std::optional<Mapping> mapTextFormat(const QList<TableShape> &tables)
{
    const auto *format = std::ranges::find_if(formats, [&tables](const TextFormat &each) {
        return tableNamed(tables, QString::fromUtf16(each.table)) != nullptr;
    });
    if (format == formats.end())
        return std::nullopt;
    Mapping mapping = recipeFor(*format, tables).finished();
    // People know no table there.
    for (auto column = mapping.columns.begin(); column != mapping.columns.end(); ++column)
        column->label = wordFor(column.key());
    mapping.lists = namesIn(tables, u"tusk_lists"_s);
    mapping.tags = namesIn(tables, u"tusk_tags"_s);
    const QString repairs = QString::fromUtf16(repairsTable);
    if (tableNamed(tables, repairs))
        mapping.readRepairs = u"(SELECT r.repairs FROM %1 AS r WHERE r.id = t.id)"_s.arg(repairs);
    const bool isCalendar = mapping.kind.endsWith("icalendar"_L1);
    mapping.priorities = isCalendar ? iCalendarPriorities() : PriorityScale{{0, 0}, {1, 1}, {2, 2}, {3, 3}};
    // As they stand in the file; the numbers of TickTick are texts there.
    mapping.order = u"t.rowid"_s;
    return mapping;
}

} // namespace tusk::importer
