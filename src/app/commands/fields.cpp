// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/fields.h"

#include "app/texts.h"
#include "app/typedvalues.h"
#include "domain/todorules.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Todo;
using domain::TodoFilter;

namespace
{

Failure wrongValue(const base::Error &error)
{
    return {ExitCode::Usage, error};
}

std::optional<Failure> acceptTexts(const QCommandLineParser &typed, Todo &todo)
{
    if (typed.isSet(u"notes"_s)) {
        const auto notes = notesFrom(typed.value(u"notes"_s));
        if (!notes)
            return failureFrom(notes.error());
        todo.notes = *notes;
    }
    if (typed.isSet(u"priority"_s)) {
        const auto priority = priorityFrom(typed.value(u"priority"_s));
        if (!priority)
            return wrongValue(priority.error());
        todo.priority = *priority;
    }
    return std::nullopt;
}

} // namespace

QString dateHelp()
{
    return Text::tr("When it is due: YYYY-MM-DD, “YYYY-MM-DD HH:MM”, today, tomorrow or none.");
}

QString priorityHelp()
{
    return Text::tr("How urgent it is: none, low, medium or high, or 0 to 3.");
}

QString notesHelp()
{
    return Text::tr("Notes, in Markdown; “-” takes them from standard input.");
}

std::optional<Failure> acceptFields(const QCommandLineParser &typed, const base::Clock &clock, Todo &todo)
{
    if (typed.isSet(u"due"_s)) {
        const auto due = optionalWhenFrom(typed.value(u"due"_s), u"--due"_s, clock);
        if (!due)
            return wrongValue(due.error());
        todo.due = *due;
    }
    if (typed.isSet(u"start"_s)) {
        const auto start = optionalWhenFrom(typed.value(u"start"_s), u"--start"_s, clock);
        if (!start)
            return wrongValue(start.error());
        if (*start && (*start)->time)
            return usageFailure(Text::tr("A todo starts on a day, without a time of day."));
        todo.start = *start;
    }
    return acceptTexts(typed, todo);
}

NameResolver::Unknown unknownNames(bool mayCreate)
{
    return mayCreate ? NameResolver::Unknown::Created : NameResolver::Unknown::CreatedIfAsked;
}

std::optional<Failure> addTags(Todo &todo, const QStringList &names, NameResolver &resolver,
                               const QDateTime &now)
{
    for (const QString &name : names) {
        const auto tag = resolver.tag(name, now);
        if (!tag)
            return failureFrom(tag.error());
        if (!todo.tags.contains(*tag))
            todo.tags.append(*tag);
    }
    std::ranges::sort(todo.tags);
    return std::nullopt;
}

repository::PageRequest lastOpenTodos(const base::Day &today, int count)
{
    constexpr int longestPosition = 200;
    Todo beyondAll;
    beyondAll.position = QByteArray(longestPosition, 'z');
    beyondAll.id = domain::TodoId::fromString(u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s);
    repository::PageRequest request;
    request.filter = TodoFilter::at(TodoFilter::Place::All);
    request.today = today;
    request.limit = count;
    request.before = beyondAll;
    return request;
}

} // namespace tusk::app
