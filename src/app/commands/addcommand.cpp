// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/addcommand.h"

#include "app/commandcontext.h"
#include "app/commands/fields.h"
#include "app/texts.h"
#include "base/uuidv7.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todorules.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Todo;

CommandSyntax AddCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("TITLE [OPTIONS]");
    syntax.explanation =
        Text::tr("Several words need no quotes. Unknown tags are made, unknown lists only with "
                 "--create.");
    syntax.options = {
        {u"list"_s, Text::tr("Put it in this list; without, it goes to the Inbox."), Text::tr("LIST")},
        {u"due"_s, dateHelp(), Text::tr("DATE")},
        {u"start"_s, Text::tr("Hide it before this day: YYYY-MM-DD, today or tomorrow."), Text::tr("DATE")},
        {u"priority"_s, priorityHelp(), Text::tr("PRIORITY")},
        {u"tag"_s, Text::tr("Give it this tag; can be used several times."), Text::tr("TAG")},
        {u"notes"_s, notesHelp(), Text::tr("NOTES")},
        {u"create"_s, Text::tr("Make the list if there is none of this name.")},
    };
    syntax.examples = {
        u"tusk add Water the tomatoes --due tomorrow"_s,
        u"tusk add \"Send the offer\" --list Work --priority high --due \"2026-12-24 17:30\""_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> AddCommand::accept(const QCommandLineParser &typed, const base::Clock &clock)
{
    const auto title = domain::checkedTitle(typed.positionalArguments().join(u' '));
    if (!title)
        return failureFrom(title.error());
    m_todo.title = *title;
    if (auto failure = acceptFields(typed, clock, m_todo))
        return failure;
    m_list = typed.value(u"list"_s);
    m_tags = typed.values(u"tag"_s);
    m_mayCreate = typed.isSet(u"create"_s);
    return std::nullopt;
}

repository::PageRequest AddCommand::firstPage(const base::Day &today, bool) const
{
    return lastOpenTodos(today, 1);
}

void AddCommand::run(CommandContext &context)
{
    const QDateTime now = context.clock().now();
    NameResolver names(context.catalogue());
    m_todo.id = domain::TodoId(base::makeUuidV7());
    const QList<Todo> &last = context.opening().firstPage.todos;
    m_todo.position = domain::positionAtEnd(now, last.isEmpty() ? QByteArray() : last.constLast().position);
    if (!m_list.isNull()) {
        const auto list = names.list(m_list, unknownNames(m_mayCreate), now);
        if (!list)
            return context.fail(failureFrom(list.error()));
        m_todo.list = *list;
    }
    if (auto failure = addTags(m_todo, m_tags, names, now))
        return context.fail(*failure);
    domain::Action action = domain::createTodos({m_todo}, now);
    names.addNewTo(action);
    context.perform(action, {m_todo});
}

} // namespace tusk::app
