// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/listcommand.h"

#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/texts.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::TodoFilter;
using repository::PageRequest;
using repository::TodoPage;
using Place = TodoFilter::Place;

namespace
{

constexpr int pageSize = 500;

PageRequest requestFor(const TodoFilter &filter, const base::Day &today, bool json)
{
    PageRequest request;
    request.filter = filter;
    request.today = today;
    request.limit = pageSize;
    request.wholeNotes = json;
    return request;
}

} // namespace

CommandSyntax ListCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("[OPTIONS]");
    syntax.explanation = Text::tr(
        "Without options: all that are open. A line shows the id, the state ([ ] open, [x] completed, [-] in "
        "the Trash), the priority (! to !!!), the title, the due date, the #list and the @tags. Inbox, "
        "lists, tags and days leave out what starts later.");
    syntax.options = {
        {u"list"_s, Text::tr("The open ones of a list."), Text::tr("LIST")},
        {u"inbox"_s, Text::tr("The open ones without a list.")},
        {u"tag"_s, Text::tr("The open ones with a tag."), Text::tr("TAG")},
        {u"today"_s, Text::tr("Those that are due today, or were before.")},
        {u"upcoming"_s, Text::tr("Those that are due later.")},
        {u"completed"_s, Text::tr("The completed ones, the latest first.")},
        {u"trash"_s, Text::tr("Those in the Trash, the latest first.")},
        {u"all"_s, Text::tr("All: open, completed, in the Trash.")},
    };
    syntax.examples = {u"tusk list"_s, u"tusk list --list Work"_s, u"tusk list --completed --json"_s};
    syntax.most = 0;
    return syntax;
}

std::optional<Failure> ListCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    static const std::pair<QString, QList<Place>> places[] = {
        {u"list"_s, {Place::List}},         {u"inbox"_s, {Place::Inbox}},
        {u"tag"_s, {Place::Tag}},           {u"today"_s, {Place::Today}},
        {u"upcoming"_s, {Place::Upcoming}}, {u"completed"_s, {Place::Completed}},
        {u"trash"_s, {Place::Trash}},       {u"all"_s, {Place::All, Place::Completed, Place::Trash}}};
    QStringList named;
    for (const auto &[option, meant] : places) {
        if (!typed.isSet(option))
            continue;
        named.append(u"--"_s + option);
        for (const Place place : meant)
            m_filters.append(TodoFilter::at(place));
    }
    if (named.size() > 1)
        return usageFailure(Text::tr("%1 and %2 exclude each other.").arg(named.at(0), named.at(1)));
    if (m_filters.isEmpty())
        m_filters.append(TodoFilter::at(Place::All));
    m_list = typed.value(u"list"_s);
    m_tag = typed.value(u"tag"_s);
    return std::nullopt;
}

PageRequest ListCommand::firstPage(const base::Day &today, bool json) const
{
    const TodoFilter &first = m_filters.constFirst();
    const bool isKnown = first.place != Place::List && first.place != Place::Tag;
    return isKnown ? requestFor(first, today, json) : Command::firstPage(today, json);
}

void ListCommand::run(CommandContext &context)
{
    const base::Day today = context.clock().day();
    const PageRequest asked = firstPage(today, context.json());
    if (const auto failure = resolveNames(context.catalogue()))
        return context.fail(*failure);
    m_printer.emplace(context.terminal(), context.access(), context.catalogue(), today.date, context.form());
    m_request = requestFor(m_filters.takeFirst(), today, context.json());
    if (m_request == asked)
        take(context, context.opening().firstPage);
    else
        ask(context);
}

std::optional<Failure> ListCommand::resolveNames(const Catalogue &catalogue)
{
    if (!m_list.isNull()) {
        NameResolver names(catalogue);
        const auto list = names.list(m_list, NameResolver::Unknown::Refused, {});
        if (!list)
            return failureFrom(list.error());
        m_filters = {*list ? TodoFilter::inList(**list) : TodoFilter::at(Place::Inbox)};
    }
    if (!m_tag.isNull()) {
        const auto tag = catalogue.tagNamed(m_tag.trimmed());
        if (!tag)
            return refusal(Text::tr("There is no tag “%1”.").arg(m_tag));
        m_filters = {TodoFilter::withTag(tag->id)};
    }
    return std::nullopt;
}

void ListCommand::ask(CommandContext &context)
{
    context.access().persistently<TodoPage>(
        [this, &context](DatabaseAccess::Done<TodoPage> done) {
            context.access().reader().page(m_request, context.access().inbox(), std::move(done));
        },
        [this, &context](const base::Result<TodoPage> &page) {
            if (page)
                take(context, *page);
            else
                context.fail(failureFrom(page.error()));
        });
}

void ListCommand::take(CommandContext &context, const TodoPage &page)
{
    m_found = m_found || !page.todos.isEmpty();
    m_printer->print(page.todos, [this, &context, page](const std::optional<Failure> &failure) {
        if (failure)
            context.fail(*failure);
        else
            goOn(context, page);
    });
}

void ListCommand::goOn(CommandContext &context, const TodoPage &page)
{
    if (page.more && !page.todos.isEmpty()) {
        m_request.after = page.todos.constLast();
        return ask(context);
    }
    if (!m_filters.isEmpty()) {
        m_request = requestFor(m_filters.takeFirst(), m_request.today, m_request.wholeNotes);
        return ask(context);
    }
    m_printer->end();
    if (!m_found && !m_printer->printsJson())
        context.terminal().line(Text::tr("There is nothing here."));
    context.finish();
}

} // namespace tusk::app
