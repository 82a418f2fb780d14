// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/movecommand.h"

#include "app/commandcontext.h"
#include "app/commands/fields.h"
#include "app/texts.h"
#include "domain/actions.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Todo;

CommandSyntax MoveCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("ID… --list LIST | --inbox");
    syntax.options = {
        {u"list"_s, Text::tr("To this list."), Text::tr("LIST")},
        {u"inbox"_s, Text::tr("Out of their lists.")},
        {u"create"_s, Text::tr("Make the list if there is none of this name.")},
    };
    syntax.examples = {u"tusk move 018f2c3a --list Garden"_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> MoveCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    if (typed.isSet(u"list"_s) == typed.isSet(u"inbox"_s))
        return usageFailure(Text::tr("Where to? Please name either --list or --inbox."));
    if (typed.isSet(u"list"_s))
        m_list = typed.value(u"list"_s);
    m_mayCreate = typed.isSet(u"create"_s);
    m_ids = typed.positionalArguments();
    return checkIds(m_ids);
}

void MoveCommand::run(CommandContext &context)
{
    context.find(m_ids, [this, &context](const QList<Todo> &todos) { move(context, todos); });
}

void MoveCommand::move(CommandContext &context, const QList<Todo> &todos) const
{
    const QDateTime now = context.clock().now();
    NameResolver names(context.catalogue());
    Destination destination;
    if (m_list) {
        const auto list = names.list(*m_list, unknownNames(m_mayCreate), now);
        if (!list)
            return context.fail(failureFrom(list.error()));
        destination = *list;
    }
    domain::Action action = domain::moveTodos(todos, destination, now);
    names.addNewTo(action);
    context.perform(action, todos);
}

} // namespace tusk::app
